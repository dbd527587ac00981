"""The kinds of value that a CSV cell can hold, and what is said of one that is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from briefing.locale.tags import TAG_HINT, is_language_tag
from briefing.publication.characters import with_odd_character
from briefing.publication.records import Number
from briefing.publication.sheets.numerals import HINT as NUMBER_HINT
from briefing.publication.sheets.numerals import PLAIN, number_hint, plain, with_hyphens
from briefing.publication.sheets.spreadsheet import (
    AS_TEXT,
    MADE_DATE,
    date_hint,
    is_date,
    range_hint,
)

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_RANGE = re.compile(r"(-?[^-]+?)\s?-\s?([^-]+)")
_PERIOD = re.compile(r"(\d{4})(?:-(?:(\d{4})|H[12]|Q[1-4]|\d\d(?:-\d\d)?))?", re.ASCII)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)

ID_HINT = "an id is lower-case letters and digits, with single hyphens between them"
PERIOD_HINT = "write 2023, 2019-2022, 2024-H1, 2025-Q1, 2021-05 or 2021-05-03"


class WrongValue(Exception):
    """A text that is not of its kind: ``message`` and ``hint`` as in ``Problem``."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def is_id(text: str) -> bool:
    """Whether ``text`` may name something."""
    return _ID.fullmatch(text) is not None


def near_id(text: str) -> str:
    """The id that ``text`` may stand for: its letters and digits, small, with single hyphens."""
    return "-".join(re.findall("[a-z0-9]+", text.lower()))


def id_hint(text: str) -> str:
    """What is wrong with ``text`` as an id, and what to write."""
    if is_date(text):
        return f"{MADE_DATE}: {AS_TEXT}, then write the id again"
    near = near_id(text)
    hint = f"{ID_HINT}, such as {near}" if near and text.isascii() else ID_HINT
    return with_odd_character(hint, text)


def read_id(text: str) -> str:
    """An id."""
    if not is_id(text):
        raise WrongValue(f'illegal id "{text}"', id_hint(text))
    return text


def read_number(text: str) -> Number:
    """A number: an int, or a float where a point is written."""
    number = plain(text)
    if not PLAIN.fullmatch(number):
        raise WrongValue(f'"{text}" is not a number', range_hint(text) or number_hint(text))
    return float(number) if "." in number else int(number)


def read_whole(text: str) -> int:
    """A whole number."""
    if not PLAIN.fullmatch(text) or "." in text:
        raise WrongValue(f'"{text}" is not a whole number', "write a number such as 10")
    return int(text)


def read_value(text: str) -> tuple[Number, Number | None]:
    """A number and None, or the two ends of a range ``18-20``, whatever its dash."""
    if PLAIN.fullmatch(plain(text)):
        return read_number(text), None
    ends = _RANGE.fullmatch(with_hyphens(text))
    if not ends or not all(PLAIN.fullmatch(plain(end)) for end in ends.groups()):
        hint = range_hint(text) or number_hint(text)
        raise WrongValue(f'"{text}" is not a number', _with_range(hint))
    lower, upper = read_number(ends[1]), read_number(ends[2])
    if upper <= lower:
        raise WrongValue(f'the range "{text}" does not rise', "write the lower end first")
    return lower, upper


def _with_range(hint: str) -> str:
    return f"{hint}, or a range such as 18-20" if hint == NUMBER_HINT else hint


@lru_cache(maxsize=1024)
def read_period(text: str) -> str:
    """A year, years, half-year, quarter, month or day, as docs/authoring.md lists them."""
    period = with_hyphens(text)
    match = _PERIOD.fullmatch(period)
    if not match or not _exists(period):
        raise WrongValue(f'"{text}" is not a period', date_hint(text) or _period_hint(text))
    if match[2] and match[2] <= match[1]:
        raise WrongValue(f'the period "{text}" ends before it begins', "write the first year first")
    return period


_PART = "[Hh][12]|[Qq][1-4]"
_YEAR_FIRST = re.compile(rf"(\d{{4}})(?:\.0|[-/ ]*({_PART})|[/-](\d\d))", re.ASCII)
_PART_FIRST = re.compile(rf"({_PART})[-/ ]*(\d{{4}})", re.ASCII)


def _period_hint(text: str) -> str:
    if found := _PART_FIRST.fullmatch(text):
        return f"write {found[2]}-{found[1].upper()}"
    found = _YEAR_FIRST.fullmatch(with_hyphens(text))
    if found and found[2]:
        return f"write {found[1]}-{found[2].upper()}"
    if found and found[3]:
        return f"write {found[1]}-{found[1][:2]}{found[3]} for the years"
    return f"write {found[1]}" if found else PERIOD_HINT


@lru_cache(maxsize=1024)
def read_date(text: str) -> str:
    """A year, a month or a day in ISO form."""
    day = with_hyphens(text)
    if not _DATE.fullmatch(day) or not _exists(day):
        hint = date_hint(text) or "write 2021, 2021-05 or 2021-05-03"
        raise WrongValue(f'"{text}" is not a date', hint)
    return day


def read_day(text: str) -> str:
    """A day in ISO form."""
    day = with_hyphens(text)
    if len(day) != len("2021-05-03") or not _DATE.fullmatch(day) or not _exists(day):
        raise WrongValue(f'"{text}" is not a day', date_hint(text) or "write it as 2021-05-03")
    return day


def read_yes_no(text: str) -> bool:
    """``yes`` or ``no``, in whatever capitals."""
    if text.lower() not in ("yes", "no"):
        raise WrongValue(f'"{text}" is neither yes nor no', "write yes or no")
    return text.lower() == "yes"


def read_address(text: str) -> str:
    """An absolute web address."""
    if not text.startswith(("https://", "http://")) or " " in text or "\n" in text:
        hint = "write all of it, from https:// on"
        if re.search(r"\s", text):
            hint = "remove the blank inside it"
        elif re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?", text):
            hint = f"write https://{text}"
        raise WrongValue(f'"{text}" is not a web address', hint)
    return text


def _exists(text: str) -> bool:
    # "2021" and "2021-05" stand for their first day; halves, quarters and spans have no day.
    if not _DATE.fullmatch(text):
        return True
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


def read_language(text: str) -> str:
    """A language tag, as it is."""
    if not is_language_tag(text):
        raise WrongValue(f'"{text}" is no language', TAG_HINT)
    return text


READERS: dict[str, Callable[[str], Any]] = {
    "text": str,
    "name": str,
    "names": lambda text: tuple(text.split()),
    "id": read_id,
    "number": read_number,
    "whole": read_whole,
    "value": read_value,
    "period": read_period,
    "date": read_date,
    "day": read_day,
    "yes-no": read_yes_no,
    "address": read_address,
    "language": read_language,
}
"""How a cell of each kind is read. ``name`` and ``names`` are ids that something else defines."""

EMPTY: dict[str, Any] = {"names": (), "number": None, "whole": 0, "value": (None, None)}
"""What an empty cell means, where that is not an empty text."""
