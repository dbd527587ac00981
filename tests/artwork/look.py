"""Looks at drawings: which shapes and texts they hold, and where."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from briefing.artwork import draw_chart
from briefing.document import (
    ChartData,
    ChartKind,
    ChartLine,
    ChartPoint,
    Drawing,
    PathItem,
    TextItem,
)
from briefing.typeset import SpanStyle, typesetter_of
from tests import shipped


@dataclass(frozen=True)
class Box:
    """A rectangle in points, or the box around the letters of a text."""

    left: float
    bottom: float
    right: float
    top: float
    text: str = ""

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom


def chart(
    kind: ChartKind,
    *values: float | None,
    whole: float | None = None,
    marked: tuple[int, ...] = (),
    labels: tuple[str, ...] = (),
) -> ChartData:
    """A chart of one line; categories 0, 1, 2 ... or years from 2011."""
    return ChartData(kind, (line(*values, marked=marked, labels=labels),), whole)


def line(
    *values: float | None,
    name: str = "",
    marked: tuple[int, ...] = (),
    labels: tuple[str, ...] = (),
) -> ChartLine:
    """The points of a line."""
    return ChartLine(
        name,
        tuple(
            ChartPoint(
                float(index),
                labels[index] if labels else str(2011 + index),
                value,
                "none" if value is None else f"{value:g}",
                highlight=index in marked,
            )
            for index, value in enumerate(values)
        ),
    )


def drawn(data: ChartData, width: float) -> Drawing:
    """The chart in the shipped theme."""
    return draw_chart(data, shipped.theme(), width, "en")


def paths(drawing: Drawing) -> list[PathItem]:
    """All paths."""
    return [item for item in drawing.items if isinstance(item, PathItem)]


def boxes(drawing: Drawing, *colours: str) -> list[Box]:
    """The filled rectangles in one of the theme's colours, in the order drawn."""
    wanted = [tuple(round(part, 3) for part in shipped.theme().colours[name]) for name in colours]
    found = []
    for item in paths(drawing):
        straight = all(operator in "mlh" for operator, _ in item.segments)
        if item.fill in wanted and straight:
            xs = [values[0] for _, values in item.segments if values]
            ys = [values[1] for _, values in item.segments if values]
            found.append(Box(min(xs), min(ys), max(xs), max(ys)))
    return found


def strokes(drawing: Drawing) -> list[tuple[PathItem, list[tuple[float, float]]]]:
    """The stroked lines that are not filled, each with its points."""
    return [
        (item, [(values[0], values[1]) for _, values in item.segments])
        for item in paths(drawing)
        if item.fill is None
    ]


def dots(drawing: Drawing) -> list[tuple[float, float]]:
    """The middles of the circles."""
    found = []
    for item in paths(drawing):
        if any(operator == "c" for operator, _ in item.segments):
            xs = [value for _, values in item.segments for value in values[::2]]
            ys = [value for _, values in item.segments for value in values[1::2]]
            found.append(((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2))
    return found


def texts(drawing: Drawing) -> list[Box]:
    """The texts with the boxes around their letters: no descender of a digit, no accent."""
    setter = typesetter_of(shipped.theme().fonts)
    found = []
    for item in drawing.items:
        if isinstance(item, TextItem):
            width = setter.width(item.text, SpanStyle(item.font, item.size, item.colour), "en")
            bottom, top = item.y - 0.05 * item.size, item.y + 0.68 * item.size
            found.append(Box(item.x, bottom, item.x + width, top, item.text))
    return found


def words(drawing: Drawing) -> list[str]:
    """The texts alone."""
    return [item.text for item in drawing.items if isinstance(item, TextItem)]


def outside(drawing: Drawing) -> list[Box]:
    """The texts that do not lie wholly on the drawing."""
    return [
        box
        for box in texts(drawing)
        if box.left < -0.01
        or box.right > drawing.width + 0.01
        or box.bottom < -0.3
        or box.top > drawing.height + 0.01
    ]


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """The pairs of texts that run into each other."""
    found = []
    all_texts = texts(drawing)
    for index, one in enumerate(all_texts):
        for two in all_texts[index + 1 :]:
            aside = one.right <= two.left + 0.01 or two.right <= one.left + 0.01
            above = one.top <= two.bottom + 0.01 or two.top <= one.bottom + 0.01
            if not (aside or above):
                found.append((one.text, two.text))
    return found


def rising(values: list[float]) -> bool:
    """Whether each value is above the one before it."""
    return all(first < second for first, second in pairwise(values))
