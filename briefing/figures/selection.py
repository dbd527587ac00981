"""The rows of one chart, put in order and checked, before a word is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, NoReturn

from briefing.diagnostics import ComposeError, Problem
from briefing.figures.around import selected
from briefing.locale import SCALES, Locale, is_year, period_position
from briefing.publication.records import ChartSpec, Measure, Number, SeriesRow
from briefing.values import value

if TYPE_CHECKING:
    from briefing.publication import Questions

LIMITS = ("under", "up-to")
"""Qualifiers that give only an upper limit: nothing is computed from such a value."""

MOST_SQUARES = 4
MOST_PANELS = 12

COMPANY_SERIES = ("provider", "platform", "compan")
"""Series whose name holds one of these have a company in each row's group."""


@value
class Point:
    """One row at its place on the axis: ``x`` as authors write it, ``label`` as it is printed."""

    x: str
    label: str
    position: float
    row: SeriesRow
    doubtful: bool

    @property
    def value(self) -> Number | None:
        """The number to draw and compute with; None in a hole and where only a limit is known."""
        return None if self.row.qualifier in LIMITS else self.row.value


@value
class Line:
    """The points of one value of ``split``; ``key`` and ``name`` are empty where there is one."""

    key: str
    name: str
    points: tuple[Point, ...]

    def at(self, x: str) -> Point | None:
        """The point at ``x``."""
        return next((point for point in self.points if point.x == x), None)

    @property
    def known(self) -> tuple[Point, ...]:
        """The points that have a number."""
        return tuple(point for point in self.points if point.value is not None)


@value
class Selection:
    """Everything of a chart that its data, words and note are made from."""

    spec: ChartSpec
    locale: Locale
    rows: tuple[SeriesRow, ...]
    lines: tuple[Line, ...]
    measures: tuple[Measure, ...]
    place_names: dict[str, str] = field(default_factory=dict)

    @property
    def unit(self) -> str:
        """The one unit of all rows."""
        return self.measures[0].unit

    @property
    def in_time(self) -> bool:
        """Whether the axis is time."""
        return self.spec.x == "period"

    def apart(self, point: Point) -> bool:
        """Whether a point in time is of another measure or length of time than the first one."""
        first = self.lines[0].points[0]
        if self.spec.kind != "columns" or not self.in_time:
            return False
        other = point.row.measure != first.row.measure
        return other or is_year(point.x) != is_year(first.x)

    def printed(self, point: Point, style: str = "full") -> str:
        """The value at ``point`` with qualifier and unit, as in a sentence."""
        value, row = point.row.value, point.row
        if value is None:
            return ""
        if row.qualifier == "under" and self.unit == "count" and value <= 10:
            return self.locale.suppressed(int(value))
        if style == "short" and self.spec.scale == "million":
            text = self.locale.in_millions(value, self.decimals, row.qualifier)
        else:
            text = self.locale.value(value, self.unit, style, qualifier=row.qualifier)
        return self.locale.with_unit(text, value, self.unit)

    def marked(self, point: Point) -> str:
        """The value at ``point`` as its mark is labelled: scaled, without a unit's word."""
        value, row = point.row.value, point.row
        if value is None:
            return ""
        if row.qualifier == "under" and self.unit == "count" and value <= 10:
            return self.locale.suppressed(int(value))
        return self.locale.value(
            value, self.unit, scale=self.spec.scale, qualifier=row.qualifier, decimals=self.decimals
        )

    @property
    def decimals(self) -> int:
        """Decimal places of all scaled labels: none where they would be zeros, or say too much."""
        if not self.spec.scale:
            return 0
        step = int(SCALES[self.spec.scale])
        values = [abs(row.value) for row in self.rows if row.value is not None]
        return 0 if all(v % step == 0 for v in values) or max(values) >= 100 * step else 1


def select(questions: Questions, locale: Locale, spec: ChartSpec, place: str) -> Selection:
    """The rows of ``spec`` in an edition of ``place``; ComposeError if they make no chart."""
    selection = gathered(questions, locale, spec, place)
    if fault := misfit(selection):
        refuse(spec, *fault)
    return selection


def gathered(questions: Questions, locale: Locale, spec: ChartSpec, place: str) -> Selection:
    """The rows of ``spec`` in order, whether or not they fit its kind (``misfit``)."""
    _, selection = questions.once(
        ("selection", id(spec), locale.language),
        lambda: (spec, _gathered(questions, locale, spec, place)),  # kept with it, for its id
        lambda: ("place",) if spec.around else (),
        {"place": place},
    )
    return selection


def _gathered(questions: Questions, locale: Locale, spec: ChartSpec, place: str) -> Selection:
    rows = questions.rows(spec.series, selected(questions, spec, place))
    if not rows:
        refuse(spec, f'no row of the series "{spec.series}" is selected', "widen [rows]")
    names = _place_names(questions, rows)
    measures = measures_of(questions, spec, rows)
    keys = dict.fromkeys(getattr(row, spec.split) for row in rows) if spec.split else [""]
    lines = []
    for key in keys:
        own = [row for row in rows if not spec.split or getattr(row, spec.split) == key]
        name = _label(spec, locale, spec.split, key, names) if spec.split else ""
        lines.append(Line(key, name, _points(questions, spec, locale, own, names)))
    if _unranked(spec, spec.split):
        lines.sort(key=lambda line: line.name.casefold())
    return Selection(spec, locale, rows, tuple(lines), measures, names)


def misfit(selection: Selection) -> tuple[str, str] | None:
    """What keeps the rows from being drawn as their kind of chart, and how to mend it."""
    kind, lines = selection.spec.kind, selection.lines
    if kind == "slope" and not selection.in_time:
        return 'a slope needs x = "period"', 'use kind = "pairs" for two groups'
    if kind == "waffle" and selection.unit != "percent":
        return "squares of a hundred need a measure in percent", 'use kind = "bars"'
    if kind == "waffle" and len(lines[0].points) > MOST_SQUARES:
        return f"more than {MOST_SQUARES} values", 'select fewer with [rows], or use kind = "bars"'
    if kind not in ("pairs", "slope", "panels"):
        return None
    if kind == "panels" and not 2 <= len(lines) <= MOST_PANELS:
        return f"{len(lines)} lines, where panels take 2 to {MOST_PANELS}", "select with [rows]"
    first = [point.x for point in lines[0].points]
    if kind != "panels" and len(first) != 2:
        hint = 'select two with [rows], or use kind = "line"'
        return (
            f'{len(first)} values of "{selection.spec.x}", where a chart of this kind takes two',
            hint,
        )
    for line in lines[1:]:
        if {point.x for point in line.points} != set(first):
            hint = "give each line a row for the same ones; an empty value says that there is none"
            return f'"{line.name}" has not the same "{selection.spec.x}" as the others', hint
    return None


def refuse(spec: ChartSpec, message: str, hint: str = "") -> NoReturn:
    """Raise ComposeError for a chart that cannot be drawn."""
    raise ComposeError(Problem(message, spec.where, hint, block=f'chart "{spec.id}"'))


def _place_names(questions: Questions, rows: Iterable[SeriesRow]) -> dict[str, str]:
    names = {}
    for place in dict.fromkeys(row.place for row in rows):
        record = questions.place(place)
        names[place] = record.name if record else place
    return names


def measures_of(
    questions: Questions, spec: ChartSpec, rows: Iterable[SeriesRow]
) -> tuple[Measure, ...]:
    """The measures of ``rows``; ComposeError where they have no one unit."""
    found = [questions.measure(name) for name in dict.fromkeys(row.measure for row in rows)]
    measures = tuple(measure for measure in found if measure is not None)
    units = sorted({measure.unit for measure in measures})
    if len(units) != 1:
        hint = "select rows of one unit with [rows] measure"
        refuse(spec, f"the rows have different units: {', '.join(units) or 'none'}", hint)
    return measures


def _points(
    questions: Questions,
    spec: ChartSpec,
    locale: Locale,
    rows: Sequence[SeriesRow],
    names: dict[str, str],
) -> tuple[Point, ...]:
    seen: dict[str, Point] = {}
    for row in rows:
        x = getattr(row, spec.x)
        if x in seen:
            message = f'two rows of the series "{spec.series}" stand at "{x}"'
            refuse(spec, message, "select one with [rows], or set split")
        position = period_position(x) if spec.x == "period" else 0.0
        if position is None:
            refuse(spec, f'"{x}" is no period')
        doubtful = is_doubtful(questions, row)
        label = _label(spec, locale, spec.x, x, names)
        seen[x] = Point(x, label, position or 0.0, row, doubtful)
    return _ordered(spec, list(seen.values()))


def is_doubtful(questions: Questions, row: SeriesRow) -> bool:
    """Whether somebody must still check the value of ``row``."""
    source = questions.source(row.source)
    return row.confidence == "low" or (source is not None and not source.original_seen)


def unranked(spec: ChartSpec) -> bool:
    """Whether the axis holds places or companies, which no chart or headline may rank."""
    return _unranked(spec, spec.x)


def _unranked(spec: ChartSpec, column: str) -> bool:
    company = column == "group" and any(word in spec.series for word in COMPANY_SERIES)
    return column == "place" or company


def _ordered(spec: ChartSpec, points: list[Point]) -> tuple[Point, ...]:
    if spec.x == "period":
        return tuple(sorted(points, key=lambda point: point.position))
    if unranked(spec):
        # By name and never by value: a chart of places or companies is no league table.
        points = sorted(points, key=lambda point: point.label.casefold())
    return tuple(
        Point(point.x, point.label, float(number), point.row, point.doubtful)
        for number, point in enumerate(points)
    )


def _label(spec: ChartSpec, locale: Locale, column: str, value: str, names: dict[str, str]) -> str:
    if value in spec.labels:
        return spec.labels[value]
    if column == "period":
        return locale.capital(locale.period(value))
    return names.get(value, value) if column == "place" else locale.capital(value)
