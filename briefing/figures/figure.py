"""A chart's spec and rows as the Figure of a briefing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, TypeAlias

from briefing.document import (
    ChartData,
    ChartLine,
    ChartPoint,
    Citation,
    DataTable,
    Figure,
    Inline,
    Text,
    Where,
)
from briefing.figures import headline
from briefing.figures.selection import Selection, select
from briefing.figures.words import alt_text, subtitle
from briefing.locale import Locale
from briefing.publication.records import ChartSpec

if TYPE_CHECKING:
    from briefing.publication import Questions

Cite: TypeAlias = Callable[[str, bool], Citation]
"""Makes the next citation of a source; True where what it supports is doubtful."""

DAGGER = "†"

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


class Author(Protocol):
    """Reads what an author wrote in a chart's file."""

    def headline(self, spec: ChartSpec, row: Callable[[str], str]) -> str:
        """The headline's override, with ``row`` for its values."""

    def note(self, spec: ChartSpec) -> tuple[Inline, ...]:
        """The note after the source line."""


def figure(
    questions: Questions,
    locale: Locale,
    spec: ChartSpec,
    cite: Cite,
    author: Author,
    where: Where | None = None,
) -> Figure:
    """The figure of ``spec``; ``where`` is the place that calls for it.

    ComposeError where the rows cannot make one chart, or the headline would not be true.
    """
    selection = select(questions, locale, spec)
    if spec.headline.text:
        text = author.headline(spec, lambda x: headline.value_at(selection, x))
        head = headline.checked(selection, text)
    else:
        head = headline.computed(selection)
    sub = subtitle(selection)
    return Figure(
        id=spec.id,
        chart=_chart(selection),
        headline=head,
        subtitle=sub,
        alt=alt_text(selection, sub, head),
        note=_note(questions, selection, cite, author),
        table=_table(questions, selection),
        sources=tuple(dict.fromkeys(row.source for row in selection.rows)),
        span=spec.span,
        language=locale.language,
        where=where or spec.where,
    )


def _chart(selection: Selection) -> ChartData:
    spec = selection.spec
    lines = []
    for line in selection.lines:
        points = tuple(
            ChartPoint(
                point.position,
                point.label,
                point.value,
                selection.marked(point) + (DAGGER if point.doubtful else ""),
                highlight=point.x in spec.highlight,
                doubtful=point.doubtful,
            )
            for point in line.points
        )
        lines.append(ChartLine(line.name, points, highlight=line.key in spec.highlight))
    percent_bars = spec.kind == "bars" and selection.unit == "percent"
    return ChartData(spec.kind, tuple(lines), whole=100 if percent_bars else None)


def _table(questions: Questions, selection: Selection) -> DataTable:
    measures = {measure.id: measure for measure in selection.measures}
    rows = []
    for row in (point.row for line in selection.lines for point in line.points):
        measure = measures.get(row.measure)
        source = questions.source(row.source)
        rows.append(
            (
                row.measure,
                row.period,
                row.place,
                row.group,
                row.value,
                measure.unit if measure else "",
                row.qualifier,
                row.source,
                row.confidence,
                row.note,
                source.publisher if source else "",
                source.url if source else "",
                measure.caveat if measure else "",
            )
        )
    return DataTable(COLUMNS, tuple(rows))


def _note(
    questions: Questions, selection: Selection, cite: Cite, author: Author
) -> tuple[Inline, ...]:
    """Source line, the measure's caveat, then the author's note."""
    publishers = _publishers(questions, selection)
    locale, spec = selection.locale, selection.spec
    out: list[Inline] = []
    for number, (publisher, sources) in enumerate(publishers.items()):
        opening = "source.one" if len(publishers) == 1 else "source.many"
        before = locale.say(opening) if number == 0 else " "
        after = "." if number == len(publishers) - 1 else ","
        out.append(Text(before + publisher + after, where=spec.where))
        cited = [cite(source, doubtful) for source, doubtful in sources.items()]
        cited.sort(key=lambda citation: citation.number)
        out += cited
    caveats = {measure.caveat: measure for measure in selection.measures if measure.caveat}
    note = author.note(spec) if spec.note else ()
    if caveats or note:
        out.append(Text(" ", where=spec.where))
    for number, (caveat, measure) in enumerate(caveats.items(), start=1):
        gap = " " * bool(note or number < len(caveats))
        out.append(Text(_sentence(locale, caveat) + gap, where=measure.where))
    return (*out, *note)


def _sentence(locale: Locale, caveat: str) -> str:
    ending = "" if caveat.endswith((".", "!", "?")) else "."
    return locale.capital(caveat) + ending


def _publishers(questions: Questions, selection: Selection) -> dict[str, dict[str, bool]]:
    """Publisher to its sources, in the order of the alphabet, each with whether it is doubtful."""
    found: dict[str, dict[str, bool]] = {}
    for point in (point for line in selection.lines for point in line.points):
        source = questions.source(point.row.source)
        publisher = source.publisher if source else point.row.source
        own = found.setdefault(publisher, {})
        own[point.row.source] = own.get(point.row.source, False) or point.doubtful
    return dict(sorted(found.items(), key=lambda item: item[0].casefold()))
