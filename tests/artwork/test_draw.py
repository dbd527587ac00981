"""The charts of a briefing, each at the width that its row gives it."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.artwork import draw
from briefing.artwork.draw import natural_height
from briefing.document import ChartData, ChartKind, Figure, TextItem
from tests import shipped
from tests.artwork.look import drawn, line, outside, overlaps, words
from tests.artwork.random_charts import values
from tests.samples import briefing, figure, paragraph


def test_each_chart_is_as_wide_as_its_place() -> None:
    """A row's charts and gutters fill the text width, a lone one takes its span of it."""
    theme = shipped.theme()
    width = theme.papers["a4"].text_width
    made = draw(
        briefing(
            figure("a", span=0.6), figure("b", span=0.4), paragraph("x"), figure("c", span=0.5)
        ),
        theme,
    )
    assert list(made) == ["a", "b", "c"]
    gutter = theme.spaces["gutter"]
    assert made["a"].width + gutter + made["b"].width == pytest.approx(width)
    assert made["c"].width == pytest.approx(0.5 * width)


def test_a_chart_is_drawn_the_same_again() -> None:
    """Nothing but the chart decides how it looks."""
    assert draw(briefing(figure()), shipped.theme()) == draw(briefing(figure()), shipped.theme())


def test_no_charts_no_drawings() -> None:
    """Text alone has none."""
    assert draw(briefing(paragraph("x")), shipped.theme()) == {}


@pytest.mark.parametrize(("audience", "paper"), shipped.EDITIONS)
def test_the_shipped_charts_can_be_read(audience: str, paper: str) -> None:
    """No two labels touch, none is cut off, and none is smaller than 8.5 points."""
    made = shipped.made(audience, paper)
    assert made.drawings
    for name, drawing in made.drawings.items():
        assert (name, overlaps(drawing)) == (name, [])
        assert (name, outside(drawing)) == (name, [])
        sizes = {item.size for item in drawing.items if isinstance(item, TextItem)}
        assert min(sizes) >= 8.5


@pytest.mark.parametrize(("audience", "paper"), shipped.EDITIONS)
def test_the_shipped_charts_show_their_values(audience: str, paper: str) -> None:
    """A chart of up to seven points a line prints each; a longer one its marked ones and ends.

    Panels may print no more than the ends of each.
    """
    made = shipped.made(audience, paper)
    for block in made.briefing.blocks:
        if not isinstance(block, Figure):
            continue
        shown = words(made.drawings[block.id])
        for chart_line in block.chart.lines:
            points = list(chart_line.points)
            if block.chart.kind == "panels":
                points = [points[0], points[-1]]
            points = [point for point in points if point.value is not None]
            if len(points) > 7:
                points = [points[0], points[-1], *(one for one in points if one.highlight)]
            assert {point.text for point in points} <= set(shown), block.id


@given(
    kind=st.sampled_from(["columns", "bars", "line"]),
    lines=st.lists(st.lists(values, min_size=1, max_size=14), min_size=1, max_size=2),
    width=st.floats(140, 520),
)
@settings(max_examples=60, deadline=None, derandomize=True, database=None)
def test_any_chart_can_be_read(
    kind: ChartKind, lines: list[list[float | None]], width: float
) -> None:
    """Whatever the values and the width, no label is cut off and no two touch."""
    data = ChartData(kind, tuple(line(*values) for values in lines))
    drawing = drawn(data, width)
    assert outside(drawing) == []
    assert overlaps(drawing) == []


@pytest.mark.parametrize("kind", get_args(ChartKind))
def test_each_kind_is_drawn_as_tall_as_it_says(kind: ChartKind) -> None:
    """The natural height is that of the drawing where nothing stands beside it."""
    lines = tuple(line(30, 40, name=name) for name in ("Kenya", "Ghana"))
    data = ChartData(kind, lines[:1] if kind in ("bars", "columns", "waffle") else lines)
    for width in (170.0, 493.0):
        natural = natural_height(data, shipped.theme(), width, "en")
        assert drawn(data, width).height == pytest.approx(natural)
        assert drawn(data, width).width == width
