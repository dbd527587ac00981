"""Squares of a hundred, as many of them filled as a share says."""

from __future__ import annotations

import math
from dataclasses import dataclass

from briefing.artwork.sheet import Sheet
from briefing.artwork.words import Block, Words, said
from briefing.document import ChartData, ChartPoint, Drawing, Theme
from briefing.typeset import SpanStyle

SIDE = 104.0
"""The side of a square of a hundred where nothing asks for another."""
LEAST = 70.0
"""Of a square with its words below it."""
SMALL = 54.0
"""Of a square with its words beside it."""
MOST = 132.0
"""The side beside a taller chart."""
FILL = 0.86
"""The part of its place that each small square fills."""
GAP = 18.0
"""Between neighbours."""
BESIDE = 205.0
"""From this width on a square has its words beside it, else below."""
AIR = 12.0
"""Between a square and words beside it."""
WORDS = 84.0
"""The width of words beside a square, where the longest of them needs no more."""
MOST_IN_ROW = 4


@dataclass(frozen=True, slots=True)
class _Cell:
    """A point with its words: the value as a numeral, and its label."""

    point: ChartPoint
    numeral: Block
    label: Block

    @property
    def words(self) -> float:
        """The height of the words."""
        return self.numeral.height + self.label.height


@dataclass(frozen=True, slots=True)
class _Plan:
    """The cells in rows, each ``width`` wide, their squares with this ``side``."""

    rows: tuple[tuple[_Cell, ...], ...]
    width: float
    side: float
    beside: bool

    def row(self, cells: tuple[_Cell, ...]) -> float:
        """The height of a row."""
        words = max(cell.words for cell in cells)
        return max(self.side, words) if self.beside else self.side + 3 + words

    @property
    def height(self) -> float:
        return sum(map(self.row, self.rows)) + GAP * (len(self.rows) - 1)


def waffle_height(chart: ChartData, theme: Theme, width: float, language: str) -> float:
    """The height of the chart where nothing stands beside it."""
    return _plan(chart, Words(theme, language), width, 0.0).height


def draw_waffle(
    chart: ChartData, theme: Theme, width: float, language: str, height: float = 0.0
) -> Drawing:
    """A square of ten by ten for each point, filled row by row from below, and from the left.

    Half a square and more counts as one. Its value stands large beside it or, where there is
    little width, below it. A hole has a dash, and all its squares empty.
    """
    plan = _plan(chart, Words(theme, language), width, height)
    sheet = Sheet(theme, width, plan.height, language)
    top = plan.height
    for row in plan.rows:
        for number, cell in enumerate(row):
            _cell(sheet, cell, plan, number * (plan.width + GAP), top)
        top -= plan.row(row) + GAP
    return sheet.drawing()


def _plan(chart: ChartData, words: Words, width: float, height: float) -> _Plan:
    points = chart.lines[0].points
    needs = max(_needs(words, point) for point in points)
    columns = min(len(points), MOST_IN_ROW)
    while columns > 1 and (width - GAP * (columns - 1)) / columns < max(LEAST, needs):
        columns -= 1
    # Rows of like length: four where three have room are two and two.
    columns = math.ceil(len(points) / math.ceil(len(points) / columns))
    room = (width - GAP * (columns - 1)) / columns
    lone = columns == 1 < len(points) and room - needs - AIR >= SMALL
    beside = room >= BESIDE or lone
    side = min(SIDE, max(room - AIR - max(needs, WORDS), SMALL) if beside else room)
    cells = [_cell_of(words, point, room - side - AIR if beside else room) for point in points]
    rows = [tuple(cells[start : start + columns]) for start in range(0, len(cells), columns)]
    plan = _Plan(tuple(rows), room, side, beside)
    free = max(height - plan.height, 0.0) / len(rows)
    if beside or not free:
        return plan
    return _Plan(plan.rows, room, min(side + free, max(min(MOST, room), side)), beside)


def _numeral(words: Words) -> SpanStyle:
    style = words.theme.styles["numeral"]
    return SpanStyle(style.font, style.size, style.colour)


def _needs(words: Words, point: ChartPoint) -> float:
    """The least width of a point's words."""
    label = words.longest(point.label, words.style("label", "ink", bold=point.highlight))
    return max(label, min(words.width(said(point), _numeral(words)), 2 * LEAST))


def _cell_of(words: Words, point: ChartPoint, width: float) -> _Cell:
    numeral = words.block(said(point), _numeral(words), width)
    if len(numeral.lines) > 1:  # words in place of a value: "fewer than 10"
        numeral = words.block(said(point), words.style("value", "ink", bold=True), width)
    label = words.style("label", "ink", bold=point.highlight)
    return _Cell(point, numeral, words.block(point.label, label, width))


def _cell(sheet: Sheet, cell: _Cell, plan: _Plan, left: float, top: float) -> None:
    pitch = plan.side / 10
    filled = math.floor(min(max(cell.point.value or 0, 0), 100) + 0.5)
    inset = (1 - FILL) * pitch / 2
    squares = [
        (left + (n % 10) * pitch + inset, top - plan.side + (n // 10) * pitch + inset)
        for n in range(100)
    ]
    boxes = [(x, y, FILL * pitch, FILL * pitch) for x, y in squares]
    sheet.rectangles(boxes[filled:], "track")
    sheet.rectangles(boxes[:filled], "orange" if cell.point.highlight else "blue")
    x = left + plan.side + AIR if plan.beside else left
    y = top - max(plan.side - cell.words, 0) / 2 if plan.beside else top - plan.side - 3
    sheet.block(x, y, cell.numeral)
    sheet.block(x, y - cell.numeral.height, cell.label)
