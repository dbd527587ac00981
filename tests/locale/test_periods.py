"""Periods, dates and lists."""

from __future__ import annotations

import pytest

from briefing.locale import Locale, parse_period, period_position

EN = Locale("en")


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2023", "2023"),
        ("2019-2022", "2019–2022"),
        ("2024-H1", "first half of 2024"),
        ("2025-H2", "second half of 2025"),
        ("2025-Q1", "first quarter of 2025"),
        ("2021-05", "May 2021"),
        ("2021-05-03", "3\N{NO-BREAK SPACE}May 2021"),
        ("2020-12 to 2021-02", "December 2020 to February 2021"),
    ],
)
def test_period(period: str, text: str) -> None:
    """Every form of period has its words."""
    assert EN.period(period) == text


@pytest.mark.parametrize(
    ("period", "position"),
    [
        ("2019", 2019.0),
        ("2024-H1", 2024.25),
        ("2024-H2", 2024.75),
        ("2025-Q1", 2025.125),
        ("2021-05", 2021.375),
        ("2019-2022", 2020.5),
    ],
)
def test_position(period: str, position: float) -> None:
    """A year stands at its number, a part of a year at its middle."""
    assert period_position(period) == position


@pytest.mark.parametrize("text", ["", "23", "2021-13", "2021-02-30", "2024-H3", "2025-Q5"])
def test_no_period(text: str) -> None:
    """What is no period is not taken for one."""
    assert parse_period(text) is None


def test_span() -> None:
    """Years are joined by a dash, other periods by a word."""
    assert EN.span("2012", "2023") == "2012–2023"
    assert EN.span("2012", "2012") == "2012"
    assert EN.span("2024-H1", "2025-H1") == "first half of 2024 to first half of 2025"


def test_list() -> None:
    """The last two words of a list are joined by "and", without a comma."""
    assert [EN.join(words) for words in ("", "a", "ab", "abc")] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
