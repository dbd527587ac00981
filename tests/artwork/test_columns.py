"""Upright bars stand on zero and are as tall as their values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.artwork.look import boxes, chart, drawn, outside, overlaps, strokes, texts, words


def test_columns_are_proportional_from_zero() -> None:
    """Heights are in the ratio of the values, and all feet on the baseline."""
    drawing = drawn(chart("columns", 10, 20, 5), 300)
    first, second, third = boxes(drawing, "steel")
    assert first.height / second.height == pytest.approx(0.5, abs=0.001)
    assert third.height / second.height == pytest.approx(0.25, abs=0.001)
    ((_, baseline),) = strokes(drawing)
    assert {box.bottom for box in (first, second, third)} == {baseline[0][1]}
    assert baseline[0][1] == baseline[1][1]


def test_a_hole_has_no_column() -> None:
    """A year without a figure keeps its place and its label, and is not zero."""
    drawing = drawn(chart("columns", 10, None, 20), 300)
    first, last = boxes(drawing, "steel")
    assert last.left - first.left == pytest.approx(2 * 62)  # the widest band
    assert "2012" in words(drawing)
    assert "none" not in words(drawing)
    assert "–" in words(drawing)


def test_zero_is_a_column_without_height() -> None:
    """A zero is a value: it has its number."""
    drawing = drawn(chart("columns", 0, 20), 300)
    assert boxes(drawing, "steel")[0].height == 0
    assert "0" in words(drawing)


def test_only_holes_and_zeros_can_be_drawn() -> None:
    """No division by a largest value of nothing."""
    assert boxes(drawn(chart("columns", None, None), 300), "steel") == []
    assert boxes(drawn(chart("columns", 0, 0), 300), "steel")[0].height == 0


def test_marked_columns_differ_in_colour_and_weight() -> None:
    """A highlight is dark, and its words are bold: not told by colour alone."""
    drawing = drawn(chart("columns", 10, 20, 5, marked=(1,)), 300)
    assert len(boxes(drawing, "blue")) == 1
    assert len(boxes(drawing, "steel")) == 2
    bold = {item.text for item in drawing.items if getattr(item, "font", "") == "sans-semibold"}
    assert bold == {"2012", "20"}


def test_each_value_stands_on_its_column() -> None:
    """Centred, just above the top; the label centred below the foot."""
    drawing = drawn(chart("columns", 10, 20, 5), 300)
    by_text = {box.text: box for box in texts(drawing)}
    columns = boxes(drawing, "steel")
    for column, value, label in zip(
        columns, ("10", "20", "5"), ("2011", "2012", "2013"), strict=True
    ):
        middle = (column.left + column.right) / 2
        for name in (value, label):
            assert (by_text[name].left + by_text[name].right) / 2 == pytest.approx(middle, abs=0.1)
        assert 0 < by_text[value].bottom - column.top < 5
        assert by_text[label].top < column.bottom


def test_where_room_is_short_marked_values_and_ends_come_first() -> None:
    """Twelve wide values cannot all be shown: those marked, the first and the last are."""
    values = [1_000_000.0 + number for number in range(12)]
    drawing = drawn(chart("columns", *values, marked=(5,)), 240)
    shown = words(drawing)
    assert f"{values[5]:g}" in shown
    assert {"2011", "2022", "2016"} <= set(shown)
    assert overlaps(drawing) == []


@pytest.mark.parametrize("width", [90, 120, 164, 240, 493])
def test_labels_stay_on_the_drawing(width: float) -> None:
    """However narrow, the first and the last label are not cut off, and none touch."""
    drawing = drawn(chart("columns", *range(1, 13), marked=(0, 11)), width)
    assert outside(drawing) == []
    assert overlaps(drawing) == []
    assert drawing.width == width


def test_few_columns_are_not_slabs() -> None:
    """Three columns across a page keep to the left."""
    drawing = drawn(chart("columns", 1, 2, 3), 500)
    assert max(box.right for box in boxes(drawing, "steel")) < 190


def test_a_low_value_stands_above_the_dash_beside_it() -> None:
    """Where its words reach over a hole."""
    drawing = drawn(chart("columns", 1000, None, None, None, None, None, 90_000), 100)
    by_text = {box.text: box for box in texts(drawing)}
    assert by_text["1000"].bottom > by_text["–"].top - 0.1
    assert overlaps(drawing) == []


def test_a_column_apart_is_an_outline() -> None:
    """A column that counts something else is white inside, and as high as its value."""
    plain = chart("columns", 10, 20)
    line = plain.lines[0]
    points = (line.points[0], replace(line.points[1], apart=True))
    drawing = drawn(replace(plain, lines=(replace(line, points=points),)), 300)
    (rim,), (inside,) = boxes(drawing, "grey"), boxes(drawing, "white")
    (other,) = boxes(drawing, "steel")
    assert rim.height / other.height == pytest.approx(2)
    assert rim.left < inside.left < inside.right < rim.right
    assert inside.top < rim.top
