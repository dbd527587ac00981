"""The comparison with an extractor can fail."""

from __future__ import annotations

import pytest

from tests.pdf.extract import Run, compared


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("Head\r\nthe public \r\nasked[1]\r\n.", 0),
        ("Head\r\nthepublic \r\nasked[1].", 1),
        ("Head\r\nthe pub lic asked[1].", 1),
        ("Headthe public asked[1].", 1),
        ("the public asked[1].\r\nHead", 1),
        ("Head\r\nthe public asked[1]. More", 1),
        ("Head\r\nthe public", 1),
        ("Head\r\nthe pub\ufffe\r\nlic asked[1].", 0),
    ],
)
def test_words_and_spaces_count(text: str, faults: int) -> None:
    """Lost spaces, spaces within words, another order, words too many or too few."""
    assert len(compared([Run("Head\nthe public asked[1].\n")], text)) == faults


def test_labels_of_a_chart_come_in_any_order() -> None:
    """But all of them, between the words before and after the chart."""
    runs = [Run("Head\n"), Run("17 36\n2019 2020", chart=True), Run("\nNote")]
    assert compared(runs, "Head\r\n17 36\r\n2019\r\n2020\r\nNote") == []
    assert compared(runs, "Head\r\n2019 17\r\n36 2020\r\nNote") == []
    assert compared(runs, "Head\r\n17 36\r\n2019\r\nNote 2020")
