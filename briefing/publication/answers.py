"""What the publication answers to each question, as plain functions of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from briefing.publication.geography import WORLD
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
    if "place" in selection:
        # Hundreds of editions each ask for few places of many: by an index.
        own = publication.rows_by_place.get(series, {})
        kept = [row for place in dict.fromkeys(selection["place"]) for row in own.get(place, ())]
        found = tuple(row for _, row in sorted(kept, key=itemgetter(0)))
    for column, values in selection.items():
        if column != "place":
            found = tuple(row for row in found if getattr(row, column) in values)
    return found


def sections(
    publication: Publication, audience: str, place: str, language: str
) -> tuple[Section, ...]:
    """The sections for one edition, by order and then id; one without places is for all places."""
    record = publication.places.get(place)
    named = {place, record.kind} if record else {place}
    found = [
        section
        for section in publication.sections
        if section.language == language
        and audience in section.audiences
        and (not section.places or not named.isdisjoint(section.places))
    ]
    return tuple(sorted(found, key=lambda section: (section.order, section.id)))


def recommendations(publication: Publication, audience: str) -> tuple[Recommendation, ...]:
    """What is asked of an audience, by order."""
    found = [each for each in publication.recommendations if each.audience == audience]
    return tuple(sorted(found, key=lambda each: each.order))


def chronology(publication: Publication, audience: str, place: str) -> tuple[Milestone, ...]:
    """The events that an audience is told of, oldest first.

    In the world's edition all; in others those of the place and of what it lies in.
    """
    around = publication.geography.around(place)
    found = [
        event
        for event in publication.chronology
        if audience in event.audiences and (place == WORLD or event.place in around)
    ]
    return tuple(sorted(found, key=lambda event: event.date))


def events(publication: Publication, ids: Sequence[str]) -> tuple[Milestone, ...]:
    """The events of these ids, oldest first."""
    found = [event for event in publication.chronology if event.id in ids]
    return tuple(sorted(found, key=lambda event: event.date))


def helplines(publication: Publication, audience: str, place: str) -> tuple[Helpline, ...]:
    """The services for an audience in a place and the places around it, the nearest first."""
    around = publication.geography.around(place)
    found = [
        line
        for line in publication.helplines
        if audience in line.audiences and line.place in around
    ]
    return tuple(sorted(found, key=lambda line: around.index(line.place)))


def members(publication: Publication, place: str) -> tuple[str, ...]:
    """The ids of the countries in a region, at any depth and in the file's order."""
    return publication.geography.countries.get(place, ())


ANSWERS: dict[str, Callable[..., Any]] = {
    "settings": lambda publication: publication.settings,
    "fact": lambda publication, name: publication.facts.get(name),
    "source": lambda publication, name: publication.sources.get(name),
    "measure": lambda publication, name: publication.measures.get(name),
    "chart": lambda publication, name: publication.charts.get(name),
    "audience": lambda publication, name: publication.audiences.get(name),
    "place": lambda publication, name: publication.places.get(name),
    "home": lambda publication, name: publication.geography.home(name),
    "refusal": lambda publication, name: publication.geography.refusal(name),
    "members": members,
    "quote": lambda publication, name: publication.quotes.get(name),
    "rows": rows,
    "sections": sections,
    "recommendations": recommendations,
    "chronology": chronology,
    "events": events,
    "helplines": helplines,
}
"""Each question by its name; a look-up that finds nothing answers None."""
