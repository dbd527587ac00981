"""A level axis with its ticks and labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.artwork.sheet import Sheet
from briefing.document import AxisLabel

TICK = 3.0


def axis_height(size: float) -> float:
    """The room that an axis needs below its line, for labels of this size."""
    return size * 1.5 + TICK


def draw_axis(
    sheet: Sheet, labels: Sequence[AxisLabel], x_of: Callable[[float], float], left: float, y: float
) -> None:
    """An axis at ``y`` from ``left`` to the sheet's right side.

    Where labels have no room the first and the last come first; each keeps its tick.
    """
    style = sheet.style("label", "ink")
    sheet.rule(left, sheet.width, y, "ink", 0.9)
    ends = (min(labels, key=lambda it: it.x), max(labels, key=lambda it: it.x))
    taken: list[tuple[float, float]] = []
    for label in sorted(labels, key=lambda it: (it not in ends, it.x)):
        half = sheet.text_width(label.text, style) / 2
        middle = sheet.middle_within(x_of(label.x), 2 * half)
        if all(middle - half >= right + 4 or middle + half <= left - 4 for left, right in taken):
            baseline = y - axis_height(style.size) + style.size * 0.3
            sheet.text(middle, baseline, label.text, style, "center")
            taken.append((middle - half, middle + half))
    ticks = [x_of(label.x) for label in labels]
    sheet.rules([(x, y - TICK, x, y) for x in ticks], "ink", 0.7)
