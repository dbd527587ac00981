"""Which words say truly how two numbers stand to each other.

Each table row ends an interval: the first row whose limit is above the number gives the message.
"""

from __future__ import annotations

import math
from typing import TypeAlias

Rule: TypeAlias = tuple[float, str, str]
"""Upper limit (not included), pattern key, fraction key (empty where the pattern needs none)."""

LEVEL_PERCENT = 2.0
"""Changes below this many percent are no change worth a word."""

SLIGHT_PERCENT = 8.0

_FRACTIONS: tuple[Rule, ...] = (
    (8, "fraction.less", "fraction.a_tenth"),
    (12, "fraction.about", "fraction.a_tenth"),
    (18, "fraction.more", "fraction.a_tenth"),
    (22, "fraction.about", "fraction.a_fifth"),
    (23, "fraction.more", "fraction.a_fifth"),
    (27, "fraction.about", "fraction.a_quarter"),
    (31, "fraction.more", "fraction.a_quarter"),
    (36, "fraction.about", "fraction.a_third"),
    (43, "fraction.more", "fraction.a_third"),
    (48, "fraction.almost", "fraction.half"),
    (52, "fraction.about", "fraction.half"),
    (63, "fraction.more", "fraction.half"),
    (70, "fraction.about", "fraction.two_thirds"),
    (72, "fraction.more", "fraction.two_thirds"),
    (78, "fraction.about", "fraction.three_quarters"),
    (88, "fraction.more", "fraction.three_quarters"),
    (92, "fraction.about", "fraction.nine_tenths"),
    (100, "fraction.more", "fraction.nine_tenths"),
)

_RISES: tuple[tuple[float, str], ...] = (
    (99, "change.almost_doubled"),
    (101, "change.doubled"),
    (180, "change.more_doubled"),
    (198, "change.almost_tripled"),
    (202, "change.tripled"),
    (280, "change.more_tripled"),
    (298, "change.almost_quadrupled"),
    (302, "change.quadrupled"),
    (400, "change.more_quadrupled"),
)


def fraction_rule(percent: float) -> tuple[str, str]:
    """Pattern and fraction for a part of ``percent``, from 0 up to but not 100."""
    return next((pattern, part) for limit, pattern, part in _FRACTIONS if percent < limit)


_EXACT = (
    (10, "fraction.a_tenth"),
    (20, "fraction.a_fifth"),
    (25, "fraction.a_quarter"),
    (100 / 3, "fraction.a_third"),
    (50, "fraction.half"),
    (200 / 3, "fraction.two_thirds"),
    (75, "fraction.three_quarters"),
    (90, "fraction.nine_tenths"),
)


def near_fraction(percent: float) -> str:
    """The fraction that ``percent`` is, up to one below it: 33 is "a third"; else empty."""
    return next((key for value, key in _EXACT if value - 1 <= percent <= value), "")


def rise_key(percent: float) -> str:
    """The message for a rise of 85 percent or more; empty from 400 percent on (count the times)."""
    return next((key for limit, key in _RISES if percent < limit), "")


def ratio_rule(times: float) -> tuple[str, int]:
    """The message for "b is ``times`` a", and the whole number it names (0 for none)."""
    table = (
        (0.45, "ratio.less_half"),
        (0.55, "ratio.about_half"),
        (0.95, "ratio.less_than"),
        (1.05, "ratio.about_same"),
        (1.8, "ratio.more_than"),
        (1.98, "ratio.almost_double"),
        (2.02, "ratio.double"),
        (2.8, "ratio.more_double"),
    )
    for limit, key in table:
        if times < limit:
            return key, 0
    near = round(times)
    if abs(times - near) <= 0.01 * near:
        return "ratio.exact_times", near
    if near > times and near - times <= 0.2:
        return "ratio.almost_times", near
    return "ratio.more_times", math.floor(times)


def direction(first: float, last: float) -> int:
    """1 where ``last`` is above ``first``, -1 where it is below, 0 within two percent of it."""
    if first == last:
        return 0
    if first and abs(last - first) / abs(first) * 100 < LEVEL_PERCENT:
        return 0
    return 1 if last > first else -1
