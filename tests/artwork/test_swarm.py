"""Circles on a line are moved apart, and no further than they must."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.artwork.swarm import levels


def test_circles_with_room_stand_on_the_line() -> None:
    """Where none touches another all are level."""
    assert levels([0, 10, 20], [2, 2, 2], 1) == [0, 0, 0]


def test_equal_values_stand_above_and_below_each_other() -> None:
    """The first on the line, the next above it, then below it."""
    assert levels([5, 5, 5], [2, 2, 2], 1) == [0, 5, -5]


def test_a_circle_moves_only_until_it_is_clear() -> None:
    """It slides along its neighbour: no whole step."""
    (_, level) = levels([0, 3], [2, 2], 1)
    assert hypot(3, level) - 5 < 1e-6
    assert level > 0


@given(
    st.lists(st.tuples(st.floats(0, 60), st.floats(1, 4)), max_size=40),
    st.floats(0, 2),
)
@settings(max_examples=80, deadline=None, derandomize=True, database=None)
def test_no_two_touch(circles: list[tuple[float, float]], clear: float) -> None:
    """Whatever the places and sizes; and the same again."""
    middles, radii = [x for x, _ in circles], [radius for _, radius in circles]
    found = levels(middles, radii, clear)
    assert found == levels(middles, radii, clear)
    placed = zip(middles, found, radii, strict=True)
    for (x, y, radius), (other, level, size) in combinations(placed, 2):
        assert hypot(x - other, y - level) >= radius + size + clear - 1e-3
