"""Strips of dots on one scale: a place among the countries around it, which stay unnamed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.artwork.axis import axis_height, draw_axis
from briefing.artwork.sheet import Sheet
from briefing.artwork.swarm import levels
from briefing.artwork.words import Block, Words
from briefing.document import ChartData, ChartLine, ChartPoint, Drawing, Theme

NAMES = 0.24
"""The most of the width that the names of strips may take."""
DOT = 4.2
RINGS = (2.7, 2.3, 1.9, 1.5)
"""The sizes of the dots without a name, the first that keeps strips low enough."""
RIM = 0.9
WHITE_RIM = 0.5
"""Half the rim of the marked dot."""
CLEAR = 0.9
"""Between the outlines of neighbouring dots: touching they would be one blot."""
HIGHEST = 12.0
"""Half a strip, unless the smallest dots need more."""
BESIDE = 4.0
"""Between a label and the line that passes it, and between a label and its strip."""
AIR = 2.0
"""Between the labels of the axis and what stands below them."""
GAP = 5.0
LOOSEST = 14.0
"""Between strips, and what may come to that beside a taller chart."""


@dataclass(frozen=True, slots=True)
class _Strip:
    """The dots of a line: each middle across the sheet and above the middle of the strip."""

    line: ChartLine
    name: Block
    rings: tuple[tuple[float, float], ...]
    own: ChartPoint | None
    x: float
    """Of the marked dot, where there is one."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Positions of the chart to points: ``first`` is at ``left``, ``last`` at ``right``."""

    first: float
    last: float
    left: float
    right: float

    def x(self, position: float) -> float:
        share = (position - self.first) / ((self.last - self.first) or 1.0)
        return self.left + share * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The strips from above, all as high, with ``label`` over the first that is marked.

    ``half`` is the room above and below the middle of a strip, ``head`` that of the values over
    it; ``median`` stands below the last strip and ``reading`` below the axis.
    """

    strips: tuple[_Strip, ...]
    scale: _Scale
    ring: float
    names: float
    half: float
    head: float
    label: Block
    median: Block
    reading: Block
    axis: float
    gap: float = GAP

    @property
    def foot(self) -> float:
        below = self.median.height + (3 if self.median.lines else 0) + 4
        return self.reading.height + self.axis + AIR + below

    @property
    def height(self) -> float:
        return self.foot + sum(map(self.room, range(len(self.strips)))) - self.gap

    def room(self, number: int) -> float:
        """The height of a strip with its label and the gap below it."""
        return self.over(number) + 2 * self.half + self.gap

    def over(self, number: int) -> float:
        """The height of the label over a strip."""
        own = [at for at, strip in enumerate(self.strips) if strip.own]
        if own and number == own[0]:
            return self.label.height + 1
        return self.head if number in own else 1.0


def dots_height(chart: ChartData, theme: Theme, width: float, language: str) -> float:
    """The height of the chart where nothing stands beside it."""
    return _plan(chart, Words(theme, language), width).height


def draw_dots(
    chart: ChartData, theme: Theme, width: float, language: str, height: float = 0.0
) -> Drawing:
    """A strip for each line: small rings, and a larger dot for the place that is marked.

    Dots that would touch stand above each other. The marked ones are joined from strip to strip;
    the first carries its name, and each its value, over the strip and clear of all dots. A tick
    through each strip is its median.
    """
    plan = _plan(chart, Words(theme, language), width)
    free = max(height - plan.height, 0.0) / max(len(plan.strips) - 1, 1)
    plan = replace(plan, gap=GAP + min(free, LOOSEST) * (len(plan.strips) > 1))
    sheet = Sheet(theme, width, plan.height, language)
    middles = []
    top = plan.height
    for number in range(len(plan.strips)):
        middles.append(top - plan.over(number) - plan.half)
        top -= plan.room(number)
    _grounds(sheet, chart, plan, middles)
    _joins(sheet, plan, middles)
    for strip, y in zip(plan.strips, middles, strict=True):
        sheet.block(plan.names - 10, y + strip.name.height / 2, strip.name, "right")
        sheet.rings([(x, y + level) for x, level in strip.rings], plan.ring, "grey", RIM)
        if strip.own:
            sheet.dots([(strip.x, y)], DOT, "blue")
    _labels(sheet, plan, middles)
    _feet(sheet, chart, plan, middles[-1] - plan.half)
    return sheet.drawing()


def _plan(chart: ChartData, words: Words, width: float) -> _Plan:
    label, value = words.style("label", "ink"), words.style("value", "blue", bold=True)
    names = [words.block(line.name, label, NAMES * width) for line in chart.lines]
    left = max(name.width for name in names)
    left += 10 if left else 0
    positions = [point.x for line in chart.lines for point in line.points]
    positions += [step.x for step in chart.axis]
    edge = DOT + WHITE_RIM + 0.1
    scale = _Scale(min(positions, default=0), max(positions, default=1), left + edge, width - edge)
    for ring in RINGS:
        strips = tuple(map(lambda line, name: _strip(line, name, scale, ring), chart.lines, names))
        reach = max((abs(level) + ring for strip in strips for _, level in strip.rings), default=0)
        if reach <= HIGHEST:
            break
    own = next((strip.own for strip in strips if strip.own), None)
    text = f"{own.label} {own.text}" if own else ""
    median = next((line.median.text for line in reversed(chart.lines) if line.median), "")
    return _Plan(
        strips=strips,
        scale=scale,
        ring=ring,
        names=left,
        half=max(reach + RIM / 2, DOT + WHITE_RIM, *(name.height / 2 for name in names)) + 1.5,
        head=value.size * 1.25 + 1,
        label=words.block(text, value, width),
        median=words.block(median, words.style("label", "grey"), width),
        reading=words.block(chart.axis_words, words.style("label", "grey"), width - left),
        axis=axis_height(label.size) if chart.axis else 0.0,
    )


def _strip(line: ChartLine, name: Block, scale: _Scale, ring: float) -> _Strip:
    known = [point for point in line.points if point.value is not None]
    own = next((point for point in known if point.highlight), None)
    others = sorted(scale.x(point.x) for point in known if point is not own)
    x = scale.x(own.x) if own else 0.0
    # The marked dot is placed first, so that it stands in the middle of its strip.
    middles = [x, *others] if own else others
    sizes = [DOT + WHITE_RIM] * bool(own) + [ring + RIM / 2] * len(others)
    placed = levels(middles, sizes, CLEAR)[len(middles) - len(others) :]
    return _Strip(line, name, tuple(zip(others, placed, strict=True)), own, x)


def _grounds(sheet: Sheet, chart: ChartData, plan: _Plan, middles: Sequence[float]) -> None:
    """What lies under the dots: pale steps of the scale, and the medians."""
    half = plan.half
    steps = [plan.scale.x(step.x) for step in chart.axis]
    sheet.rules([(x, y - half, x, y + half) for y in middles for x in steps], "track", 0.8)
    medians = [
        (plan.scale.x(strip.line.median.x), y)
        for strip, y in zip(plan.strips, middles, strict=True)
        if strip.line.median
    ]
    sheet.rules([(x, y - half, x, y + half) for x, y in medians], "grey", 1.1)


def _joins(sheet: Sheet, plan: _Plan, middles: Sequence[float]) -> None:
    """A thin line from marked dot to marked dot; it breaks where a strip has none."""
    placed = list(zip(plan.strips, middles, strict=True))
    joins = [
        (one.x, y, two.x, below)
        for (one, y), (two, below) in pairwise(placed)
        if one.own and two.own
    ]
    sheet.rules(joins, "steel", 1.3)


def _labels(sheet: Sheet, plan: _Plan, middles: Sequence[float]) -> None:
    """The name and value over the first marked dot, values over the others."""
    marked = [at for at, strip in enumerate(plan.strips) if strip.own]
    style = sheet.style("value", "blue", bold=True)
    for at in marked:
        strip, foot = plan.strips[at], middles[at] + plan.half
        if at == marked[0]:
            x = sheet.middle_within(strip.x, plan.label.width)
            sheet.block(x, foot + plan.label.height, plan.label, "center")
            continue
        text = strip.own.text if strip.own else ""
        if at - 1 in marked:
            x = _beside_join(sheet, plan, middles, at, sheet.text_width(text, style))
            sheet.text(x, foot + 0.25 * style.size, text, style)
        else:
            sheet.text_within(strip.x, foot + 0.25 * style.size, text, style)


def _beside_join(
    sheet: Sheet, plan: _Plan, middles: Sequence[float], at: int, width: float
) -> float:
    """The left end of a value over its dot: right of the line that comes from above, or left."""
    above, own = plan.strips[at - 1].x, plan.strips[at].x
    length = middles[at - 1] - middles[at]
    shares = (plan.half / length, (plan.half + plan.head) / length)
    passed = [own + share * (above - own) for share in shares]
    low, high = min(passed) - BESIDE, max(passed) + BESIDE
    # On the side that the line leaves free, so that the value stays near its dot.
    sides = [high, low - width] if above <= own else [low - width, high]
    fits = [x for x in sides if 0 <= x <= sheet.width - width]
    roomy = high if sheet.width - high >= low else low - width
    return fits[0] if fits else min(max(roomy, 0.0), sheet.width - width)


def _feet(sheet: Sheet, chart: ChartData, plan: _Plan, bottom: float) -> None:
    """The label of the last strip's median, the axis, and how to read it."""
    medians = [strip.line.median for strip in plan.strips if strip.line.median]
    if medians and plan.median.lines:
        x = plan.scale.x(medians[-1].x)
        if plan.strips[-1].line.median:
            sheet.rules([(x, bottom - 3, x, bottom)], "grey", 1.1)
        middle = sheet.middle_within(x, plan.median.width)
        sheet.block(middle, bottom - 3, plan.median, "center")
    y = plan.reading.height + plan.axis + AIR
    if chart.axis:
        draw_axis(sheet, chart.axis, plan.scale.x, plan.names, y)
    sheet.block(plan.names, plan.reading.height, plan.reading)
