"""Two moments and a line between them for each group: what rose, what fell, and how steeply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.artwork.sheet import Sheet
from briefing.artwork.words import Block, Words, apart, said
from briefing.document import ChartData, ChartLine, Drawing, Theme

ENDS = 0.42
"""The most of the width that the words at the right end may take."""
SLOPES = 0.42
"""Names stand below their values where slopes would else have less than this of the width."""
LEAST = 44.0
"""What the slopes keep of the width, whatever the names need."""
CLEAR = 6.0
"""Between a dot and its value."""
BETWEEN = 5.0
"""Between a value and the name beside it."""
LEADER = 11.0
"""The room for the thin lines that lead to words moved away from their dots."""
MOVED = 2.5
"""Words this far from their dot have such a line."""
DOT = 3.4


@dataclass(frozen=True, slots=True)
class _End:
    """The words at one end of a line, and the value that places them: a hole's is the other's."""

    value: float
    figure: Block
    name: Block
    stacked: bool
    hole: bool

    @property
    def height(self) -> float:
        if self.stacked:
            return self.figure.height + self.name.height + 2
        return max(self.figure.height, self.name.height)

    @property
    def hang(self) -> float:
        """How far the middle of all its words lies below that of the value's first line."""
        return (self.height - self.figure.leading) / 2


@dataclass(frozen=True, slots=True)
class _Plan:
    """What stands where; the slopes run from ``left`` to ``right``.

    ``moments`` are the labels of the two uprights, ``leader`` is the room for thin lines to words.
    """

    lefts: tuple[_End, ...]
    rights: tuple[_End, ...]
    moments: tuple[Block, Block]
    left: float
    right: float
    leader: float
    largest: float

    @property
    def foot(self) -> float:
        return max(block.height for block in self.moments) + 4

    @property
    def height(self) -> float:
        """What the words need, one below the other."""
        columns = (self.lefts, self.rights)
        return self.foot + max(sum(end.height for end in column) for column in columns)


def slope_height(chart: ChartData, theme: Theme, width: float, language: str) -> float:
    """The height of the chart where nothing stands beside it."""
    return max(_plan(chart, Words(theme, language), width).height, theme.charts["line-height"])


def draw_slope(
    chart: ChartData, theme: Theme, width: float, language: str, height: float = 0.0
) -> Drawing:
    """A line for each group between two uprights, from zero; its name stands at the right end.

    Words that would touch are moved apart in the order of their values, with a thin line to their
    dot. A group with a hole has a dash there, and no line.
    """
    plan = _plan(chart, Words(theme, language), width)
    sheet = Sheet(theme, width, max(plan.height, theme.charts["line-height"], height), language)
    scale = (sheet.height - theme.charts["value"] * 0.7 - plan.foot) / plan.largest
    uprights = [(x, plan.foot, x, sheet.height) for x in (plan.left, plan.right)]
    sheet.rules(uprights, "rule", 0.8)
    sheet.rule(plan.left, plan.right, plan.foot, "ink", 0.9)
    _moments(sheet, plan)
    for line in sorted(chart.lines, key=lambda line: _leads(chart, line)):
        _line(sheet, line, plan, scale, _leads(chart, line))
    _words(sheet, plan, plan.lefts, scale, -1)
    _words(sheet, plan, plan.rights, scale, 1)
    return sheet.drawing()


def _plan(chart: ChartData, words: Words, width: float) -> _Plan:
    bold = words.style("value", "ink", bold=True)
    lefts = [_end(words, line, 0, 0.3 * width) for line in chart.lines]
    left = max(end.figure.width for end in lefts) + CLEAR
    most = width - left - CLEAR - LEAST
    longest = max(words.longest(line.name, bold) for line in chart.lines)
    figures = max(words.width(said(line.points[1]), bold) for line in chart.lines) + BETWEEN
    for stacked in (False, True):
        # No word of a name is cut while the slopes keep their least width.
        needs = longest if stacked else figures + longest
        room = min(max(ENDS * width, needs), most)
        names = room if stacked else room - figures
        rights = [_end(words, line, 1, room, names, stacked) for line in chart.lines]
        right = width - CLEAR - max(_span(end, rights) for end in rights)
        if needs <= most and right - left >= SLOPES * width:
            break
    leader = LEADER if len(chart.lines) > 1 and right - left > LEAST + 2 * LEADER else 0.0
    left, right = left + leader, right - leader
    points = chart.lines[0].points
    label = words.style("label", "ink")
    middle = (left + right) / 2
    return _Plan(
        lefts=tuple(lefts),
        rights=tuple(rights),
        moments=(
            words.block(points[0].label, label, middle - 4),
            words.block(points[1].label, label, width - middle - 4),
        ),
        left=left,
        right=right,
        leader=leader,
        largest=max(end.value for end in (*lefts, *rights)) or 1.0,
    )


def _end(
    words: Words, line: ChartLine, turn: int, room: float, names: float = 0.0, stacked: bool = False
) -> _End:
    """The words at the first end (``turn`` 0), or at the second, where the name stands too.

    ``room`` is the most that the value may take of the width, ``names`` that of the name.
    """
    point, other = line.points[turn], line.points[1 - turn]
    value = point.value if point.value is not None else other.value or 0
    colour = "blue" if line.highlight else "ink"
    figure = words.style("value", colour, bold=line.highlight or turn == 1)
    style = words.style("value", colour, bold=line.highlight)
    block = words.block(said(point), figure, room)
    name = words.block(line.name if turn else "", style, max(names, style.size))
    return _End(float(value), block, name, stacked and bool(name.lines), point.value is None)


def _span(end: _End, ends: Sequence[_End]) -> float:
    """The width of the words at an end."""
    if end.stacked or not end.name.lines:
        return max(end.figure.width, end.name.width)
    return _names_at(ends) + end.name.width


def _names_at(ends: Sequence[_End]) -> float:
    """How far names stand right of the values, which make a column."""
    return max(end.figure.width for end in ends) + BETWEEN


def _leads(chart: ChartData, line: ChartLine) -> bool:
    """Whether a line is blue and heavy: those highlighted, or all where none is."""
    return line.highlight or not any(other.highlight for other in chart.lines)


def _moments(sheet: Sheet, plan: _Plan) -> None:
    middle = (plan.left + plan.right) / 2
    rooms = ((plan.left, 0.0, middle - 4), (plan.right, middle + 4, sheet.width))
    for block, (x, low, high) in zip(plan.moments, rooms, strict=True):
        x = max(min(x, high - block.width / 2), low + block.width / 2)
        sheet.block(x, plan.foot - 4, block, "center")


def _line(sheet: Sheet, line: ChartLine, plan: _Plan, scale: float, leads: bool) -> None:
    places = [
        (x, plan.foot + point.value * scale)
        for x, point in zip((plan.left, plan.right), line.points[:2], strict=True)
        if point.value is not None
    ]
    colour = "blue" if leads else "grey"
    if len(places) > 1:
        sheet.polyline(places, colour, 2.2 if leads else 1.3)
    sheet.dots(places, DOT if leads else DOT - 0.6, colour)


def _words(sheet: Sheet, plan: _Plan, ends: tuple[_End, ...], scale: float, side: int) -> None:
    """The values at one end, and the names beside or below them, in the order of their values."""
    # From below; of equal values the first stands above.
    order = sorted(ends, key=lambda end: end.value, reverse=True)[::-1]
    dots = [plan.foot + end.value * scale for end in order]
    # A value is level with its dot, and its name hangs from it.
    wanted = [y - end.hang for y, end in zip(dots, order, strict=True)]
    middles = apart(wanted, [end.height for end in order], plan.foot, sheet.height)
    levels = [middle + end.hang for middle, end in zip(middles, order, strict=True)]
    moved = [
        (y, level)
        for y, level, end in zip(dots, levels, order, strict=True)
        if abs(level - y) > MOVED and not end.hole
    ]
    dot = plan.right if side > 0 else plan.left
    x = dot + side * (CLEAR + (plan.leader if moved else 0.0))
    for end, level in zip(order, levels, strict=True):
        top = level + end.figure.leading / 2
        sheet.block(x, top, end.figure, "left" if side > 0 else "right")
        if end.stacked:
            sheet.block(x, top - end.figure.height, end.name)
        else:
            sheet.block(x + _names_at(ends), top, end.name)
    start, stop = dot + side * (DOT + 1.5), x - side * 2
    sheet.rules([(start, y, stop, level) for y, level in moved], "steel", 0.6)
