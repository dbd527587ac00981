"""One small column chart among others like it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from briefing.artwork.sheet import Sheet
from briefing.artwork.words import Block, said
from briefing.document import ChartPoint
from briefing.typeset import SpanStyle

FILL = 0.75
"""The part of its band that a column fills."""
WIDEST = 26.0
"""Of a column."""
CLEAR = 0.6
"""Between a value and the side of a column that it does not stand on, at least."""
EASY = 2.0
"""The same where there is room for it."""
APART = 3.0
"""Between values beside each other."""
HOLE = 6.0
"""How high the dash of a hole reaches."""
RAISED = 7.0
"""A value this far above its column has a thin line down to it."""


@dataclass(frozen=True, slots=True)
class _Value:
    """A value above its column, whose middle is ``at`` and which is ``top`` high.

    The words have their own ``middle`` and stand ``rise`` above the foot: above all columns that
    they span.
    """

    text: str
    width: float
    at: float
    top: float
    middle: float
    rise: float

    def spans(self, x: float) -> bool:
        """Whether the words stand over ``x``."""
        return abs(x - self.middle) < self.width / 2 + 1


@dataclass(frozen=True, slots=True)
class Panel:
    """A place on the sheet, ``width`` wide, and the points to draw there from ``foot`` upward.

    ``overhang`` is how far values may reach out at its left and its right.
    """

    sheet: Sheet
    points: tuple[ChartPoint, ...]
    left: float
    foot: float
    width: float
    scale: float
    overhang: tuple[float, float] = (0.0, 0.0)

    @property
    def band(self) -> float:
        """The width that each point has."""
        return self.width / len(self.points)

    @property
    def thickness(self) -> float:
        """The width of a column."""
        return min(FILL * self.band, WIDEST)

    def middle(self, number: int) -> float:
        """The middle of a column, from the panel's left."""
        return (number + 0.5) * self.band

    def columns(self, colours: Sequence[str], valued: Collection[int]) -> None:
        """A column for each value in its colour, dashes for holes not ``valued``, the baseline."""
        boxes: dict[str, list[tuple[float, float, float, float]]] = {}
        holes = []
        for number, (point, colour) in enumerate(zip(self.points, colours, strict=True)):
            x = self.left + self.middle(number)
            if point.value is not None:
                box = (x - self.thickness / 2, self.foot, self.thickness, point.value * self.scale)
                boxes.setdefault(colour, []).append(box)
            elif number not in valued:
                half = min(0.3 * self.band, 2.3)
                holes.append((x - half, self.foot + HOLE - 1, x + half, self.foot + HOLE - 1))
        for colour, own in boxes.items():
            self.sheet.rectangles(own, colour)
        self.sheet.rules(holes, "grey", 0.8)
        self.sheet.rule(self.left, self.left + self.width, self.foot, "ink", 0.9)

    def values(self, valued: Collection[int], style: SpanStyle) -> None:
        """The values of the columns ``valued``: of all, or of the first and the last.

        They stand clear of all columns and of each other; where one has to rise for that, a thin
        line leads down to its column.
        """
        values = [self._value(number, valued, style) for number in valued]
        leaders = []
        for value in _parted(values, style.size) if len(values) == 2 else values:
            baseline = self.foot + value.rise + 3
            self.sheet.text(self.left + value.middle, baseline, value.text, style, "center")
            crossed = any(other.spans(value.at) for other in values if other.rise < value.rise)
            if value.rise > value.top + RAISED and not crossed:
                x = self.left + value.at
                leaders.append((x, self.foot + value.top + 1.5, x, baseline - 2))
        self.sheet.rules(leaders, "grey", 0.6)

    def _value(self, number: int, valued: Collection[int], style: SpanStyle) -> _Value:
        """A value over its column; over taller ones only where it cannot stand beside them."""
        text = said(self.points[number])
        width = self.sheet.text_width(text, style)
        at = self.middle(number)
        tops = [
            HOLE if point.value is None and i not in valued else (point.value or 0) * self.scale
            for i, point in enumerate(self.points)
        ]
        middle = max(min(at, self.width - width / 2), width / 2)
        rise = self._under(middle, width, tops)
        # From its own column outward until it is clear of the next.
        beside = (width + self.thickness) / 2 - self.band
        low, high = self.overhang
        room = (at + low if number == 0 else self.width + high - at) - width / 2
        if rise > tops[number] and room >= max(beside + CLEAR, 0.0):
            shift = max(min(beside + EASY, room), 0.0)
            middle = at - shift if number == 0 else at + shift
            rise = self._under(middle, width, tops)
        return _Value(text, width, at, tops[number], middle, rise)

    def _under(self, middle: float, width: float, tops: Sequence[float]) -> float:
        """The height of the tallest column under words."""
        reach = (width + self.thickness) / 2 + CLEAR - 0.1
        under = [top for i, top in enumerate(tops) if abs(self.middle(i) - middle) < reach]
        return max(under, default=0.0)

    def axis(self, labels: Sequence[Block]) -> None:
        """The labels of the first and the last x, each in its half; or one alone."""
        at = [self.middle(0), self.middle(len(self.points) - 1)]
        half = self.width / 2
        rooms = [(0.0, half - 3), (half + 3, self.width)] if len(labels) > 1 else [(0, self.width)]
        for x, block, (low, high) in zip(at, labels, rooms, strict=False):
            x = max(min(x, high - block.width / 2), low + block.width / 2)
            self.sheet.block(self.left + x, self.foot - 3, block, "center")


def _parted(values: list[_Value], size: float) -> list[_Value]:
    """Of two values that would touch the upper one is raised above the lower."""
    low, high = sorted(values, key=lambda value: value.rise)
    beside = abs(high.middle - low.middle) >= (high.width + low.width) / 2 + APART
    if beside or high.rise - low.rise >= 1.05 * size:
        return values
    return [low, replace(high, rise=low.rise + 1.05 * size)]
