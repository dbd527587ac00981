"""Whether what a chart highlights can be told without colour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import hypot
from typing import TypeAlias

from briefing.artwork import draw_chart
from briefing.document import ChartData, Drawing, PathItem, TextItem, Theme
from briefing.document.drawing import Colour
from tests.pages.contrast import contrast

LEAST = 3.0
"""Of a highlighted mark with the same mark where it is not: WCAG 2, 1.4.11."""
THICKER = 1.5
"""How many times as thick a line must be to be told apart by that."""
NEAR = 12.0
"""How far a shape may move when words beside it become bold, in points."""
WIDTH = 300.0

Draw: TypeAlias = Callable[[ChartData], Drawing]
Look: TypeAlias = tuple[Colour | None, Colour | None, tuple[float, ...], float]
"""Fill, stroke, dash and stroke width."""


@dataclass(frozen=True)
class Thing:
    """A point or a line that can be highlighted; ``point`` is -1 for a line. ``names`` label it."""

    line: int
    point: int
    highlight: bool
    names: tuple[str, ...]


def drawer(theme: Theme) -> Draw:
    """Draws a chart in a theme."""
    return lambda chart: draw_chart(chart, theme, WIDTH, "en")


def colour_alone(chart: ChartData, draw: Draw) -> list[str]:
    """The highlighted things that a reader in grey cannot tell from what is not highlighted.

    Each is drawn beside the same chart with the highlight moved to something else: its mark must
    differ in luminance, in dashes or in thickness, and a label of its own must be bold only where
    it is highlighted. Where everything is highlighted, or nothing, there is nothing to tell.
    """
    faults = []
    things = list(_things(chart))
    for thing in (thing for thing in things if thing.highlight):
        other = next((it for it in things if _alike(thing, it) and not it.highlight), None)
        if other is None:
            continue
        shown = draw(chart)
        moved = draw(_set(_set(chart, thing, False), other, True))
        if not any(map(_apart, *_pairs(shown, moved))):
            faults.append(f'"{thing.names[0]}": its mark differs by less than {LEAST}:1')
        bold = _bold(shown) - _bold(moved)
        if not any(text and name.startswith(text) for text in bold for name in thing.names):
            faults.append(f'"{thing.names[0]}": no label of it is bold')
    return faults


def _things(chart: ChartData) -> Iterator[Thing]:
    for index, line in enumerate(chart.lines):
        if len(chart.lines) > 1:
            words = (line.name, *(point.text for point in line.points))
            yield Thing(index, -1, line.highlight, words)
        for number, point in enumerate(line.points):
            if point.value is not None or point.text:
                yield Thing(index, number, point.highlight, (point.label, point.text))


def _alike(one: Thing, two: Thing) -> bool:
    return (one.point < 0) == (two.point < 0)


def _set(chart: ChartData, thing: Thing, highlight: bool) -> ChartData:
    """The chart with one thing highlighted or not."""
    lines = list(chart.lines)
    line = lines[thing.line]
    if thing.point < 0:
        lines[thing.line] = replace(line, highlight=highlight)
    else:
        points = list(line.points)
        points[thing.point] = replace(points[thing.point], highlight=highlight)
        lines[thing.line] = replace(line, points=tuple(points))
    return replace(chart, lines=tuple(lines))


def _pairs(one: Drawing, two: Drawing) -> tuple[list[Look], list[Look]]:
    """The looks of the shapes that are the same in both drawings, where they differ.

    Shapes of one outline belong together where they stand at one place; those left over where
    they are nearest, since bold words may move what stands beside them.
    """
    first, second = _shapes(one), _shapes(two)
    pairs = []
    for reach in (1.0, NEAR):
        for shape in list(first):
            near = [it for it in second if it.outline == shape.outline]
            nearest = min(near, key=shape.distance, default=None)
            if nearest is not None and shape.distance(nearest) <= reach:
                first.remove(shape)
                second.remove(nearest)
                pairs.append((shape.look, nearest.look))
    changed = [(look, other) for look, other in pairs if look != other]
    return [look for look, _ in changed], [other for _, other in changed]


@dataclass(frozen=True)
class _Shape:
    """A path: its operators, its middle and its look."""

    outline: str
    x: float
    y: float
    look: Look

    def distance(self, other: _Shape) -> float:
        """Between the two middles, in points."""
        return hypot(self.x - other.x, self.y - other.y)


def _shapes(drawing: Drawing) -> list[_Shape]:
    found = []
    for item in drawing.items:
        if isinstance(item, PathItem):
            outline = "".join(operator for operator, _ in item.segments)
            xs = [value for _, values in item.segments for value in values[::2]]
            ys = [value for _, values in item.segments for value in values[1::2]]
            middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
            look = (item.fill, item.stroke, item.dash, item.width)
            found.append(_Shape(outline, *middle, look))
    return found


def _apart(one: Look, two: Look) -> bool:
    if one[2] != two[2] or max(one[3], two[3]) >= THICKER * min(one[3], two[3]) > 0:
        return True
    return any(
        first is not None and second is not None and _contrast(first, second) >= LEAST
        for first, second in ((one[0], two[0]), (one[1], two[1]))
    )


def _contrast(one: Colour, two: Colour) -> float:
    first, second = (
        (round(255 * it[0]), round(255 * it[1]), round(255 * it[2])) for it in (one, two)
    )
    return contrast(first, second)


def _bold(drawing: Drawing) -> set[str]:
    return {
        item.text.strip()
        for item in drawing.items
        if isinstance(item, TextItem) and item.font.endswith("bold")
    }
