"""Charts for languages that are written from right to left."""

from __future__ import annotations

import pytest

from briefing.artwork import draw_chart
from briefing.document import Drawing, TextItem
from tests import shipped
from tests.artwork.look import boxes, chart


def _drawn(kind: str, language: str) -> Drawing:
    return draw_chart(chart(kind, 10, 20), shipped.theme(), 400.0, language)


def test_bars_grow_from_the_right() -> None:
    """In Arabic the labels stand at the right, and bars begin there."""
    left, right = boxes(_drawn("bars", "en"), "blue"), boxes(_drawn("bars", "ar"), "blue")
    for one, other in zip(left, right, strict=True):
        assert other.right == pytest.approx(400 - one.left, abs=0.01)
        assert other.left == pytest.approx(400 - one.right, abs=0.01)


def test_words_keep_their_width_and_are_not_turned() -> None:
    """A label that ended before its bar begins after it, and reads as before."""
    english = [item for item in _drawn("bars", "en").items if isinstance(item, TextItem)]
    arabic = [item for item in _drawn("bars", "ar").items if isinstance(item, TextItem)]
    assert [item.text for item in english] == [item.text for item in arabic]
    assert all(item.angle == 0 for item in arabic)
    assert all(0 <= item.x <= 400 for item in arabic)


def test_time_runs_from_left_to_right() -> None:
    """Columns over the years are the same in every language."""
    assert _drawn("columns", "ar") == _drawn("columns", "en")
