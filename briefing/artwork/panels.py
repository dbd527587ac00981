"""A small column chart for each line, all on one scale: many groups at one look."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from briefing.artwork.panel import APART, Panel
from briefing.artwork.sheet import Sheet
from briefing.artwork.words import Block, Words, said
from briefing.document import ChartData, ChartLine, Drawing, Theme
from briefing.typeset import SpanStyle

NARROWEST = 64.0
"""Of a panel: more of them go to the next row."""
MOST_IN_ROW = 6
GAP = 20.0
"""Between neighbours."""
ROW_GAP = 14.0
PLOT = 54.0
"""The height of the tallest column where nothing stands beside the chart."""
TALLEST = 96.0


@dataclass(frozen=True, slots=True)
class _Plan:
    """The panels in rows, each ``width`` wide; columns at most ``plot`` high."""

    rows: tuple[tuple[ChartLine, ...], ...]
    names: tuple[tuple[Block, ...], ...]
    labels: tuple[Block, ...]
    width: float
    plot: float
    head: float
    gap: float = ROW_GAP

    @property
    def foot(self) -> float:
        return max(label.height for label in self.labels) + 3

    def row(self, names: tuple[Block, ...]) -> float:
        """The height of a row of panels."""
        return max(name.height for name in names) + self.head + self.plot + self.foot

    @property
    def height(self) -> float:
        return sum(map(self.row, self.names)) + self.gap * (len(self.names) - 1)


def panels_height(chart: ChartData, theme: Theme, width: float, language: str) -> float:
    """The height of the chart where nothing stands beside it."""
    return _plan(chart, Words(theme, language), width, 0.0).height


def draw_panels(
    chart: ChartData, theme: Theme, width: float, language: str, height: float = 0.0
) -> Drawing:
    """Columns from zero for each line under its name, all on the scale of the largest value.

    Columns carry their values where all have room, else the first and the last of each; the rest
    stand in the attached data. The first and the last x carry their labels. A hole has a dash.
    """
    plan = _plan(chart, Words(theme, language), width, height)
    sheet = Sheet(theme, width, plan.height, language)
    largest = max((point.value or 0 for line in chart.lines for point in line.points), default=0)
    scale = plan.plot / (largest or 1)
    every = _every(chart, sheet.words, plan.width)
    last = len(chart.lines[0].points) - 1
    valued = range(last + 1) if every else tuple(dict.fromkeys((0, last)))
    top = plan.height
    for lines, names in zip(plan.rows, plan.names, strict=True):
        foot = top - plan.row(names) + plan.foot
        for number, (line, name) in enumerate(zip(lines, names, strict=True)):
            left = number * (plan.width + GAP)
            sheet.block(left, top, name)
            # Neither off the sheet nor so far that values of neighbours touch.
            reach = (GAP - APART) / 2
            overhang = (min(left, reach), min(width - left - plan.width, reach))
            panel = Panel(sheet, line.points, left, foot, plan.width, scale, overhang)
            panel.columns(_colours(chart, line), valued)
            panel.values(valued, _value_style(sheet.words, line, every))
            panel.axis(plan.labels)
        top = foot - plan.foot - plan.gap
    return sheet.drawing()


def _plan(chart: ChartData, words: Words, width: float, height: float) -> _Plan:
    lines = chart.lines
    columns = min(len(lines), MOST_IN_ROW)
    while columns > 1 and (width - GAP * (columns - 1)) / columns < _needs(chart, words):
        columns -= 1
    # Rows of like length: eight where six have room are four and four.
    columns = math.ceil(len(lines) / math.ceil(len(lines) / columns))
    room = (width - GAP * (columns - 1)) / columns
    rows = [lines[start : start + columns] for start in range(0, len(lines), columns)]
    names = [
        tuple(words.block(it.name, _name(chart, words, it), room) for it in row) for row in rows
    ]
    plan = _Plan(
        rows=tuple(rows),
        names=tuple(names),
        labels=_labels(chart, words, room),
        width=room,
        plot=PLOT,
        head=words.theme.charts["value"] * (2.7 if _widest_ends(chart, words) > room else 1.6),
    )
    free = max(height - plan.height, 0.0) / len(rows)
    return replace(plan, plot=min(PLOT + free, TALLEST))


def _needs(chart: ChartData, words: Words) -> float:
    """The least width of a panel: no word of its name or its labels is cut, values have room."""
    bold = words.style("value", "ink", bold=True)
    label = words.style("label", "ink")
    points = chart.lines[0].points
    return max(
        NARROWEST,
        max(words.longest(line.name, bold) for line in chart.lines),
        2 * max(words.longest(point.label, label) for point in (points[0], points[-1])) + 6,
        _widest_ends(chart, words),
    )


def _widest_ends(chart: ChartData, words: Words) -> float:
    """The width of the widest pair of first and last value, with the air between."""
    bold = words.style("value", "ink", bold=True)
    ends = [{0: line.points[0], len(line.points) - 1: line.points[-1]} for line in chart.lines]
    widths = [[words.width(said(point), bold) for point in it.values()] for it in ends]
    return max(sum(pair) + APART * (len(pair) - 1) for pair in widths)


def _every(chart: ChartData, words: Words, room: float) -> bool:
    """Whether every column has room for its value."""
    style = words.style("value", "ink", bold=True)
    points = [point for line in chart.lines for point in line.points]
    widest = max(words.width(said(point), style) for point in points)
    return widest + APART <= room / len(chart.lines[0].points)


def _value_style(words: Words, line: ChartLine, every: bool) -> SpanStyle:
    """Values that stand for a whole panel are bold, and those of a highlighted one."""
    colour = "blue" if line.highlight else "ink"
    return words.style("value", colour, bold=line.highlight or not every)


def _name(chart: ChartData, words: Words, line: ChartLine) -> SpanStyle:
    marked = any(other.highlight for other in chart.lines)
    colour = "blue" if line.highlight else "ink"
    return words.style("value", colour, bold=line.highlight or not marked)


def _labels(chart: ChartData, words: Words, room: float) -> tuple[Block, ...]:
    """The labels of the first and the last x; of one alone where there is one."""
    points = chart.lines[0].points
    style = words.style("label", "ink")
    if len(points) == 1:
        return (words.block(points[0].label, style, room),)
    ends = (points[0], points[-1])
    return tuple(words.block(point.label, style, (room - 6) / 2) for point in ends)


def _colours(chart: ChartData, line: ChartLine) -> list[str]:
    """Blue for what is highlighted, or for all where nothing is."""
    marked = any(it.highlight or any(p.highlight for p in it.points) for it in chart.lines)
    return [
        "blue" if line.highlight or point.highlight or not marked else "steel"
        for point in line.points
    ]
