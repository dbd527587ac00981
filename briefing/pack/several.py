"""Make editions one after the other; a failed one does not stop the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from briefing.diagnostics import BriefingError, program_fault
from briefing.document import Edition, Theme
from briefing.make import Result, make
from briefing.publication import Publication
from briefing.values import value


@value
class Failure:
    """An edition that could not be made, and why."""

    edition: Edition
    error: BriefingError


def run(
    publication: Publication,
    editions: Sequence[Edition],
    theme: Theme,
    path_of: Callable[[Edition], Path],
) -> Iterator[Result | Failure]:
    """Each edition's result as it ends, in the order given."""
    for edition in editions:
        try:
            yield make(publication, edition, path_of(edition), theme)
        except BriefingError as error:
            yield Failure(edition, error)
        except Exception as error:  # a fault of the program must not take the others along
            if len(editions) == 1:
                raise
            hint = "built alone, with --verbose, it shows where it happened"
            fault = BriefingError(program_fault(error, hint))
            yield Failure(edition, fault.in_edition(edition.id))
