"""The publication as it was read: immutable, and ready to be sent to another process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from briefing.document import Where
from briefing.publication.frozen import FrozenMap
from briefing.publication.geography import Geography, geography_of
from briefing.publication.memory import Memory
from briefing.publication.records import (
    AudienceSpec,
    ChartSpec,
    FactRecord,
    Helpline,
    Measure,
    Milestone,
    NumberKey,
    Place,
    QuoteRecord,
    Recommendation,
    Section,
    SeriesRow,
    Settings,
    Source,
    Term,
    key_of,
)
from briefing.publication.refused import Refused
from briefing.publication.sheets.sheet import Sheet

REMEMBERED = 512
"""Answers and texts that are remembered: those of some editions, as one place follows another."""
PASSING = 256
"""Texts, charts and blocks that are remembered: those of some places' editions."""


def _memory() -> Memory[Any, Any]:
    return Memory(REMEMBERED)


def _passing() -> Memory[Any, Any]:
    return Memory(PASSING)


@dataclass(frozen=True)
class Publication:
    """All that authors wrote, validated; the theme is loaded apart.

    The mappings go from an id to its record, in the order of the file or of the file names.
    ``series`` maps the id of a series to its rows.
    """

    root: Path
    settings: Settings
    sources: Mapping[str, Source]
    measures: Mapping[str, Measure]
    facts: Mapping[str, FactRecord]
    series: Mapping[str, tuple[SeriesRow, ...]]
    charts: Mapping[str, ChartSpec]
    audiences: Mapping[str, AudienceSpec]
    quotes: Mapping[str, QuoteRecord]
    places: Mapping[str, Place]
    sections: tuple[Section, ...]
    terms: tuple[Term, ...]
    helplines: tuple[Helpline, ...]
    recommendations: tuple[Recommendation, ...]
    chronology: tuple[Milestone, ...]
    refused: tuple[Refused, ...] = ()
    """The names that must never be printed, as hashes."""
    sheets: Mapping[str, Sheet] = field(default_factory=FrozenMap, compare=False, repr=False)
    """The CSV files by path, for the places of their cells."""
    hashes: Memory[str, str] = field(default_factory=Memory, compare=False, repr=False)
    """What ``trace`` has worked out: many editions ask the same of what cannot change."""
    memory: Memory[Any, Any] = field(default_factory=_memory, init=False, compare=False, repr=False)
    """What ``Questions`` remembers of one edition for the next; it stays in its process."""

    passing: Memory[Any, Any] = field(
        default_factory=_passing, init=False, compare=False, repr=False
    )
    """The same of what few editions need: those of one place."""

    def __getstate__(self) -> dict[str, Any]:
        """All but what can be worked out again quickly: it goes to other processes."""
        return {**self.__dict__, "memory": _memory(), "passing": _passing()}

    @cached_property
    def geography(self) -> Geography:
        """How its places lie in one another, and which have editions."""
        return geography_of(self)

    @cached_property
    def rows_by_place(self) -> Mapping[str, Mapping[str, tuple[tuple[int, SeriesRow], ...]]]:
        """Series to place to its rows, each with its number in the series."""
        found: dict[str, dict[str, list[tuple[int, SeriesRow]]]] = {}
        for series, rows in self.series.items():
            own = found.setdefault(series, {})
            for number, row in enumerate(rows):
                own.setdefault(row.place, []).append((number, row))
        return {
            series: {place: tuple(rows) for place, rows in own.items()}
            for series, own in found.items()
        }

    @cached_property
    def periods(self) -> Mapping[str, tuple[str, ...]]:
        """Series to the periods of its rows, in their order."""
        return {
            series: tuple(dict.fromkeys(row.period for row in rows))
            for series, rows in self.series.items()
        }

    @cached_property
    def rows_by_key(self) -> Mapping[NumberKey, tuple[SeriesRow, ...]]:
        """The rows of all series by what their numbers are of."""
        found: dict[NumberKey, list[SeriesRow]] = {}
        for rows in self.series.values():
            for row in rows:
                found.setdefault(key_of(row), []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    def cell(self, where: Where, column: str) -> Where:
        """The place of a cell of the CSV record at ``where``; ``where`` itself if there is none."""
        sheet = self.sheets.get(where.path)
        if sheet is None or where.line is None:
            return where
        return sheet.cell(where.line, column)
