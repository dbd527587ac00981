"""A matplotlib renderer that records what it is asked to draw."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from briefing.artwork.hatches import Hatch, hatch_items
from briefing.artwork.segments import rounded, segments_of
from briefing.diagnostics import Problem, RenderError
from briefing.document import Drawing, ImageItem, PathItem, TextItem
from briefing.document.drawing import Colour, Item, Segment
from briefing.typeset import SpanStyle, Typesetter

IMAGE_SCALE = 4
"""Pixels a point of an image that matplotlib scales: 288 an inch, fine enough for print."""
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
        if ismath:
            raise RenderError(Problem(f'a chart holds a formula, "{s}", which is not supported'))
        style = self._style(prop, _colour(gc.get_rgb()))
        at = (rounded(x), rounded(y))
        self.items.append(TextItem(s, *at, style.font, style.size, style.colour, float(angle)))

    def draw_path(
        self, gc: GraphicsContextBase, path: Path, transform: Any, rgbFace: Any = None
    ) -> None:
        """Record a path with its fill, stroke, dashes, clip and hatch."""
        item = _path_item(gc, segments_of(path, transform), rgbFace)
        if not gc.get_hatch():
            self._add(item)
            return
        self._add(replace(item, stroke=None))  # a hatch lies between the fill and the edge
        box = path.get_extents(transform)
        rgba = gc.get_hatch_color()
        hatch = Hatch(
            path=gc.get_hatch_path(),
            colour=_colour(rgba),
            alpha=_alpha(gc, rgba),
            width=float(gc.get_hatch_linewidth()),
        )
        self.items += hatch_items(hatch, item, (box.x0, box.y0, box.x1, box.y1), self.height)
        self._add(replace(item, fill=None))

    def _add(self, item: PathItem) -> None:
        """Keep a path that paints something."""
        if item.fill is not None or item.stroke is not None:
            self.items.append(item)

    def option_scale_image(self) -> bool:
        """True: an image that is not to be resampled comes with its matrix."""
        return True

    def get_image_magnification(self) -> float:
        """How many pixels a point an image is resampled to."""
        return IMAGE_SCALE

    def draw_image(
        self, gc: GraphicsContextBase, x: float, y: float, im: Any, transform: Any = None
    ) -> None:
        """Record an RGBA raster; matplotlib gives its rows from below.

        With a ``transform`` it is the image as it is, and the transform places the unit square;
        its alpha is then still that of the graphics context, besides its own.
        """
        rows, columns = im.shape[:2]
        top_down = im[::-1]
        alpha = top_down[:, :, 3]
        if transform is None:
            matrix = Affine2D().scale(columns / IMAGE_SCALE, rows / IMAGE_SCALE)
        else:
            matrix = transform.frozen()
            alpha = (alpha * gc.get_alpha()).round().astype(alpha.dtype)
        width, b, c, height, e, f = (float(value) for value in matrix.to_values())
        self.items.append(
            ImageItem(
                columns,
                rows,
                top_down[:, :, :3].tobytes(),
                (rounded(x + e), rounded(y + f), rounded(width), rounded(height)),
                b"" if (alpha == 255).all() else alpha.tobytes(),
                skew=(rounded(b), rounded(c)),
                clip=_clip(gc),
                clip_path=_clip_path(gc),
            )
        )

    def draw_gouraud_triangles(self, gc: Any, triangles_array: Any, *rest: Any) -> None:
        """Refuse smooth shading: PDF/A readers disagree about it, and no chart kind needs it."""
        raise RenderError(Problem("a chart holds smooth shading, which is not supported"))

    def _style(self, prop: Any, colour: Colour) -> SpanStyle:
        return SpanStyle(prop.get_family()[0], float(prop.get_size_in_points()), colour)


def _path_item(gc: GraphicsContextBase, segments: tuple[Segment, ...], face: Any) -> PathItem:
    stroke = gc.get_rgb() if gc.get_linewidth() > 0 else None
    if stroke is not None and len(stroke) > 3 and stroke[3] == 0:
        stroke = None
    offset, dashes = _dashes(gc)
    return PathItem(
        segments=segments,
        fill=_colour(face) if face is not None else None,
        stroke=_colour(stroke) if stroke is not None else None,
        fill_alpha=_alpha(gc, face),
        stroke_alpha=_alpha(gc, stroke),
        width=float(gc.get_linewidth()),
        dash=dashes,
        dash_offset=offset,
        cap=_CAPS[gc.get_capstyle()],
        join=_JOINS[gc.get_joinstyle()],
        clip=_clip(gc),
        clip_path=_clip_path(gc),
    )


def _clip(gc: GraphicsContextBase) -> tuple[float, float, float, float] | None:
    box = gc.get_clip_rectangle()
    if box is None:
        return None
    x, y, width, height = box.bounds
    return (rounded(x), rounded(y), rounded(width), rounded(height))


def _dashes(gc: GraphicsContextBase) -> tuple[float, tuple[float, ...]]:
    pattern: Any = gc.get_dashes()
    offset, lengths = pattern
    return float(offset or 0.0), tuple(float(length) for length in lengths or ())


def _clip_path(gc: GraphicsContextBase) -> tuple[Segment, ...]:
    clip: Any = gc.get_clip_path()
    path, transform = clip
    return () if path is None else segments_of(path, transform)


def _alpha(gc: GraphicsContextBase, colour: Any) -> float:
    if gc.get_forced_alpha():
        return float(gc.get_alpha())
    return float(colour[3]) if colour is not None and len(colour) > 3 else float(gc.get_alpha())


def _colour(rgba: Any) -> Colour:
    return (rounded(rgba[0]), rounded(rgba[1]), rounded(rgba[2]))
