"""Lying bars start at zero and are as long as their values."""

from __future__ import annotations

import pytest

from briefing.document import TextItem
from tests import shipped
from tests.artwork.look import (
    boxes,
    chart,
    drawn,
    faults,
    lines,
    outside,
    overlaps,
    strokes,
    texts,
    words,
)

LABELS = ("Told nobody", "Told a friend of their own age", "Told an adult or a helpline")


@pytest.mark.parametrize("width", [164, 400])
def test_bars_are_proportional_from_zero(width: float) -> None:
    """Lengths are in the ratio of the values, and all begin at the same place."""
    drawing = drawn(chart("bars", 10, 20, 5, labels=LABELS), width)
    first, second, third = boxes(drawing, "blue")
    assert first.left == second.left == third.left
    assert first.width / second.width == pytest.approx(0.5, abs=0.001)
    assert third.width / second.width == pytest.approx(0.25, abs=0.001)
    ((_, axis),) = strokes(drawing)
    assert axis[0][0] == axis[1][0] == pytest.approx(first.left, abs=0.7)


def test_a_share_lies_on_its_whole() -> None:
    """A bar of 25 percent is a quarter of the track behind it, and there is no other axis."""
    drawing = drawn(chart("bars", 25, 100, whole=100, labels=("A", "B")), 400)
    tracks, bars = boxes(drawing, "track"), boxes(drawing, "blue")
    assert [bar.width / track.width for bar, track in zip(bars, tracks, strict=True)] == [
        pytest.approx(0.25, abs=0.001),
        pytest.approx(1.0),
    ]
    assert {track.right for track in tracks} == {400.0}
    assert strokes(drawing) == []


def test_a_hole_has_words_and_no_bar() -> None:
    """Where there is no figure it says so."""
    drawing = drawn(chart("bars", 10, None, labels=("A", "B")), 400)
    assert len(boxes(drawing, "blue")) == 1
    assert "none" in words(drawing)


def test_only_holes_and_zeros_can_be_drawn() -> None:
    """No division by a largest value of nothing."""
    assert boxes(drawn(chart("bars", None, None), 400), "blue") == []
    assert boxes(drawn(chart("bars", 0, None), 400), "blue")[0].width == 0


def test_labels_stand_beside_bars_where_there_is_room() -> None:
    """On a wide chart they are to the left, on the level of their bar."""
    drawing = drawn(chart("bars", 10, 20, labels=("A", "B")), 400)
    by_text = {box.text: box for box in texts(drawing)}
    for bar, name in zip(boxes(drawing, "blue"), "AB", strict=True):
        assert by_text[name].right < bar.left
        assert bar.bottom < (by_text[name].bottom + by_text[name].top) / 2 < bar.top


def test_labels_stand_above_bars_on_a_narrow_chart() -> None:
    """There the bars take the whole width."""
    drawing = drawn(chart("bars", 10, 20, labels=("A", "B")), 200)
    by_text = {box.text: box for box in texts(drawing)}
    for bar, name in zip(boxes(drawing, "blue"), "AB", strict=True):
        assert bar.left == 0
        assert by_text[name].bottom > bar.top


@pytest.mark.parametrize("width", [120, 164, 299, 300, 493])
@pytest.mark.parametrize("whole", [None, 100])
def test_labels_stay_on_the_drawing(width: float, whole: float | None) -> None:
    """Long labels are wrapped, values stand where there is room, and none touch."""
    labels = (*LABELS, "Told somebody else about what had happened to them online, or to a friend")
    drawing = drawn(chart("bars", 97, 20, 0.5, 100, whole=whole, labels=labels), width)
    assert outside(drawing) == []
    assert overlaps(drawing) == []
    said = " ".join(words(drawing))
    assert all(word in said for label in labels for word in label.split())
    assert {"97", "20", "0.5", "100"} <= set(words(drawing))


def test_a_value_inside_its_bar_can_be_read() -> None:
    """Where a bar leaves no room at its right the value is white on blue, or ink on orange."""
    colours = shipped.theme().colours
    drawing = drawn(chart("bars", 100, 99, whole=100, marked=(1,), labels=("A", "B")), 400)
    inside = {item.text: item.colour for item in drawing.items if isinstance(item, TextItem)}
    rounded = {name: tuple(round(part, 3) for part in colours[name]) for name in ("white", "ink")}
    assert inside["100"] == rounded["white"]
    assert inside["99"] == rounded["ink"]
    assert len(boxes(drawing, "orange")) == 1
    bar = boxes(drawing, "blue")[0]
    value = next(box for box in texts(drawing) if box.text == "100")
    assert bar.left < value.left
    assert value.right < bar.right


def test_the_axis_leaves_labels_above_the_bars_free() -> None:
    """It has gaps where they stand, and none beside them."""
    narrow = drawn(chart("bars", 10, 20, labels=("Discord", "Google")), 200)
    assert len(lines(narrow, "ink")) == 2
    assert faults(narrow) == []
    assert len(lines(drawn(chart("bars", 10, 20, labels=("A", "B")), 400), "ink")) == 1
