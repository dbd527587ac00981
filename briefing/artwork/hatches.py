"""Hatches as paths: matplotlib's tile, repeated over a shape and clipped to it.

Neighbouring tiles hold the same lines beyond their edges, and the same dots upon them. Each line is
cut to its tile here and each dot kept once: painted twice, the smoothed edges of a line add up, and
it comes out thicker where tiles overlap.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from briefing.artwork.segments import rounded, segments_of
from briefing.document import PathItem
from briefing.document.drawing import Colour, Segment

TILE = 72.0
"""The side of matplotlib's hatch tile in points."""

Stroke: TypeAlias = tuple[tuple[float, float], tuple[float, float]]
Shape: TypeAlias = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Hatch:
    """A hatch: its tile as a path in the unit square, its colour and the width of its lines."""

    path: Path
    colour: Colour
    alpha: float
    width: float


def hatch_items(
    hatch: Hatch, shape: PathItem, box: tuple[float, float, float, float], height: float
) -> list[PathItem]:
    """The hatch of ``shape``, whose extents are ``box``: its lines, then its dots and rings.

    Tiles begin at the top left of a figure ``height`` points high, as in matplotlib's own output.
    """
    strokes, shapes = _parts(hatch.path)
    lines: list[Segment] = []
    dots: dict[tuple[float, ...], Shape] = {}
    for x, y in _corners(box, height):
        for stroke in strokes:
            (x0, y0), (x1, y1) = stroke
            lines.append(("m", (rounded(x + x0), rounded(y + y0))))
            lines.append(("l", (rounded(x + x1), rounded(y + y1))))
        for part in shapes:
            moved = _moved(part, x, y)
            dots.setdefault(tuple(round(value, 1) for value in moved[0][1]), moved)
    item = PathItem(
        segments=tuple(lines),
        stroke=hatch.colour,
        fill_alpha=hatch.alpha,
        stroke_alpha=hatch.alpha,
        width=hatch.width,
        clip=shape.clip,
        clip_path=shape.clip_path,
        clip_outline=shape.segments,
    )
    rings = tuple(segment for dot in dots.values() for segment in dot)
    both = (item, replace(item, segments=rings, fill=hatch.colour))
    return [each for each in both if each.segments]


def _corners(
    box: tuple[float, float, float, float], height: float
) -> Iterator[tuple[float, float]]:
    """The lower left corners of the tiles that a box touches."""
    left, bottom, right, top = box
    for column in range(math.floor(left / TILE), math.ceil(right / TILE)):
        for row in range(math.floor((bottom - height) / TILE), math.ceil((top - height) / TILE)):
            yield column * TILE, height + row * TILE


def _parts(path: Path) -> tuple[list[Stroke], list[Shape]]:
    """The tile's lines, cut to it, and its closed shapes, both in points from its corner."""
    strokes: list[Stroke] = []
    shapes: list[Shape] = []
    part: list[Segment] = []
    segments = segments_of(path, Affine2D().scale(TILE))
    for segment in (*segments, ("m", (0.0, 0.0))):
        if segment[0] == "m" and part:
            if [operator for operator, _ in part] == ["m", "l"]:
                strokes += _cut(part[0][1], part[1][1])
            else:
                shapes.append(tuple(part))
            part = []
        part.append(segment)
    return strokes, shapes


def _cut(start: tuple[float, ...], end: tuple[float, ...]) -> list[Stroke]:
    """The part of a line that lies in the tile; none for one along its upper or right edge."""
    low, high = 0.0, 1.0
    for axis in (0, 1):
        step = end[axis] - start[axis]
        if abs(step) < 1e-6:
            if not -1e-6 <= start[axis] < TILE - 1e-6:
                return []
            continue
        first, last = sorted(((0 - start[axis]) / step, (TILE - start[axis]) / step))
        low, high = max(low, first), min(high, last)
    if high - low < 1e-6:
        return []
    ends = tuple(
        (start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1]))
        for part in (low, high)
    )
    return [(ends[0], ends[1])]


def _moved(shape: Shape, x: float, y: float) -> Shape:
    return tuple(
        (
            operator,
            tuple(rounded(value + (y if index % 2 else x)) for index, value in enumerate(values)),
        )
        for operator, values in shape
    )
