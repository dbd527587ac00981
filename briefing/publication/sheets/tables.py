"""The CSV tables of a publication, declared as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from briefing.publication.records import (
    BASES,
    CONFIDENCES,
    PLACE_KINDS,
    QUALIFIERS,
    UNITS,
    FactRecord,
    Helpline,
    Measure,
    Milestone,
    Place,
    QuoteRecord,
    Recommendation,
    SeriesRow,
    Source,
    Term,
)

R = TypeVar("R")


NUMBER_KINDS = ("number", "value", "whole")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its ``kind`` is a key of ``values.READERS``.

    ``optional``: the column may be left out. ``blank``: a cell may be empty, and then means
    ``default`` if there is one. ``legal``: the only values. ``refers``: the kind of thing that
    each value must name ("source").
    """

    name: str
    kind: str = "text"
    optional: bool = False
    blank: bool = False
    legal: tuple[str, ...] = ()
    refers: str = ""
    default: str = ""


@dataclass(frozen=True, slots=True)
class Table(Generic[R]):
    """A table: one ``record`` a row, made of the cells by name.

    ``defines``: the kind of thing whose ids stand in the first column ("source"), or empty.
    ``key``: the columns that no two rows share.
    """

    path: str
    record: Callable[..., R]
    columns: tuple[Column, ...]
    defines: str = ""
    key: tuple[str, ...] = ("id",)
    required: bool = False


def _refer(kind: str, name: str = "", *, blank: bool = False) -> Column:
    return Column(name or kind, "name", refers=kind, blank=blank)


def fact_record(value: tuple[Any, Any], **cells: Any) -> FactRecord:
    """A fact; ``value`` is its number, or both ends of its range."""
    return FactRecord(value=value[0], upper=value[1], **cells)


def place_record(id: str, kind: str, in_text: str, name: str, **cells: Any) -> Place:
    """A place; where no kind is written, an id of three letters is a country's."""
    kind = kind or ("world" if id == "world" else "country" if len(id) == 3 else "region")
    return Place(id=id, kind=kind, in_text=in_text or name, name=name, **cells)


_ID = Column("id", "id")
_AUDIENCES = Column("audiences", "names", refers="audience")
_CONFIDENCE = Column("confidence", legal=CONFIDENCES)
_QUALIFIER = Column("qualifier", legal=QUALIFIERS[1:], blank=True)
_GROUP = Column("group", blank=True)
_NOTE = Column("note", optional=True, blank=True)

SOURCES = Table(
    "data/sources.csv",
    Source,
    (
        _ID,
        Column("publisher"),
        Column("title"),
        Column("published", "date", blank=True),
        Column("url", "address", blank=True),
        Column("terms", blank=True),
        _CONFIDENCE,
        Column("basis", legal=BASES),
        Column("language", "language", optional=True, blank=True),
    ),
    defines="source",
    required=True,
)

MEASURES = Table(
    "data/measures.csv",
    Measure,
    (
        _ID,
        Column("name"),
        Column("unit", legal=UNITS),
        Column("counts"),
        Column("excludes", blank=True),
        Column("caveat", blank=True),
        Column("smallest", "whole", optional=True, blank=True),
    ),
    defines="measure",
    required=True,
)

FACTS = Table(
    "data/facts.csv",
    fact_record,
    (
        _ID,
        _refer("measure"),
        Column("value", "value", blank=True),
        _QUALIFIER,
        Column("period", "period"),
        _refer("place"),
        _GROUP,
        _refer("source"),
        Column("locator", optional=True, blank=True),
        _CONFIDENCE,
        Column("calculation", blank=True),
        _NOTE,
    ),
    defines="fact",
    required=True,
)

PLACES = Table(
    "data/places.csv",
    place_record,
    (
        _ID,
        Column("name"),
        Column("in_text", optional=True, blank=True),
        Column("kind", legal=PLACE_KINDS, optional=True, blank=True),
        _refer("place", "region", blank=True),
        Column("edition", "yes-no"),
        _NOTE,
        Column("also", "names", refers="place", optional=True, blank=True),
    ),
    defines="place",
    required=True,
)

QUOTES = Table(
    "data/quotes.csv",
    QuoteRecord,
    (
        _ID,
        Column("speaker"),
        Column("role", blank=True),
        Column("quote"),
        _refer("source"),
        Column("verbatim", "yes-no"),
    ),
    defines="quote",
)

RECOMMENDATIONS = Table(
    "data/recommendations.csv",
    Recommendation,
    (
        _ID,
        _refer("audience"),
        Column("order", "whole"),
        Column("lead"),
        Column("text"),
        _refer("source", blank=True),
        Column("basis", legal=("source", "inference")),
    ),
)

CHRONOLOGY = Table(
    "data/chronology.csv",
    Milestone,
    (
        _ID,
        Column("date", "date"),
        _refer("place"),
        Column("event"),
        _refer("source"),
        _CONFIDENCE,
        _AUDIENCES,
        Column("short", optional=True, blank=True),
    ),
    defines="event",
)

HELPLINES = Table(
    "data/helplines.csv",
    Helpline,
    (
        _ID,
        _AUDIENCES,
        _refer("place"),
        Column("name"),
        Column("purpose"),
        Column("url", "address"),
        Column("phone", blank=True),
        Column("verified", "day", blank=True),
        _refer("source", blank=True),
    ),
)

TERMS = Table(
    "data/terms.csv",
    Term,
    (
        Column("discouraged"),
        Column("recommended"),
        Column("reason", blank=True),
        _refer("source", blank=True),
    ),
    key=("discouraged",),
)

TABLES: tuple[Table[Any], ...] = (
    SOURCES,
    MEASURES,
    FACTS,
    PLACES,
    QUOTES,
    RECOMMENDATIONS,
    CHRONOLOGY,
    HELPLINES,
    TERMS,
)

PATHS = tuple(table.path for table in TABLES)
"""The files of the tables above: all that stand in ``data/`` itself."""

REQUIRED_PATHS = tuple(table.path for table in TABLES if table.required)

SERIES_FOLDER = "data/series"

SERIES_COLUMNS = (
    _refer("measure"),
    Column("period", "period"),
    Column("place", "name", refers="place", optional=True, blank=True, default="world"),
    Column("group", optional=True, blank=True),
    Column("value", "number", blank=True),
    Column("qualifier", legal=QUALIFIERS[1:], optional=True, blank=True),
    _refer("source"),
    _CONFIDENCE,
    _NOTE,
)

ROW_COLUMNS = ("measure", "period", "place", "group")
"""The columns that tell the rows of a series apart, and that a chart may select by."""


def series_table(path: str, series: str) -> Table[SeriesRow]:
    """The table of one series, in the file at ``path``."""

    def row(**cells: Any) -> SeriesRow:
        return SeriesRow(series=series, **cells)

    return Table(path, row, SERIES_COLUMNS, key=ROW_COLUMNS)
