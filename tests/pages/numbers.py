"""The numbers in a chart's words, recomputed from the rows that leave with the file.

Nothing here uses the program's own way of printing numbers.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from io import StringIO

Row = Mapping[str, str]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MOVED = re.compile(
    r"\b(rose|grew|increased|fell|dropped|shrank|decreased) from (?P<first>.+?) in (?P<start>.+?)"
    r" to (?P<last>.+?) in (?P<end>.+)"
)
_UP = {"rose", "grew", "increased"}
SCALES = (1, 1_000, 1_000_000, 1_000_000_000)


def rows_of(data: bytes) -> list[Row]:
    """The rows of an attached CSV."""
    return list(csv.DictReader(StringIO(data.decode("utf-8"), newline="")))


def unknown_numbers(words: str, rows: list[Row], more: str = "") -> list[str]:
    """The numbers in ``words`` that the rows do not give.

    A value may be printed in full, in thousands, millions or billions, and rounded to whole
    numbers, tenths or hundredths. Numbers in the rows' own words count (periods, groups, notes),
    and so do those in ``more``, the measure's words.
    """
    known = set(_NUMBER.findall(more))
    for row in rows:
        known |= set(_printed(row.get("value", "")))
        for column, cell in row.items():
            if column not in ("value", "url", "source"):
                known |= set(_NUMBER.findall(cell or ""))
                known |= {str(int(number)) for number in re.findall(r"\d+", cell or "")}
    return [number for number in _NUMBER.findall(words) if number not in known]


def _printed(value: str) -> Iterator[str]:
    """Every way in which a value may be printed, without unit and sign."""
    for part in re.findall(r"\d+(?:\.\d+)?(?:e[-+]?\d+)?", value):
        number = Decimal(part)
        for scale in SCALES:
            scaled = number / scale
            if scale > 1 and scaled < Decimal("0.1"):
                continue
            for places in (0, 1, 2):
                short = scaled.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
                if short or not number:
                    yield f"{short:,}"
                    yield f"{short.normalize():,f}"
        yield f"{number:,f}"


def untrue_direction(headline: str, rows: list[Row]) -> str:
    """What is wrong with "rose from ... in ... to ... in ..."; empty where it is true or not said.

    The two values are looked up by their periods; where there are several lines, one of them must
    bear the sentence out.
    """
    found = _MOVED.search(headline)
    if found is None:
        return ""
    lines: dict[tuple[str, ...], dict[str, Decimal]] = {}
    for row in rows:
        if row.get("value") and row["qualifier"] not in ("under", "up-to"):
            key = (row["measure"], row["place"], row["group"])
            lines.setdefault(key, {})[row["period"]] = Decimal(row["value"])
    for periods in lines.values():
        first = _at(periods, found["start"], found["first"])
        last = _at(periods, found["end"], found["last"])
        if first is not None and last is not None:
            if (last > first) == (found[1] in _UP) and last != first:
                return ""
            return f'"{found[1]}" is said of {first} and {last}'
    return f'no line has the two values of "{found[0]}"'


def _at(periods: Mapping[str, Decimal], words: str, value: str) -> Decimal | None:
    """The value of the period that ``words`` begin with, where it can be printed as ``value``."""
    printed = _NUMBER.search(value)
    for period, number in periods.items():
        if printed and _names(words, period) and printed[0] in _printed(str(number)):
            return number
    return None


def _names(words: str, period: str) -> bool:
    """Whether words name a period: the same numbers, and the half or quarter in words."""
    parts = re.fullmatch(r"(\d{4})-([HQ])(\d)", period)
    if parts is None:
        return _NUMBER.findall(words)[:1] == [period] or words.strip() == period
    order = ("first", "second", "third", "fourth")[int(parts[3]) - 1]
    kind = {"H": "half", "Q": "quarter"}[parts[2]]
    return f"{order} {kind} of {parts[1]}" in words
