"""What a worker does: editions of one publication, each handed over."""

from __future__ import annotations

import hashlib
import os
import time
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import field

from briefing.diagnostics import BriefingError, Problem, StoreError, program_fault
from briefing.document import Edition, Listed, Theme
from briefing.make import produce
from briefing.pack.delivery import Delivery
from briefing.pack.folder import file_of
from briefing.pack.outcome import Failed, Made, Outcome
from briefing.publication import Publication, Trace
from briefing.store.cache import VARIABLE as CACHE
from briefing.values import value

SEEN = ("SOURCE_DATE_EPOCH", CACHE)
"""The variables that a worker asks for."""


def _environment() -> Mapping[str, str]:
    return {name: os.environ[name] for name in SEEN if name in os.environ}


@value
class Setup:
    """All that a worker is told once: it reads no file of the publication itself.

    ``delivery`` takes its files, ``environment`` is what it must see of the run's.
    """

    publication: Publication
    theme: Theme
    delivery: Delivery
    environment: Mapping[str, str] = field(default_factory=_environment)


def enter(environment: Mapping[str, str]) -> None:
    """See what the run sees: the server that a worker comes from may have begun otherwise."""
    for name in SEEN:
        os.environ.pop(name, None)
    os.environ.update(environment)


def worked(setup: Setup, edition: Edition) -> Outcome:
    """What comes of ``edition``. Raises nothing: a failed edition must not end the others."""
    started = time.perf_counter()
    trace = Trace()
    details = ""
    try:
        made = produce(setup.publication, edition, setup.theme, trace)
        delivered = setup.delivery.deliver(file_of(edition.id), made.data)
        return Made(
            edition.id,
            delivered,
            len(made.data),
            hashlib.sha256(made.data).hexdigest(),
            made.pages,
            time.perf_counter() - started,
            made.problems,
            dict(trace),
        )
    except StoreError as error:
        return Failed(edition.id, error.problems, time.perf_counter() - started, ends=True)
    except BriefingError as error:
        problems = error.in_edition(edition.id).problems
    except MemoryError:
        hint = "use fewer --jobs, or shorten the longest texts"
        problems = (Problem("there is not enough memory", hint=hint, edition=edition.id),)
    except Exception as error:
        fault = program_fault(error, "the edition's log shows where it happened")
        problems = BriefingError(fault).in_edition(edition.id).problems
        details = traceback.format_exc()
    return Failed(edition.id, problems, time.perf_counter() - started, details)


def sheet(setup: Setup, listed: Sequence[Listed]) -> bytes:
    """The contents sheet of a pack, as a PDF. Raises BriefingError."""
    from briefing.compose import compose_contents
    from briefing.pdf import render  # ReportLab: only once something is rendered

    publication = setup.publication
    paper = publication.settings.paper
    return render(compose_contents(publication, listed, paper), setup.theme, {})
