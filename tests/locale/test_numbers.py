"""Numbers as they are printed."""

from __future__ import annotations

import pytest

from briefing.diagnostics import UsageError
from briefing.locale import Locale

EN = Locale("en")


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (36_200_000, "36,200,000"),
        (2.5, "2.5"),
        (-1_234, "\N{MINUS SIGN}1,234"),
        (17.0, "17"),
        (0, "0"),
    ],
)
def test_full(number: float, text: str) -> None:
    """A full number is grouped, keeps its digits and has a true minus."""
    assert EN.value(number) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (36_200_000, "36.2 million"),
        (36_210_368, "36.2 million"),
        (16_987_361, "17.0 million"),
        (17_000_000, "17 million"),
        (1_000_000, "1 million"),
        (2_770_000, "2.77 million"),
        (105_653_162, "106 million"),
        (999_999_999, "1.00 billion"),
        (999_999, "999,999"),
        (67_000, "67,000"),
    ],
)
def test_short(number: int, text: str) -> None:
    """A short number has three figures where it has that many, and none below a million."""
    assert EN.value(number, style="short") == text.replace(" ", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("number", "text"), [(87, "87%"), (0.3, "0.3%"), (-19, "\N{MINUS SIGN}19%"), (3.5, "3.5%")]
)
def test_percent(number: float, text: str) -> None:
    """A percentage keeps its digits."""
    assert EN.value(number, "percent") == text


@pytest.mark.parametrize(
    ("qualifier", "text"),
    [
        ("over", "over 36.2 million"),
        ("about", "about 36.2 million"),
        ("almost", "almost 36.2 million"),
        ("under", "less than 36.2 million"),
        ("up-to", "up to 36.2 million"),
    ],
)
def test_qualifier(qualifier: str, text: str) -> None:
    """A qualifier is printed before its value."""
    said = EN.value(36_200_000, style="short", qualifier=qualifier)
    assert said == text.replace("36.2 million", "36.2\N{NO-BREAK SPACE}million")


def test_ranges() -> None:
    """A range has an en dash, and names its unit or scale once."""
    assert EN.value(18, upper=20) == "18–20"
    assert EN.value(18, "percent", upper=20) == "18–20%"
    short = EN.value(410_000_000, style="short", upper=530_000_000)
    assert short == "410–530\N{NO-BREAK SPACE}million"
    mixed = EN.value(900_000, style="short", upper=1_500_000)
    assert mixed == "900,000–1.5\N{NO-BREAK SPACE}million"


def test_scaled_labels() -> None:
    """A scaled label has no word, and a small value is not called zero."""
    assert EN.value(36_210_368, scale="million") == "36.2"
    assert EN.value(36_210_368, scale="million", decimals=0) == "36"
    assert EN.value(4_560, scale="million") == "<0.1"
    assert EN.value(0, scale="million") == "0.0"


def test_words() -> None:
    """Numbers to ten are words where words are asked for, greater ones figures."""
    said = [EN.value(number, style="words") for number in (0, 7, 10, 11)]
    assert said == ["zero", "seven", "ten", "11"]


def test_units() -> None:
    """A unit's word agrees with its number."""
    assert EN.with_unit("1", 1, "days") == "1 day"
    assert EN.with_unit("2.5", 2.5, "days") == "2.5 days"
    assert EN.with_unit("87%", 87, "percent") == "87%"


def test_unknown_language() -> None:
    """A language without messages is a usage error that names the known ones."""
    with pytest.raises(UsageError, match='in the language "fr"') as caught:
        Locale("fr")
    assert "known: en" in str(caught.value)
