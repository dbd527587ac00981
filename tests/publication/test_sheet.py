"""CSV that cannot be parsed is reported with its place."""

from __future__ import annotations

from pathlib import Path

from tests.publication.faults import message
from tests.small_publication import changed

FACTS = "data/facts.csv"


def test_an_open_quote_is_placed_where_it_opens(tmp_path: Path) -> None:
    """A quote that is never closed is reported where it opens, not at the end of the file."""
    overrides = changed(FACTS, "aged 12-17", '"aged 12-17')
    assert message(tmp_path, overrides) == (
        "data/facts.csv:5:44: error: broken CSV: this quote is not closed\n"
        '    told-somebody,polled,43.5,,2019-2022,world,"aged 12-17,hotline,,high,,\n'
        "                                               ^\n"
        '  hint: inside a quoted cell, write a quote as two: ""'
    )


def test_text_after_a_closing_quote_is_placed(tmp_path: Path) -> None:
    """Text after a closing quote is reported at that cell."""
    overrides = changed(FACTS, "aged 12-17", '"aged" 12-17')
    assert message(tmp_path, overrides) == (
        "data/facts.csv:5:44: error: broken CSV: this quoted cell goes on after its closing "
        "quote\n"
        '    told-somebody,polled,43.5,,2019-2022,world,"aged" 12-17,hotline,,high,,\n'
        "                                               ^\n"
        '  hint: inside a quoted cell, write a quote as two: ""'
    )


def test_an_empty_table_is_reported(tmp_path: Path) -> None:
    """A table without even a header row is reported with its columns."""
    overrides = {FACTS: ""}
    assert message(tmp_path, overrides) == (
        "data/facts.csv:1:1: error: this table has no header row\n"
        "  hint: its columns: "
        "id,measure,value,qualifier,period,place,group,source,locator,confidence,calculation,"
        "note"
    )
