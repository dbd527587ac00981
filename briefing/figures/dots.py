"""A place among the countries of its region, which stay unnamed, as the Figure of a briefing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.document import AxisLabel, ChartData, ChartLine, ChartPoint, DataTable, Figure, Where
from briefing.figures import dot_words, headline
from briefing.figures.note import DAGGER, Author, Draft, note
from briefing.figures.scale import Scale, scale_of
from briefing.figures.selection import Line, Point, Selection, is_doubtful, measures_of, refuse
from briefing.figures.strips import Strip, Strips, read_strips, reason_against
from briefing.figures.table import COLUMNS, cells
from briefing.locale import Locale, period_position
from briefing.publication.records import ChartSpec, Number, SeriesRow
from briefing.values import value

if TYPE_CHECKING:
    from briefing.publication import Questions


@value
class _Chart:
    """The strips of a chart with what their words are made from.

    ``selection`` holds the rows of the marked place alone: no other value may be quoted.
    """

    questions: Questions
    selection: Selection
    strips: Strips
    doubtful: frozenset[tuple[str, str]]

    @property
    def locale(self) -> Locale:
        return self.selection.locale


def dots(
    questions: Questions,
    locale: Locale,
    spec: ChartSpec,
    author: Author,
    place: str,
) -> Draft:
    """The figure of ``spec`` in an edition of ``place``: a strip for each period.

    A country is marked and named; in the edition of a region no dot is. ComposeError where
    ``possible`` says that there are too few numbers.
    """
    strips = read_strips(questions, spec, place)
    if reason := reason_against(strips):
        refuse(spec, *reason)
    chart = _chart(questions, locale, spec, strips)
    head = _headline(chart, spec, author)
    sub = dot_words.subtitle(chart.selection, strips)
    drawn = Figure(
        id=spec.id,
        chart=_data(chart),
        headline=head,
        subtitle=sub,
        alt=dot_words.alt_text(chart.selection, strips, sub, head),
        note=(),
        table=_table(chart),
        sources=tuple(dict.fromkeys(row.source for row in _printed(strips))),
        span=spec.span,
        language=locale.language,
        where=spec.where,
    )
    cited = [(row.source, _key(row) in chart.doubtful) for row in _printed(strips)]
    return Draft(drawn, note(questions, locale, cited, spec.where, _caveats(chart)))


def _chart(questions: Questions, locale: Locale, spec: ChartSpec, strips: Strips) -> _Chart:
    measures = measures_of(questions, spec, strips.rows)
    names = {
        name: place.in_text or place.name
        for name in filter(None, (strips.own, strips.region))
        if (place := questions.place(name))
    }
    first = {_key(row): row for row in strips.rows}
    known = frozenset(key for key, row in first.items() if is_doubtful(questions, row))
    own = [strip.own for strip in strips.strips if strip.own]
    lines: tuple[Line, ...] = ()
    if record := questions.place(strips.own) if strips.own else None:
        points = tuple(_point(locale, row, _key(row) in known) for row in own)
        lines = (Line(strips.own, record.name, points),)
    selection = Selection(spec, locale, tuple(own), lines, measures, names)
    return _Chart(questions, selection, strips, known)


def _key(row: SeriesRow) -> tuple[str, str]:
    """What decides whether a row is doubtful."""
    return row.source, row.confidence


def _point(locale: Locale, row: SeriesRow, doubtful: bool) -> Point:
    label = locale.capital(locale.period(row.period))
    return Point(row.period, label, period_position(row.period) or 0.0, row, doubtful)


def _headline(chart: _Chart, spec: ChartSpec, author: Author) -> str:
    headline.check_words(chart.selection)
    if not spec.headline.text:
        return dot_words.headline(chart.selection, chart.strips)

    def value(x: str, line: str) -> str:
        if not chart.selection.lines:
            hint = 'use say = "median", which knows both'
            refuse(spec, "no country is marked in this edition, so row() has no value", hint)
        return headline.value_at(chart.selection, x, line)

    return headline.checked(spec, author.headline(spec, value))


def _data(chart: _Chart) -> ChartData:
    strips = chart.strips.strips
    unit = chart.selection.unit
    scale = scale_of([value for strip in strips for value in strip.values], unit)
    words = dot_words.median_words(chart.selection, chart.strips)
    lines = []
    for strip, text in zip(strips, words, strict=True):
        name = chart.locale.capital(chart.locale.period(strip.period)) if len(strips) > 1 else ""
        points = tuple(_mark(chart, row, scale) for row in strip.rows)
        lines.append(ChartLine(name, points, median=AxisLabel(scale.at(strip.median), text)))
    axis_words = chart.locale.say("dots.each_tenfold" if scale.tenfold else "dots.each")
    return ChartData(
        "dots", tuple(lines), axis=scale.labels(chart.locale, unit), axis_words=axis_words
    )


def _mark(chart: _Chart, row: SeriesRow, scale: Scale) -> ChartPoint:
    """A dot; only the place of the edition has words."""
    assert row.value is not None  # rows of a strip have numbers
    doubtful = _key(row) in chart.doubtful
    if row.place != chart.strips.own:
        return ChartPoint(scale.at(row.value), "", row.value, "", doubtful=doubtful)
    (line,) = chart.selection.lines
    text = chart.selection.marked(_point(chart.locale, row, doubtful))
    return ChartPoint(
        scale.at(row.value),
        line.name,
        row.value,
        text + (DAGGER if doubtful else ""),
        highlight=True,
        doubtful=doubtful,
    )


def _caveats(chart: _Chart) -> dict[str, Where]:
    """What the median is, what is not drawn, and the caveats of the measures."""
    # Where the publication stands as a whole: these are the program's own words.
    ours = chart.questions.settings().where
    found = {chart.locale.say("dots.our_median"): ours}
    if left_out := dot_words.left_out(chart.selection, chart.strips):
        found[left_out] = ours
    return found | {each.caveat: each.where for each in chart.selection.measures if each.caveat}


def _printed(strips: Strips) -> list[SeriesRow]:
    """The rows that the figure rests on: those drawn, and those of the place."""
    found = [row for strip in strips.strips for row in strip.rows]
    return found + [strip.own for strip in strips.strips if strip.own and strip.own not in found]


def _table(chart: _Chart) -> DataTable:
    rows: list[tuple[str | Number | None, ...]] = []
    words = chart.locale.say("dots.another" if chart.strips.own else "dots.one")
    for strip in chart.strips.strips:
        named = [strip.own] if strip.own else []
        others = [row for row in strip.rows if row.place != chart.strips.own]
        for row in named:
            rows.append(cells(chart.questions, chart.selection.measures, row))
        for row in others:  # in the order of their values
            rows.append(cells(chart.questions, chart.selection.measures, row, words))
        rows.append(_median_row(chart, strip))
    return DataTable(COLUMNS, tuple(rows))


def _median_row(chart: _Chart, strip: Strip) -> tuple[str | Number | None, ...]:
    """The median as a row of its own, so that each printed number is in the table."""
    sources = " ".join(dict.fromkeys(row.source for row in strip.rows))
    median = replace(
        strip.rows[0],
        place=chart.locale.say("dots.median_row"),
        value=strip.median,
        qualifier="",
        source=sources,
        note=chart.locale.say("dots.median_note", drawn=len(strip.rows), left_out=strip.left_out),
    )
    return cells(chart.questions, chart.selection.measures, median)
