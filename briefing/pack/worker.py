"""What a worker does: editions of one publication, each to a staged file."""

from __future__ import annotations

import hashlib
import time
import traceback
from dataclasses import dataclass
from pathlib import Path

from briefing.diagnostics import BriefingError, Problem, program_fault
from briefing.document import Edition, Theme
from briefing.make import produce
from briefing.pack.outcome import Failed, Made, Outcome
from briefing.publication import Publication, Trace
from briefing.store import stage


@dataclass(frozen=True, slots=True)
class Setup:
    """All that a worker is told once: it reads no file of the publication itself.

    ``folder`` is where its files are staged.
    """

    publication: Publication
    theme: Theme
    folder: Path


def worked(setup: Setup, edition: Edition) -> Outcome:
    """What comes of ``edition``. Raises nothing: a failed edition must not end the others."""
    started = time.perf_counter()
    trace = Trace()
    details = ""
    try:
        made = produce(setup.publication, edition, setup.theme, trace)
        staged = stage(setup.folder, made.data)
        return Made(
            edition.id,
            str(staged),
            len(made.data),
            hashlib.sha256(made.data).hexdigest(),
            made.pages,
            time.perf_counter() - started,
            made.problems,
            dict(trace),
        )
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
