"""Strips of dots mark one place among others without names, on one scale."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.artwork import draw_chart
from briefing.document import AxisLabel, ChartData, ChartLine, ChartPoint, PathItem, TextItem
from tests import shipped
from tests.artwork.look import circles, colour, dots, drawn, faults, lines, middle, texts, words
from tests.artwork.random_charts import WIDTHS
from tests.artwork.random_charts import dots as random_dots
from tests.pages.contrast import contrast

WORDS = "median 300: as many countries lie below as above"
AXIS = tuple(AxisLabel(float(power), f"{10**power:,}") for power in range(1, 7))


def strip(*xs: float, own: float | None = None, name: str = "2022", text: str = "12") -> ChartLine:
    """A strip of unnamed dots at positions, and a marked one."""
    points = [ChartPoint(x, "", 10**x, "") for x in xs]
    if own is not None:
        points.append(ChartPoint(own, "Kenya", 10**own, text, highlight=True))
    return ChartLine(name, tuple(points), median=AxisLabel(2.5, WORDS))


def chart(*strips: ChartLine) -> ChartData:
    """A chart of tenfold steps from 10 to a million."""
    return ChartData("dots", strips, axis=AXIS, axis_words="Each dot is a country.")


def _rgb(name: str) -> tuple[int, int, int]:
    red, green, blue = (round(255 * part) for part in colour(name))
    return red, green, blue


SPREAD = (1.2, 2.0, 2.1, 3.4, 5.5)


@pytest.mark.parametrize("width", [170, 316, 493])
def test_dots_stand_at_their_positions(width: float) -> None:
    """Equal steps of position are equal lengths, and the axis is on the same scale."""
    drawing = drawn(chart(strip(*SPREAD, own=3.0)), width)
    rings = sorted(middle(box)[0] for box in circles(drawing, "white"))
    (own,) = [middle(box)[0] for box in circles(drawing, "blue")]
    ticks = sorted(path[0][0] for path in lines(drawing, "ink") if path[0][0] == path[1][0])
    unit = (ticks[-1] - ticks[0]) / 5
    assert unit > 0
    assert rings == pytest.approx([ticks[0] + (x - 1) * unit for x in SPREAD], abs=0.02)
    assert own == pytest.approx(ticks[0] + 2 * unit, abs=0.02)


def test_the_marked_place_is_larger_and_filled() -> None:
    """The others are hollow: the two are told apart without colour."""
    drawing = drawn(chart(strip(*SPREAD, own=3.0)), 400)
    (own,) = circles(drawing, "blue")
    rings = circles(drawing, "white")
    assert len(rings) == len(SPREAD)
    assert all(own.width > 1.4 * ring.width for ring in rings)
    rims = {item.stroke for item in drawing.items if isinstance(item, PathItem) and item.stroke}
    assert colour("grey") in rims
    assert contrast(_rgb("blue"), _rgb("white")) > 3


def test_only_the_marked_place_has_words() -> None:
    """Its name and value once, then its values; the strips, the median and the axis have theirs."""
    years = [
        strip(*SPREAD, own=3.0, name=str(year), text=f"{year - 2000}") for year in (2020, 2021)
    ]
    said = words(drawn(chart(*years), 493))
    axis = {label.text for label in AXIS}
    assert set(said) - axis == {"2020", "2021", "Kenya 20", "21", WORDS, "Each dot is a country."}
    assert said.count(WORDS) == 1


def test_a_region_marks_none() -> None:
    """All dots are alike, and there is no room for labels that are not there."""
    drawing = drawn(chart(strip(*SPREAD)), 493)
    assert circles(drawing, "blue") == []
    assert len(dots(drawing)) == len(SPREAD)
    assert drawing.height < drawn(chart(strip(*SPREAD, own=3.0)), 493).height


def test_marked_dots_are_joined_from_strip_to_strip() -> None:
    """In the order of time; a strip without one breaks the line."""
    owns = (2.0, 3.0, None, 4.0, 4.5)
    strips = [strip(*SPREAD, own=own, name=str(2019 + at)) for at, own in enumerate(owns)]
    drawing = drawn(chart(*strips), 400)
    places = [middle(box) for box in circles(drawing, "blue")]
    wanted = [(places[0], places[1]), (places[2], places[3])]
    joins = lines(drawing, "steel")
    assert len(joins) == 2
    for join, ends in zip(joins, wanted, strict=True):
        for point, end in zip(join, ends, strict=True):
            assert point == pytest.approx(end, abs=0.02)


def test_values_stand_beside_the_line_from_above() -> None:
    """No value is crossed by the line that joins its dot with the one above."""
    for owns in ((2.0, 2.9, 4.0, 2.2), (5.9, 1.1, 5.8, 5.9), (1.0, 6.0, 1.0, 1.0)):
        strips = [strip(*SPREAD, own=own, text="1,234,567") for own in owns]
        drawing = drawn(chart(*strips), 493)
        for (x0, y0), (x1, y1) in lines(drawing, "steel"):
            for box in texts(drawing):
                if box.text != "1,234,567":
                    continue
                for y in (box.bottom, box.top):
                    if y1 <= y <= y0:
                        x = x1 + (x0 - x1) * (y - y1) / (y0 - y1)
                        assert not box.left - 1 < x < box.right + 1


def test_equal_values_do_not_hide_each_other() -> None:
    """Each of many countries with one value has a dot of its own."""
    drawing = drawn(chart(strip(*[2.0] * 12, *[2.01] * 12, own=2.0)), 316)
    boxes = [*circles(drawing, "white"), *circles(drawing, "blue")]
    assert len(boxes) == 25
    for one, two in combinations(boxes, 2):
        apart = hypot(middle(one)[0] - middle(two)[0], middle(one)[1] - middle(two)[1])
        assert apart > (one.width + two.width) / 2


def test_medians_are_ticks_and_the_last_has_words() -> None:
    """A tick through each strip, at its own place; the words stand below the last strip."""
    years = [strip(*SPREAD, own=3.0, name=str(year)) for year in (2020, 2021)]
    drawing = drawn(chart(*years), 493)
    ticks = [path for path in lines(drawing, "grey") if path[0][0] == path[1][0]]
    lowest = min(y for path in ticks for _, y in path)
    (label,) = [box for box in texts(drawing) if box.text == WORDS]
    assert len({path[0][0] for path in ticks}) == 1
    assert label.top < lowest
    assert label.left < ticks[0][0][0] < label.right


def test_long_names_fit_at_both_ends() -> None:
    """A long name is on the sheet where its dot is at an end of the axis, and wraps if it must."""
    name = "Saint Vincent and the Grenadines"
    for width in (170.0, 316.0, 493.0):
        for own in (1.0, 6.0):
            point = ChartPoint(own, name, 10**own, "1,234,567", highlight=True)
            line = strip(*SPREAD)
            data = chart(ChartLine("2022", (*line.points, point), median=line.median))
            drawing = drawn(data, width)
            assert faults(drawing) == []
            assert name in " ".join(words(drawing))


def test_more_height_moves_strips_apart() -> None:
    """Within reason, and never a single strip."""
    two = chart(strip(*SPREAD, own=3.0), strip(*SPREAD, own=3.0))
    natural = drawn(two, 300).height
    assert natural < drawn(two, 300, natural + 10).height <= natural + 10
    assert drawn(two, 300, 900.0).height < natural + 20
    one = chart(strip(*SPREAD))
    assert drawn(one, 300, 400.0) == drawn(one, 300)


def test_labels_can_be_read() -> None:
    """None is smaller than 8.5 points."""
    drawing = drawn(chart(strip(*SPREAD, own=3.0)), 200)
    assert min(item.size for item in drawing.items if isinstance(item, TextItem)) >= 8.5


def test_the_scale_runs_from_the_right_in_arabic() -> None:
    """Larger numbers stand further to the left."""
    drawing = draw_chart(chart(strip(*SPREAD)), shipped.theme(), 400.0, "ar")
    by_text = {box.text: box for box in texts(drawing)}
    places = [by_text[label.text].left for label in AXIS if label.text in by_text]
    assert all(first > second for first, second in pairwise(places))


@given(random_dots(), WIDTHS, st.sampled_from((0.0, 140.0, 400.0)))
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_any_dots_can_be_read(data: ChartData, width: float, height: float) -> None:
    """Whatever the values, names and width, no words touch anything, and nothing is cut off."""
    assert faults(drawn(data, width, height)) == []
