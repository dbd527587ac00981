"""Whether an edition has enough numbers for a chart that depends on its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.figures.around import selected
from briefing.figures.selection import Point, gathered, misfit
from briefing.figures.strips import read_strips, reason_against
from briefing.locale import Locale
from briefing.publication.records import ChartSpec

if TYPE_CHECKING:
    from briefing.publication import Questions

FEWEST_POINTS = 2
"""A chart of one number is a sentence."""

_ROW = re.compile(r"""\brow\(\s*(?:x\s*=\s*)?["']([^"']+)["']""")


def possible(questions: Questions, locale: Locale, spec: ChartSpec, place: str) -> bool:
    """Whether the edition of ``place`` can show the chart: else a section leaves it out.

    Always for a chart whose rows are the same in every edition. Dots need enough countries and a
    number for the place in the latest period; other kinds two numbers of the place, what their
    kind needs, and the rows that their headline names.
    """
    if not spec.around:
        return True
    if spec.kind == "dots":
        return reason_against(read_strips(questions, spec, place)) is None
    if not questions.rows(spec.series, selected(questions, spec, place)):
        return False
    selection = gathered(questions, locale, spec, place)
    points = [point for line in selection.lines for point in line.points]
    known = [point for point in points if point.value is not None]
    return (
        len(known) >= FEWEST_POINTS
        and misfit(selection) is None
        and {spec.headline.start, spec.headline.end} - {""} <= _at(known)
        and set(_ROW.findall(spec.headline.text)) <= _at(points)
    )


def _at(points: list[Point]) -> set[str]:
    """Where something is printed: a number, or the words for one too small to be given."""
    return {point.x for point in points if point.row.value is not None}
