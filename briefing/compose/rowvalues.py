"""Rows of a series as values of an edition: of its place, of its region, of the world.

An author names one as ``SERIES:PERIOD``, which is the row of the edition's place; as
``SERIES:PERIOD:region``, the row of its region or else the sum over the region's countries; or as
``SERIES:PERIOD:world``. ``SERIES/MEASURE`` tells apart rows of several measures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.compose.signatures import ExpressionError
from briefing.diagnostics import nearest
from briefing.publication.geography import FEW
from briefing.publication.records import FactRecord, SeriesRow
from briefing.values import value

if TYPE_CHECKING:
    from briefing.publication import Questions

LIMITS = ("under", "up-to")
"""Qualifiers that give only an upper limit: nothing is computed from such a value."""

WORDS = ("region", "world")
"""What may follow the period; without it the value is that of the edition's place."""

USAGE = 'write "SERIES:PERIOD", "SERIES:PERIOD:region" or "SERIES:PERIOD:world"'


@value
class RowValue:
    """A value as a record, the sources of all rows behind it, and how many were added up.

    ``summed`` is 0 for a row as it stands.
    """

    record: FactRecord
    sources: tuple[str, ...]
    summed: int = 0


@value
class _Name:
    """The parts of a row's name."""

    series: str
    measure: str
    period: str
    word: str


class RowValues:
    """The rows that the texts of one edition name."""

    def __init__(self, questions: Questions, place: str) -> None:
        self.questions = questions
        self.place = place
        self._found: dict[str, RowValue | None] = {}
        self.placed = False
        """Whether anything has asked for a row, which is another one in each edition."""
        self._by_id: dict[str, RowValue] = {}

    def names_row(self, name: str) -> bool:
        """Whether ``name`` is that of a row, and not of a fact."""
        row = ":" in name
        self.placed = self.placed or row
        return row

    def missing(self, name: str) -> bool:
        """Whether ``name`` is that of a row that this edition lacks; ExpressionError if wrong."""
        return self.names_row(name) and self.find(name) is None

    def value(self, name: str) -> RowValue:
        """The value of ``name``; ExpressionError where there is none."""
        found = self._by_id.get(name) or self.find(name)
        if found is None:
            hint = f'leave the sentence out where it is missing: {{% if known("{name}") %}}'
            raise ExpressionError(f'"{name}" has no value in this edition', hint)
        return found

    def find(self, name: str) -> RowValue | None:
        """The value of ``name``, None where there is none; ExpressionError for a wrong name."""
        if name not in self._found:
            self._found[name] = found = self._find(self._parts(name))
            if found is not None:
                self._by_id[found.record.id] = found
        return self._found[name]

    def _parts(self, name: str) -> _Name:
        parts = name.split(":")
        series, _, measure = parts[0].partition("/")
        if len(parts) not in (2, 3):
            raise ExpressionError(f'"{name}" is no row of a series', USAGE)
        known = self.questions.names("series")
        if series not in known:
            raise ExpressionError(f'there is no series "{series}"', nearest(series, known))
        periods = self.questions.periods(series)
        if parts[1] not in periods:
            message = f'no row of the series "{series}" has the period "{parts[1]}"'
            raise ExpressionError(message, nearest(parts[1], periods))
        word = parts[2] if len(parts) == 3 else ""
        if len(parts) == 3 and word not in WORDS:
            raise ExpressionError(f'"{word}" is no part of "{name}"', USAGE)
        return _Name(series, measure, parts[1], word)

    def _find(self, name: _Name) -> RowValue | None:
        if not name.word:
            return self._at(name, self.place)
        # Of a region or the world: the same for each place in it.
        place = "world" if name.word == "world" else self.questions.home(self.place)
        return self.questions.once(("row", name, place), lambda: self._at(name, place), tuple, {})

    def _at(self, name: _Name, place: str) -> RowValue | None:
        rows = self._rows(name, (place,))
        if len(rows) > 1:
            measures = ", ".join(sorted({row.measure for row in rows}))
            hint = f"name the measure, {name.series}/MEASURE:{name.period}: {measures}"
            raise ExpressionError(f"several rows for {place} in {name.period}", hint)
        if rows and rows[0].value is not None:
            return RowValue(self._record(name, place, rows), (rows[0].source,))
        record = self.questions.place(place)
        if rows or record is None or record.kind != "region":
            return None
        return self._sum(name, place)

    def _sum(self, name: _Name, region: str) -> RowValue | None:
        """The sum over the countries of a region; those of which only a limit is known are out."""
        rows = self._rows(name, self.questions.members(region))
        known = [row for row in rows if row.value is not None and row.qualifier not in LIMITS]
        if len(known) < FEW:
            return None  # the total of few would tell what one of them is
        measures = {row.measure for row in known}
        measure = self.questions.measure(known[0].measure)
        if len(measures) > 1 or measure is None or measure.unit != "count":
            message = f'the rows of "{name.series}" cannot be added up for a region'
            raise ExpressionError(message, "only counts of one measure can")
        sources = tuple(dict.fromkeys(row.source for row in known))
        return RowValue(self._record(name, region, known), sources, len(known))

    def _rows(self, name: _Name, places: tuple[str, ...]) -> list[SeriesRow]:
        kept = {"period": (name.period,), "place": places}
        if name.measure:
            kept["measure"] = (name.measure,)
        return [row for row in self.questions.rows(name.series, kept) if not row.group]

    def _record(self, name: _Name, place: str, rows: list[SeriesRow]) -> FactRecord:
        series = f"{name.series}/{name.measure}" if name.measure else name.series
        qualifiers = {row.qualifier for row in rows}
        return FactRecord(
            id=f"{series}:{name.period}:{place}",
            measure=rows[0].measure,
            value=sum(row.value for row in rows if row.value is not None),
            upper=None,
            qualifier=qualifiers.pop() if len(qualifiers) == 1 else "about",
            period=name.period,
            place=place,
            group="",
            source=rows[0].source,
            locator="",
            confidence="low" if any(row.confidence == "low" for row in rows) else "high",
            calculation="",
            note="",
            where=rows[0].where,
        )
