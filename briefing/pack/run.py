"""Make editions one after the other; a failed one does not stop the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.diagnostics import BriefingError, Problem
from briefing.document import Edition, Theme
from briefing.make import Result, make
from briefing.publication import Publication


@dataclass(frozen=True, slots=True)
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
            yield Failure(edition, _fault(edition, error))


def _fault(edition: Edition, error: Exception) -> BriefingError:
    message = f"a fault of the program: {type(error).__name__}: {error}"
    hint = "please report it; built alone, with --verbose, it shows where it happened"
    return BriefingError(Problem(message, hint=hint, edition=edition.id))
