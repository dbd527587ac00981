"""Hatches cover a shape, and paint nothing twice."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from briefing.artwork.start import start_matplotlib

start_matplotlib()

from matplotlib.path import Path  # noqa: E402  only once it will not scan for fonts

from briefing.artwork.hatches import TILE, Hatch, hatch_items  # noqa: E402  as above
from briefing.document import PathItem  # noqa: E402

RED = (1.0, 0.0, 0.0)
BOX = (10.0, 20.0, 190.0, 90.0)
HEIGHT = 100.0
SHAPE = PathItem((("m", (10.0, 20.0)), ("l", (190.0, 90.0)), ("h", ())), fill=RED)


def _items(pattern: str) -> list[PathItem]:
    return hatch_items(Hatch(Path.hatch(pattern), RED, 0.5, 2.0), SHAPE, BOX, HEIGHT)


def _lines(item: PathItem) -> list[tuple[tuple[float, ...], tuple[float, ...]]]:
    """The lines of an item, the lower left end first."""
    starts, ends = item.segments[::2], item.segments[1::2]
    return [(min(a, b), max(a, b)) for (_, a), (_, b) in zip(starts, ends, strict=True)]


def _corners(item: PathItem) -> Counter[tuple[float, ...]]:
    """Where the parts of an item begin."""
    return Counter(values for operator, values in item.segments if operator == "m")


def test_lines_are_stroked_and_not_filled() -> None:
    """In the hatch's colour, alpha and width, inside the outline of the shape."""
    (item,) = _items("/")
    assert (item.stroke, item.fill, item.width, item.stroke_alpha) == (RED, None, 2.0, 0.5)
    assert item.clip_outline == SHAPE.segments


def test_dots_are_filled_as_well() -> None:
    """A pattern of both has an item for each."""
    (dots,) = _items("o")
    assert (dots.stroke, dots.fill, dots.fill_alpha) == (RED, RED, 0.5)
    assert [item.fill for item in _items("/o")] == [None, RED]


def test_level_lines_reach_over_the_shape() -> None:
    """At even steps, and each piece once."""
    (item,) = _items("-")
    lines = _lines(item)
    assert len(set(lines)) == len(lines)
    levels = sorted({start[1] for start, _ in lines})
    steps = {round(second - first, 3) for first, second in pairwise(levels)}
    assert len(steps) == 1
    assert levels[0] - max(steps) < BOX[1]
    assert levels[-1] + max(steps) > BOX[3]
    for level in levels:
        pieces = sorted(line for line in lines if line[0][1] == level)
        assert pieces[0][0][0] <= BOX[0]
        assert pieces[-1][1][0] >= BOX[2]
        assert all(one[1] == two[0] for one, two in pairwise(pieces))


@pytest.mark.parametrize("pattern", ["/", "\\\\", "x", "//", "+"])
def test_lines_meet_end_to_end(pattern: str) -> None:
    """Pieces of one line in two tiles touch and do not overlap: all lie in their own tile."""
    (item,) = _items(pattern)
    for start, end in _lines(item):
        for axis, origin in ((0, 0.0), (1, HEIGHT)):
            low, high = sorted((start[axis] - origin, end[axis] - origin))
            assert (low + 0.01) // TILE == (max(high - 0.01, low + 0.01)) // TILE


def test_dots_on_the_edge_of_a_tile_are_kept_once() -> None:
    """Neighbouring tiles both hold them."""
    (item,) = _items("O")
    begins = Counter((round(x, 1), round(y, 1)) for (x, y) in _corners(item))
    assert begins
    assert set(begins.values()) == {1}


def test_tiles_begin_at_the_top() -> None:
    """As in matplotlib's own output: a higher figure moves the hatch up with it."""
    hatch = Hatch(Path.hatch("-"), RED, 1.0, 1.0)
    (low,) = hatch_items(hatch, SHAPE, BOX, 100.0)
    (high,) = hatch_items(hatch, SHAPE, BOX, 103.0)
    levels = [{round(values[1], 3) for _, values in item.segments} for item in (low, high)]
    step = 72 / 6
    assert {(level + 3) % step for level in levels[0]} == {level % step for level in levels[1]}
