"""What a spreadsheet makes of cells behind its author's back: dates, and errors of formulas."""

from __future__ import annotations

import re
from datetime import date, timedelta

ERROR_HINT = "it is an error of the spreadsheet, not a value: mend the formula there, or write it"

_ERRORS = (
    *("#REF!", "#N/A", "#NV", "#VALUE!", "#WERT!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"),
    "#SPILL!",
)
_HASHES = re.compile(r"#{3,}")

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OTHER_MONTHS = (
    *("mrz", "m\u00e4r", "mai", "okt", "dez", "janv", "f\u00e9vr", "mars", "avr", "juin", "juil"),
    *("ao\u00fbt", "sept", "d\u00e9c", "ene", "abr", "ago", "dic", "gen", "mag", "giu", "lug"),
    *("ott", "set", "out", "fev"),
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,4})\.?[- ](\d{2}|\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-. ]+([^\W\d_]{3,4})\.?(?:[- ](\d{2}|\d{4}))?")
_PARTS = re.compile(r"(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})", re.ASCII)
_SERIAL = re.compile(r"[34]\d{4}", re.ASCII)

_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of Excel's calendar, as far as it is right (from 1 March 1900 on)."""

AS_TEXT = "format the column as text first"
MADE_DATE = "a spreadsheet has made a date of it"


def is_error(text: str) -> bool:
    """Whether ``text`` is what a spreadsheet shows where a formula failed or a column is narrow."""
    return text.upper() in _ERRORS or _HASHES.fullmatch(text) is not None


def is_date(text: str) -> bool:
    """Whether a spreadsheet may have made this of an id, a range or a month: ``Jan-23``."""
    found = _MONTH_FIRST.fullmatch(text)
    name = found[1] if found else ""
    if found := _DAY_FIRST.fullmatch(text):
        name = found[2]
    return name.lower() in (*_MONTHS, *_OTHER_MONTHS) or _PARTS.fullmatch(text) is not None


def range_hint(text: str) -> str:
    """What to write for a range of numbers that became a date; empty where it is none.

    ``12-17`` becomes ``17-Dec`` or ``Dec-17``.
    """
    if not is_date(text):
        return ""
    found = _DAY_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text)
    words = [word for word in found.groups() if word] if found else []
    month = next((_month(word) for word in words if _month(word)), 0)
    day = next((word for word in words if word.isdigit()), "")
    if len(words) != 2 or len(day) > 2 or not month:
        return f"{MADE_DATE}: {AS_TEXT}"
    return f"{MADE_DATE}: if it was the range {month}-{day}, {AS_TEXT}, then write {month}-{day}"


def date_hint(text: str) -> str:
    """What to write for a date or a month in a form of the spreadsheet's; empty for another text.

    The year stands first in a publication: 2021, 2021-05, 2021-05-03.
    """
    if _SERIAL.fullmatch(text):
        day = _FIRST_DAY + timedelta(days=int(text))
        return f"it is the number of a day in a spreadsheet: {AS_TEXT}, then write {day}"
    if found := _PARTS.fullmatch(text):
        return _parts_hint(*found.groups())
    if not is_date(text):
        return ""
    if (found := _MONTH_FIRST.fullmatch(text)) and _month(found[1]):
        meant = f"{_year(found[2])}-{_month(found[1]):02}"
    elif (found := _DAY_FIRST.fullmatch(text)) and _month(found[2]) and found[3]:
        meant = f"{_year(found[3])}-{_month(found[2]):02}-{int(found[1]):02}"
    else:
        return f"a spreadsheet has changed its form: {AS_TEXT}, then write the year first"
    return f"a spreadsheet has changed its form: {AS_TEXT}, then write {meant}"


def _parts_hint(first: str, middle: str, last: str) -> str:
    if len(first) == 4:
        return f"write {first}-{int(middle):02}-{int(last):02}"
    # Some write the day first, some the month: where both are possible only the author knows.
    orders = {(int(first), int(middle)): None, (int(middle), int(first)): None}
    days = [
        f"{_year(last)}-{month:02}-{day:02}"
        for month, day in orders
        if 1 <= month <= 12 and 1 <= day <= 31
    ]
    return "write " + " or ".join(days) if days else "write the year first"


def _month(word: str) -> int:
    return _MONTHS.index(word.lower()[:3]) + 1 if word.lower()[:3] in _MONTHS else 0


def _year(digits: str) -> str:
    return digits if len(digits) == 4 else f"{19 if int(digits) > 60 else 20}{digits:>02}"
