"""The scale under a strip of dots: where values lie on it, and the labels of its steps."""

from __future__ import annotations

import math
from collections.abc import Sequence

from briefing.document import AxisLabel
from briefing.locale import Locale
from briefing.publication.records import Number
from briefing.values import value

WIDE = 30
"""From this ratio of the largest to the smallest on, most values would lie on one heap."""
STEPS = 5
"""About so many steps of equal length."""
SHORT = 1_000_000
"""From here on labels have words: "1 million"."""


@value
class Scale:
    """Values to positions: themselves, or their logarithms to base 10, which the axis then says."""

    tenfold: bool
    ends: tuple[Number, ...]

    def at(self, value: Number) -> float:
        """The position of a value."""
        return math.log10(value) if self.tenfold else float(value)

    def labels(self, locale: Locale, unit: str) -> tuple[AxisLabel, ...]:
        """The steps from end to end as printed."""
        return tuple(AxisLabel(self.at(step), _printed(locale, step, unit)) for step in self.ends)


def scale_of(values: Sequence[Number], unit: str) -> Scale:
    """The scale for ``values``: tenfold steps where they span much, else equal ones from zero."""
    low, high = min(values), max(values)
    if unit != "percent" and low > 0 and high >= WIDE * low:
        first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
        return Scale(
            True,
            tuple(10**power if power >= 0 else 10.0**power for power in range(first, last + 1)),
        )
    step = _round_step(high / STEPS)
    return Scale(
        False, tuple(_whole(step * number) for number in range(math.ceil(high / step) + 1))
    )


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 5, 10, 20, 50 ... that is ``least`` or more."""
    if least <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)


def _whole(value: float) -> Number:
    rounded = round(value, 10)
    return int(rounded) if rounded == int(rounded) else rounded


def _printed(locale: Locale, step: Number, unit: str) -> str:
    return locale.value(step, unit, "short" if step >= SHORT else "full")
