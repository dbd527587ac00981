"""Panels are small column charts on one scale, each under its name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.artwork.draw import natural_height
from briefing.artwork.panel import CLEAR, EASY
from briefing.document import ChartData, ChartLine
from tests import shipped
from tests.artwork.look import boxes, drawn, faults, line, lines, texts, words
from tests.artwork.random_charts import WIDTHS, panels


def _panels(*rows: tuple[float | None, ...], marked: tuple[int, ...] = ()) -> ChartData:
    return ChartData(
        "panels",
        tuple(
            ChartLine(f"Place {number}", line(*values, hole="").points, highlight=number in marked)
            for number, values in enumerate(rows)
        ),
    )


def test_all_panels_have_one_scale_from_zero() -> None:
    """A column's height is in the ratio of its value, whichever panel it stands in."""
    drawing = drawn(_panels((10, 20), (40, 5)), 400)
    columns = boxes(drawing, "blue")
    unit = columns[0].height / 10
    assert [box.height for box in columns] == pytest.approx(
        [value * unit for value in (10, 20, 40, 5)], abs=0.01
    )
    assert {box.bottom for box in columns} == {rule[0][1] for rule in lines(drawing, "ink")}


def test_each_panel_has_its_name_above_it() -> None:
    """Bold, at its left, over its columns."""
    drawing = drawn(_panels((10, 20), (40, 5)), 400)
    by_text = {box.text: box for box in texts(drawing)}
    rules = lines(drawing, "ink")
    for number, rule in enumerate(rules):
        name = by_text[f"Place {number}"]
        assert name.left == pytest.approx(rule[0][0], abs=0.01)
        assert name.bottom > max(box.top for box in boxes(drawing, "blue"))


def test_every_value_is_told_where_there_is_room() -> None:
    """Else the first and the last of each panel."""
    assert {"10", "20", "30"} <= set(words(drawn(_panels((10, 20, 30), (1, 2, 3)), 400)))
    many = (1_000_001, 1_000_002, 1_000_003, 1_000_004)
    shown = words(drawn(_panels(many, many), 220))
    assert shown.count("1e+06") == 4


def test_a_value_stands_clear_of_taller_neighbours() -> None:
    """It rises above the columns that it spans, and a thin line leads down to its own."""
    low = (123_456, 900_000, 800_000, 700_000, 600_000, 500_000, 400_000, 300_000, 765_432)
    drawing = drawn(_panels(low, low), 170)
    columns = boxes(drawing, "blue")
    value = next(box for box in texts(drawing) if box.text == "123456")
    under = [box for box in columns if box.left < value.right and value.left < box.right]
    assert value.bottom >= max(box.top for box in under)
    assert len(lines(drawing, "grey")) >= 1


def test_a_value_moves_outward_from_a_taller_neighbour() -> None:
    """Into the gap between panels, so that it stands on its own column, with air if it can."""
    others = [(1, 2, 3, 4, 5)] * 5
    drawing = drawn(_panels((449, 500, 700, 2170, 1471), *others), 489)
    columns = boxes(drawing, "blue")[:5]
    value = next(box for box in texts(drawing) if box.text == "1471")
    assert value.left - columns[3].right == pytest.approx(EASY, abs=0.1)
    assert 0 < value.bottom - columns[4].top < 5
    assert lines(drawing, "grey") == []


def test_a_value_with_little_room_moves_as_far_as_it_may() -> None:
    """At the sheet's edge it ends there, and is still clear of the taller column."""
    panels = _panels((1, 2, 3, 4, 5), (449, 500, 700, 2170, 147))
    drawing = drawn(panels, 152)
    value = next(box for box in texts(drawing) if box.text == "147")
    beside = value.left - boxes(drawing, "blue")[8].right
    assert CLEAR <= beside < EASY
    assert value.right == pytest.approx(152, abs=0.1)


def test_the_first_and_the_last_x_are_labelled() -> None:
    """Under each panel."""
    shown = words(drawn(_panels((1, 2, 3), (4, 5, 6)), 400))
    assert shown.count("2011") == shown.count("2013") == 2
    assert "2012" not in shown


def test_a_hole_has_a_dash_and_no_column() -> None:
    """Drawn where only the ends carry values, a text where all do."""
    drawing = drawn(_panels((10, None, 20), (5, 6, 7)), 400)
    assert len(boxes(drawing, "blue")) == 5
    assert words(drawing).count("–") == 1
    narrow = drawn(_panels((1_000_000, None, 2_000_000, 1, None), (5, 6, 7, 8, 9)), 200)
    assert words(narrow).count("–") == 1
    assert len(lines(narrow, "grey")) >= 1


def test_a_marked_panel_differs_in_colour_and_weight() -> None:
    """Its columns are blue and its name bold; the others are steel and plain."""
    drawing = drawn(_panels((10, 20), (40, 5), marked=(1,)), 400)
    assert len(boxes(drawing, "blue")) == len(boxes(drawing, "steel")) == 2
    bold = {item.text for item in drawing.items if getattr(item, "font", "") == "sans-semibold"}
    assert "Place 1" in bold
    assert "Place 0" not in bold


@pytest.mark.parametrize(("width", "rows"), [(493, 1), (316, 2), (170, 3)])
def test_panels_go_to_further_rows_as_the_width_asks(width: float, rows: int) -> None:
    """Six in a row on a full page, three on two thirds, two on a third; rows of like length."""
    drawing = drawn(_panels(*[(1, 2, 3, 4)] * 6), width)
    assert len({rule[0][1] for rule in lines(drawing, "ink")}) == rows


def test_panels_grow_beside_a_taller_chart() -> None:
    """Up to a limit, so that they stay small."""
    data = _panels((1, 2, 3), (4, 5, 6))
    natural = natural_height(data, shipped.theme(), 400, "en")
    assert drawn(data, 400, natural + 20).height == pytest.approx(natural + 20)
    assert drawn(data, 400, 900).height < 200


def test_only_holes_and_zeros_can_be_drawn() -> None:
    """No division by a largest value of nothing."""
    assert boxes(drawn(_panels((None, None), (None, None)), 300), "blue") == []
    assert {box.height for box in boxes(drawn(_panels((0, 0), (0, 0)), 300), "blue")} == {0}


@given(panels(), WIDTHS, st.sampled_from((0.0, 140.0, 300.0)))
@settings(max_examples=40, deadline=None, derandomize=True, database=None)
def test_any_panels_can_be_read(data: ChartData, width: float, height: float) -> None:
    """Whatever the values, names and width, nothing touches and nothing is cut off."""
    assert faults(drawn(data, width, height)) == []
