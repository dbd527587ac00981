"""The pages as they came out."""

from __future__ import annotations

from briefing.diagnostics import Problem
from briefing.document import Briefing, PageReport

MOST_PAGES = 4


def page_count(briefing: Briefing, report: PageReport) -> list[Problem]:
    """A briefing is a handout: four pages at the most."""
    if report.pages <= MOST_PAGES:
        return []
    return [
        Problem(
            f"{report.pages} pages, where {MOST_PAGES} are the most",
            hint="shorten its sections, or give a chart less space",
            severity="warning",
            code="too-long",
        )
    ]


def outside_text_area(briefing: Briefing, report: PageReport) -> list[Problem]:
    """Something stands outside its page, or over what stands above it."""
    problems = []
    last: dict[int, float] = {}
    for placed in report.placed:
        block = briefing.blocks[placed.block]
        inside = placed.bottom >= -0.01 and placed.top <= report.height + 0.01
        clear = placed.top <= last.get(placed.page, report.height) + 0.01
        last[placed.page] = placed.bottom
        if not (inside and clear):
            problems.append(
                Problem(
                    f"a {block.type.replace('_', ' ')} does not fit page {placed.page}",
                    block.where,
                    hint="this is a fault of the program: please report it",
                    code="outside-page",
                )
            )
    return problems
