"""How places lie in one another, and which of them have editions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefing.diagnostics import Problem
from briefing.publication.records import EDITION_KINDS, Number, Place

if TYPE_CHECKING:
    from briefing.publication.publication import Publication

FEW = 5
"""In a region with fewer countries one of them could be told from the total of all."""

WORLD = "world"


@dataclass(frozen=True)
class Geography:
    """The places of one publication, and what the series of its editions counts for each.

    ``counts`` maps a place to its value in ``latest``, the last period of that series; empty where
    the publication names no such series. ``least`` is what a country's edition needs.
    """

    places: Mapping[str, Place]
    counts: Mapping[str, Number]
    latest: str = ""
    least: int = 0

    def around(self, place: str) -> list[str]:
        """``place`` and what it lies in, the nearest first; then what else it is part of."""
        found: list[str] = []
        record = self.places.get(place)
        while place and place not in found:
            found.append(place)
            held = self.places.get(place)
            place = held.region if held else ""
        found += [WORLD] if WORLD not in found else []
        return [*found, *(record.also if record else ())]

    @cached_property
    def countries(self) -> Mapping[str, tuple[str, ...]]:
        """Each place to the countries that lie in it at any depth, in the file's order."""
        found: dict[str, list[str]] = {}
        for place in self.places.values():
            if place.kind == "country":
                for region in dict.fromkeys((*self.around(place.id)[1:], WORLD)):
                    found.setdefault(region, []).append(place.id)
        return {region: tuple(members) for region, members in found.items()}

    def home(self, place: str) -> str:
        """The region that a country is set beside: the nearest with enough countries in print.

        A region is its own, and so is the world.
        """
        record = self.places.get(place)
        if record is None or record.kind != "country":
            return place
        for region in self.around(record.region):
            if self._printed_in(region) >= FEW:
                return region
        return WORLD

    @cached_property
    def editions(self) -> tuple[str, ...]:
        """The places that have editions, in the file's order."""
        return tuple(place for place in self.places if not self.refusal(place))

    def samples(self) -> tuple[str, ...]:
        """Some places that stand for all: the world, a region, and two countries.

        These are the first region and country with an edition, and the country of which least is
        counted: what is wrong with a text meant for all of them is likely to show there.
        """
        kinds: dict[str, list[str]] = {}
        for place in self.editions:
            kinds.setdefault(self.places[place].kind, []).append(place)
        first = [places[0] for places in kinds.values()]
        countries = kinds.get("country", [])
        least = sorted(countries, key=lambda place: self.counts.get(place, 0))[:1]
        return tuple(dict.fromkeys((*first, *least)))

    def refusal(self, place: str) -> str:
        """Why there is no edition for ``place``; empty where there is one. It tells no count."""
        record = self.places.get(place)
        if record is None:
            return "it is not in data/places.csv"
        if not record.edition or record.kind not in EDITION_KINDS:
            return record.note or "data/places.csv says no"
        if not self.latest:
            return ""
        if record.kind == "country":
            enough = self.counts.get(place, 0) >= self.least
            return "" if enough else f"fewer than {self.least} were counted in {self.latest}"
        if record.kind == "region" and self._printed_in(place) < FEW:
            return f"fewer than {FEW} of its countries have an edition"
        return ""

    def _printed_in(self, region: str) -> int:
        """How many countries of a region have an edition."""
        return self._printed.get(region, 0)

    @cached_property
    def _printed(self) -> Mapping[str, int]:
        return {
            region: sum(not self.refusal(country) for country in countries)
            for region, countries in self.countries.items()
        }


def no_edition(place: Place, reason: str) -> Problem:
    """What is said to whoever asks for the edition of a place without one."""
    return Problem(
        f'there is no edition for the place "{place.id}" ({place.name}): {reason}',
        place.where,
        "`briefing list places` shows which places have one",
    )


def geography_of(publication: Publication) -> Geography:
    """The geography of a publication's places and of the series that makes a country eligible."""
    settings = publication.settings
    rows = publication.series.get(settings.eligible_series, ())
    latest = max((row.period for row in rows), default="")
    # Rows of a second measure or of a group are no counts of the place as a whole.
    own = [row for row in rows if row.measure == rows[0].measure and not row.group]
    counts = {
        row.place: row.value
        for row in own
        if row.period == latest and row.value is not None and not row.qualifier
    }
    return Geography(publication.places, counts, latest, settings.eligible_least)
