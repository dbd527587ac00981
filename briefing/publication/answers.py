"""What the publication answers to each question, as plain functions of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from briefing.publication.publication import Publication
from briefing.publication.records import (
    Helpline,
    Milestone,
    Recommendation,
    Section,
    SeriesRow,
)

Selection = Mapping[str, Sequence[str]]
"""Column of a series to the values that are kept."""


def rows(publication: Publication, series: str, selection: Selection) -> tuple[SeriesRow, ...]:
    """The rows of a series whose cells are among those selected, in the file's order."""
    found = publication.series.get(series, ())
    for column, values in selection.items():
        found = tuple(row for row in found if getattr(row, column) in values)
    # Small counts will be suppressed here, before anyone sees them or a hash is made of them.
    return found


def sections(
    publication: Publication, audience: str, place: str, language: str
) -> tuple[Section, ...]:
    """The sections for one edition, by order and then id; one without places is for all places."""
    found = [
        section
        for section in publication.sections
        if section.language == language
        and audience in section.audiences
        and (not section.places or place in section.places)
    ]
    return tuple(sorted(found, key=lambda section: (section.order, section.id)))


def recommendations(publication: Publication, audience: str) -> tuple[Recommendation, ...]:
    """What is asked of an audience, by order."""
    found = [each for each in publication.recommendations if each.audience == audience]
    return tuple(sorted(found, key=lambda each: each.order))


def chronology(publication: Publication, audience: str) -> tuple[Milestone, ...]:
    """The events that an audience is told of, oldest first."""
    found = [event for event in publication.chronology if audience in event.audiences]
    return tuple(sorted(found, key=lambda event: event.date))


def events(publication: Publication, ids: Sequence[str]) -> tuple[Milestone, ...]:
    """The events of these ids, oldest first."""
    found = [event for event in publication.chronology if event.id in ids]
    return tuple(sorted(found, key=lambda event: event.date))


def helplines(publication: Publication, audience: str, place: str) -> tuple[Helpline, ...]:
    """The services for an audience in a place and the places around it, the nearest first."""
    around = _around(publication, place)
    found = [
        line
        for line in publication.helplines
        if audience in line.audiences and line.place in around
    ]
    return tuple(sorted(found, key=lambda line: around.index(line.place)))


def _around(publication: Publication, place: str) -> list[str]:
    found = []
    while place and place not in found:
        found.append(place)
        record = publication.places.get(place)
        place = record.region if record else ""
    return [*found, "world"] if "world" not in found else found


ANSWERS: dict[str, Callable[..., Any]] = {
    "settings": lambda publication: publication.settings,
    "fact": lambda publication, name: publication.facts.get(name),
    "source": lambda publication, name: publication.sources.get(name),
    "measure": lambda publication, name: publication.measures.get(name),
    "chart": lambda publication, name: publication.charts.get(name),
    "audience": lambda publication, name: publication.audiences.get(name),
    "place": lambda publication, name: publication.places.get(name),
    "quote": lambda publication, name: publication.quotes.get(name),
    "rows": rows,
    "sections": sections,
    "recommendations": recommendations,
    "chronology": chronology,
    "events": events,
    "helplines": helplines,
}
"""Each question by its name; a look-up that finds nothing answers None."""
