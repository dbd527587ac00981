"""Two values for each line as dots on a rule: before and after, or one group and another."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.artwork.sheet import Sheet
from briefing.artwork.words import Block, Words, said
from briefing.document import ChartData, ChartLine, Drawing, Theme
from briefing.typeset import SpanStyle

WIDE = 300.0
"""From this width on, names stand to the left of the dots, else above them."""
NAMES = 0.4
"""The most of the width that names at the left may take."""
DOT = 3.5
RING = 4.1
CLEAR = 4.0
"""Between a dot and its value, and between a value and the axis."""
GUIDED = 20.0
"""From this distance on a pale rule leads from the axis to the dots."""
MARK = 13.0
"""From the left of a dot in the key to its words."""
LOOSEST = 1.8
"""How many times its usual distance rows may stand apart beside a taller chart."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything lies; a value is at ``axis`` + value * ``scale``.

    ``left`` is the room for names beside the dots, 0 where they stand above them. ``core`` is the
    height of a row's dots and values.
    """

    names: tuple[Block, ...]
    keys: tuple[Block, Block]
    stacked: bool
    left: float
    axis: float
    scale: float
    core: float
    gap: float

    def row(self, name: Block) -> float:
        return max(name.height, self.core) if self.left else name.height + self.core

    @property
    def head(self) -> float:
        first, second = (key.height for key in self.keys)
        return 6 + (first + second if self.stacked else max(first, second))

    @property
    def height(self) -> float:
        return self.head + sum(map(self.row, self.names)) + self.gap * (len(self.names) - 1)


def pairs_height(chart: ChartData, theme: Theme, width: float, language: str) -> float:
    """The height of the chart where nothing stands beside it."""
    return _plan(chart, Words(theme, language), width, 0.0).height


def draw_pairs(
    chart: ChartData, theme: Theme, width: float, language: str, height: float = 0.0
) -> Drawing:
    """A row for each line: a ring at the first value, a dot at the second, a rule between.

    Values stand outside their dots, so that they stay apart however near those are; one that
    would cross the axis at zero stands before it. A key above says which mark is which.
    """
    plan = _plan(chart, Words(theme, language), width, height)
    sheet = Sheet(theme, width, plan.height, language)
    _key(sheet, plan)
    top = plan.height - plan.head
    levels = []
    for name in plan.names:
        bottom = top - plan.row(name)
        y = (top + bottom) / 2 if plan.left else bottom + plan.core / 2
        head = (top + bottom + name.height) / 2 if plan.left else top
        sheet.block(
            plan.left - 10 if plan.left else 0, head, name, "right" if plan.left else "left"
        )
        levels.append(y)
        top = bottom - plan.gap
    half = plan.core / 2
    if plan.left:
        sheet.rules([(plan.axis, 0, plan.axis, plan.height - plan.head)], "ink", 0.9)
    else:  # names stand where the axis would run
        ticks = [(plan.axis, y - half, plan.axis, y + half) for y in levels]
        sheet.rules(ticks, "ink", 0.9)
    for line, y in zip(chart.lines, levels, strict=True):
        _row(sheet, chart, line, plan, y)
    return sheet.drawing()


def _plan(chart: ChartData, words: Words, width: float, height: float) -> _Plan:
    names, left = _names(chart, words, width)
    label = words.style("label", "ink")
    room = width - left - MARK
    first, second = (words.block(point.label, label, room) for point in chart.lines[0].points[:2])
    stacked = first.width + second.width + MARK + 16 > room
    axis, scale = _scale(chart, words, left, width)
    sizes = words.theme.charts
    plan = _Plan(
        names=names,
        keys=(first, second),
        stacked=stacked,
        left=left,
        axis=axis,
        scale=scale,
        core=max(sizes["bar"], sizes["value"] * 1.4),
        gap=sizes["bar-gap"] * (0.9 if left else 0.75),
    )
    free = (height - plan.height) / max(len(names) - 1, 1)
    gap = plan.gap + min(max(free, 0.0), (LOOSEST - 1) * (plan.gap + plan.core))
    return _Plan(names, plan.keys, stacked, left, axis, scale, plan.core, gap)


def _names(chart: ChartData, words: Words, width: float) -> tuple[tuple[Block, ...], float]:
    bold = words.style("label", "ink", bold=True)
    left = 0.0
    if width >= WIDE:
        natural = max(words.width(line.name, bold) for line in chart.lines)
        left = min(natural + 11, NAMES * width)
    # The name of a highlighted row is bold: in greyscale its colour alone would recede.
    blocks = [
        words.block(
            line.name,
            words.style("label", "ink", bold=line.highlight),
            left - 10 if left else width,
        )
        for line in chart.lines
    ]
    return tuple(blocks), left


def _scale(chart: ChartData, words: Words, left: float, width: float) -> tuple[float, float]:
    """The place of zero and the points for each unit: values outside the dots have room."""
    style = words.style("value", "ink", bold=True)
    rows = [_ends(line) for line in chart.lines]
    largest = max(row.high for row in rows) or 1.0
    room = width - left
    texts = [(words.width(row.before, style), words.width(row.after, style)) for row in rows]
    beside = max(max(pair) for pair in texts) + DOT + CLEAR
    # With the widest value at either end: no scale that is needed is smaller.
    surely = max(room - 2 * beside - CLEAR, 1.0) / largest
    before = after = RING + 1
    for row, (first, second) in zip(rows, texts, strict=True):
        if first and row.low * surely < first + DOT + 2 * CLEAR:
            before = max(before, first + DOT + CLEAR)
        after = max(after, second + DOT + CLEAR - (largest - row.high) * surely)
    return left + before, max(room - before - after, 1.0) / largest


@dataclass(frozen=True, slots=True)
class _Ends:
    """The words before and after the dots of a row, and between which values its rule runs."""

    before: str
    after: str
    low: float
    high: float
    turned: bool = False


def _ends(line: ChartLine) -> _Ends:
    """A hole's dash stands on the side of its turn, as if the pair had risen."""
    first, second = line.points[0], line.points[1]
    values = [float(point.value) for point in (first, second) if point.value is not None]
    if not values:
        both = dict.fromkeys((said(first), said(second)))
        return _Ends("", "; ".join(both), 0.0, 0.0)
    if len(values) == 2 and values[1] < values[0]:
        return _Ends(said(second), said(first), values[1], values[0], turned=True)
    return _Ends(said(first), said(second), values[0], values[-1])


def _key(sheet: Sheet, plan: _Plan) -> None:
    x, top = plan.left, plan.height
    for number, block in enumerate(plan.keys):
        middle = (x + RING + 1, top - block.leading / 2)
        if number == 0:
            sheet.rings([middle], RING, "blue")
        else:
            sheet.dots([middle], DOT, "blue")
        sheet.block(x + MARK, top, block)
        if plan.stacked:
            top -= block.height
        else:
            x += MARK + block.width + 16


def _row(sheet: Sheet, chart: ChartData, line: ChartLine, plan: _Plan, y: float) -> None:
    marked = any(other.highlight for other in chart.lines)
    colour = "blue" if line.highlight or not marked else "steel"
    ends = _ends(line)
    low, high = (plan.axis + value * plan.scale for value in (ends.low, ends.high))
    styles = _value_styles(sheet, "blue" if line.highlight else "ink", ends.turned)
    first, second = line.points[0].value, line.points[1].value
    if first is None and second is None:
        sheet.text_beside(plan.axis + CLEAR, y, ends.after, styles[0])
        return
    if high - low > 2 * DOT:
        sheet.rules([(low, y, high, y)], "steel" if colour == "blue" else "rule", 2.6)
    # The ring first, and wider: where both fall on one place the dot lies inside it.
    if first is not None:
        sheet.rings([(plan.axis + first * plan.scale, y)], RING, colour)
    if second is not None:
        sheet.dots([(plan.axis + second * plan.scale, y)], DOT, colour)
    right = low - DOT - CLEAR
    if right - sheet.text_width(ends.before, styles[0]) < plan.axis + CLEAR:
        right = min(plan.axis, low - DOT) - CLEAR
    sheet.text_beside(right, y, ends.before, styles[0], "right")
    start, stop = plan.axis + 2, right - sheet.text_width(ends.before, styles[0]) - CLEAR
    if stop - start > GUIDED:
        sheet.rules([(start, y, stop, y)], "track", 0.8)
    sheet.text_beside(high + DOT + CLEAR, y, ends.after, styles[1])


def _value_styles(sheet: Sheet, colour: str, turned: bool) -> tuple[SpanStyle, SpanStyle]:
    """Of the words before and after the dots: those of the second value are bold, as its dot is."""
    first, second = (sheet.style("value", colour, bold=bold) for bold in (False, True))
    return (second, first) if turned else (first, second)
