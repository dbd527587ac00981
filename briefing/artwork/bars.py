"""Lying bars, for values of categories."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.artwork.sheet import Sheet
from briefing.artwork.words import wrapped
from briefing.document import ChartData, ChartPoint, Drawing, Theme
from briefing.typeset import Line, SpanStyle

WIDE = 380.0
"""From this width on, labels stand to the left of the bars, else above them."""
LEADING = 1.28
"""Of a label that needs several lines, in its size."""
THICKEST = 1.6
"""How many times its usual thickness a bar may grow beside a taller chart."""
AXIS = 0.9
"""The width of the axis at zero."""
LABELS = 0.4
"""The most of the width that labels at the left may take."""


@dataclass(frozen=True, slots=True)
class _Row:
    point: ChartPoint
    lines: tuple[Line, ...]
    words: float


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything lies: ``left`` is the room for labels beside the bars, 0 above them."""

    rows: tuple[_Row, ...]
    left: float
    bar: float
    gap: float

    def height_of(self, row: _Row) -> float:
        return max(row.words, self.bar) if self.left else row.words + 2 + self.bar

    @property
    def height(self) -> float:
        return sum(map(self.height_of, self.rows)) + self.gap * (len(self.rows) - 1)


def bars_height(chart: ChartData, theme: Theme, width: float, language: str) -> float:
    """The height of the chart where nothing stands beside it."""
    return _plan(chart, theme, width, language).height


def draw_bars(
    chart: ChartData, theme: Theme, width: float, language: str, height: float = 0.0
) -> Drawing:
    """A bar for each point, from zero, with its label and its value.

    Where the values are shares of a whole, each bar lies on a track of the whole's length. Where
    there is more ``height`` than they need, bars grow and stand wider apart, within reason.
    """
    plan = _stretched(_plan(chart, theme, width, language), height)
    sheet = Sheet(theme, width, plan.height, language)
    scale = _scale(sheet, chart, width - plan.left)
    top = plan.height
    feet = []
    for row in plan.rows:
        bottom = top - plan.height_of(row)
        y = (top + bottom - plan.bar) / 2 if plan.left else bottom
        _label(sheet, row, plan.left, top, bottom)
        if chart.whole is not None:
            sheet.rectangle(plan.left, y, width - plan.left, plan.bar, "track")
        _bar(sheet, row.point, plan, y, scale)
        x = max(plan.left, 0.75 * AXIS)  # no half of it is off the sheet
        feet.append((x, max(y - 2, 0.0), x, y + plan.bar + 2))
        top = bottom - plan.gap
    if plan.left:
        feet = [(plan.left, 0, plan.left, plan.height)]
    if chart.whole is None:  # between labels that stand above their bars it has gaps
        sheet.rules(feet, "ink", AXIS)
    return sheet.drawing()


def _plan(chart: ChartData, theme: Theme, width: float, language: str) -> _Plan:
    points = chart.lines[0].points
    left = _label_width(points, theme, width, language) if width >= WIDE else 0.0
    rows = []
    for point in points:
        style = _style(theme, point.highlight)
        lines = wrapped(theme, point.label, style, left - 10 if left else width, language)
        rows.append(_Row(point, lines, len(lines) * style.size * LEADING))
    return _Plan(tuple(rows), left, theme.charts["bar"], theme.charts["bar-gap"])


def _stretched(plan: _Plan, height: float) -> _Plan:
    growth = min(max(height / plan.height, 1.0), THICKEST)
    plan = replace(plan, bar=plan.bar * growth, gap=plan.gap * growth)
    free = max(height - plan.height, 0.0) / max(len(plan.rows) - 1, 1)
    return replace(plan, gap=plan.gap + min(free, 0.4 * plan.gap))


def _style(theme: Theme, bold: bool) -> SpanStyle:
    # The label of a highlighted bar is bold: in greyscale its colour alone would recede.
    font = "sans-semibold" if bold else "sans"
    return SpanStyle(font, theme.charts["label"], theme.colours["ink"])


def _label_width(
    points: tuple[ChartPoint, ...], theme: Theme, width: float, language: str
) -> float:
    natural = [
        line.width
        for point in points
        for line in wrapped(theme, point.label, _style(theme, True), 10_000.0, language)
    ]
    return min(max(natural, default=0.0) + 11, LABELS * width)


def _label(sheet: Sheet, row: _Row, left: float, top: float, bottom: float) -> None:
    style = _style(sheet.theme, row.point.highlight)
    baseline = top - style.size * 0.95
    if left:
        baseline -= (top - bottom - row.words) / 2 + style.size * 0.08
    for line in row.lines:
        text = line.text.rstrip()
        sheet.text(left - 10 if left else 0, baseline, text, style, "right" if left else "left")
        baseline -= style.size * LEADING


def _scale(sheet: Sheet, chart: ChartData, room: float) -> float:
    """Points for each unit: a whole takes all the room, else the widest value has some beside."""
    if chart.whole is not None:
        return room / chart.whole
    points = chart.lines[0].points
    style = sheet.style("value", "ink", bold=True)
    widest = max(sheet.text_width(point.text, style) for point in points) + 10
    return (room - widest) / (max(point.value or 0 for point in points) or 1)


def _bar(sheet: Sheet, point: ChartPoint, plan: _Plan, y: float, scale: float) -> None:
    left, thickness = plan.left, plan.bar
    dark = "orange" if point.highlight else "blue"
    style = sheet.style("value", "ink", bold=True)
    if point.value is None:
        sheet.text(left + 4, y + 3, point.text or "–", style)
        return
    end = left + point.value * scale
    sheet.rectangle(left, y, end - left, thickness, dark)
    words = sheet.text_width(point.text, style)
    baseline = y + thickness / 2 - style.size * 0.33
    if end + 10 + words <= sheet.width:
        sheet.text(end + 4, baseline, point.text, style)
    else:  # inside: white on blue, ink on orange, both above 4.5:1
        inside = sheet.style("value", "ink" if point.highlight else "white", bold=True)
        sheet.text(end - 5, baseline, point.text, inside, "right")
