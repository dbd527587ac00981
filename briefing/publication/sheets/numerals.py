"""Numbers as people write them: what is certain becomes plain, of the rest a guess is offered."""

from __future__ import annotations

import re

from briefing.publication.records import QUALIFIERS

PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,15})?", re.ASCII)
"""A number as it is documented: 36200000, -4.5."""

HINT = "write a plain number such as 36200000 or 4.5, without a thousands separator"

_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
_NARROW = "\u00a0\u2007\u2009\u202f'\u2019"

_GROUPED = re.compile(r"(-?\d{1,3})((?P<mark>[^\w.])\d{3}(?:(?P=mark)\d{3})*)(\.\d+)?", re.ASCII)
_POINTED = re.compile(r"-?\d{1,3}(?:\.\d{3}){2,}", re.ASCII)

_QUOTES = "\"'\u2018\u2019\u201c\u201d\u201e"

_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "billion": 9, "bn": 9}
_SCALED = re.compile(r"(\S+)\s?([a-z]+)\.?")
_SCIENCE = re.compile(r"-?\d+(?:[.,]\d+)?E[+-]?\d+", re.IGNORECASE | re.ASCII)
_MARKS = {
    **{">": "over", "<": "under", "~": "about", "\u2248": "about", "ca.": "about"},
    **{"more than": "over", "less than": "under", "approximately": "about"},
    **{"nearly": "almost", "up to": "up-to"},
    **{word: word for word in QUALIFIERS if word},
}
"""What is written before a number, and its word in the column "qualifier"."""

_ABSENT = (
    "-",
    "n/a",
    "na",
    "n.a.",
    "nil",
    "none",
    "null",
    "nan",
    "?",
    "..",
    "...",
    "\u2026",
    "tbc",
)


def with_hyphens(text: str) -> str:
    """The text with a hyphen for each dash and minus, which mean the same between digits."""
    return text.translate(_DASHES) if not text.isascii() else text


def plain(text: str) -> str:
    """The number as it is documented, where its meaning is certain; else ``text`` as it is.

    Certain are groups of three digits set apart by a no-break or narrow space or an apostrophe,
    and several such groups set apart by commas, points or spaces. One comma or point may as well
    begin the decimals.
    """
    if PLAIN.fullmatch(text):
        return text
    text = with_hyphens(text)
    if _POINTED.fullmatch(text):
        return text.replace(".", "")
    match = _GROUPED.fullmatch(text)
    if match and (match["mark"] in _NARROW or match[2].count(match["mark"]) > 1):
        return match[1] + match[2].replace(match["mark"], "") + (match[4] or "")
    return text


def is_ambiguous(text: str) -> bool:
    """Whether a point may be a thousands separator where points usually are: ``1.234``."""
    return re.fullmatch(r"-?[1-9]\d{0,2}\.\d{3}", text, re.ASCII) is not None


def number_hint(text: str) -> str:
    """What to write for ``text``, which is no plain number."""
    text = with_hyphens(text)
    for mark, word in _MARKS.items():
        guess = _guess(text[len(mark) :].strip()) if text.lower().startswith(mark) else ""
        if guess:
            return f'write {guess}, and {word} in the column "qualifier"'
    if text.startswith("="):
        return "write the result of the formula, not the formula"
    if text.lower() in _ABSENT:
        return "leave the cell empty where there is no number"
    if text.endswith("%") and _guess(text[:-1].strip()):
        return f"write {_guess(text[:-1].strip())}: its measure says that it is percent"
    if _SCIENCE.fullmatch(text):
        return f"a spreadsheet has shortened it: write all its digits{_about(text)}"
    if re.fullmatch(r"-?[1-9]\d{0,2},\d{3}", text, re.ASCII):
        return f"write {text.replace(',', '')}, or {text.replace(',', '.')} if these are decimals"
    guess = _guess(text)
    return f"write {guess}" if guess else HINT


def _guess(text: str) -> str:
    """The plain number that ``text`` seems to mean; empty where it does not say."""
    text = plain(
        re.sub("^(?:US)?[$\u20ac\u00a3]\\s?|\\s?[$\u20ac\u00a3]$", "", text.strip(_QUOTES))
    )
    if PLAIN.fullmatch(text):
        return text
    if re.fullmatch(r"-?\d+,\d+", text, re.ASCII) or re.fullmatch(r"-?[\d.]*\.\d{3},\d+", text):
        return text.replace(".", "").replace(",", ".")
    if re.fullmatch(r"-?\d{1,3}(?:[, ]\d{2,3})*[, ]\d{3}", text, re.ASCII):
        return re.sub("[, ]", "", text)
    if re.fullmatch(r"-?\.\d+", text, re.ASCII):
        return text.replace(".", "0.")
    if re.fullmatch(r"\+\d+(?:\.\d+)?|-?\d+\.", text, re.ASCII):
        return text.strip("+.")
    return _scaled(text)


def _about(text: str) -> str:
    value = float(text.replace(",", "."))
    return f" (about {value:.0f})" if 1 <= abs(value) < 1e15 else ""


def _scaled(text: str) -> str:
    found = _SCALED.fullmatch(text.lower())
    if not found or found[2] not in _SCALES:
        return ""
    number = _guess(found[1]) if found[1] != text.lower() else ""
    return f"{float(number) * 10 ** _SCALES[found[2]]:.15g}" if number else ""
