"""Nothing in a chart is told by colour alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.document import ChartData, Drawing, PathItem, TextItem
from tests.artwork import look
from tests.pages.editions import Built
from tests.pages.front import charts
from tests.pages.grey_marks import LEAST, colour_alone, drawer

MARKED = look.chart("bars", 3, 7, 5, marked=(1,), labels=("One", "Two", "Three"))
BLUE, PALE = (0.07, 0.26, 0.43), (0.62, 0.69, 0.78)


def test_every_highlight_is_seen_in_grey(built: Built) -> None:
    """Its mark differs by 3 to 1 in luminance, or otherwise, and a label of it is bold."""
    draw = drawer(built.theme)
    told = [
        (chart.id, fault)
        for chart in charts(built.briefing)
        for fault in colour_alone(chart.chart, draw)
    ]
    assert told == []


def test_something_is_highlighted(built: Built) -> None:
    """Else the test above would look at nothing."""
    lines = [line for chart in charts(built.briefing) for line in chart.chart.lines]
    assert any(line.highlight or any(it.highlight for it in line.points) for line in lines)


def _drawn(chart: ChartData, marked: tuple[float, float, float], bold: str) -> Drawing:
    """A square for each point; a highlighted one in a colour, with a label in a font."""
    items: list[PathItem | TextItem] = []
    for point in chart.lines[0].points:
        x, font = 20 * point.x, bold if point.highlight else "sans"
        square = (("m", (x, 0.0)), ("l", (x + 9, 0.0)), ("l", (x + 9, 9.0)), ("h", ()))
        items.append(PathItem(square, fill=marked if point.highlight else PALE))
        items.append(TextItem(point.label, x, 20.0, font, 9.0, BLUE))
    return Drawing(100, 40, tuple(items))


@pytest.mark.parametrize(
    ("colour", "font", "told"),
    [
        (BLUE, "sans-semibold", []),
        ((0.85, 0.55, 0.55), "sans-semibold", ["mark"]),
        (BLUE, "sans", ["bold"]),
        (PALE, "sans", ["mark", "bold"]),
    ],
)
def test_colour_alone_is_told(
    colour: tuple[float, float, float], font: str, told: list[str]
) -> None:
    """A mark that is as light as the others, a label that is as thin, or both."""
    faults = colour_alone(MARKED, lambda chart: _drawn(chart, colour, font))
    assert len(faults) == len(told)
    assert all(word in fault for word, fault in zip(told, faults, strict=True))


def test_a_bold_label_of_something_else_does_not_count() -> None:
    """It must name what is highlighted."""
    other = replace(MARKED.lines[0].points[1], label="Elsewhere")

    def drawn(chart: ChartData) -> Drawing:
        drawing = _drawn(chart, BLUE, "sans-semibold")
        items = tuple(
            replace(item, text=other.label) if isinstance(item, TextItem) else item
            for item in drawing.items
        )
        return replace(drawing, items=items)

    assert LEAST == 3.0
    assert [fault for fault in colour_alone(MARKED, drawn) if "bold" in fault]
