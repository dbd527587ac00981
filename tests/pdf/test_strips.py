"""Strips know what they may not be parted from, and how far from others they stand."""

from __future__ import annotations

import pytest

from briefing.pdf.strips import Box, Strip, keep_all, keep_lines, keep_short, spaced


@pytest.mark.parametrize(
    ("lines", "keeps"),
    [
        (0, []),
        (1, [False]),
        (2, [True, False]),
        (3, [True, True, False]),
        (5, [True, False, False, True, False]),
    ],
)
def test_first_and_last_lines_are_not_alone(lines: int, keeps: list[bool]) -> None:
    """The first keeps to the second, the last but one to the last."""
    strips = keep_lines([Strip(15) for _ in range(lines)])
    assert [strip.keep for strip in strips] == keeps


def test_all_may_be_kept() -> None:
    """And with what follows."""
    assert [strip.keep for strip in keep_all([Strip(1), Strip(1)])] == [True, True]


@pytest.mark.parametrize(("most", "keeps"), [(30, [True] * 3), (29, [False, False, True])])
def test_what_is_short_stays_whole(most: float, keeps: list[bool]) -> None:
    """And what is tall keeps only its end to what follows."""
    strips = keep_short([Strip(10), Strip(10), Strip(10)], most)
    assert [strip.keep for strip in strips] == keeps
    assert keep_short([], 10) == []


def test_space_goes_around_all() -> None:
    """Before the first and after the last; larger space that is there stays."""
    first, middle, last = spaced([Strip(1, before=9), Strip(1), Strip(1)], 5, 7)
    assert (first.before, first.after) == (9, 0)
    assert (middle.before, middle.after) == (0, 0)
    assert (last.before, last.after) == (0, 7)
    assert spaced([], 5, 7) == []


def test_a_rule_under_a_link_moves_with_its_line() -> None:
    """On a page from the right a box is mirrored, and a rule under a link stays with its line."""
    drawn: list[float] = []

    class Canvas:
        def box(self, x: float, *rest: object) -> None:
            drawn.append(x)

    ground = Box(10.0, 0.0, 30.0, 5.0, (0.0, 0.0, 0.0))
    rule = Box(25.0, 0.0, 20.0, 0.5, (0.0, 0.0, 0.0), of=(20.0, 60.0))
    strip = Strip(10.0, [ground, rule])
    strip.draw_boxes(Canvas(), 0.0, 10.0, mirror=100.0)  # type: ignore[arg-type]
    assert drawn == [60.0, 25.0]
    strip.draw_boxes(Canvas(), 0.0, 10.0)  # type: ignore[arg-type]
    assert drawn[2:] == [10.0, 25.0]
