"""Which editions of a publication print a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.diagnostics import Problem
    from briefing.document import Edition
    from briefing.publication import Publication


def editions_of_facts(
    publication: Publication, places: Sequence[str] = ()
) -> tuple[dict[str, list[str]], list[Problem]]:
    """Each fact's id to the ids of the editions that print it, in the publication's order.

    Looked at are all audiences and ``places``, or where none are given those that ``check``
    composes, in the default language, paper and profile. One that cannot be composed is left out,
    and the problems say why, as warnings.
    """
    from briefing.checks import facts_in_print
    from briefing.compose import compose
    from briefing.diagnostics import BriefingError

    found: dict[str, list[str]] = {name: [] for name in publication.facts}
    problems: list[Problem] = []
    for edition in _editions(publication, places or publication.geography.samples()):
        try:
            printed = facts_in_print(publication, compose(publication, edition))
        except BriefingError as error:
            problems += (_left_out(problem, edition) for problem in error.problems)
            continue
        for name in printed:
            found[name].append(edition.id)
    return found, problems


def _editions(publication: Publication, places: Sequence[str]) -> Iterator[Edition]:
    from briefing.document import Edition

    settings = publication.settings
    for audience in publication.audiences:
        for place in places:
            yield Edition(audience, place, settings.language, settings.paper, settings.profile)


def _left_out(problem: Problem, edition: Edition) -> Problem:
    message = f'this edition is left out of the column "editions": {problem.message}'
    return replace(problem, message=message, edition=edition.id, severity="warning")
