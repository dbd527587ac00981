"""Lying bars, for values of categories."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.artwork.sheet import Sheet, wrapped
from briefing.document import ChartData, ChartPoint, Drawing, Theme
from briefing.typeset import Line, SpanStyle

WIDE = 300.0
"""From this width on, labels stand to the left of the bars, else above them."""
LABELS = 0.4
"""The most of the width that labels at the left may take."""


@dataclass(frozen=True, slots=True)
class _Row:
    point: ChartPoint
    lines: tuple[Line, ...]
    height: float


def draw_bars(chart: ChartData, theme: Theme, width: float, language: str) -> Drawing:
    """A bar for each point, from zero, with its label and its value.

    Where the values are shares of a whole, each bar lies on a track of the whole's length.
    """
    beside = width >= WIDE
    points = chart.lines[0].points
    left = _label_width(points, theme, width, language) if beside else 0.0
    rows = _rows(points, theme, left - 10 if beside else width, language, beside)
    gap = theme.charts["bar-gap"]
    height = sum(row.height for row in rows) + gap * (len(rows) - 1)
    sheet = Sheet(theme, width, height, language)
    top = height
    for row in rows:
        bottom = top - row.height
        _label(sheet, row, left, top, bottom, beside)
        _bar(sheet, chart, row.point, left, bottom if not beside else _middle(top, bottom, theme))
        top = bottom - gap
    if chart.whole is None:
        sheet.polyline([(left, 0), (left, height)], "ink", 0.9)
    return sheet.drawing()


def _style(theme: Theme) -> SpanStyle:
    return SpanStyle("sans", theme.charts["label"], theme.colours["ink"])


def _label_width(
    points: tuple[ChartPoint, ...], theme: Theme, width: float, language: str
) -> float:
    style = _style(theme)
    natural = [
        line.width
        for point in points
        for line in wrapped(theme, point.label, style, 10_000.0, language)
    ]
    return min(max(natural, default=0.0) + 11, LABELS * width)


def _rows(
    points: tuple[ChartPoint, ...], theme: Theme, room: float, language: str, beside: bool
) -> list[_Row]:
    leading = theme.charts["label"] * 1.28
    bar = theme.charts["bar"]
    rows = []
    for point in points:
        lines = wrapped(theme, point.label, _style(theme), room, language)
        words = len(lines) * leading
        rows.append(_Row(point, lines, max(words, bar) if beside else words + 2 + bar))
    return rows


def _middle(top: float, bottom: float, theme: Theme) -> float:
    return (top + bottom - theme.charts["bar"]) / 2


def _label(sheet: Sheet, row: _Row, left: float, top: float, bottom: float, beside: bool) -> None:
    style = _style(sheet.theme)
    leading = style.size * 1.28
    baseline = top - style.size * 0.95
    if beside:
        block = len(row.lines) * leading
        baseline -= (top - bottom - block) / 2 + style.size * 0.08
    for line in row.lines:
        text = line.text.rstrip()
        sheet.text(left - 10 if beside else 0, baseline, text, style, "right" if beside else "left")
        baseline -= leading


def _bar(sheet: Sheet, chart: ChartData, point: ChartPoint, left: float, y: float) -> None:
    thickness = sheet.theme.charts["bar"]
    dark = "orange" if point.highlight else "blue"
    style = sheet.style("value", "ink", bold=True)
    room = sheet.width - left
    reach = max((other.value or 0 for other in chart.lines[0].points), default=0) or 1
    widest = max(sheet.text_width(other.text, style) for other in chart.lines[0].points) + 6
    length = room if chart.whole is not None else room - widest
    if chart.whole is not None:
        sheet.rectangle(left, y, room, thickness, "track")
    if point.value is None:
        sheet.text(left + 4, y + 3, point.text, style)
        return
    end = left + length * point.value / (chart.whole or reach)
    sheet.rectangle(left, y, end - left, thickness, dark)
    words = sheet.text_width(point.text, style)
    baseline = y + thickness / 2 - style.size * 0.33
    if end + 4 + words <= sheet.width:
        sheet.text(end + 4, baseline, point.text, style)
    else:  # inside: white on blue, ink on orange, both above 4.5:1
        inside = sheet.style("value", "ink" if point.highlight else "white", bold=True)
        sheet.text(end - 5, baseline, point.text, inside, "right")
