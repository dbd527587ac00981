"""Events on lanes over the years, as the Figure of a briefing."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING, NoReturn

from briefing.diagnostics import ComposeError, Problem
from briefing.document import (
    AxisLabel,
    ChartData,
    ChartLine,
    ChartPoint,
    DataTable,
    Figure,
)
from briefing.figures import headline
from briefing.figures.note import DAGGER, Author, Draft, note
from briefing.locale import Locale, period_position
from briefing.publication.records import ChartSpec, Milestone

if TYPE_CHECKING:
    from briefing.publication import Questions

MOST = 8
"""More events than this are a table's matter."""

COLUMNS = ("id", "date", "place", "event", "source", "confidence", "publisher", "url")
"""The columns of a chronology's data table."""


def chronology(
    questions: Questions,
    locale: Locale,
    spec: ChartSpec,
    author: Author,
) -> Draft:
    """The figure of the events that ``spec`` names, a lane for each place.

    ComposeError where there are too many, or one has no words for a chart.
    """
    events = questions.events(spec.events)
    _check(spec, events)
    doubtful = {event.id: _doubtful(questions, event) for event in events}
    lines = _lanes(questions, locale, spec, events, doubtful)
    head = headline.of_events(locale, spec, events, author)
    first, last = events[0].date, events[-1].date
    sub = locale.say("subtitle.join", first=_subject(locale, spec), last=locale.span(first, last))
    drawn = Figure(
        id=spec.id,
        chart=ChartData("chronology", lines, axis=_years(lines)),
        headline=head,
        subtitle=sub,
        alt=_alt(locale, lines, head, sub, any(doubtful.values())),
        note=(),
        table=_table(questions, events),
        sources=tuple(dict.fromkeys(event.source for event in events)),
        span=spec.span,
        language=locale.language,
        where=spec.where,
    )
    cited = [(event.source, doubtful[event.id]) for event in events]
    return Draft(drawn, note(questions, locale, cited, spec.where, caveats={}))


def _check(spec: ChartSpec, events: Sequence[Milestone]) -> None:
    if len(events) > MOST:
        _refuse(spec, f"{len(events)} events", f"name {MOST} at most; chronology() lists them all")
    for event in events:
        if not event.short:
            hint = 'fill the column "short" in its row with a few words'
            _refuse(spec, f'the event "{event.id}" has no short words for a chart', hint)
        if period_position(event.date) is None:  # loading has seen to it
            _refuse(spec, f'"{event.date}" is no date')


def _refuse(spec: ChartSpec, message: str, hint: str = "") -> NoReturn:
    raise ComposeError(Problem(message, spec.where, hint, block=f'chart "{spec.id}"'))


def _doubtful(questions: Questions, event: Milestone) -> bool:
    source = questions.source(event.source)
    return event.confidence == "low" or (source is not None and not source.original_seen)


def _lanes(
    questions: Questions,
    locale: Locale,
    spec: ChartSpec,
    events: Sequence[Milestone],
    doubtful: dict[str, bool],
) -> tuple[ChartLine, ...]:
    """A lane for each place, in alphabetical order."""
    lanes: dict[str, list[ChartPoint]] = {}
    for event in events:
        place = questions.place(event.place)
        lanes.setdefault(place.name if place else event.place, []).append(
            ChartPoint(
                period_position(event.date) or 0.0,
                locale.capital(locale.period(event.date)),
                None,
                event.short + (DAGGER if doubtful[event.id] else ""),
                highlight=event.id in spec.highlight,
                doubtful=doubtful[event.id],
            )
        )
    return tuple(
        ChartLine(name, tuple(points))
        for name, points in sorted(lanes.items(), key=lambda lane: lane[0].casefold())
    )


def _years(lines: Sequence[ChartLine]) -> tuple[AxisLabel, ...]:
    """The years that the events lie in; a year begins at its whole number."""
    places = [point.x for line in lines for point in line.points]
    years = range(math.floor(min(places)), math.floor(max(places)) + 1)
    return tuple(AxisLabel(float(year), str(year)) for year in years)


def _subject(locale: Locale, spec: ChartSpec) -> str:
    return spec.measure_words or locale.say("subtitle.events")


def _alt(locale: Locale, lines: Sequence[ChartLine], head: str, sub: str, doubtful: bool) -> str:
    """Every event is read: a chronology has no first and last that could stand for it."""
    kind = locale.say("chart.chronology")
    parts = [locale.say("alt.opening", kind=kind, subtitle=sub)]
    parts.append(locale.say("alt.headline", headline=head))
    for line in lines:
        said = [locale.say("alt.point", label=it.label, value=it.text) for it in line.points]
        points = reduce(lambda first, last: locale.say("alt.next", first=first, last=last), said)
        parts.append(locale.say("alt.values_of", line=line.name, points=points))
    if doubtful:
        parts.append(locale.say("alt.doubtful"))
    return " ".join(parts)


def _table(questions: Questions, events: Sequence[Milestone]) -> DataTable:
    rows = []
    for event in events:
        source = questions.source(event.source)
        publisher, url = (source.publisher, source.url) if source else ("", "")
        rows.append(
            (
                event.id,
                event.date,
                event.place,
                event.event,
                event.source,
                event.confidence,
                publisher,
                url,
            )
        )
    return DataTable(COLUMNS, tuple(rows))
