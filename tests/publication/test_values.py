"""Texts of a cell become values of its kind."""

from __future__ import annotations

import pytest

from briefing.publication.sheets.values import READERS, WrongValue


@pytest.mark.parametrize(
    "text",
    ["2023", "2019-2022", "2024-H1", "2025-Q4", "2021-05", "2021-05-03", "2024-02-29"],
)
def test_each_form_of_period_is_read(text: str) -> None:
    """A period in one of the documented forms is kept as it is written."""
    assert READERS["period"](text) == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("period", "23"),
        ("period", "2023-Q5"),
        ("period", "2023-13"),
        ("period", "2023-02-29"),
        ("period", "2023-2023"),
        ("date", "2019-2022"),
        ("date", "0000"),
        ("day", "2021"),
        ("number", "1e6"),
        ("number", ".5"),
        ("number", "nan"),
        ("number", "٣"),
        ("number", "9" * 5000),
        ("value", "18--20"),
        ("value", "18-18"),
        ("whole", "1.0"),
        ("id", "a--b"),
        ("id", "-a"),
        ("id", "é"),
        ("yes-no", "true"),
        ("yes-no", "ja"),
        ("address", "https://a b"),
    ],
)
def test_a_text_of_another_form_is_refused(kind: str, text: str) -> None:
    """What is nearly of a kind is refused instead of guessed at."""
    with pytest.raises(WrongValue):
        READERS[kind](text)


def test_numbers_may_be_negative() -> None:
    """A minus belongs to the number, and a range may begin below zero."""
    assert READERS["number"]("-4.5") == -4.5
    assert READERS["value"]("-5-3") == (-5, 3)


def test_a_dash_means_the_same_as_a_hyphen() -> None:
    """What Word makes of a hyphen or minus between digits is read as what it was."""
    assert READERS["period"]("2023\u20132024") == "2023-2024"
    assert READERS["value"]("18\u201320") == READERS["value"]("18 - 20") == (18, 20)
    assert READERS["number"]("\u22124.5") == -4.5
