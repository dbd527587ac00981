"""Lines over time, labelled directly."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from briefing.artwork.sheet import Sheet
from briefing.document import ChartData, ChartLine, ChartPoint, Drawing, Theme
from briefing.typeset import SpanStyle

_Run: TypeAlias = tuple[tuple[float, float], tuple[float, float]]

MANY = 7
"""Up to this many points each carries its value; beyond, the ends, extremes and marked ones."""


STEEP = 1.15
"""How many times a value its neighbour must be for the line between to be in the way."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the plot lies, and how values become points."""

    left: float
    right: float
    foot: float
    top: float
    first: float
    last: float
    largest: float

    def x(self, point: ChartPoint) -> float:
        return self.left + (self.right - self.left) * (point.x - self.first) / (
            (self.last - self.first) or 1.0
        )

    def y(self, value: float) -> float:
        return self.foot + (self.top - self.foot) * value / self.largest


@dataclass(frozen=True, slots=True)
class _Value:
    """A value on its way to its point, the most important of lowest ``rank``."""

    rank: tuple[bool, ...]
    middle: float
    baseline: float
    width: float
    text: str
    style: SpanStyle

    def touches(self, other: _Value) -> bool:
        """Whether the two would run into each other."""
        beside = abs(self.middle - other.middle) >= (self.width + other.width) / 2 + 2
        return not beside and abs(self.baseline - other.baseline) < 0.9 * self.style.size


def line_height(chart: ChartData, theme: Theme, width: float, language: str) -> float:
    """The height of the chart where nothing stands beside it: the theme's."""
    return theme.charts["line-height"]


def draw_line(
    chart: ChartData, theme: Theme, width: float, language: str, height: float = 0.0
) -> Drawing:
    """A line for each group, from zero, its name at its end and its values at its points.

    A point without a value breaks the line. The first line, or the highlighted ones, are blue and
    solid; the others grey and dashed, long or short, so that they stay apart without colour.
    """
    sheet = Sheet(theme, width, max(height, theme.charts["line-height"]), language)
    frame = _frame(sheet, chart)
    sheet.rule(frame.left - 8, frame.right + 8, frame.foot, "ink", 0.9)
    _axis(sheet, chart, frame)
    values = [value for line in chart.lines for value in _line(sheet, chart, line, frame)]
    _place(sheet, values)
    _names(sheet, chart, frame)
    return sheet.drawing()


def _frame(sheet: Sheet, chart: ChartData) -> _Frame:
    points = [point for line in chart.lines for point in line.points]
    values = [point.value for point in points if point.value is not None]
    style = sheet.style("value", "ink", bold=True)
    ends = [line.points[0].text for line in chart.lines] + [
        line.points[-1].text for line in chart.lines
    ]
    ends += [points[0].label, points[-1].label]
    side = max((sheet.text_width(text, style) for text in ends), default=0.0) / 2 + 2
    names = max((sheet.text_width(line.name, style) for line in chart.lines), default=0.0)
    return _Frame(
        left=max(side, 10.0),
        right=sheet.width - max(side, names + _half_last(sheet, chart) + 6 if names else 10.0),
        foot=sheet.theme.charts["label"] * 1.8,
        top=sheet.height - sheet.theme.charts["value"] * 1.9,
        first=min(point.x for point in points),
        last=max(point.x for point in points),
        largest=float(max(values, default=1) or 1),
    )


def _half_last(sheet: Sheet, chart: ChartData) -> float:
    """Half the width of the widest value at a line's end: its name stands clear of it."""
    style = sheet.style("value", "ink", bold=True)
    return max(sheet.text_width(line.points[-1].text, style) for line in chart.lines) / 2


def _axis(sheet: Sheet, chart: ChartData, frame: _Frame) -> None:
    labels = {point.x: point for line in chart.lines for point in line.points}
    style = sheet.style("label", "ink")
    taken: list[tuple[float, float]] = []
    # The ends first: where labels have no room it is those between that are left out.
    for x in sorted(labels, key=lambda x: (x not in (frame.first, frame.last), x)):
        point = labels[x]
        at = frame.x(point)
        half = sheet.text_width(point.label, style) / 2
        if any(at - half < right + 4 and at + half > left - 4 for left, right in taken):
            continue
        sheet.text(at, frame.foot - style.size * 1.4, point.label, style, "center")
        taken.append((at - half, at + half))


def _main(chart: ChartData, line: ChartLine) -> bool:
    marked = any(other.highlight for other in chart.lines)
    return line.highlight if marked else line is chart.lines[0]


def _line(sheet: Sheet, chart: ChartData, line: ChartLine, frame: _Frame) -> list[_Value]:
    """Draw a line and its dots; the values that should stand at them."""
    main = _main(chart, line)
    colour = "blue" if main else "grey"
    for stretch in _stretches(line):
        places = [(frame.x(point), frame.y(value)) for point, value in stretch]
        if len(places) > 1:
            dashes = () if main else _dashes(chart, line)
            sheet.polyline(places, colour, 2.0 if main else 1.5, dashes)
    shown = _valued(line)
    values = []
    for point in line.points:
        if point.value is not None:
            sheet.dot(frame.x(point), frame.y(point.value), 3.0 if main else 2.6, colour)
            if point in shown:
                style = sheet.style("value", colour, bold=main)
                middle, baseline = _stand(sheet, chart, line, point, frame, style)
                rank = (not point.highlight, point not in (shown[0], shown[-1]), not main)
                width = sheet.text_width(point.text, style)
                values.append(_Value(rank, middle, baseline, width, point.text, style))
    return values


def _stand(
    sheet: Sheet,
    chart: ChartData,
    line: ChartLine,
    point: ChartPoint,
    frame: _Frame,
    style: SpanStyle,
) -> tuple[float, float]:
    """The middle and the baseline of a value: where no other line runs through it, if it can."""
    x, y = frame.x(point), frame.y(float(point.value or 0))
    over, under = y + 6, y - 6 - style.size * 0.72
    above = _above(chart, line, point) or under < frame.foot + 2
    width = sheet.text_width(point.text, style)
    aside = sheet.middle_within(x + _aside(line, point, width, above), width)
    straight = sheet.middle_within(x, width)
    usual, other = (over, under) if above else (under, over)
    runs = [run for it in chart.lines if it is not line for run in _runs(it, frame)]
    for middle, baseline in ((aside, usual), (straight, other), (straight, usual)):
        clear = not _run_over(runs, middle, width, baseline, style.size)
        if clear and baseline >= frame.foot + 2:
            return middle, baseline
    return aside, usual


def _dashes(chart: ChartData, line: ChartLine) -> tuple[float, ...]:
    """Of two quiet lines one has long dashes and the next short ones."""
    quiet = [other for other in chart.lines if not _main(chart, other)]
    return ((4.0, 2.5), (1.6, 1.8))[quiet.index(line) % 2]


def _runs(line: ChartLine, frame: _Frame) -> list[_Run]:
    """The straight pieces of a line."""
    found = []
    for stretch in _stretches(line):
        places = [(frame.x(point), frame.y(value)) for point, value in stretch]
        found += list(pairwise(places))
    return found


def _run_over(runs: list[_Run], middle: float, width: float, baseline: float, size: float) -> bool:
    """Whether another line runs through words."""
    left, right = middle - width / 2, middle + width / 2
    for (x0, y0), (x1, y1) in runs:
        if x1 <= left or right <= x0 or x1 == x0:
            continue
        at = [y0 + (y1 - y0) * (x - x0) / (x1 - x0) for x in (max(left, x0), min(right, x1))]
        if max(at) > baseline - 1 and min(at) < baseline + 0.75 * size:
            return True
    return False


def _place(sheet: Sheet, values: list[_Value]) -> None:
    """The values that stay clear of each other: marked ones first, then the ends of lines.

    The rest stand in the attached data.
    """
    placed: list[_Value] = []
    for value in sorted(values, key=lambda value: value.rank):
        if not any(value.touches(other) for other in placed):
            sheet.text(value.middle, value.baseline, value.text, value.style, "center")
            placed.append(value)


def _stretches(line: ChartLine) -> list[list[tuple[ChartPoint, float]]]:
    stretches: list[list[tuple[ChartPoint, float]]] = [[]]
    for point in line.points:
        if point.value is None:
            stretches.append([])
        else:
            stretches[-1].append((point, float(point.value)))
    return [stretch for stretch in stretches if stretch]


def _valued(line: ChartLine) -> list[ChartPoint]:
    valued = [point for point in line.points if point.value is not None]
    if len(valued) <= MANY:
        return valued
    values = [point.value for point in valued if point.value is not None]
    extremes = (min(values), max(values))
    kept = [point for point in valued if point.highlight or point.value in extremes]
    return [valued[0], *kept, valued[-1]]


def _above(chart: ChartData, line: ChartLine, point: ChartPoint) -> bool:
    """Whether a value stands above its point: below where another line runs over it."""
    others = [
        other.value
        for neighbour in chart.lines
        if neighbour is not line
        for other in neighbour.points
        if other.x == point.x and other.value is not None
    ]
    if point.value is None or not others:
        return True
    return point.value >= min(others) or len(others) > 1


def _aside(line: ChartLine, point: ChartPoint, width: float, above: bool) -> float:
    """How far a value moves sideways, out of the way of a line that is steep on its side."""
    index = line.points.index(point)
    left = line.points[index - 1].value if index else None
    right = line.points[index + 1].value if index + 1 < len(line.points) else None
    crossed = [_crosses(value, float(point.value or 0), above) for value in (left, right)]
    if crossed[0] == crossed[1]:
        return 0.0
    return (width / 2 + 1) if crossed[0] else -(width / 2 + 1)


def _crosses(neighbour: float | None, value: float, above: bool) -> bool:
    """Whether the line to a neighbour runs where the value would stand."""
    if neighbour is None:
        return False
    return neighbour > STEEP * value if above else STEEP * neighbour < value


def _names(sheet: Sheet, chart: ChartData, frame: _Frame) -> None:
    """Each line's name at its end, moved apart where two would touch."""
    ends = []
    for line in chart.lines:
        valued = [point for point in line.points if point.value is not None]
        if line.name and valued:
            ends.append((frame.y(float(valued[-1].value or 0)), line))
    step = sheet.theme.charts["value"] * 1.25
    floor = -1e9
    for y, line in sorted(ends, key=lambda end: end[0]):
        baseline = max(y - sheet.theme.charts["value"] * 0.33, floor + step)
        floor = baseline
        main = _main(chart, line)
        style = sheet.style("value", "blue" if main else "grey", bold=True)
        sheet.text(frame.right + _half_last(sheet, chart) + 5, baseline, line.name, style)
