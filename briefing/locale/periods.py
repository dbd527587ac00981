"""Periods as authors write them: 2023, 2019-2022, 2024-H1, 2025-Q1, 2021-05, 2021-05-03."""

from __future__ import annotations

import calendar
import datetime
import functools
import re

from briefing.values import value

_PERIOD = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<last>\d{4})|H(?P<half>[12])|Q(?P<quarter>[1-4])"
    r"|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?))?\Z"
)
_SPAN = re.compile(r"(?P<first>\S+) to (?P<last>\S+)\Z")


@value
class Period:
    """A parsed period; the parts that it does not have are 0.

    >>> parse_period("2024-H1").half
    1
    """

    year: int
    last: int = 0
    half: int = 0
    quarter: int = 0
    month: int = 0
    day: int = 0

    @property
    def position(self) -> float:
        """The decimal year at which the period stands on an axis.

        A year stands at its number; a part of a year at the middle of that part.
        """
        if self.last:
            return (self.year + self.last) / 2
        if self.half:
            return self.year + (self.half - 0.5) / 2
        if self.quarter:
            return self.year + (self.quarter - 0.5) / 4
        if self.day:
            day = datetime.date(self.year, self.month, self.day).timetuple().tm_yday
            return self.year + (day - 0.5) / (366 if calendar.isleap(self.year) else 365)
        if self.month:
            return self.year + (self.month - 0.5) / 12
        return float(self.year)


@functools.lru_cache(maxsize=512)
def parse_period(text: str) -> Period | None:
    """``text`` as a period, None where it is none (or a date that no calendar has)."""
    found = _PERIOD.match(text)
    if not found:
        return None
    period = Period(**{name: int(part or 0) for name, part in found.groupdict().items()})
    if period.day:
        try:
            datetime.date(period.year, period.month, period.day)
        except ValueError:
            return None
    return period


def parse_span(text: str) -> tuple[Period, Period] | None:
    """The two ends of ``2020-12 to 2021-02``, None where ``text`` is no such span."""
    found = _SPAN.match(text)
    if not found:
        return None
    first, last = parse_period(found["first"]), parse_period(found["last"])
    return (first, last) if first and last else None


def is_year(text: str) -> bool:
    """Whether ``text`` is one whole year."""
    return len(text) == 4 and parse_period(text) is not None


def period_position(text: str) -> float | None:
    """The decimal year of a period or span, None where ``text`` is neither."""
    if span := parse_span(text):
        return (span[0].position + span[1].position) / 2
    period = parse_period(text)
    return period.position if period else None
