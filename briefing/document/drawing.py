"""The recorded artwork of a chart.

Points are PDF points, the origin is the lower left corner, colours are RGB in 0..1. Text stays
symbolic (characters, font role, size), so a drawing can be set in any document's fonts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Colour: TypeAlias = tuple[float, float, float]
Segment: TypeAlias = tuple[str, tuple[float, ...]]
"""``("m", (x, y))``, ``("l", (x, y))``, ``("c", (x1, y1, x2, y2, x3, y3))`` or ``("h", ())``."""


@dataclass(frozen=True, slots=True)
class PathItem:
    """A path that is filled, stroked or both; ``clip`` is x, y, width, height.

    It shows where it lies inside ``clip``, ``clip_path`` and ``clip_outline``, as far as they are.
    """

    segments: tuple[Segment, ...]
    fill: Colour | None = None
    stroke: Colour | None = None
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    width: float = 1.0
    dash: tuple[float, ...] = ()
    dash_offset: float = 0.0
    cap: Literal[0, 1, 2] = 0
    join: Literal[0, 1, 2] = 0
    clip: tuple[float, float, float, float] | None = None
    clip_path: tuple[Segment, ...] = ()
    clip_outline: tuple[Segment, ...] = ()
    type: Literal["path"] = field(default="path", kw_only=True)


@dataclass(frozen=True, slots=True)
class TextItem:
    """A line of text; ``x, y`` is the left end of its baseline, ``angle`` in degrees."""

    text: str
    x: float
    y: float
    font: str
    size: float
    colour: Colour
    angle: float = 0.0
    type: Literal["text"] = field(default="text", kw_only=True)


@dataclass(frozen=True, slots=True)
class ImageItem:
    """A raster of ``columns`` by ``rows`` pixels, 8-bit RGB, top row first.

    ``box`` is its x, y, width and height; ``skew`` the two other numbers of the matrix that
    places it, zero where it stands upright. ``alpha`` is a byte a pixel, or nothing: opaque.
    ``clip`` and ``clip_path`` are as for a path.
    """

    columns: int
    rows: int
    data: bytes
    box: tuple[float, float, float, float]
    alpha: bytes = b""
    skew: tuple[float, float] = (0.0, 0.0)
    clip: tuple[float, float, float, float] | None = None
    clip_path: tuple[Segment, ...] = ()
    type: Literal["image"] = field(default="image", kw_only=True)


Item: TypeAlias = PathItem | TextItem | ImageItem


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart of ``width`` by ``height`` points."""

    width: float
    height: float
    items: tuple[Item, ...]
    type: Literal["drawing"] = field(default="drawing", kw_only=True)


@dataclass(frozen=True, slots=True)
class Artwork:
    """A drawing as it goes into any PDF of one theme: page operators, and what they need.

    ``states`` are the entries of its graphics states, ``images`` its rasters I0, I1 ...;
    ``glyphs`` the glyphs it shows by font role, with the text of those that no single character
    maps to. It takes the place of its drawing wherever a briefing is rendered.
    """

    width: float
    height: float
    content: bytes
    states: bytes
    images: tuple[ImageItem, ...]
    glyphs: tuple[tuple[str, tuple[int, ...], tuple[tuple[int, str], ...]], ...]
    type: Literal["artwork"] = field(default="artwork", kw_only=True)
