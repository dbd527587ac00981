"""A blank chart: what is put on it stands where it was put."""

from __future__ import annotations

import pytest

from briefing.artwork.sheet import Sheet, wrapped
from briefing.document import TextItem
from tests import shipped
from tests.artwork.look import boxes, dots, paths, strokes, texts


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


def test_long_labels_are_wrapped() -> None:
    """Lines of a label fit the room that it has."""
    style = _sheet().style("label", "ink")
    lines = wrapped(shipped.theme(), "Told an adult or a helpline", style, 60, "en")
    assert len(lines) > 1
    assert all(line.width <= 60 for line in lines)
