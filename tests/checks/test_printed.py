"""Which facts an edition prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.checks.printed import facts_in_print
from briefing.figures.figure import COLUMNS as TABLE_COLUMNS
from briefing.publication import load
from briefing.publication.records import NUMBER_COLUMNS, key_of
from tests import small_publication
from tests.checks.briefings import composed
from tests.small_publication import changed
from tests.whole_publication import section

SERIES = "data/series/reports.csv"
ROW = "reports,2023,ken,,8400,,hotline,medium,"


def test_in_text_and_in_charts(tmp_path: Path) -> None:
    """A fact of a text and the fact of a chart's row are printed; others are not."""
    assert facts_in_print(*composed(tmp_path)) == {
        *("reports-2022", "reports-2023", "reports-2023-ken", "told-somebody", "reports-a-day")
    }


def test_without_the_chart(tmp_path: Path) -> None:
    """A fact whose row no chart of the edition draws is not printed."""
    assert "reports-2023-ken" not in facts_in_print(*composed(tmp_path, **section("Text.\n")))


OTHER = {
    "a hole": "reports,2023,ken,,,,hotline,medium,",
    "another source": "reports,2023,ken,,8400,,ours,medium,",
    "another group": "reports,2023,ken,all,8400,,hotline,medium,",
}


@pytest.mark.parametrize("case", OTHER)
def test_another_row(tmp_path: Path, case: str) -> None:
    """A row says the same as a fact only where all its cells agree, and it has a value."""
    files = changed(SERIES, ROW, OTHER[case])
    assert "reports-2023-ken" not in facts_in_print(*composed(tmp_path, **files))


def test_the_key(tmp_path: Path) -> None:
    """A fact and its row have the same key, of columns that the data of a chart has."""
    publication = load(small_publication.write(tmp_path))
    row = publication.series["reports"][-1]
    assert key_of(row) == key_of(publication.facts["reports-2023-ken"])
    assert set(NUMBER_COLUMNS) <= set(TABLE_COLUMNS)
