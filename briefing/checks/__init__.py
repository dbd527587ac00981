"""Objections to a publication, a composed briefing or a finished page.

Each check is one function; the registries below say which kind of thing it looks at.
"""

from __future__ import annotations

from collections.abc import Callable

from briefing.checks.calculations import wrong_calculations, wrong_calculations_printed
from briefing.checks.contradictions import contradictions, contradictions_printed
from briefing.checks.directions import wrong_directions
from briefing.checks.foreign import foreign_numbers
from briefing.checks.layout import outside_text_area, page_count
from briefing.checks.numbers import doubtful_when_released, unsourced_numbers
from briefing.checks.printed import facts_in_print
from briefing.checks.refused import discouraged_addresses, refused_names
from briefing.checks.structure import skipped_headings
from briefing.checks.terms import discouraged_terms
from briefing.diagnostics import Problem
from briefing.document import Briefing, PageReport
from briefing.publication import Publication

PUBLICATION: tuple[Callable[[Publication], list[Problem]], ...] = (
    wrong_calculations,
    contradictions,
)
REFUSALS: tuple[Callable[[Publication, Briefing], list[Problem]], ...] = (
    refused_names,
    discouraged_addresses,
)
"""What is looked at first, and before a briefing is even shown."""
BRIEFING: tuple[Callable[[Publication, Briefing], list[Problem]], ...] = (
    wrong_calculations_printed,
    contradictions_printed,
    foreign_numbers,
    wrong_directions,
    unsourced_numbers,
    doubtful_when_released,
    discouraged_terms,
    skipped_headings,
)
PAGES: tuple[Callable[[Briefing, PageReport], list[Problem]], ...] = (page_count, outside_text_area)


def check_publication(publication: Publication) -> tuple[Problem, ...]:
    """What is wrong with the authors' data as a whole."""
    return tuple(problem for check in PUBLICATION for problem in check(publication))


def check_briefing(publication: Publication, briefing: Briefing) -> tuple[Problem, ...]:
    """What is wrong with one edition's words and numbers.

    What must not leave the program is told alone: any other message might repeat it.
    """
    refused = check_refusals(publication, briefing)
    return refused or tuple(each for check in BRIEFING for each in check(publication, briefing))


def check_refusals(publication: Publication, briefing: Briefing) -> tuple[Problem, ...]:
    """What of one edition must not leave the program in any form."""
    return tuple(problem for check in REFUSALS for problem in check(publication, briefing))


def check_pages(briefing: Briefing, report: PageReport) -> tuple[Problem, ...]:
    """What is wrong with the pages as they came out."""
    return tuple(problem for check in PAGES for problem in check(briefing, report))


__all__ = [
    "BRIEFING",
    "PAGES",
    "PUBLICATION",
    "REFUSALS",
    "check_briefing",
    "check_pages",
    "check_publication",
    "check_refusals",
    "facts_in_print",
]
