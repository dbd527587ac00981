"""Upright bars, for values over time."""

from __future__ import annotations

from briefing.artwork.sheet import Sheet
from briefing.artwork.words import DASH
from briefing.document import ChartData, ChartPoint, Drawing, Theme

FILL = 0.72
"""The part of its band that a column fills."""
OUTLINE = 1.2
"""The rim of a column that counts something else than its neighbours, in points."""
WIDEST_BAND = 62.0
"""Three columns across a page would be slabs: the chart is then narrower than its place."""


def columns_height(chart: ChartData, theme: Theme, width: float, language: str) -> float:
    """The height of the chart where nothing stands beside it: the theme's."""
    return theme.charts["columns-height"]


def draw_columns(
    chart: ChartData, theme: Theme, width: float, language: str, height: float = 0.0
) -> Drawing:
    """A column for each point, on a baseline at zero, with the value on top of it.

    Where values are too wide for their band only highlighted columns, the first and the last
    carry theirs; the rest stand in the attached data.
    """
    sheet = Sheet(theme, width, max(height, theme.charts["columns-height"]), language)
    points = chart.lines[0].points
    band = min(width / len(points), WIDEST_BAND)
    foot = theme.charts["label"] * 1.7
    head = theme.charts["value"] * 1.5
    largest = max((point.value or 0 for point in points), default=0) or 1
    scale = (sheet.height - foot - head) / largest
    shown = _shown(sheet, points, [point.text for point in points], band, "value")
    labelled = _shown(sheet, points, [point.label for point in points], band, "label")
    for index, point in enumerate(points):
        middle = (index + 0.5) * band
        if point.value is not None:
            height = point.value * scale
            left, wide = middle - FILL * band / 2, FILL * band
            sheet.rectangle(left, foot, wide, height, _colour(point))
            if point.apart and height > OUTLINE:  # an outline: it is not to be compared
                inside = wide - 2 * OUTLINE
                sheet.rectangle(left + OUTLINE, foot, inside, height - OUTLINE, "white")
            if shown[index]:
                colour = "blue" if point.highlight else "ink"
                style = sheet.style("value", colour, bold=point.highlight)
                top = max(height, _over_dashes(sheet, points, band, middle, point.text))
                sheet.text_within(middle, foot + top + 3, point.text, style)
        else:  # a gap alone would read as zero
            sheet.text_within(middle, foot + 3, DASH, sheet.style("value", "grey"))
        if labelled[index]:
            style = sheet.style("label", "ink", bold=point.highlight)
            sheet.text_within(middle, foot - theme.charts["label"] * 1.35, point.label, style)
    sheet.rule(0, band * len(points), foot, "ink", 0.9)
    return sheet.drawing()


def _colour(point: ChartPoint) -> str:
    if point.apart:
        return "grey"
    return "blue" if point.highlight else "steel"


def _over_dashes(
    sheet: Sheet, points: tuple[ChartPoint, ...], band: float, middle: float, text: str
) -> float:
    """How high a value must stand to clear the dashes of holes beside it; 0: there are none."""
    style = sheet.style("value", "ink", bold=True)
    width = sheet.text_width(text, style)
    reach = (width + sheet.text_width(DASH, style)) / 2 + 1
    middle = sheet.middle_within(middle, width)
    holes = [(i + 0.5) * band for i, point in enumerate(points) if point.value is None]
    return 0.8 * style.size if any(abs(hole - middle) < reach for hole in holes) else 0.0


def _shown(
    sheet: Sheet, points: tuple[ChartPoint, ...], texts: list[str], band: float, size: str
) -> list[bool]:
    """Which labels have room: all; else the marked ones, and of the rest as many as stay clear."""
    style = sheet.style(size, "ink", bold=True)
    widths = [sheet.text_width(text, style) + 3 for text in texts]
    if max(widths, default=0) <= band:
        return [True] * len(points)
    shown = [False] * len(points)
    last = len(points) - 1
    middles = [
        sheet.middle_within((index + 0.5) * band, width) for index, width in enumerate(widths)
    ]
    order = sorted(
        range(len(points)), key=lambda i: (not points[i].highlight, i not in (0, last), i)
    )
    for index in order:
        clear = all(
            abs(middles[index] - middles[other]) >= (widths[index] + widths[other]) / 2
            for other in range(len(points))
            if shown[other]
        )
        shown[index] = clear
    return shown
