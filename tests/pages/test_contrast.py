"""Text can be read on what is painted below it."""

from __future__ import annotations

import pytest

from tests.pages import wrong
from tests.pages.contrast import contrast, weak_text
from tests.pages.editions import Built
from tests.pages.reader import Reading
from tests.pages.wrong import Chart, Put

WHITE = (1.0, 1.0, 1.0)


def test_all_text_stands_out(built: Built) -> None:
    """4.5 to 1 on its own ground: white, tint, band, or the mark of a chart."""
    assert [str(weak) for weak in weak_text(built.reading)] == []


def test_contrast_of_known_colours() -> None:
    """Black on white is 21, a colour on itself 1; #767676 is the lightest grey for text."""
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((9, 99, 199), (9, 99, 199)) == 1
    assert contrast((0x76, 0x76, 0x76), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)


def _weak(data: bytes) -> list[str]:
    return [weak.text for weak in weak_text(Reading(data))]


def test_pale_text_is_told() -> None:
    """Grey that is too light on white, and white on a ground that is too light."""
    ground = ((40.0, 90.0, 300.0, 30.0, "#f46a25"),)
    pale = Put("pale", 50, 200, colour=(0.6, 0.6, 0.6))
    page = wrong.page(Put("dark", 150, 200), pale, Put("white", 50, 100, 11, WHITE), grounds=ground)
    assert _weak(page) == ["pale", "white"]


def test_white_on_dark_is_good() -> None:
    """What counts is the ground below the letters, not the paper."""
    ground = ((40.0, 90.0, 300.0, 30.0, "#12436d"),)
    assert _weak(wrong.page(Put("white", 50, 100, 11, WHITE), grounds=ground)) == []


def test_text_half_on_a_mark_is_told() -> None:
    """A word that leaves the dark bar it is white on."""
    ground = ((40.0, 90.0, 30.0, 30.0, "#12436d"),)
    assert _weak(wrong.page(Put("white words", 50, 100, 11, WHITE), grounds=ground))


def test_a_line_through_a_word_is_told() -> None:
    """A dark line that crosses dark letters."""
    ground = ((40.0, 102.5, 100.0, 1.5, "#12436d"),)
    assert _weak(wrong.page(Put("crossed", 50, 100), grounds=ground)) == ["crossed"]


def test_text_in_a_chart_is_looked_at() -> None:
    """Black on the black bar of a chart."""
    chart = Chart(texts=[Put("bar", 5, 5), Put("free", 60, 30)])
    assert _weak(wrong.page(charts=(chart,))) == ["bar"]
