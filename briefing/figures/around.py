"""The place of an edition among the countries around it, and which rows a chart takes of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefing.publication.records import ChartSpec
from briefing.values import value

if TYPE_CHECKING:
    from briefing.publication import Questions

PLACE, REGION = "@place", "@region"
"""What ``ChartSpec.around`` may say: the rows of the place, or of all countries around it."""


@value
class Around:
    """The countries of a region by id, and the ``place`` of the edition: a country, or the region.

    A country's region is its ``home``: that which it is set beside everywhere in its edition.
    """

    place: str
    region: str
    countries: tuple[str, ...]

    @property
    def own(self) -> str:
        """The country to be marked; empty in the edition of a region."""
        return self.place if self.place in self.countries else ""


def around(questions: Questions, place: str) -> Around:
    """What lies around ``place``, which takes part; inside it where it is a region."""
    region = questions.home(place)
    return Around(place, region, questions.members(region))


def selected(questions: Questions, spec: ChartSpec, place: str) -> Mapping[str, tuple[str, ...]]:
    """The selection of ``spec`` in an edition of ``place``, with the ids of all its places.

    Never with the word that stands for them: so a trace knows the very rows of the edition.
    """
    if spec.around == PLACE:
        return {**spec.rows, "place": (place,)}
    if spec.around == REGION:
        return {**spec.rows, "place": around(questions, place).countries}
    return spec.rows
