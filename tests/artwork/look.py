"""Looks at drawings: which shapes and texts they hold, and where."""

from __future__ import annotations

from collections.abc import Iterable
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
from briefing.document.drawing import Segment
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
    hole: str = "none",
) -> ChartLine:
    """The points of a line; ``hole`` is the text of those without a value."""
    return ChartLine(
        name,
        tuple(
            ChartPoint(
                float(index),
                labels[index] if labels else str(2011 + index),
                value,
                hole if value is None else f"{value:g}",
                highlight=index in marked,
            )
            for index, value in enumerate(values)
        ),
    )


def drawn(data: ChartData, width: float, height: float = 0.0) -> Drawing:
    """The chart in the shipped theme."""
    return draw_chart(data, shipped.theme(), width, "en", height)


def paths(drawing: Drawing) -> list[PathItem]:
    """All paths."""
    return [item for item in drawing.items if isinstance(item, PathItem)]


def pieces(item: PathItem) -> list[list[Segment]]:
    """The closed or open pieces of a path: several shapes may be drawn as one."""
    found: list[list[Segment]] = []
    for segment in item.segments:
        if segment[0] == "m":
            found.append([])
        found[-1].append(segment)
    return found


def box_of(piece: Iterable[Segment]) -> Box:
    """The rectangle around the ends and handles of a piece."""
    xs = [value for _, values in piece for value in values[::2]]
    ys = [value for _, values in piece for value in values[1::2]]
    return Box(min(xs), min(ys), max(xs), max(ys))


def colour(name: str) -> tuple[float, ...]:
    """A colour of the theme as a drawing holds it."""
    return tuple(round(part, 3) for part in shipped.theme().colours[name])


def boxes(drawing: Drawing, *colours: str) -> list[Box]:
    """The filled rectangles in one of the theme's colours, in the order drawn."""
    wanted = [colour(name) for name in colours]
    return [
        box_of(piece)
        for item in paths(drawing)
        if item.fill in wanted and all(operator in "mlh" for operator, _ in item.segments)
        for piece in pieces(item)
    ]


def strokes(drawing: Drawing) -> list[tuple[PathItem, list[tuple[float, float]]]]:
    """The stroked lines that are not filled, each with its points."""
    return [
        (item, [(values[0], values[1]) for _, values in item.segments])
        for item in paths(drawing)
        if item.fill is None
    ]


def lines(drawing: Drawing, *colours: str) -> list[list[tuple[float, float]]]:
    """The stroked straight lines in one of the theme's colours, those of one path apart."""
    wanted = [colour(name) for name in colours]
    return [
        [(values[0], values[1]) for _, values in piece]
        for item in paths(drawing)
        if item.fill is None and item.stroke in wanted
        for piece in pieces(item)
    ]


def circles(drawing: Drawing, fill: str) -> list[Box]:
    """The boxes around the circles filled with a colour of the theme; rings are white."""
    return [
        box_of(piece)
        for item in paths(drawing)
        if item.fill == colour(fill) and any(operator == "c" for operator, _ in item.segments)
        for piece in pieces(item)
    ]


def dots(drawing: Drawing) -> list[tuple[float, float]]:
    """The middles of the circles."""
    found = []
    for item in paths(drawing):
        for piece in pieces(item):
            if any(operator == "c" for operator, _ in piece):
                found.append(middle(box_of(piece)))
    return found


def middle(box: Box) -> tuple[float, float]:
    """The middle of a box."""
    return (box.left + box.right) / 2, (box.bottom + box.top) / 2


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


def faults(drawing: Drawing) -> list[str]:
    """All that would make a drawing hard to read; empty where it is as it should be.

    Texts that touch each other, a circle or a line, and texts and marks off the drawing.
    """
    found = [f"{one!r} touches {two!r}" for one, two in overlaps(drawing)]
    found += [f"{box.text!r} leaves the drawing" for box in outside(drawing)]
    for item in paths(drawing):
        for piece in pieces(item):
            if _cut(drawing, item, box := box_of(piece)):
                found.append(f"a mark at {box} leaves the drawing")
            found += [f"{text.text!r} meets {box}" for text in texts(drawing) if _met(text, piece)]
    return found


def _cut(drawing: Drawing, item: PathItem, box: Box) -> bool:
    """Whether a part of a mark, its stroke included, is off the drawing."""
    rim = item.width / 2 - 0.01 if item.stroke else -0.01
    # Lines end with butt caps: they are wider than their points only across.
    aside = -0.01 if item.fill is None and box.height < 0.01 else rim
    across = -0.01 if item.fill is None and box.width < 0.01 else rim
    return (
        box.left < aside
        or box.right > drawing.width - aside
        or box.bottom < across
        or box.top > drawing.height - across
    )


def _met(text: Box, piece: list[Segment]) -> bool:
    """Whether a circle or an upright or level line runs into a text."""
    box = box_of(piece)
    line = len(piece) == 2 and min(box.width, box.height) < 0.01
    if not line and not any(operator == "c" for operator, _ in piece):
        return False
    aside = box.right <= text.left + 0.3 or text.right <= box.left + 0.3
    above = box.top <= text.bottom + 0.3 or text.top <= box.bottom + 0.3
    return not (aside or above)


def rising(values: list[float]) -> bool:
    """Whether each value is above the one before it."""
    return all(first < second for first, second in pairwise(values))
