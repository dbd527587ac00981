"""Squares of a hundred are filled as their value says, from below and from the left."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document import ChartData, ChartLine, ChartPoint, TextItem
from tests import shipped
from tests.artwork.look import boxes, colour, drawn, faults, paths, texts, words
from tests.artwork.random_charts import WIDTHS, waffles


def _waffle(
    *shares: float | None, marked: tuple[int, ...] = (), label: str = "of them"
) -> ChartData:
    points = tuple(
        ChartPoint(
            float(number),
            label,
            share,
            "" if share is None else f"{share:g}%",
            highlight=number in marked,
        )
        for number, share in enumerate(shares)
    )
    return ChartData("waffle", (ChartLine("", points),), 100)


@pytest.mark.parametrize(
    ("share", "filled"), [(0, 0), (0.4, 0), (0.5, 1), (37, 37), (62.5, 63), (99.6, 100), (100, 100)]
)
def test_as_many_squares_are_filled_as_the_value_says(share: float, filled: int) -> None:
    """Of a hundred; half a square and more counts as one."""
    drawing = drawn(_waffle(share), 316)
    assert len(boxes(drawing, "blue")) == filled
    assert len(boxes(drawing, "track")) == 100 - filled


def test_rows_fill_from_below_and_from_the_left() -> None:
    """Thirteen are the lowest row and three at the left of the next."""
    drawing = drawn(_waffle(13), 316)
    filled = boxes(drawing, "blue")
    bottom = filled[0].bottom
    assert [box.bottom for box in filled[:10]] == [bottom] * 10
    assert [box.left for box in filled[10:]] == pytest.approx([box.left for box in filled[:3]])
    assert all(box.bottom > bottom for box in filled[10:])
    assert all(box.bottom >= filled[-1].bottom for box in boxes(drawing, "track"))


def test_all_squares_are_of_one_size() -> None:
    """Filled or not, in ten rows and ten columns."""
    drawing = drawn(_waffle(40), 316)
    every = boxes(drawing, "blue", "track")
    assert {round(box.width, 2) for box in every} == {round(every[0].width, 2)}
    assert len({round(box.left, 1) for box in every}) == 10
    assert len({round(box.bottom, 1) for box in every}) == 10


def test_a_hundred_squares_are_two_paths() -> None:
    """Many equal shapes are one artist."""
    assert len(paths(drawn(_waffle(40, 60), 493))) == 4


def test_the_value_stands_large_with_its_label() -> None:
    """In the theme's numeral, larger than the label below it."""
    drawing = drawn(_waffle(37, label="detect grooming"), 316)
    items = {item.text: item for item in drawing.items if isinstance(item, TextItem)}
    assert items["37%"].font == "serif-numeral"
    assert items["37%"].size == shipped.theme().styles["numeral"].size
    assert items["detect grooming"].y < items["37%"].y
    assert items["detect grooming"].x == items["37%"].x


def test_a_marked_square_is_orange_and_its_label_bold() -> None:
    """Its words are never orange."""
    drawing = drawn(_waffle(87, 37, marked=(1,)), 493)
    assert len(boxes(drawing, "orange")) == 37
    assert len(boxes(drawing, "blue")) == 87
    fonts = [item.font for item in drawing.items if isinstance(item, TextItem)]
    assert fonts.count("sans-semibold") == 1
    inks = {item.colour for item in drawing.items if isinstance(item, TextItem)}
    assert colour("orange") not in inks


def test_a_hole_is_a_dash_and_all_squares_empty() -> None:
    """Its label stands."""
    drawing = drawn(_waffle(None, label="not asked"), 316)
    assert len(boxes(drawing, "track")) == 100
    assert words(drawing) == ["–", "not asked"]


def test_squares_go_to_further_rows_as_the_width_asks() -> None:
    """Four in a row where there is room, else two and two, else one below the other."""
    tops = {
        width: len({round(max(b.top for b in boxes(drawn(_waffle(*[share]), width), "blue")))})
        for width, share in ((493, 50),)
    }
    assert tops == {493: 1}
    rows = []
    for width in (493, 230, 150):
        label = "Geschlechtszugehörigkeit" if width == 150 else "some"
        drawing = drawn(_waffle(40, 41, 42, 43, label=label), width)
        rows.append(len({round(box.bottom) for box in texts(drawing) if box.text.endswith("%")}))
    assert rows == [1, 2, 4]


def test_squares_grow_beside_a_taller_chart() -> None:
    """As far as their place allows."""
    low, tall = drawn(_waffle(40, 41, 42), 493), drawn(_waffle(40, 41, 42), 493, 170)
    assert boxes(tall, "blue")[0].width > boxes(low, "blue")[0].width
    assert tall.height <= 170


@given(waffles(), WIDTHS, st.sampled_from((0.0, 140.0, 300.0)))
@settings(max_examples=40, deadline=None, derandomize=True, database=None)
def test_any_squares_can_be_read(data: ChartData, width: float, height: float) -> None:
    """Whatever the values, labels and width, nothing touches and nothing is cut off."""
    assert faults(drawn(data, width, height)) == []
