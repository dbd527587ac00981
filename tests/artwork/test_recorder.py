"""What matplotlib draws is what is recorded, in points from the lower left corner."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from briefing.artwork.start import start_matplotlib

start_matplotlib()

from matplotlib.figure import Figure  # noqa: E402  only once it will not scan for fonts
from matplotlib.lines import Line2D  # noqa: E402  as above
from matplotlib.patches import Circle, PathPatch, Rectangle  # noqa: E402  as above
from matplotlib.path import Path  # noqa: E402
from matplotlib.text import Text  # noqa: E402
from matplotlib.transforms import Affine2D, Bbox, IdentityTransform  # noqa: E402

from briefing.artwork.recorder import IMAGE_SCALE, Recorder  # noqa: E402
from briefing.diagnostics import RenderError  # noqa: E402
from briefing.document import ImageItem, PathItem, TextItem  # noqa: E402
from briefing.typeset import SpanStyle, typesetter_of  # noqa: E402
from tests import shipped  # noqa: E402

RED, GREEN, BLUE = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)
CORNERS = (
    ("m", (10.0, 20.0)),
    ("l", (40.0, 20.0)),
    ("l", (40.0, 30.0)),
    ("l", (10.0, 30.0)),
    ("h", ()),
)
"""A rectangle of 30 by 10 points at 10, 20."""


def _record(*artists: Any, build: Callable[[Figure], None] | None = None) -> list[Any]:
    """The items of a figure of 200 by 100 points with these artists on it."""
    figure = Figure(figsize=(200 / 72, 100 / 72), dpi=72, frameon=False)
    for artist in artists:
        artist.set_transform(IdentityTransform())
        figure.add_artist(artist)
    if build:
        build(figure)
    recorder = Recorder(200.0, 100.0, typesetter_of(shipped.theme().fonts), "en")
    figure.draw(recorder)
    drawing = recorder.drawing()
    assert (drawing.width, drawing.height) == (200.0, 100.0)
    return list(drawing.items)


def _rectangle(**look: Any) -> Rectangle:
    return Rectangle((10, 20), 30, 10, **{"fc": RED, "ec": "none", "lw": 0, **look})


def test_a_filled_rectangle() -> None:
    """Its corners, its colour, and no stroke."""
    assert _record(_rectangle()) == [PathItem(CORNERS, fill=RED, width=0.0, join=0)]


def test_a_stroke_has_width_caps_and_joins() -> None:
    """A line keeps how it ends and turns."""
    line = Line2D([0, 10, 10], [5, 5, 9], color=BLUE, lw=3)
    line.set_solid_capstyle("projecting")
    line.set_solid_joinstyle("bevel")
    (item,) = _record(line)
    assert item.segments == (("m", (0.0, 5.0)), ("l", (10.0, 5.0)), ("l", (10.0, 9.0)))
    assert (item.stroke, item.fill, item.width) == (BLUE, None, 3.0)
    assert (item.cap, item.join) == (2, 2)
    assert item.dash == ()


def test_dashes_are_points() -> None:
    """matplotlib's dashes count in line widths; a drawing's in points, with their offset."""
    (item,) = _record(Line2D([0, 50], [5, 5], color=RED, lw=2, ls=(1, (4, 2.5))))
    assert (item.dash, item.dash_offset) == ((8.0, 5.0), 2.0)


def test_fill_and_stroke_in_one() -> None:
    """A bordered shape is one path."""
    (item,) = _record(_rectangle(ec=BLUE, lw=1.5))
    assert (item.fill, item.stroke, item.width) == (RED, BLUE, 1.5)
    assert (item.fill_alpha, item.stroke_alpha) == (1.0, 1.0)


def test_alpha_of_the_shape() -> None:
    """One alpha is that of fill and stroke."""
    (item,) = _record(_rectangle(ec=BLUE, lw=1, alpha=0.5))
    assert (item.fill_alpha, item.stroke_alpha) == (0.5, 0.5)


def test_alpha_of_a_colour() -> None:
    """A colour's own alpha is its alone."""
    (item,) = _record(_rectangle(fc=(*RED, 0.25), ec=BLUE, lw=1))
    assert (item.fill, item.fill_alpha, item.stroke_alpha) == (RED, 0.25, 1.0)


def test_what_is_wholly_transparent_is_not_stroked() -> None:
    """An edge of no colour leaves no stroke."""
    (item,) = _record(_rectangle(ec=(0, 0, 0, 0), lw=2))
    assert item.stroke is None


def test_a_clip_rectangle() -> None:
    """It is recorded with the path, as x, y, width and height."""
    shape = _rectangle()
    shape.set_clip_box(Bbox.from_bounds(5, 6, 70, 8))
    (item,) = _record(shape)
    assert item.clip == (5.0, 6.0, 70.0, 8.0)
    assert item.segments == CORNERS


def test_a_clip_path() -> None:
    """A shape may be clipped to another that is no rectangle."""
    shape = _rectangle()
    shape.set_clip_path(Path([(0, 0), (30, 0), (15, 30), (0, 0)], [1, 2, 2, 79]), Affine2D())
    (item,) = _record(shape)
    assert item.clip_path == (("m", (0, 0)), ("l", (30, 0)), ("l", (15, 30)), ("h", ()))


def test_a_hatch_lies_between_fill_and_edge() -> None:
    """Lines in the hatch's colour, inside the shape; the edge is drawn over their ends."""
    fill, hatch, edge = _record(_rectangle(ec=GREEN, lw=4, hatch="---"))
    assert (fill.segments, fill.fill, fill.stroke) == (CORNERS, RED, None)
    assert hatch.clip_outline == CORNERS
    assert (hatch.stroke, hatch.fill, hatch.width) == (GREEN, None, 1.0)
    assert (edge.segments, edge.fill, edge.stroke, edge.width) == (CORNERS, None, GREEN, 4.0)


def test_a_hatch_keeps_clip_and_alpha() -> None:
    """Those of its artist, besides the outline of the shape."""
    shape = _rectangle(ec=GREEN, lw=1, hatch="x", alpha=0.5)
    shape.set_clip_path(Path([(0, 0), (30, 0), (15, 30), (0, 0)], [1, 2, 2, 79]), Affine2D())
    shape.set_clip_box(Bbox.from_bounds(5, 6, 70, 8))
    _, hatch, _ = _record(shape)
    assert hatch.clip == (5.0, 6.0, 70.0, 8.0)
    assert hatch.clip_path == (("m", (0, 0)), ("l", (30, 0)), ("l", (15, 30)), ("h", ()))
    assert hatch.stroke_alpha == 0.5


def test_a_hatch_without_fill_or_edge() -> None:
    """Is all there is."""
    (hatch,) = _record(_rectangle(fc="none", ec=GREEN, lw=0, hatch="|"))
    assert hatch.stroke == GREEN


def test_a_curve_of_second_order_becomes_one_of_third() -> None:
    """PDF has only cubic curves: the same curve, two thirds of the way to the control point."""
    path = Path([(0, 0), (30, 60), (60, 0)], [Path.MOVETO, Path.CURVE3, Path.CURVE3])
    (item,) = _record(PathPatch(path, fc="none", ec=RED, lw=1))
    assert item.segments == (("m", (0.0, 0.0)), ("c", (20.0, 40.0, 40.0, 40.0, 60.0, 0.0)))


def test_a_circle_is_curves_around_its_middle() -> None:
    """Every curve of a circle ends on it."""
    (item,) = _record(Circle((50, 40), 10, fc=RED, ec="none", lw=0))
    ends = [values[-2:] for operator, values in item.segments if operator == "c"]
    assert len(ends) >= 4
    for x, y in ends:
        assert ((x - 50) ** 2 + (y - 40) ** 2) ** 0.5 == pytest.approx(10, abs=0.01)


def _text(**look: Any) -> TextItem:
    (item,) = _record(Text(50, 40, "Reports", fontfamily=["sans"], fontsize=10, color=RED, **look))
    return item  # type: ignore[no-any-return]


def test_text_stands_on_its_baseline() -> None:
    """Characters, font role, size and colour, from the left end of the baseline."""
    assert _text(va="baseline") == TextItem("Reports", 50.0, 40.0, "sans", 10.0, RED)


@pytest.mark.parametrize(("align", "share"), [("center", 0.5), ("right", 1.0)])
def test_text_is_aligned_by_the_documents_own_font(align: str, share: float) -> None:
    """A right-aligned label ends where it should in the page's font, not in matplotlib's."""
    setter = typesetter_of(shipped.theme().fonts)
    width = setter.width("Reports", SpanStyle("sans", 10.0, RED), "en")
    assert _text(va="baseline", ha=align).x == pytest.approx(50 - share * width, abs=0.01)


def test_text_hangs_from_its_top_by_the_font() -> None:
    """Vertical alignment uses the font's ascender."""
    face = typesetter_of(shipped.theme().fonts).faces["sans"]
    drop = face.ascender * 10 / face.units
    assert _text(va="top").y == pytest.approx(40 - drop, abs=0.05)


def test_turned_text_keeps_its_angle() -> None:
    """The angle is in degrees, against the clock."""
    assert _text(va="baseline", rotation=90, rotation_mode="anchor").angle == 90.0


def test_markers_stand_at_their_points() -> None:
    """Each marker is a path around its point."""
    line = Line2D([20, 60], [30, 50], color=RED, ls="", marker="s", ms=4, mew=0)
    items = _record(line)
    assert len(items) == 2
    for item, (x, y) in zip(items, [(20, 30), (60, 50)], strict=True):
        xs = [values[0] for _, values in item.segments if values]
        ys = [values[1] for _, values in item.segments if values]
        assert (min(xs) + max(xs)) / 2 == pytest.approx(x)
        assert (min(ys) + max(ys)) / 2 == pytest.approx(y)


def _pixels(alpha: int = 255) -> Any:
    """Two rows of three pixels; the upper row red, the lower blue."""
    upper, lower = [255, 0, 0, alpha], [0, 0, 255, 255]
    return np.array([[upper] * 3, [lower] * 3], dtype=np.uint8)


def _image(pixels: Any, place: Callable[[Figure, Any], None]) -> ImageItem:
    (item,) = _record(build=lambda figure: place(figure, pixels))
    assert isinstance(item, ImageItem)
    return item


def test_an_image_begins_with_its_top_row() -> None:
    """Size, place and pixels, the upper row first; opaque pixels need no alpha."""
    item = _image(_pixels(), lambda figure, data: figure.figimage(data, 12, 34, origin="upper"))
    assert (item.columns, item.rows) == (3 * IMAGE_SCALE, 2 * IMAGE_SCALE)
    assert (item.box, item.skew) == ((12.0, 34.0, 3.0, 2.0), (0.0, 0.0))
    row = 3 * item.columns
    assert item.data[:row] == bytes([255, 0, 0] * item.columns)
    assert item.data[-row:] == bytes([0, 0, 255] * item.columns)
    assert item.alpha == b""


def test_an_image_keeps_its_alpha() -> None:
    """A byte a pixel, in the same order."""
    item = _image(_pixels(128), lambda figure, data: figure.figimage(data, 0, 0, origin="upper"))
    assert len(item.alpha) == item.columns * item.rows
    assert (item.alpha[0], item.alpha[-1]) == (128, 255)


def _recorder() -> Recorder:
    return Recorder(200.0, 100.0, typesetter_of(shipped.theme().fonts), "en")


def _placed(transform: Affine2D, alpha: float = 1.0) -> ImageItem:
    """An image that comes as it is, with its matrix."""
    recorder = _recorder()
    context = recorder.new_gc()
    context.set_alpha(alpha)
    context.set_clip_rectangle(Bbox.from_bounds(5, 6, 70, 8))
    recorder.draw_image(context, 5, 6, _pixels(), transform)
    (item,) = recorder.drawing().items
    assert isinstance(item, ImageItem)
    return item


def test_an_image_may_be_scaled_and_turned() -> None:
    """A transform gives the box, and what turns it."""
    upright = _placed(Affine2D().scale(30, 20))
    assert (upright.columns, upright.rows, upright.alpha) == (3, 2, b"")
    assert (upright.box, upright.skew) == ((5.0, 6.0, 30.0, 20.0), (0.0, 0.0))
    turned = _placed(Affine2D().scale(30, 20).rotate_deg(90))
    assert (turned.box, turned.skew) == ((5.0, 6.0, 0.0, 0.0), (30.0, -20.0))


def test_an_image_keeps_clip_and_the_alpha_of_its_artist() -> None:
    """Which has not been applied yet where the image comes as it is."""
    item = _placed(Affine2D().scale(30, 20), alpha=0.5)
    assert item.clip == (5.0, 6.0, 70.0, 8.0)
    assert item.alpha == bytes([128] * 6)


def test_a_formula_is_refused() -> None:
    """Its dollar signs must not be printed as words."""
    with pytest.raises(RenderError, match="formula"):
        _record(Text(50, 40, "$10^2$", fontfamily=["sans"]))


def test_smooth_shading_is_refused() -> None:
    """What PDF/A readers draw differently is an error, not a guess."""

    def build(figure: Figure) -> None:
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.pcolormesh(np.eye(2), shading="gouraud")

    with pytest.raises(RenderError, match="smooth shading"):
        _record(build=build)


def test_an_axes_of_matplotlibs_own_can_be_recorded() -> None:
    """Ticks, labels and lines of a usual plot come through in the theme's fonts."""

    def build(figure: Figure) -> None:
        axes = figure.add_axes((0.1, 0.2, 0.8, 0.7))
        axes.plot([0, 1, 2], [0, 5, 3])
        axes.set_yticks([0, 5])
        for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
            label.set_fontfamily(["sans"])

    items = _record(build=build)
    texts = [item for item in items if isinstance(item, TextItem)]
    assert {"0", "5"} <= {item.text for item in texts}
    assert {item.font for item in texts} == {"sans"}
    clipped = [item for item in items if isinstance(item, PathItem) and item.clip]
    assert clipped[0].clip == (20.0, 20.0, 160.0, 70.0)
