"""The words of charts are true for the rows inside the file."""

from __future__ import annotations

import pytest

from tests.pages.editions import Built
from tests.pages.front import charts
from tests.pages.numbers import Row, rows_of, unknown_numbers, untrue_direction

CSV = (
    b"measure,period,place,group,value,unit,qualifier,note,url\r\n"
    b"reports,2019,world,,16987361,count,,,https://example.org/77\r\n"
    b"reports,2023,world,aged 12-17,36210368,count,over,,\r\n"
    b"reports,2024-H1,world,,57.5,percent,,of 6000 asked,\r\n"
)
ROWS = rows_of(CSV)


def test_every_number_is_in_the_rows(built: Built) -> None:
    """Those of headline, subtitle and alternative text, as the attached CSV has them."""
    measures = built.measures
    told = []
    for chart in charts(built.briefing):
        rows = rows_of(built.reading.files[f"{chart.id}.csv"])
        more = " ".join(measures.get(row.get("measure", ""), "") for row in rows)
        for words in (chart.headline, chart.subtitle, chart.alt):
            told += [(chart.id, words, it) for it in unknown_numbers(words, rows, more)]
    assert told == []


def test_every_direction_is_true(built: Built) -> None:
    """What rose from one value to another did rise."""
    told = {}
    for chart in charts(built.briefing):
        rows = rows_of(built.reading.files[f"{chart.id}.csv"])
        told[chart.id] = untrue_direction(chart.headline, rows)
    assert {name: fault for name, fault in told.items() if fault} == {}


@pytest.mark.parametrize(
    "words",
    [
        "36,210,368 in 2023",
        "over 36.2 million",
        "36.21, in millions",
        "17.0 million and 17 million",
        "57.5%, or 58",
        "ages 12–17, of 6000",
    ],
)
def test_a_number_in_a_legal_form(words: str) -> None:
    """In full, scaled, rounded, or in the rows' own words."""
    assert unknown_numbers(words, ROWS) == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("36.3 million", "36.3"),
        ("36,210,369", "36,210,369"),
        ("in 2022", "2022"),
        ("58.1%", "58.1"),
        ("a third of 77", "77"),
    ],
)
def test_a_number_that_is_not_in_the_rows(words: str, number: str) -> None:
    """One digit off, another year, a number of an address."""
    assert unknown_numbers(words, ROWS) == [number]


def test_the_measures_words_may_hold_numbers() -> None:
    """As in a measure of children under 18."""
    assert unknown_numbers("under 18", ROWS) == ["18"]
    assert unknown_numbers("under 18", ROWS, "children under 18") == []


def _rows(*values: tuple[str, str]) -> list[Row]:
    empty = {"measure": "m", "place": "world", "group": "", "qualifier": ""}
    return [{**empty, "period": period, "value": value} for period, value in values]


UP = _rows(("2019", "16987361"), ("2023", "36210368"))


def test_what_rose_rose() -> None:
    """True sentences, in years and in halves of years, and no sentence at all."""
    assert (
        untrue_direction("Reports rose from 17.0 million in 2019 to 36.2 million in 2023", UP) == ""
    )
    halves = _rows(("2024-H1", "90"), ("2024-H2", "60"))
    words = "Reports fell from 90% in the first half of 2024 to 60% in the second half of 2024"
    assert untrue_direction(words, halves) == ""
    assert untrue_direction("Highest in 2023", UP) == ""


@pytest.mark.parametrize(
    "words",
    [
        "Reports fell from 17.0 million in 2019 to 36.2 million in 2023",
        "Reports rose from 36.2 million in 2023 to 17.0 million in 2019",
        "Reports rose from 17.0 million in 2020 to 36.2 million in 2023",
        "Reports rose from 36.2 million in 2019 to 36.2 million in 2023",
    ],
)
def test_what_is_turned_round_is_told(words: str) -> None:
    """The wrong verb, the wrong order, a period without a row, a value of another period."""
    assert untrue_direction(words, UP) != ""
