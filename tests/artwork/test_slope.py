"""Slopes run between two uprights from zero, and are named at their right end."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document import ChartData, ChartLine, TextItem
from tests.artwork.look import (
    boxes,
    dots,
    drawn,
    faults,
    line,
    lines,
    outside,
    rising,
    strokes,
    texts,
    words,
)
from tests.artwork.random_charts import WIDTHS, pairs_of_values

YEARS = ("2020", "2024")


def _slope(*rows: tuple[str, float | None, float | None], marked: str = "") -> ChartData:
    made = []
    for name, first, second in rows:
        points = line(first, second, labels=YEARS, hole="").points
        made.append(ChartLine(name, points, highlight=name == marked))
    return ChartData("slope", tuple(made))


@pytest.mark.parametrize("width", [170, 316, 493])
def test_ends_are_proportional_from_zero(width: float) -> None:
    """Heights over the baseline are in the ratio of the values, on both uprights."""
    drawing = drawn(_slope(("A", 10, 20), ("B", 40, 5)), width)
    foot = lines(drawing, "ink")[0][0][1]
    heights = [y - foot for _, y in dots(drawing)]
    unit = heights[0] / 10
    assert unit > 0
    assert heights == pytest.approx([value * unit for value in (10, 20, 40, 5)], abs=0.01)


def test_each_line_has_both_values_and_its_name() -> None:
    """A value left of the left end, the other and the name right of the right end."""
    drawing = drawn(_slope(("Kenya", 10, 60)), 400)
    by_text = {box.text: box for box in texts(drawing)}
    (left, right) = dots(drawing)
    assert by_text["10"].right < left[0]
    assert right[0] < by_text["60"].left < by_text["60"].right < by_text["Kenya"].left
    for text, y in (("10", left[1]), ("60", right[1]), ("Kenya", right[1])):
        assert by_text[text].bottom < y < by_text[text].top


def test_names_stand_below_their_values_where_slopes_need_the_width() -> None:
    """On a narrow chart with long words; the slopes keep theirs."""
    drawing = drawn(_slope(("Niederlande", 1234, 5678)), 170)
    by_text = {box.text: box for box in texts(drawing)}
    assert by_text["Niederlande"].top < by_text["5678"].bottom
    left, right = dots(drawing)
    assert right[0] - left[0] > 44


def test_labels_that_would_touch_are_moved_apart_in_order() -> None:
    """The order of the values stays, and thin lines lead to the words that moved."""
    drawing = drawn(_slope(("A", 50, 30), ("B", 51, 31), ("C", 52, 32)), 400)
    by_text = {box.text: box for box in texts(drawing)}
    for column in (("50", "51", "52"), ("30", "31", "32"), ("A", "B", "C")):
        assert rising([by_text[name].bottom for name in column])
    assert faults(drawing) == []
    assert len(lines(drawing, "steel")) >= 4
    assert lines(drawn(_slope(("A", 90, 30), ("B", 10, 80)), 400), "steel") == []


def test_lines_of_one_value_stand_in_their_order() -> None:
    """The first is named on top."""
    by_text = {box.text: box for box in texts(drawn(_slope(("A", 9, 9), ("B", 8, 9)), 400))}
    assert by_text["A"].bottom > by_text["B"].top


def test_a_hole_has_a_dash_and_no_line() -> None:
    """Its name stands all the same, and the end that is known has its dot."""
    drawing = drawn(_slope(("A", 10, None), ("B", None, 60), ("C", None, None)), 400)
    assert len(dots(drawing)) == 2
    assert [item for item, points in strokes(drawing) if item.width > 1] == []
    assert words(drawing).count("–") == 4
    assert {"A", "B", "C", "10", "60"} <= set(words(drawing))


def test_the_marked_line_leads() -> None:
    """It is heavier and blue, drawn over the others, and its words are bold."""
    drawing = drawn(_slope(("A", 10, 20), ("B", 40, 50), marked="A"), 400)
    thin, heavy = [item for item, _ in strokes(drawing) if item.width > 1]
    assert heavy.width > thin.width
    bold = {item.text for item in drawing.items if getattr(item, "font", "") == "sans-semibold"}
    assert {"A", "10"} <= bold
    assert not {"B", "40"} & bold
    assert boxes(drawing, "orange") == []


def test_the_moments_are_named_below_the_uprights() -> None:
    """Each under its own, and both on the chart."""
    drawing = drawn(_slope(("Kenya", 10, 60)), 400)
    by_text = {box.text: box for box in texts(drawing)}
    foot = lines(drawing, "ink")[0][0][1]
    for (x, _), label in zip(dots(drawing), YEARS, strict=True):
        assert by_text[label].top < foot
        assert abs((by_text[label].left + by_text[label].right) / 2 - x) < 12
    assert outside(drawing) == []


def test_long_names_are_wrapped() -> None:
    """A name of many words takes lines, and leaves the slopes their room."""
    name = "Bulgaria and the other countries of the European Union"
    drawing = drawn(_slope((name, 10, 60), ("B", 10, 61)), 316)
    said = [item.text for item in drawing.items if isinstance(item, TextItem)]
    assert name not in said
    assert all(word in " ".join(said) for word in name.split())
    left, right = dots(drawing)[:2]
    assert right[0] - left[0] > 100


@given(pairs_of_values("slope"), WIDTHS, st.sampled_from((0.0, 140.0, 300.0)))
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_any_slopes_can_be_read(data: ChartData, width: float, height: float) -> None:
    """Whatever the values, names and width, nothing touches and nothing is cut off."""
    assert faults(drawn(data, width, height)) == []
