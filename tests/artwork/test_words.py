"""Labels are measured and wrapped, and moved apart no further than they must."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.artwork.words import DASH, Words, apart, said, wrapped
from briefing.document import ChartPoint
from tests import shipped


def _words() -> Words:
    return Words(shipped.theme(), "en")


def test_long_labels_are_wrapped() -> None:
    """Lines of a label fit the room that it has."""
    style = _words().style("label", "ink")
    lines = wrapped(shipped.theme(), "Told an adult or a helpline", style, 60, "en")
    assert len(lines) > 1
    assert all(line.width <= 60 for line in lines)


def test_a_block_says_all_its_words_within_its_width() -> None:
    """No word is lost, and the block knows its widest line."""
    words = _words()
    style = words.style("label", "ink")
    block = words.block("Told an adult or a helpline", style, 60)
    assert " ".join(block.lines) == "Told an adult or a helpline"
    assert block.width == pytest.approx(max(words.width(line, style) for line in block.lines))
    assert block.width <= 60
    assert block.height == pytest.approx(len(block.lines) * block.leading)


def test_a_short_block_is_one_line_and_an_empty_one_none() -> None:
    """What fits is not broken; nothing takes no room."""
    words = _words()
    style = words.style("label", "ink")
    assert words.block("Kenya", style, 500).lines == ("Kenya",)
    assert words.block("", style, 500).height == 0


def test_the_longest_word_sets_the_least_column() -> None:
    """A column as wide as that cuts no word."""
    words = _words()
    style = words.style("label", "ink")
    longest = words.longest("die Geschlechtszugehörigkeit ist", style)
    block = words.block("die Geschlechtszugehörigkeit ist", style, longest + 0.01)
    assert "Geschlechtszugehörigkeit" in block.lines


def test_a_hole_says_a_dash_or_its_own_words() -> None:
    """A limit without a value has words; nothing else but its dagger is said for a hole."""
    assert said(ChartPoint(0, "2011", 5, "5 †")) == "5 †"
    assert said(ChartPoint(0, "2011", None, "")) == DASH
    assert said(ChartPoint(0, "2011", None, "†")) == DASH + "†"
    assert said(ChartPoint(0, "2011", None, "fewer than 10")) == "fewer than 10"


def test_what_does_not_touch_stays() -> None:
    """Middles with room enough are left where they want to be."""
    assert apart([10, 30, 50], [10, 10, 10], 0, 100) == pytest.approx([10, 30, 50])


def test_what_touches_moves_apart_evenly() -> None:
    """Two at one place go half their size either way; at a limit both move."""
    assert apart([50, 50], [10, 10], 0, 100) == pytest.approx([45, 55])
    assert apart([2, 2], [10, 10], 0, 100) == pytest.approx([5, 15])
    assert apart([99, 99], [10, 10], 0, 100) == pytest.approx([85, 95])
    assert apart([], [], 0, 100) == []


@given(st.lists(st.tuples(st.floats(0, 200), st.floats(1, 20)), min_size=1, max_size=10))
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_nothing_touches_and_the_order_stays(things: list[tuple[float, float]]) -> None:
    """Whatever is wanted, things lie apart in their order and between the limits."""
    wanted = sorted(place for place, _ in things)
    sizes = [size for _, size in things]
    middles = apart(wanted, sizes, 0, 200)
    for (first, one), (second, two) in pairwise(zip(middles, sizes, strict=True)):
        assert second - first >= (one + two) / 2 - 1e-6
    assert middles[0] >= sizes[0] / 2 - 1e-6
    assert middles[-1] <= 200 - sizes[-1] / 2 + 1e-6
