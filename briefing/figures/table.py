"""The data table of a chart: its rows as they leave with the file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.publication.records import Measure, Number, SeriesRow

if TYPE_CHECKING:
    from briefing.publication import Questions

COLUMNS = (
    "measure",
    "period",
    "place",
    "group",
    "value",
    "unit",
    "qualifier",
    "source",
    "confidence",
    "note",
    "publisher",
    "url",
    "caveat",
)
"""The columns of every chart's data table: it can be read, and traced, without the briefing."""


def cells(
    questions: Questions, measures: Sequence[Measure], row: SeriesRow, unnamed: str = ""
) -> tuple[str | Number | None, ...]:
    """``row`` in ``COLUMNS``; with ``unnamed`` for its place, nothing tells whose it is."""
    measure = next((each for each in measures if each.id == row.measure), None)
    source = questions.source(row.source)
    return (
        row.measure,
        row.period,
        unnamed or row.place,
        row.group,
        row.value,
        measure.unit if measure else "",
        row.qualifier,
        row.source,
        row.confidence,
        "" if unnamed else row.note,
        source.publisher if source else "",
        source.url if source else "",
        measure.caveat if measure else "",
    )
