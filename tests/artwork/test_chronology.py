"""Events stand on lanes of time, and their words find a place beside them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document import ChartData, ChartLine, ChartPoint, TextItem
from briefing.document.charts import AxisLabel
from tests.artwork.look import Box, circles, colour, dots, drawn, faults, lines, texts, words
from tests.artwork.random_charts import WIDTHS, chronologies

LONG = "Services must assess the risks of illegal harms to children and act on what they find"


def _event(x: float, text: str = "Act", highlight: bool = False) -> ChartPoint:
    return ChartPoint(x, f"May {x:g}", None, text, highlight=highlight)


def _lane(*events: ChartPoint, name: str = "Law", marked: bool = False) -> ChartLine:
    return ChartLine(name, events, highlight=marked)


def _chart(*lanes: ChartLine, first: int = 2020, last: int = 2026) -> ChartData:
    axis = tuple(AxisLabel(float(year), str(year)) for year in range(first, last + 1))
    return ChartData("chronology", lanes, axis=axis)


def _by_text(data: ChartData, width: float = 493) -> dict[str, Box]:
    return {box.text: box for box in texts(drawn(data, width))}


def test_time_is_true_to_scale() -> None:
    """Years further apart stand further apart, and year labels stand at their years."""
    data = _chart(_lane(_event(2020), _event(2022), _event(2025)))
    first, second, third = sorted(x for x, _ in dots(drawn(data, 493)))
    assert (third - second) / (second - first) == pytest.approx(1.5, abs=0.001)
    label = _by_text(data)["2022"]
    assert (label.left + label.right) / 2 == pytest.approx(second, abs=0.01)


def test_each_lane_has_its_name_and_its_level() -> None:
    """Names at the left, level with their dots; lanes in their order from above."""
    data = _chart(_lane(_event(2021), name="Law"), _lane(_event(2022), name="Companies"))
    levels = {round(x): y for x, y in dots(drawn(data, 493))}
    by_text = _by_text(data)
    for (_, y), name in zip(sorted(levels.items()), ("Law", "Companies"), strict=True):
        assert by_text[name].bottom < y < by_text[name].top
    assert by_text["Law"].bottom > by_text["Companies"].top


def test_words_hang_at_the_right_of_their_dot() -> None:
    """The date, in grey, is level with the dot and breaks the lane's rule; the words are below."""
    drawing = drawn(_chart(_lane(_event(2021, "Rules proposed"))), 493)
    ((x, y),) = dots(drawing)
    date, text = (
        next(box for box in texts(drawing) if box.text == name)
        for name in ("May 2021", "Rules proposed")
    )
    assert x < date.left < x + 12
    assert date.bottom < y < date.top
    assert text.left == date.left
    assert text.top < date.bottom
    (item,) = [it for it in drawing.items if isinstance(it, TextItem) and it.text == "May 2021"]
    assert item.colour == colour("grey")
    for (start, _), (stop, _) in lines(drawing, "rule"):
        assert stop <= date.left or start >= date.right or start == stop


def test_words_without_room_at_the_right_stand_at_the_left() -> None:
    """The next dot is near, and nothing is before."""
    data = _chart(_lane(_event(2024, "Act in force"), _event(2024.3, "First reports")))
    xs = sorted(x for x, _ in dots(drawn(data, 493)))
    by_text = _by_text(data)
    assert by_text["Act in force"].right < xs[0]
    assert by_text["First reports"].left > xs[1]


def test_words_without_room_beside_stand_above_or_below() -> None:
    """With an upright from their dot along them."""
    events = [_event(2022 + number / 10, f"Act number {number}") for number in range(4)]
    drawing = drawn(_chart(_lane(*events)), 493)
    uprights = [stem for stem in lines(drawing, "steel") if stem[0][0] == stem[1][0]]
    assert len(uprights) >= 2
    levels = {round(box.bottom) for box in texts(drawing) if box.text.startswith("Act")}
    assert len(levels) >= 3
    assert faults(drawing) == []


def test_a_lane_grows_with_its_words() -> None:
    """More and longer events make a taller drawing."""
    short = drawn(_chart(_lane(_event(2021))), 493)
    long = drawn(_chart(_lane(*[_event(2021 + n / 4, LONG) for n in range(5)])), 493)
    assert long.height > short.height + 50


def test_all_words_are_said() -> None:
    """Whatever the width: wrapped, never cut short."""
    data = _chart(_lane(*[_event(2021 + n / 4, LONG) for n in range(5)]))
    for width in (170, 320, 493):
        said = " ".join(words(drawn(data, width)))
        assert said.count("illegal") == 5
        assert said.count("find") == 5


def test_years_without_room_are_left_out_and_not_the_ends() -> None:
    """The first and the last year of the axis are told."""
    data = _chart(_lane(_event(2001)), first=1996, last=2026)
    shown = [box for box in texts(drawn(data, 320)) if box.text.isdigit()]
    assert {"1996", "2026"} <= {box.text for box in shown}
    assert len(shown) < 31
    ordered = sorted(shown, key=lambda box: box.left)
    assert all(one.right < two.left for one, two in pairwise(ordered))


def test_marked_lanes_and_events_differ_in_colour_and_weight() -> None:
    """A marked lane is blue among pale ones; a marked event is orange, its words bold."""
    data = _chart(
        _lane(_event(2021), name="Law"),
        _lane(_event(2022), _event(2024, "Turn", highlight=True), name="Police", marked=True),
    )
    drawing = drawn(data, 493)
    pale, blue, orange = (circles(drawing, name)[0] for name in ("steel", "blue", "orange"))
    assert orange.width > blue.width + 1 > pale.width
    fonts = {item.text: item.font for item in drawing.items if isinstance(item, TextItem)}
    assert fonts["Turn"] == "sans-semibold"
    assert fonts["Act"] == "sans"


def test_a_narrow_chart_has_names_above_their_lanes() -> None:
    """Time then has the whole width."""
    by_text = _by_text(_chart(_lane(_event(2021), name="Law")), 200)
    assert by_text["Law"].left == pytest.approx(0, abs=0.01)
    assert by_text["Law"].bottom > by_text["May 2021"].top


def test_a_lane_without_events_keeps_its_place() -> None:
    """Its name and rule are drawn."""
    data = _chart(_lane(name="Police"), _lane(_event(2021)))
    assert "Police" in words(drawn(data, 493))
    assert faults(drawn(data, 493)) == []


@given(chronologies(), WIDTHS, st.sampled_from((0.0, 400.0)))
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_any_events_can_be_read(data: ChartData, width: float, height: float) -> None:
    """Whatever the dates, words and width, nothing touches and nothing is cut off."""
    assert faults(drawn(data, width, height)) == []
