"""Objections to finished pages."""

from __future__ import annotations

import pytest

from briefing.checks.layout import outside_text_area, page_count
from briefing.document import PageReport, Paragraph, Placed, Text, Where
from tests.checks.briefings import of_blocks

BRIEFING = of_blocks(
    Paragraph((Text("one"),), where=Where("a.md", 1, 1)),
    Paragraph((Text("two"),), where=Where("a.md", 3, 1)),
)


def report(*placed: tuple[int, int, float, float], pages: int = 2) -> PageReport:
    """A report of parts placed: block, page, bottom, top, on a sheet 800 points high."""
    parts = [Placed(block, page, 50, bottom, 500, top) for block, page, bottom, top in placed]
    return PageReport(pages, 600, 800, tuple(parts))


@pytest.mark.parametrize("pages", [1, 4])
def test_few_pages(pages: int) -> None:
    """Up to four pages are a handout."""
    assert page_count(BRIEFING, report(pages=pages)) == []


def test_many_pages() -> None:
    """Five are a warning that says how many, and what to do."""
    (problem,) = page_count(BRIEFING, report(pages=5))
    assert (problem.message, problem.severity) == ("5 pages, where 4 are the most", "warning")
    assert problem.hint == "shorten its sections, or give a chart less space"


@pytest.mark.parametrize(
    "placed",
    [
        [],
        [(0, 1, 700, 750), (1, 1, 600, 700)],
        [(0, 1, 0, 800)],
        [(0, 1, 100, 750), (1, 1, 50, 100), (1, 2, 700, 750)],
    ],
)
def test_inside(placed: list[tuple[int, int, float, float]]) -> None:
    """Parts below each other, on as many pages as they need, are right."""
    assert outside_text_area(BRIEFING, report(*placed)) == []


@pytest.mark.parametrize(
    ("placed", "line", "page"),
    [
        ([(0, 1, -5, 100)], 1, 1),
        ([(0, 1, 700, 805)], 1, 1),
        ([(0, 1, 600, 700), (1, 1, 500, 650)], 3, 1),
        ([(0, 1, 600, 700), (0, 2, 600, 700), (1, 2, 500, 601)], 3, 2),
    ],
)
def test_outside(placed: list[tuple[int, int, float, float]], line: int, page: int) -> None:
    """A part beyond the sheet, or over the one above it, is told with its page and line."""
    (problem,) = outside_text_area(BRIEFING, report(*placed))
    assert str(problem.where) == f"a.md:{line}:1"
    assert problem.message == f"a paragraph does not fit page {page}"
    assert problem.severity == "error"
