"""A chart's spec and rows as the Figure of a briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.document import (
    ChartData,
    ChartLine,
    ChartPoint,
    DataTable,
    Figure,
)
from briefing.figures import headline
from briefing.figures.chronology import chronology
from briefing.figures.dots import dots
from briefing.figures.headline import WORLD
from briefing.figures.note import DAGGER, Author, Draft, Note, note
from briefing.figures.selection import Selection, select
from briefing.figures.table import COLUMNS, cells
from briefing.figures.words import alt_text, subtitle
from briefing.locale import Locale
from briefing.publication.records import ChartSpec

if TYPE_CHECKING:
    from briefing.publication import Questions


def figure(
    questions: Questions,
    locale: Locale,
    spec: ChartSpec,
    author: Author,
    place: str = WORLD,
) -> Draft:
    """The figure of ``spec`` in an edition of ``place``, its citations not yet numbered.

    ComposeError where the rows cannot make one chart, or the headline would not be true.
    """
    if spec.kind == "chronology":
        return chronology(questions, locale, spec, author)
    if spec.kind == "dots":
        return dots(questions, locale, spec, author, place)
    selection = select(questions, locale, spec, place)
    headline.check_words(selection)
    if spec.headline.text:
        text = author.headline(spec, lambda x, line: headline.value_at(selection, x, line))
        head = headline.checked(spec, text, {row.group for row in selection.rows})
    else:
        head = headline.computed(selection)
    sub = subtitle(selection)
    drawn = Figure(
        id=spec.id,
        chart=_chart(selection),
        headline=head,
        subtitle=sub,
        alt=alt_text(selection, sub, head),
        note=(),
        table=_table(questions, selection),
        sources=tuple(dict.fromkeys(row.source for row in selection.rows)),
        span=spec.span,
        language=locale.language,
        where=spec.where,
    )
    return Draft(drawn, _note(questions, selection))


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
    rows = (point.row for line in selection.lines for point in line.points)
    return DataTable(COLUMNS, tuple(cells(questions, selection.measures, row) for row in rows))


def _note(questions: Questions, selection: Selection) -> Note:
    """Source line, and the caveats of the measures."""
    points = [point for line in selection.lines for point in line.points]
    return note(
        questions,
        selection.locale,
        [(point.row.source, point.doubtful) for point in points],
        selection.spec.where,
        caveats={each.caveat: each.where for each in selection.measures if each.caveat},
    )
