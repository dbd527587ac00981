"""Events as dots on lanes of time, with their dates and words beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.artwork.axis import TICK, axis_height, draw_axis
from briefing.artwork.flags import Flag, place
from briefing.artwork.sheet import Sheet
from briefing.artwork.words import Block, Words
from briefing.document import ChartData, ChartLine, Drawing, Theme

WIDE = 320.0
"""From this width on, the names of lanes stand at the left, else above them."""
NAMES = 0.2
"""The most of the width that names at the left may take."""
DOT = 3.6
AIR = 10.0
"""Between the words of neighbouring lanes."""
LOOSEST = 14.0
"""What may come to that beside a taller chart."""


@dataclass(frozen=True, slots=True)
class _Lane:
    """A line with its events; ``up`` and ``down`` is the room above and below its rule."""

    line: ChartLine
    name: Block
    flags: tuple[Flag, ...]
    up: float
    down: float


@dataclass(frozen=True, slots=True)
class _Scale:
    """Time to points: ``first`` is at ``left``, ``last`` at ``right``."""

    first: float
    last: float
    left: float
    right: float

    def x(self, time: float) -> float:
        share = (time - self.first) / ((self.last - self.first) or 1.0)
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The lanes from above; ``names`` is the room at their left, ``foot`` that of the axis."""

    lanes: tuple[_Lane, ...]
    scale: _Scale
    names: float
    foot: float
    air: float = AIR

    @property
    def height(self) -> float:
        lanes = sum(lane.up + lane.down for lane in self.lanes)
        return self.foot + lanes + self.air * (len(self.lanes) - 1)


def chronology_height(chart: ChartData, theme: Theme, width: float, language: str) -> float:
    """The height of the chart where nothing stands beside it."""
    return _plan(chart, Words(theme, language), width).height


def draw_chronology(
    chart: ChartData, theme: Theme, width: float, language: str, height: float = 0.0
) -> Drawing:
    """A lane for each line, with a dot for each event and its date and words beside it.

    Words hang at the right of their dot, else at its left, else above the lane, else deeper below
    it, led to by a thin upright; a lane is as tall as they need.
    """
    plan = _plan(chart, Words(theme, language), width)
    free = max(height - plan.height, 0.0) / max(len(plan.lanes) - 1, 1)
    plan = replace(plan, air=AIR + min(free, LOOSEST))
    sheet = Sheet(theme, width, plan.height, language)
    marked = any(line.highlight for line in chart.lines)
    top = plan.height
    ticks = [plan.scale.x(label.x) for label in chart.axis]
    for lane in plan.lanes:
        _lane(sheet, lane, plan, top - lane.up, ticks, lane.line.highlight or not marked)
        top -= lane.up + lane.down + plan.air
    if chart.axis:
        foot = axis_height(theme.charts["label"])
        draw_axis(sheet, chart.axis, plan.scale.x, plan.names, foot)
    return sheet.drawing()


def _plan(chart: ChartData, words: Words, width: float) -> _Plan:
    names, left = _names(chart, words, width)
    scale = _scale(chart, words, left, width)
    lanes = []
    for line, name in zip(chart.lines, names, strict=True):
        events = [(scale.x(point.x), point) for point in line.points]
        flags = place(words, events, scale.left, width)
        up = max([DOT + 1.2, words.theme.charts["label"] * 0.62, *(flag.top for flag in flags)])
        down = max([DOT + 1.2, *(-flag.bottom for flag in flags)])
        if left:
            down = max(down, name.height - name.leading / 2)
        elif name.lines:
            up += name.height + 2  # the rule runs below the name
        lanes.append(_Lane(line, name, tuple(flags), up, down))
    foot = axis_height(words.theme.charts["label"]) + 8 if chart.axis else 0.0
    return _Plan(tuple(lanes), scale, left, foot)


def _names(chart: ChartData, words: Words, width: float) -> tuple[list[Block], float]:
    """The names of the lanes, and the room for them at the left; 0 where they stand above."""
    bold = words.style("label", "ink", bold=True)
    natural = max(words.width(line.name, bold) for line in chart.lines)
    longest = max(words.longest(line.name, bold) for line in chart.lines)
    left = 0.0
    if width >= WIDE and natural:
        left = max(min(natural, NAMES * width), min(longest, 1.5 * NAMES * width)) + 12
    return [
        words.block(line.name, bold, left - 12 if left else width) for line in chart.lines
    ], left


def _scale(chart: ChartData, words: Words, left: float, width: float) -> _Scale:
    times = [point.x for line in chart.lines for point in line.points]
    times += [label.x for label in chart.axis]
    # Words hang at the right of a dot, those of the last one too: time ends before the sheet.
    bold = words.style("label", "ink", bold=True)
    texts = [point for line in chart.lines for point in line.points]
    longest = max((words.longest(f"{it.text} {it.label}", bold) for it in texts), default=0.0)
    room = max(0.24 * (width - left), min(longest + 12, 0.5 * (width - left)))
    first, last = min(times, default=0.0), max(times, default=1.0)
    # The first year's label is centred at its year, and on the sheet.
    opening = min(chart.axis, key=lambda label: label.x).text if chart.axis else ""
    start = max(left + DOT + 1.2, words.width(opening, words.style("label", "ink")) / 2)
    return _Scale(first, last, start, width - room)


def _lane(
    sheet: Sheet, lane: _Lane, plan: _Plan, y: float, ticks: list[float], leads: bool
) -> None:
    """The lane's rule at ``y`` with all that stands on it."""
    if lane.name.lines and plan.names:
        sheet.block(plan.names - 12, y + lane.name.leading / 2, lane.name, "right")
    else:
        sheet.block(0, y + lane.up, lane.name)
    gaps = [flag.on_rule for flag in lane.flags if flag.level]
    sheet.rules(_open(gaps, plan.names, sheet.width, y), "rule", 0.9)
    clear = [x for x in ticks if not any(low - 1 < x < high + 1 for low, high in gaps)]
    sheet.rules([(x, y, x, y + TICK) for x in clear], "rule", 0.7)
    stems = [
        (flag.x, y, flag.x, y + (flag.top - 2 if flag.top > 0 else flag.bottom + 2))
        for flag in lane.flags
        if not flag.level
    ]
    sheet.rules(stems, "steel", 0.8)
    for flag in lane.flags:
        x = flag.left if flag.align == "left" else flag.right
        sheet.block(x, y + flag.top, flag.date, flag.align)
        sheet.block(x, y + flag.top - flag.date.height, flag.text, flag.align)
    plain = [(flag.x, y) for flag in lane.flags if not flag.point.highlight]
    marked = [(flag.x, y) for flag in lane.flags if flag.point.highlight]
    sheet.dots(plain, DOT, "blue" if leads else "steel")
    sheet.dots(marked, DOT + 0.6, "orange")


def _open(
    gaps: list[tuple[float, float]], left: float, right: float, y: float
) -> list[tuple[float, float, float, float]]:
    """A lane's rule in the pieces that the words on it leave."""
    pieces = []
    start = left
    for low, high in [*sorted(gaps), (right, right)]:
        if low > start:
            pieces.append((start, y, low, y))
        start = max(start, high)
    return pieces
