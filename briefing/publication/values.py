"""The kinds of value that a CSV cell can hold, and what is said of one that is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from briefing.publication.records import Number

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?", re.ASCII)
_VALUE = re.compile(r"(-?\d{1,15}(?:\.\d{1,15})?)(?:-(\d{1,15}(?:\.\d{1,15})?))?", re.ASCII)
_PERIOD = re.compile(r"(\d{4})(?:-(?:(\d{4})|H[12]|Q[1-4]|\d\d(?:-\d\d)?))?", re.ASCII)
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)

ID_HINT = "an id is lower-case letters and digits, with single hyphens between them"
NUMBER_HINT = "write a plain number such as 36200000 or 4.5, without a thousands separator"
VALUE_HINT = f"{NUMBER_HINT}, or a range such as 18-20"
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


def read_id(text: str) -> str:
    """An id."""
    if not is_id(text):
        raise WrongValue(f'illegal id "{text}"', ID_HINT)
    return text


def read_number(text: str) -> Number:
    """A number: an int, or a float where a point is written."""
    if not _NUMBER.fullmatch(text):
        raise WrongValue(f'"{text}" is not a number', NUMBER_HINT)
    return float(text) if "." in text else int(text)


def read_whole(text: str) -> int:
    """A whole number."""
    if not _NUMBER.fullmatch(text) or "." in text:
        raise WrongValue(f'"{text}" is not a whole number', "write a number such as 10")
    return int(text)


def read_value(text: str) -> tuple[Number, Number | None]:
    """A number and None, or the two ends of a range ``18-20``."""
    match = _VALUE.fullmatch(text)
    if not match:
        raise WrongValue(f'"{text}" is not a number', VALUE_HINT)
    lower = read_number(match[1])
    upper = read_number(match[2]) if match[2] else None
    if upper is not None and upper <= lower:
        raise WrongValue(f'the range "{text}" does not rise', "write the lower end first")
    return lower, upper


@lru_cache(maxsize=1024)
def read_period(text: str) -> str:
    """A year, years, half-year, quarter, month or day, as docs/authoring.md lists them."""
    match = _PERIOD.fullmatch(text)
    if not match or not _exists(text):
        raise WrongValue(f'"{text}" is not a period', PERIOD_HINT)
    if match[2] and match[2] <= match[1]:
        raise WrongValue(f'the period "{text}" ends before it begins', "write the first year first")
    return text


@lru_cache(maxsize=1024)
def read_date(text: str) -> str:
    """A year, a month or a day in ISO form."""
    if not _DATE.fullmatch(text) or not _exists(text):
        raise WrongValue(f'"{text}" is not a date', "write 2021, 2021-05 or 2021-05-03")
    return text


def read_day(text: str) -> str:
    """A day in ISO form."""
    if len(text) != len("2021-05-03") or not _DATE.fullmatch(text) or not _exists(text):
        raise WrongValue(f'"{text}" is not a day', "write it as 2021-05-03")
    return text


def read_yes_no(text: str) -> bool:
    """``yes`` or ``no``."""
    if text not in ("yes", "no"):
        raise WrongValue(f'"{text}" is neither yes nor no', "write yes or no")
    return text == "yes"


def read_address(text: str) -> str:
    """An absolute web address."""
    if not text.startswith(("https://", "http://")) or " " in text or "\n" in text:
        raise WrongValue(f'"{text}" is not a web address', "write all of it, from https:// on")
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
}
"""How a cell of each kind is read. ``name`` and ``names`` are ids that something else defines."""

EMPTY: dict[str, Any] = {"names": (), "number": None, "value": (None, None)}
"""What an empty cell means, where that is not an empty text."""
