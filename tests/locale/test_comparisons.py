"""Words for how two numbers stand to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.locale import Locale, direction

EN = Locale("en")


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (101, "stayed about the same"),
        (99, "stayed about the same"),
        (105, "rose slightly"),
        (94, "fell slightly"),
        (110, "rose by about a tenth"),
        (120, "rose by about a fifth"),
        (125, "rose by about a quarter"),
        (133, "rose by about a third"),
        (145, "rose by almost half"),
        (60, "fell by more than a third"),
        (50, "fell by about half"),
        (9, "fell by about nine tenths"),
        (0, "fell to zero"),
        (185, "almost doubled"),
        (200, "doubled"),
        (213, "more than doubled"),
        (285, "almost tripled"),
        (390, "almost quadrupled"),
        (410, "more than quadrupled"),
        (720, "rose to more than seven times the level"),
        (6400, "rose to 64 times the level"),
    ],
)
def test_change_words(last: int, words: str) -> None:
    """The words for a change from 100 are true for its size and side."""
    assert EN.change_words(100, last) == words


@given(st.integers(1, 10**9), st.integers(0, 10**9))
def test_change_side(first: int, last: int) -> None:
    """No words say that a value rose where it fell."""
    words = EN.change_words(first, last)
    if any(word in words for word in ("rose", "doubled", "tripled", "quadrupled")):
        assert last > first
    elif "fell" in words:
        assert last < first
    else:
        assert abs(last - first) < first * 0.02


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (40, "less than half of"),
        (50, "about half of"),
        (100, "about the same as"),
        (195, "almost double"),
        (200, "double"),
        (213, "more than double"),
        (500, "five times"),
        (590, "almost six times"),
        (550, "more than five times"),
    ],
)
def test_ratio_words(last: int, words: str) -> None:
    """A ratio in words says on which side of a round number it lies."""
    assert EN.ratio_words(100, last) == words


def test_ratio_times() -> None:
    """A ratio in figures has two of them below ten, and its word agrees."""
    assert EN.ratio_times(100, 6400) == "64 times"
    assert EN.ratio_times(100, 213) == "2.1 times"
    assert EN.ratio_times(100, 100) == "1 time"


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (0, "none"),
        (34, "about a third"),
        (45, "almost half"),
        (57, "more than half"),
        (67, "about two thirds"),
        (98, "almost all"),
        (100, "all"),
    ],
)
def test_share_words(part: int, words: str) -> None:
    """A share in words names the nearest plain fraction and its side."""
    assert EN.share_words(part, 100) == words


def test_small_percent() -> None:
    """A change of less than a percent is not rounded to nothing."""
    assert EN.change_percent(1000, 1005) == "less than 1%"
    assert EN.share_percent(5, 1000) == "less than 1%"
    assert EN.change_percent(17, 36.2) == "113%"


def test_direction() -> None:
    """Within two percent is level; a rise from zero is a rise."""
    assert [direction(100, last) for last in (98.1, 101.9, 102, 98)] == [0, 0, 1, -1]
    assert direction(0, 1) == 1


def test_compare_words() -> None:
    """The first value is compared with the second."""
    assert EN.compare_words(57, 48) == "higher than"
    assert EN.compare_words(48, 57) == "lower than"
    assert EN.compare_words(100, 101) == "about the same as"
