"""Pairs are a ring and a dot on one scale from zero, with their values outside."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.artwork.draw import natural_height
from briefing.document import ChartData, ChartLine, TextItem
from tests import shipped
from tests.artwork.look import (
    Box,
    circles,
    colour,
    drawn,
    faults,
    line,
    lines,
    middle,
    texts,
    words,
)
from tests.artwork.random_charts import WIDTHS, pairs_of_values

HALVES = ("First half of 2024", "First half of 2025")


def _pairs(*rows: tuple[str, float | None, float | None], marked: str = "") -> ChartData:
    made = []
    for name, first, second in rows:
        points = line(first, second, labels=HALVES, hole="").points
        made.append(ChartLine(name, points, highlight=name == marked))
    return ChartData("pairs", tuple(made))


def _by_text(data: ChartData, width: float) -> dict[str, Box]:
    return {box.text: box for box in texts(drawn(data, width))}


@pytest.mark.parametrize("width", [170, 316, 493])
def test_dots_are_proportional_from_zero(width: float) -> None:
    """The distance from the axis is in the ratio of the values, over all rows."""
    drawing = drawn(_pairs(("A", 10, 20), ("B", 40, 5)), width)
    axis = lines(drawing, "ink")[0][0][0]
    rings = [middle(box)[0] - axis for box in circles(drawing, "white")[1:]]
    dots = [middle(box)[0] - axis for box in circles(drawing, "blue")[1:]]
    unit = rings[0] / 10
    assert unit > 0
    assert [*rings, *dots] == pytest.approx([10 * unit, 40 * unit, 20 * unit, 5 * unit], abs=0.01)


def test_the_two_ends_differ_without_colour() -> None:
    """The first value is a ring and the second a filled dot, as the key above says."""
    drawing = drawn(_pairs(("A", 10, 20)), 400)
    by_text = {box.text: box for box in texts(drawing)}
    for fill, moment in (("white", HALVES[0]), ("blue", HALVES[1])):
        key, own = circles(drawing, fill)
        assert key.right < by_text[moment].left < key.right + 8
        assert by_text[moment].bottom < middle(key)[1] < by_text[moment].top
        assert own.top < key.bottom


@pytest.mark.parametrize(("first", "second"), [(10, 80), (80, 10), (41, 40), (40, 40.0001)])
def test_values_stand_outside_their_dots(first: float, second: float) -> None:
    """The smaller at the left and the larger at the right, however near the dots are."""
    by_text = _by_text(_pairs(("A", first, second)), 400)
    low, high = sorted((first, second))
    drawing = drawn(_pairs(("A", first, second)), 400)
    (ring, dot) = circles(drawing, "white")[1], circles(drawing, "blue")[1]
    assert by_text[f"{high:g}"].left > max(ring.right, dot.right)
    if f"{low:g}" != f"{high:g}":
        assert by_text[f"{low:g}"].right < min(ring.left, dot.left)
    assert faults(drawing) == []


def test_a_value_near_zero_stands_before_the_axis() -> None:
    """It would cross the axis beside its dot."""
    data = _pairs(("A", 1, 90), ("B", 0, 0))
    axis = lines(drawn(data, 400), "ink")[0][0][0]
    assert _by_text(data, 400)["1"].right < axis
    assert faults(drawn(data, 400)) == []


def test_dots_on_one_place_are_both_seen() -> None:
    """The ring is wider than the dot inside it."""
    drawing = drawn(_pairs(("A", 30, 30)), 400)
    ring, dot = circles(drawing, "white")[1], circles(drawing, "blue")[1]
    assert middle(ring) == pytest.approx(middle(dot))
    assert ring.width > dot.width + 1
    assert words(drawing).count("30") == 2


def test_a_hole_has_a_dash_and_no_dot() -> None:
    """On its own side; a row of two holes has one dash, and no rule."""
    data = _pairs(("A", None, 20), ("B", 30, None), ("C", None, None))
    drawing = drawn(data, 400)
    assert len(circles(drawing, "white")) == 2
    assert len(circles(drawing, "blue")) == 2
    assert words(drawing).count("–") == 3
    assert lines(drawing, "steel") == []
    by_text = {box.text: box for box in texts(drawing)}
    dashes = [box for box in texts(drawing) if box.text == "–"]
    assert dashes[0].right < by_text["20"].left
    assert dashes[1].left > by_text["30"].right
    assert {"A", "B", "C"} <= set(words(drawing))


def test_a_marked_row_differs_in_colour_and_weight() -> None:
    """Its dots are blue and its name bold; the others are steel."""
    drawing = drawn(_pairs(("A", 10, 20), ("B", 40, 50), marked="B"), 400)
    assert len(circles(drawing, "steel")) == 1
    fonts = {item.text: item.font for item in drawing.items if isinstance(item, TextItem)}
    assert fonts["B"] == "sans-semibold"
    assert fonts["A"] == "sans"
    colours = {item.text: item.colour for item in drawing.items if isinstance(item, TextItem)}
    assert colours["50"] == colour("blue")
    assert colours["20"] == colour("ink")


def test_names_stand_beside_the_dots_or_above_them() -> None:
    """At the left where there is width enough, level with the dots; else over them."""
    data = _pairs(("Online enticement", 10, 20))
    beside, above = _by_text(data, 400), _by_text(data, 200)
    assert beside["Online enticement"].right < beside["10"].left
    assert above["Online enticement"].bottom > above["10"].top
    assert above["Online enticement"].left == pytest.approx(0, abs=0.01)


def test_rows_stand_wider_apart_beside_a_taller_chart() -> None:
    """Within reason: the rows remain one chart."""
    data = _pairs(("A", 10, 20), ("B", 40, 5), ("C", 3, 4))
    natural = natural_height(data, shipped.theme(), 400, "en")
    assert drawn(data, 400).height == natural
    assert drawn(data, 400, natural + 10).height == pytest.approx(natural + 10)
    assert drawn(data, 400, 10 * natural).height < 2 * natural


@given(pairs_of_values("pairs"), WIDTHS, st.sampled_from((0.0, 140.0, 300.0)))
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_any_pairs_can_be_read(data: ChartData, width: float, height: float) -> None:
    """Whatever the values, names and width, nothing touches and nothing is cut off."""
    assert faults(drawn(data, width, height)) == []
