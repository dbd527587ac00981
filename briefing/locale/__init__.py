"""Numbers, periods, lists and the program's own words, in the language of an edition."""

from __future__ import annotations

from briefing.locale.catalogue import languages
from briefing.locale.comparisons import direction
from briefing.locale.locale import Locale
from briefing.locale.numbers import SCALES
from briefing.locale.periods import Period, is_year, parse_period, period_position

__all__ = [
    "SCALES",
    "Locale",
    "Period",
    "direction",
    "is_year",
    "languages",
    "parse_period",
    "period_position",
]
