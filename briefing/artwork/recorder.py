"""A matplotlib renderer that records what it is asked to draw."""

from __future__ import annotations

import math
from typing import Any, Literal

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from briefing.diagnostics import Problem, RenderError
from briefing.document import Drawing, ImageItem, PathItem, TextItem
from briefing.document.drawing import Colour, Item, Segment
from briefing.typeset import SpanStyle, Typesetter

HATCH_TILE = 72.0
"""The side of matplotlib's hatch tile in points."""
_CAPS: dict[str, Literal[0, 1, 2]] = {"butt": 0, "round": 1, "projecting": 2}
_JOINS: dict[str, Literal[0, 1, 2]] = {"miter": 0, "round": 1, "bevel": 2}


class Recorder(RendererBase):
    """Records paths, text and images; one unit is one point, the origin is below left.

    Text is measured by ``typesetter``: a font property's family is a font role of the theme. So
    labels stand where the page's own fonts put them, and matplotlib never looks for a font.
    """

    def __init__(self, width: float, height: float, typesetter: Typesetter, language: str) -> None:
        super().__init__()
        self.width = width
        self.height = height
        self.dpi = 72.0  # images of a Figure ask for it
        self.typesetter = typesetter
        self.language = language
        self.items: list[Item] = []

    def drawing(self) -> Drawing:
        """What was recorded so far."""
        return Drawing(self.width, self.height, tuple(self.items))

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The size in points."""
        return self.width, self.height

    def flipy(self) -> bool:
        """False: y grows upward."""
        return False

    def points_to_pixels(self, points: Any) -> Any:
        """A point is a unit."""
        return points

    def get_text_width_height_descent(
        self, s: str, prop: Any, ismath: bool | str
    ) -> tuple[float, float, float]:
        """The text's own width, and the font's height and descent."""
        style = self._style(prop, (0.0, 0.0, 0.0))
        ascent, descent, _ = self._get_font_height_metrics(prop)
        return self.typesetter.width(s, style, self.language), ascent + descent, descent

    def _get_font_height_metrics(self, prop: Any) -> tuple[float, float, float]:
        # matplotlib asks for this by this name, and otherwise opens a font of its own.
        face = self.typesetter.faces[prop.get_family()[0]]
        scale = prop.get_size_in_points() / face.units
        return face.ascender * scale, -face.descender * scale, 0.0

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: Any,
        angle: float,
        ismath: bool | str = False,
        mtext: Any = None,
    ) -> None:
        """Record a line of text; ``x, y`` is the left end of its baseline."""
        style = self._style(prop, _colour(gc.get_rgb()))
        at = (_rounded(x), _rounded(y))
        self.items.append(TextItem(s, *at, style.font, style.size, style.colour, float(angle)))

    def draw_path(
        self, gc: GraphicsContextBase, path: Path, transform: Any, rgbFace: Any = None
    ) -> None:
        """Record a path with its fill, stroke, dashes, clip and hatch."""
        segments = _segments(path, transform)
        stroke = gc.get_rgb() if gc.get_linewidth() > 0 else None
        if stroke is not None and len(stroke) > 3 and stroke[3] == 0:
            stroke = None
        offset, dashes = _dashes(gc)
        if rgbFace is not None or stroke is not None:
            item = PathItem(
                segments=segments,
                fill=_colour(rgbFace) if rgbFace is not None else None,
                stroke=_colour(stroke) if stroke is not None else None,
                fill_alpha=_alpha(gc, rgbFace),
                stroke_alpha=_alpha(gc, stroke),
                width=float(gc.get_linewidth()),
                dash=dashes,
                dash_offset=offset,
                cap=_CAPS[gc.get_capstyle()],
                join=_JOINS[gc.get_joinstyle()],
                clip=_clip(gc),
                clip_path=_clip_path(gc),
            )
            self.items.append(item)
        if gc.get_hatch():
            self.items.append(_hatch(gc, path, transform, segments))

    def draw_image(
        self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Any = None
    ) -> None:
        """Record an RGBA raster; matplotlib gives its rows from below."""
        rows, columns = im.shape[:2]
        top_down = im[::-1]
        if transform is None:
            box = (float(x), float(y), float(columns), float(rows))
        else:
            a, b, c, d, e, f = transform.frozen().to_values()
            if b or c:
                raise RenderError(Problem("a chart holds a turned image, which is not supported"))
            box = (float(x + e), float(y + f), float(a), float(d))
        alpha = top_down[:, :, 3].tobytes()
        opaque = alpha.count(b"\xff") == len(alpha)
        data = top_down[:, :, :3].tobytes()
        self.items.append(ImageItem(columns, rows, data, box, b"" if opaque else alpha))

    def draw_gouraud_triangles(self, gc: Any, triangles_array: Any, *rest: Any) -> None:
        """Refuse smooth shading: PDF/A readers disagree about it, and no chart kind needs it."""
        raise RenderError(Problem("a chart holds smooth shading, which is not supported"))

    def _style(self, prop: Any, colour: Colour) -> SpanStyle:
        return SpanStyle(prop.get_family()[0], float(prop.get_size_in_points()), colour)


def _segments(path: Path, transform: Any) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    last = (0.0, 0.0)
    for points, code in path.iter_segments(transform, simplify=False, curves=True):
        at = tuple(_rounded(value) for value in points)
        if code == Path.MOVETO:
            segments.append(("m", at))
        elif code == Path.LINETO:
            segments.append(("l", at))
        elif code == Path.CURVE3:
            segments.append(("c", _cubic(last, at)))
        elif code == Path.CURVE4:
            segments.append(("c", at))
        else:  # CLOSEPOLY
            segments.append(("h", ()))
            continue
        last = (at[-2], at[-1])
    return tuple(segments)


def _cubic(start: tuple[float, float], quadratic: tuple[float, ...]) -> tuple[float, ...]:
    """A quadratic Bezier curve as the cubic that PDF has."""
    cx, cy, x, y = quadratic
    return (
        _rounded(start[0] + 2 / 3 * (cx - start[0])),
        _rounded(start[1] + 2 / 3 * (cy - start[1])),
        _rounded(x + 2 / 3 * (cx - x)),
        _rounded(y + 2 / 3 * (cy - y)),
        x,
        y,
    )


def _clip(gc: GraphicsContextBase) -> tuple[float, float, float, float] | None:
    box = gc.get_clip_rectangle()
    if box is None:
        return None
    x, y, width, height = box.bounds
    return (_rounded(x), _rounded(y), _rounded(width), _rounded(height))


def _dashes(gc: GraphicsContextBase) -> tuple[float, tuple[float, ...]]:
    pattern: Any = gc.get_dashes()
    offset, lengths = pattern
    return float(offset or 0.0), tuple(float(length) for length in lengths or ())


def _clip_path(gc: GraphicsContextBase) -> tuple[Segment, ...]:
    clip: Any = gc.get_clip_path()
    path, transform = clip
    return () if path is None else _segments(path, transform)


def _hatch(
    gc: GraphicsContextBase, path: Path, transform: Any, outline: tuple[Segment, ...]
) -> PathItem:
    """The hatch of a shape: matplotlib's tile, repeated over the shape and clipped to it."""
    box = path.get_extents(transform)
    segments: list[Segment] = []
    for column in range(math.floor(box.x0 / HATCH_TILE), math.ceil(box.x1 / HATCH_TILE)):
        for row in range(math.floor(box.y0 / HATCH_TILE), math.ceil(box.y1 / HATCH_TILE)):
            tile = Affine2D().scale(HATCH_TILE).translate(column * HATCH_TILE, row * HATCH_TILE)
            segments += _segments(gc.get_hatch_path(), tile)
    colour = _colour(gc.get_hatch_color())
    return PathItem(
        segments=tuple(segments),
        fill=colour,
        stroke=colour,
        width=float(gc.get_hatch_linewidth()),
        clip=_clip(gc),
        clip_path=outline,
    )


def _alpha(gc: GraphicsContextBase, colour: Any) -> float:
    if gc.get_forced_alpha():
        return float(gc.get_alpha())
    return float(colour[3]) if colour is not None and len(colour) > 3 else float(gc.get_alpha())


def _colour(rgba: Any) -> Colour:
    return (_rounded(rgba[0]), _rounded(rgba[1]), _rounded(rgba[2]))


def _rounded(value: float) -> float:
    return round(float(value), 3) + 0.0  # no minus zero
