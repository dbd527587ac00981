"""Numbers as people write them."""

from __future__ import annotations

import pytest

from briefing.publication.sheets.numerals import HINT, number_hint, plain

CERTAIN = {
    "36,210,368": "36210368",
    "1,234,567.89": "1234567.89",
    "36.210.368": "36210368",
    "36 210 368": "36210368",
    "36\u00a0210\u00a0368": "36210368",
    "36\u202f210": "36210",
    "36\u2009210": "36210",
    "36'210": "36210",
    "36\u2019210": "36210",
    "-36,210,368": "-36210368",
    "\u221236.5": "-36.5",
    "1.234": "1.234",
    "36200000": "36200000",
}


@pytest.mark.parametrize("text", CERTAIN)
def test_what_is_certain_becomes_plain(text: str) -> None:
    """Groups of three that can be nothing else are joined."""
    assert plain(text) == CERTAIN[text]


UNCERTAIN = {
    "1,234": "write 1234, or 1.234 if these are decimals",
    "36 210": "write 36210",
    "43,5": "write 43.5",
    "0,123": "write 0.123",
    "1.234,56": "write 1234.56",
    "3,62,10,368": "write 36210368",
    "36,21,368": "write 3621368",
    "50%": "write 50: its measure says that it is percent",
    "50,5 %": "write 50.5: its measure says that it is percent",
    "3.62E+07": "a spreadsheet has shortened it: write all its digits (about 36200000)",
    "3,62E+07": "a spreadsheet has shortened it: write all its digits (about 36200000)",
    "1E+999": "a spreadsheet has shortened it: write all its digits",
    "36.2 million": "write 36200000",
    "36.2m": "write 36200000",
    "over 36.2 million": 'write 36200000, and over in the column "qualifier"',
    ">80": 'write 80, and over in the column "qualifier"',
    "~ 1,200,000": 'write 1200000, and about in the column "qualifier"',
    "up to 5": 'write 5, and up-to in the column "qualifier"',
    "$5": "write 5",
    "5 \u20ac": "write 5",
    "\u201c5\u201d": "write 5",
    ".5": "write 0.5",
    "5.": "write 5",
    "+5": "write 5",
    "n/a": "leave the cell empty where there is no number",
    "\u2013": "leave the cell empty where there is no number",
    "1,2,3": HINT,
    "million": HINT,
    "over": HINT,
    "": HINT,
    "9" * 400: HINT,
}


@pytest.mark.parametrize("text", UNCERTAIN)
def test_the_rest_is_left_alone_with_a_suggestion(text: str) -> None:
    """What may mean two things stays as it is, and the plain number is offered."""
    assert number_hint(text) == UNCERTAIN[text]
