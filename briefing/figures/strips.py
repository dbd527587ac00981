"""The values of the countries of a region, period by period, before a word is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING

from briefing.figures.around import around
from briefing.figures.selection import LIMITS, refuse
from briefing.locale import period_position
from briefing.publication.records import ChartSpec, Number, SeriesRow
from briefing.values import value

if TYPE_CHECKING:
    from briefing.publication import Questions

FIGURES = 2
"""That a median is printed to."""
FEWEST = 5
"""Among fewer values a country that stays unnamed could be told all the same."""


@value
class Strip:
    """One period: the rows that have a number, from low to high, and how many have none.

    ``own`` is the row of the place that is marked, with or without a number.
    """

    period: str
    rows: tuple[SeriesRow, ...]
    own: SeriesRow | None
    left_out: int

    @property
    def values(self) -> tuple[Number, ...]:
        """The numbers of ``rows``."""
        return tuple(row.value for row in self.rows if row.value is not None)

    @property
    def median(self) -> Number:
        """The number in the middle, to two figures where all are whole numbers.

        Of an odd number of countries the middle one is one country's own, which stays unnamed.
        """
        values = self.values
        middle = median(values)
        if all(value == int(value) for value in values):
            step: int = 10 ** max(len(str(int(middle))) - FIGURES, 0)
            return int(middle / step + 0.5) * step  # halves go up, as everywhere in print
        return middle

    @property
    def even(self) -> bool:
        """Whether as many countries lie below the median as above it: not where some lie on it."""
        values, middle = self.values, self.median
        below = sum(value < middle for value in values)
        return below == sum(value > middle for value in values)


@value
class Strips:
    """The strips of a chart by time, and the ids of the region and of the place that is marked."""

    strips: tuple[Strip, ...]
    rows: tuple[SeriesRow, ...]
    region: str
    own: str

    @property
    def last(self) -> Strip:
        """The latest period."""
        return self.strips[-1]


def read_strips(questions: Questions, spec: ChartSpec, place: str) -> Strips:
    """The strips of ``spec`` in an edition of ``place``; ComposeError for rows of no one meaning.

    Whether they may be drawn is ``reason_against``'s to say.
    """
    _, strips = questions.once(
        ("strips", id(spec)),
        lambda: (spec, _read_strips(questions, spec, place)),  # kept with the spec, for its id
        lambda: ("place",),
        {"place": place},
    )
    return strips


def _read_strips(questions: Questions, spec: ChartSpec, place: str) -> Strips:
    near = around(questions, place)
    rows = questions.rows(spec.series, {**spec.rows, "place": near.countries})
    periods = dict.fromkeys(row.period for row in rows)
    positions = {period: period_position(period) for period in periods}
    for period, position in positions.items():
        if position is None:
            refuse(spec, f'"{period}" is no period')
    # A country with a row in one period and none in another has no figure there.
    countries = {row.place for row in rows}
    strips = []
    for period in sorted(periods, key=lambda each: positions[each] or 0.0):
        found = [row for row in rows if row.period == period]
        if len({row.place for row in found}) < len(found):
            message = f'two rows of the series "{spec.series}" for one country in "{period}"'
            refuse(spec, message, "select one measure and group with [rows]")
        strips.append(_strip(period, found, near.own, len(countries)))
    return Strips(tuple(strips), rows, near.region, near.own)


def _strip(period: str, rows: Sequence[SeriesRow], own: str, countries: int) -> Strip:
    known = [row for row in rows if is_known(row)]
    known.sort(key=lambda row: (row.value or 0, row.place))
    marked = next((row for row in rows if row.place == own), None)
    return Strip(period, tuple(known), marked, countries - len(known))


def is_known(row: SeriesRow | None) -> bool:
    """Whether a row has a number that may be drawn and computed with."""
    return row is not None and row.value is not None and row.qualifier not in LIMITS


def reason_against(strips: Strips) -> tuple[str, str] | None:
    """What keeps strips from being drawn for an edition, and how to mend it; None: nothing."""
    hint = "leave the chart out of this edition"
    if not strips.strips:
        return "no country of the region has a row", hint
    fewest = min(len(strip.rows) for strip in strips.strips)
    if fewest < FEWEST:
        return f"{fewest} countries with a number, where dots take {FEWEST} or more", hint
    if strips.own and not is_known(strips.last.own):
        return f'no number for "{strips.own}" in "{strips.last.period}"', hint
    return None
