"""Lines start from zero, break at holes and are labelled directly."""

from __future__ import annotations

import pytest

from briefing.document import ChartData, ChartLine, ChartPoint
from tests.artwork.look import (
    chart,
    dots,
    drawn,
    line,
    outside,
    overlaps,
    rising,
    strokes,
    texts,
    words,
)


def test_points_are_proportional_from_zero() -> None:
    """A value twice as large stands twice as far above the baseline."""
    drawing = drawn(chart("line", 10, 20, 0), 300)
    (_, baseline), (_, points) = strokes(drawing)
    foot = baseline[0][1]
    heights = [y - foot for _, y in points]
    assert heights[0] / heights[1] == pytest.approx(0.5, abs=0.001)
    assert heights[2] == 0
    assert dots(drawing) == [pytest.approx(point, abs=0.01) for point in points]


def test_a_hole_breaks_the_line() -> None:
    """No line runs over a year without a figure; a lone value is a dot."""
    drawing = drawn(chart("line", 10, 20, None, 30, None, 40, 50), 400)
    stretches = [points for _, points in strokes(drawing)[1:]]
    assert [len(points) for points in stretches] == [2, 2]
    assert stretches[0][-1][0] < stretches[1][0][0]
    assert len(dots(drawing)) == 5
    assert "none" not in words(drawing)


def test_time_is_true_to_scale() -> None:
    """Years further apart stand further apart."""
    points = tuple(ChartPoint(year, str(year), 5, "5") for year in (2017.0, 2022.0, 2025.0))
    drawing = drawn(ChartData("line", (ChartLine("", points),)), 300)
    xs = [x for x, _ in strokes(drawing)[1][1]]
    assert (xs[1] - xs[0]) / (xs[2] - xs[1]) == pytest.approx(5 / 3, abs=0.001)


def test_lines_differ_without_colour() -> None:
    """The first is solid and heavier, the others dashed; each has its name at its end."""
    data = ChartData("line", (line(10, 20, name="Kenya"), line(5, 6, name="Africa")))
    drawing = drawn(data, 300)
    (first, ends), (second, other) = strokes(drawing)[1:]
    assert first.dash == ()
    assert second.dash
    assert first.width > second.width
    by_text = {box.text: box for box in texts(drawing)}
    for name, points in (("Kenya", ends), ("Africa", other)):
        assert by_text[name].left > points[-1][0]
        assert by_text[name].bottom < points[-1][1] < by_text[name].top


def test_the_marked_line_leads() -> None:
    """Where a line is highlighted it is the solid one, wherever it stands."""
    marked = ChartLine("Kenya", line(1, 2).points, highlight=True)
    drawing = drawn(ChartData("line", (line(3, 4, name="Africa"), marked)), 300)
    (first, _), (second, _) = strokes(drawing)[1:]
    assert first.dash
    assert second.dash == ()


def test_names_of_lines_that_meet_do_not_touch() -> None:
    """Lines that end at one height have their names one above the other."""
    data = ChartData("line", (line(1, 20, name="Kenya"), line(2, 20, name="Africa")))
    drawing = drawn(data, 400)
    assert overlaps(drawing) == []
    assert {"Kenya", "Africa"} <= set(words(drawing))


def test_a_short_line_carries_all_its_values() -> None:
    """Up to seven points each have their number, and each year its label."""
    drawing = drawn(chart("line", 10, 20, 15, 30, 25, 40, 35), 400)
    assert {"10", "20", "15", "30", "25", "40", "35"} <= set(words(drawing))
    assert {str(2011 + number) for number in range(7)} <= set(words(drawing))


def test_a_long_line_carries_ends_extremes_and_marked_values() -> None:
    """Of fifteen values only those that tell the story are printed."""
    values = [30.0, 31, 32, 33, 34, 35, 99, 36, 37, 38, 12, 40, 41, 42, 43]
    drawing = drawn(chart("line", *values, marked=(3,)), 493)
    numbers = [word for word in words(drawing) if len(word) < 4]
    assert sorted(numbers) == ["12", "30", "33", "43", "99"]


def test_each_value_stands_at_its_point() -> None:
    """Above its dot, and near it."""
    drawing = drawn(chart("line", 10, 20, 30), 300)
    by_text = {box.text: box for box in texts(drawing)}
    for (x, y), value in zip(dots(drawing), ("10", "20", "30"), strict=True):
        assert by_text[value].left - 2 < x < by_text[value].right + 2
        assert 0 < by_text[value].bottom - y < 8


def test_only_holes_and_zeros_can_be_drawn() -> None:
    """No division by a largest value of nothing; a lone point lies on the plot."""
    assert dots(drawn(chart("line", None, None), 300)) == []
    assert len(dots(drawn(chart("line", 0, 0), 300))) == 2
    assert len(dots(drawn(chart("line", 5), 300))) == 1


@pytest.mark.parametrize("width", [110, 164, 240, 493])
def test_labels_stay_on_the_drawing(width: float) -> None:
    """However narrow, no label is cut off and none touch."""
    values = [37_872, 44_155, 80_524, 186_819, 546_000]
    data = ChartData("line", (line(*values), line(*(value * 0.8 for value in values))))
    drawing = drawn(data, width)
    assert outside(drawing) == []
    assert overlaps(drawing) == []
    assert {"2011", "2015"} <= set(words(drawing))
    assert rising([x for x, _ in dots(drawing)][:5])


def test_a_value_stands_clear_of_a_steep_line() -> None:
    """Beside the line on whichever side it runs: above a fallen point, below a risen one."""
    data = ChartData("line", (line(77, 41, 38, name="Upper"), line(5, 21, None, name="Lower")))
    drawing = drawn(data, 300)
    by_text = {box.text: box for box in texts(drawing)}
    upper, lower = [points for _, points in strokes(drawing)[1:]]
    assert by_text["41"].bottom > upper[1][1]
    assert by_text["41"].left >= upper[1][0]
    assert by_text["21"].top < lower[1][1]
    assert by_text["21"].left >= lower[1][0]


def test_quiet_lines_differ_in_their_dashes() -> None:
    """Two grey lines beside the main one are told apart without colour."""
    lines = (line(9, 8, name="A"), line(4, 5, name="B"), line(2, 3, name="C"))
    _, first, second, third = [item for item, _ in strokes(drawn(ChartData("line", lines), 300))]
    assert first.dash == ()
    assert second.dash != third.dash


def test_a_value_turns_away_from_another_line() -> None:
    """It stands on the other side of its point where that line would run through it."""
    upper, near = line(100, 100, 100, name="A"), line(38, 38, 38, name="C")
    alone = drawn(ChartData("line", (upper, line(30, 31, 30, name="B"))), 400)
    beset = drawn(ChartData("line", (upper, line(30, 31, 30, name="B"), near)), 400)
    assert next(box for box in texts(alone) if box.text == "31").top < dots(alone)[4][1]
    raised = ChartData("line", (upper, line(30, 31, 30, name="B"), line(5, 5, 5, name="C")))
    assert (
        next(box for box in texts(drawn(raised, 400)) if box.text == "31").bottom
        > (dots(drawn(raised, 400))[4][1])
    )
    assert next(box for box in texts(beset) if box.text == "31").top < dots(beset)[4][1]
