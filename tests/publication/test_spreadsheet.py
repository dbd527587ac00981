"""What a spreadsheet makes of cells is recognised."""

from __future__ import annotations

import pytest

from briefing.publication.sheets.spreadsheet import (
    AS_TEXT,
    date_hint,
    is_date,
    is_error,
    range_hint,
)

FORM = f"a spreadsheet has changed its form: {AS_TEXT}, then write"

DATES = {
    "Jan-23": f"{FORM} 2023-01",
    "May 2021": f"{FORM} 2021-05",
    "2-May-21": f"{FORM} 2021-05-02",
    "Mrz 23": f"{FORM} the year first",
    "17-Dec": f"{FORM} the year first",
    "31/05/2023": "write 2023-05-31",
    "5/31/2023": "write 2023-05-31",
    "3.5.2021": "write 2021-03-05 or 2021-05-03",
    "5/5/99": "write 1999-05-05",
    "2021/5/3": "write 2021-05-03",
    "45/45/2021": "write the year first",
    "44927": f"it is the number of a day in a spreadsheet: {AS_TEXT}, then write 2023-01-01",
    "2023": "",
    "abc-23": "",
}


@pytest.mark.parametrize("text", DATES)
def test_a_date_is_turned_back(text: str) -> None:
    """The ISO form is offered, or both where day and month may be either way round."""
    assert date_hint(text) == DATES[text]


def test_a_range_is_turned_back() -> None:
    """12-17 became a day of December."""
    assert range_hint("17-Dec").endswith(
        "if it was the range 12-17, " + AS_TEXT + ", then write 12-17"
    )
    assert range_hint("Dec-17") == range_hint("17-Dec")
    assert range_hint("2-May-21").endswith(AS_TEXT)
    assert range_hint("many") == ""


def test_an_id_with_a_months_name_is_no_date() -> None:
    """Only what a spreadsheet writes is taken for one."""
    assert is_date("Jan-23")
    assert not is_date("january-23-report")
    assert not is_date("iwf-23")


@pytest.mark.parametrize("text", ["#REF!", "#n/a", "#WERT!", "####"])
def test_errors_are_recognised(text: str) -> None:
    """In capitals or not, and what a narrow column shows."""
    assert is_error(text)


@pytest.mark.parametrize("text", ["#metoo", "# 1", "#", "REF"])
def test_other_signs_are_no_errors(text: str) -> None:
    """A hash sign alone is no error."""
    assert not is_error(text)
