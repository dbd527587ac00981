"""A chart's spec and rows as the Figure of a briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.document import (
    ChartData,
    ChartLine,
    ChartPoint,
    DataTable,
    Figure,
    Inline,
    Where,
)
from briefing.figures import headline
from briefing.figures.chronology import chronology
from briefing.figures.note import DAGGER, Author, Cite, note
from briefing.figures.selection import Selection, select
from briefing.figures.words import alt_text, subtitle
from briefing.locale import Locale
from briefing.publication.records import ChartSpec

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
    if spec.kind == "chronology":
        return chronology(questions, locale, spec, cite, author, where)
    selection = select(questions, locale, spec)
    headline.check_words(selection)
    if spec.headline.text:
        text = author.headline(spec, lambda x, line: headline.value_at(selection, x, line))
        head = headline.checked(spec, text, {row.group for row in selection.rows})
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
                apart=selection.apart(point),
            )
            for point in line.points
        )
        lines.append(ChartLine(line.name, points, highlight=line.key in spec.highlight))
    share = spec.kind in ("bars", "waffle") and selection.unit == "percent"
    return ChartData(spec.kind, tuple(lines), whole=100 if share else None)


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
    """Source line, the caveats of the measures, then the author's note."""
    spec = selection.spec
    points = [point for line in selection.lines for point in line.points]
    return note(
        questions,
        selection.locale,
        [(point.row.source, point.doubtful) for point in points],
        cite,
        spec.where,
        caveats={each.caveat: each.where for each in selection.measures if each.caveat},
        last=author.note(spec) if spec.note else (),
    )
