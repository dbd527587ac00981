"""A blank chart: what is put on it stands where it was put."""

from __future__ import annotations

import pytest

from briefing.artwork.sheet import Sheet
from briefing.document import TextItem
from tests import shipped
from tests.artwork.look import boxes, circles, dots, lines, paths, strokes, texts


def _sheet() -> Sheet:
    return Sheet(shipped.theme(), 200, 100, "en")


def test_a_rectangle_is_where_it_was_put() -> None:
    """In points from the lower left corner, in a colour of the theme."""
    sheet = _sheet()
    sheet.rectangle(10, 20, 30, 5, "blue")
    (box,) = boxes(sheet.drawing(), "blue")
    assert (box.left, box.bottom, box.right, box.top) == (10, 20, 40, 25)


def test_dashes_are_in_points() -> None:
    """Whatever the line's width."""
    sheet = _sheet()
    sheet.polyline([(0, 0), (50, 50)], "grey", 1.5, (4.0, 2.5))
    ((item, points),) = strokes(sheet.drawing())
    assert item.dash == pytest.approx((4.0, 2.5))
    assert points == [(0, 0), (50, 50)]


def test_a_dot_has_a_white_rim() -> None:
    """It stands off its line."""
    sheet = _sheet()
    sheet.dot(50, 40, 3, "blue")
    drawing = sheet.drawing()
    assert dots(drawing) == [pytest.approx((50, 40), abs=0.01)]
    assert paths(drawing)[0].stroke == (1.0, 1.0, 1.0)


def test_a_dollar_sign_is_no_formula() -> None:
    """Text between two dollar signs is text."""
    sheet = _sheet()
    sheet.text(10, 10, "$5 or $6", sheet.style("label", "ink"))
    (item,) = sheet.drawing().items
    assert isinstance(item, TextItem)
    assert item.text == "$5 or $6"


def test_what_would_leave_the_sheet_is_moved_in() -> None:
    """A centred label near an edge stands beside its place."""
    sheet = _sheet()
    style = sheet.style("label", "ink")
    for x in (0, 100, 200):
        sheet.text_within(x, 10, "label", style)
    first, middle, last = texts(sheet.drawing())
    assert first.left == pytest.approx(0, abs=0.01)
    assert (middle.left + middle.right) / 2 == pytest.approx(100, abs=0.01)
    assert last.right == pytest.approx(200, abs=0.01)


def test_many_rectangles_are_one_path() -> None:
    """Each where it was put, and none where there is none."""
    sheet = _sheet()
    sheet.rectangles([(10, 20, 30, 5), (50, 20, 4, 8)], "blue")
    sheet.rectangles([], "steel")
    drawing = sheet.drawing()
    assert len(paths(drawing)) == 1
    first, second = boxes(drawing, "blue")
    assert (first.left, first.bottom, first.right, first.top) == (10, 20, 40, 25)
    assert (second.left, second.bottom, second.right, second.top) == (50, 20, 54, 28)


def test_many_rules_are_one_path() -> None:
    """Each from its one end to the other, unfilled."""
    sheet = _sheet()
    sheet.rules([(0, 5, 100, 5), (20, 0, 20, 50)], "ink", 0.9)
    drawing = sheet.drawing()
    (path,) = paths(drawing)
    assert (path.width, path.fill) == (0.9, None)
    assert lines(drawing, "ink") == [[(0, 5), (100, 5)], [(20, 0), (20, 50)]]


def test_dots_are_filled_and_rings_are_white() -> None:
    """Round, at their places, several in one path."""
    sheet = _sheet()
    sheet.dots([(50, 40), (70, 40)], 3, "blue")
    sheet.rings([(90, 40)], 4, "grey")
    drawing = sheet.drawing()
    assert len(paths(drawing)) == 2
    assert dots(drawing) == [pytest.approx(place) for place in ((50, 40), (70, 40), (90, 40))]
    assert [box.width for box in circles(drawing, "blue")] == pytest.approx([6, 6])
    assert [box.height for box in circles(drawing, "white")] == pytest.approx([8])


def test_a_block_hangs_from_its_top() -> None:
    """Its lines one below the other, within the height that it says."""
    sheet = _sheet()
    block = sheet.words.block("Told an adult or a helpline", sheet.style("label", "ink"), 60)
    sheet.block(100, 90, block, "right")
    lines_drawn = texts(sheet.drawing())
    assert [box.text for box in lines_drawn] == list(block.lines)
    assert all(box.right == pytest.approx(100, abs=0.01) for box in lines_drawn)
    assert lines_drawn[0].top < 90
    assert lines_drawn[-1].bottom > 90 - block.height


def test_text_beside_a_mark_is_level_with_it() -> None:
    """The middle of its letters is at the height given."""
    sheet = _sheet()
    sheet.text_beside(10, 50, "36", sheet.style("value", "ink"))
    (box,) = texts(sheet.drawing())
    assert (box.bottom + box.top) / 2 == pytest.approx(50, abs=0.3)
