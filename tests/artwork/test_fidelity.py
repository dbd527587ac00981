"""A recorded chart, set by our own PDF writer, looks as in matplotlib's own PDF.

Both are drawn by pdfium and compared, at 144 dpi: matplotlib's hatch tile is 72 points wide, and
viewers stretch it to whole pixels. Labels are ours, in fonts of our own, so no words
are drawn; they take the same room in both, measured by our typesetter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2
import pytest

from briefing.artwork.start import start_matplotlib

start_matplotlib()

import matplotlib  # noqa: E402  only once it will not scan for fonts
from matplotlib.backends.backend_pdf import RendererPdf  # noqa: E402  as above
from matplotlib.figure import Figure  # noqa: E402  as above
from matplotlib.lines import Line2D  # noqa: E402  as above
from matplotlib.patches import Circle, PathPatch, Rectangle, RegularPolygon  # noqa: E402  as above
from matplotlib.path import Path  # noqa: E402  as above
from matplotlib.transforms import Affine2D, Bbox, IdentityTransform  # noqa: E402  as above

from briefing.artwork.recorder import IMAGE_SCALE, Recorder  # noqa: E402  as above
from briefing.document import Drawing, ImageItem, PathItem  # noqa: E402  as above
from briefing.document.drawing import Item  # noqa: E402  as above
from briefing.pdf import render  # noqa: E402  as above
from briefing.typeset import typesetter_of  # noqa: E402  as above
from tests import samples, shipped  # noqa: E402  as above
from tests.pdf.tree import open_pdf  # noqa: E402  as above

WIDTH, HEIGHT = 200.0, 120.0
DPI = 144
MEAN = 0.2
"""The most that the two may differ on the average, of 255."""
STRONG = 96
"""A channel that differs by more is a pixel of something that is there or not."""
SHARE = 0.002
"""The most pixels that may differ so: edges that fall between two pixels."""

Build = Callable[[Figure], None]
Drop = Callable[[Item], Item | None]
Pixels = npt.NDArray[np.int16]
STYLE = {**matplotlib.rcParamsDefault, "font.family": ["sans"]}


class Wordless(Recorder):
    """Records all but words."""

    def draw_text(self, *args: Any, **kwargs: Any) -> None:
        """Nothing."""


@dataclass(frozen=True)
class Difference:
    """How far two pictures are apart: on the average, and the share of strongly differing ones."""

    mean: float
    share: float

    @property
    def alike(self) -> bool:
        """Whether both are within what smoothing of edges makes."""
        return self.mean <= MEAN and self.share <= SHARE


def _recorder(kind: type[Recorder] = Wordless) -> Recorder:
    return kind(WIDTH, HEIGHT, typesetter_of(shipped.theme().fonts), "en")


def _figure(build: Build) -> Figure:
    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72, facecolor="white")
    build(figure)
    return figure


def recorded(build: Build) -> Drawing:
    """The figure as our recorder has it."""
    recorder = _recorder()
    with matplotlib.rc_context(STYLE):
        _figure(build).draw(recorder)
    return recorder.drawing()


def ours(drawing: Drawing) -> Pixels:
    """A drawing through our PDF writer: the form XObject of the page, alone on a sheet."""
    briefing = samples.briefing(samples.figure(), samples.sources(("cite-reports",)))
    pdf = open_pdf(render(briefing, shipped.theme(), {"reports": drawing}))
    items = pdf.pages[0].obj.Resources.XObject.values()
    (form,) = [item for item in items if item.Subtype == "/Form"]  # a logo is an image
    sheet = pikepdf.new()
    page = sheet.add_blank_page(page_size=(WIDTH, HEIGHT))
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=sheet.copy_foreign(form)))
    page.Contents = sheet.make_stream(b"/F Do")
    out = BytesIO()
    sheet.save(out)
    return _pixels(out.getvalue())


def theirs(build: Build, monkeypatch: pytest.MonkeyPatch) -> Pixels:
    """The figure as matplotlib's own PDF, with our measures of words and no words."""
    ruler = _recorder(Recorder)
    with monkeypatch.context() as patch, matplotlib.rc_context(STYLE):
        for name in ("get_text_width_height_descent", "_get_font_height_metrics"):
            patch.setattr(RendererPdf, name, _measured(getattr(ruler, name)))
        patch.setattr(RendererPdf, "draw_text", lambda *args, **kwargs: None)
        out = BytesIO()
        _figure(build).savefig(out, format="pdf", dpi=72 * IMAGE_SCALE)
    return _pixels(_with_stroked_hatches(out.getvalue()))


def _measured(measure: Callable[..., Any]) -> Callable[..., Any]:
    return lambda self, *args, **kwargs: measure(*args, **kwargs)


def _with_stroked_hatches(data: bytes) -> bytes:
    """The file with a hatch's lines as opaque as its ground.

    In pdfium a hatch inherits the alpha of the edge around it, which is 0 where there is no edge.
    """
    pdf = open_pdf(data)
    for state in pdf.pages[0].obj.Resources.ExtGState.values():
        if state.CA == 0:
            state.CA = state.ca
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def _pixels(data: bytes) -> Pixels:
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    bitmap = page.render(scale=DPI / 72, rev_byteorder=True)
    pixels = np.array(bitmap.to_numpy()[:, :, :3], dtype=np.int16)
    page.close()
    document.close()
    return pixels


def compared(one: Pixels, two: Pixels) -> Difference:
    """How far apart two pictures of one size are."""
    assert one.shape == two.shape
    apart = np.abs(one - two)
    return Difference(float(apart.mean()), float((apart.max(axis=2) > STRONG).mean()))


# What is drawn ---------------------------------------------------------------------------


STAR = Path.unit_regular_star(5, 0.4)


def _put(figure: Figure, *artists: Any) -> None:
    for artist in artists:
        artist.set_transform(IdentityTransform())
        figure.add_artist(artist)


def _axes(figure: Figure, bare: bool = True) -> Any:
    axes = figure.add_axes((0.12, 0.15, 0.83, 0.78))
    if bare:
        axes.set_axis_off()
    return axes


def _hatches(figure: Figure) -> None:
    for index, hatch in enumerate(("/", "\\\\", "|||", "--", "+", "xx", "o", "O", "..", "**")):
        x, y = 4 + 39 * (index % 5), 64 - 58 * (index // 5)
        _put(figure, Rectangle((x, y), 34, 50, fc="#f4d35e", ec="#12436d", lw=1, hatch=hatch))


def _hatch_densities(figure: Figure) -> None:
    for index, hatch in enumerate(("/", "//", "////", "x", "xxxx", "-|")):
        _put(figure, Circle((22 + 31 * index, 60), 15, fc="white", ec="#b4430a", lw=0, hatch=hatch))


def _hatch_under_edge(figure: Figure) -> None:
    shape = Rectangle((20, 20), 160, 80, fc="#e4e9ee", ec="#12436d", lw=9, hatch="xx")
    if hasattr(shape, "set_hatchcolor"):  # matplotlib 3.11
        shape.set_hatchcolor("#f46a25")
    _put(figure, shape)


def _hatch_clipped(figure: Figure) -> None:
    shape = Circle((90, 60), 50, fc="#e4e9ee", ec="#b4430a", hatch="+")
    _put(figure, shape)
    shape.set_clip_path(STAR, Affine2D().scale(58).translate(110, 60))
    shape.set_clip_box(Bbox.from_bounds(60, 10, 120, 80))


def _hatch_alpha(figure: Figure) -> None:
    bar: Any = {"fc": "#12436d", "ec": "#b4430a", "lw": 1}
    _put(figure, Rectangle((0, 50), 200, 20, fc="black", ec="none", lw=0))
    _put(figure, Rectangle((15, 15), 70, 90, hatch="//", alpha=0.4, **bar))
    _put(figure, Rectangle((115, 15), 70, 90, fc="none", ec="#b4430a", hatch="//", alpha=0.4))


def _alphas(figure: Figure) -> None:
    _put(figure, Rectangle((0, 50), 200, 20, fc="black", ec="none", lw=0))
    _put(figure, Rectangle((10, 20), 50, 80, fc="red", ec="blue", lw=6, alpha=0.5))
    _put(figure, Rectangle((75, 20), 50, 80, fc=(1, 0, 0, 0.2), ec=(0, 0, 1, 0.7), lw=6))
    _put(figure, Line2D([140, 190], [20, 100], color="green", lw=10, alpha=0.3))
    _put(figure, Line2D([140, 190], [100, 20], color=(0, 0.5, 0, 0.6), lw=10))


def _dashes(figure: Figure) -> None:
    caps: tuple[Any, ...] = ("butt", "round", "projecting")
    patterns: tuple[Any, ...] = ((0, (4, 2)), (3, (4, 2)), (0, (1, 3)), (1, (6, 2, 1, 2)))
    for row, style in enumerate(patterns):
        for column, cap in enumerate(caps):
            x, y = 8 + 64 * column, 20 + 26 * row
            look: Any = {"color": "#12436d", "lw": 4, "ls": style, "dash_capstyle": cap}
            _put(figure, Line2D([x, x + 56], [y, y], **look))


def _joins(figure: Figure) -> None:
    joins: tuple[Any, ...] = ("miter", "round", "bevel")
    caps: tuple[Any, ...] = ("butt", "round", "projecting")
    for index, (join, cap) in enumerate(zip(joins, caps, strict=True)):
        x = 18 + 62 * index
        look: Any = {"color": "#1f2a33", "lw": 12, "solid_joinstyle": join, "solid_capstyle": cap}
        _put(figure, Line2D([x, x + 20, x + 40], [25, 95, 25], **look))


def _clips(figure: Figure) -> None:
    axes = _axes(figure, bare=False)
    axes.plot([-1, 0.5, 2], [2, 0.5, -1], lw=14, color="#12436d", solid_capstyle="butt")
    stripes = [Rectangle((x, 0), 6, 120, fc="#f46a25", ec="none") for x in range(20, 190, 12)]
    _put(figure, *stripes)
    for stripe in stripes:  # a clip path inside the clip rectangle
        stripe.set_clip_path(STAR, Affine2D().scale(58).translate(110, 60))
        stripe.set_clip_box(axes.bbox)
    axes.set(xlim=(0, 1), ylim=(0, 1))


def _ramp(rows: int = 6, columns: int = 9) -> Any:
    return np.add.outer(np.arange(rows) ** 2, 3 * np.arange(columns)).astype(float)


def _image_nearest(figure: Figure) -> None:
    _axes(figure).imshow(_ramp(), aspect="auto", cmap="viridis", interpolation="nearest")


def _image_lower(figure: Figure) -> None:
    _axes(figure).imshow(_ramp(), aspect="auto", origin="lower", interpolation="nearest")


def _image_smooth(figure: Figure) -> None:
    _axes(figure).imshow(_ramp(), aspect="auto", interpolation="bilinear")


def _image_unscaled(figure: Figure) -> None:
    _axes(figure).imshow(_ramp(), aspect="auto", interpolation="none", alpha=0.6)


def _image_alpha(figure: Figure) -> None:
    _put(figure, Rectangle((0, 50), 200, 20, fc="black", ec="none", lw=0))
    pixels = np.zeros((4, 5, 4))
    pixels[..., 0] = np.linspace(0, 1, 5)
    pixels[..., 3] = np.linspace(0.1, 1, 4)[:, None]
    _axes(figure).imshow(pixels, aspect="auto", interpolation="nearest")
    inset = figure.add_axes((0.4, 0.3, 0.3, 0.5))
    inset.set_axis_off()
    inset.imshow(_ramp(), aspect="auto", cmap="gray", alpha=0.5)


def _image_clipped(figure: Figure) -> None:
    axes = _axes(figure)
    image = axes.imshow(_ramp(), aspect="auto", interpolation="nearest")
    image.set_clip_path(STAR, Affine2D().scale(55).translate(110, 60))


def _image_turned(figure: Figure) -> None:
    axes = _axes(figure)
    image = axes.imshow(_ramp(), extent=(0, 9, 0, 6), interpolation="none")
    image.set_transform(Affine2D().rotate_deg_around(4.5, 3, 30) + axes.transData)
    axes.set(xlim=(-1, 10), ylim=(-2, 8))


def _markers(figure: Figure) -> None:
    for row, edge in enumerate((0.0, 2.0)):
        for index, marker in enumerate(("o", "s", "^", "D", "*", "x", "+", "P", "|")):
            look: Any = {"mfc": "#f4d35e", "mec": "#12436d", "mew": edge or 1, "ms": 12 + 3 * row}
            x, y = 16 + 21 * index, 35 + 50 * row
            _put(figure, Line2D([x], [y], ls="", marker=marker, **look))


def _zorder(figure: Figure) -> None:
    for index, order in enumerate((3, 1, 2)):
        shape = Rectangle((20 + 40 * index, 15 + 20 * index), 80, 50, zorder=order)
        shape.set(fc=("red", "green", "blue")[index], ec="black", lw=3)
        _put(figure, shape)


def _curves(figure: Figure) -> None:
    codes = [Path.MOVETO, Path.CURVE3, Path.CURVE3, Path.CURVE4, Path.CURVE4, Path.CURVE4]
    path = Path([(10, 20), (60, 140), (100, 40), (120, -20), (150, 130), (190, 60)], codes)
    _put(figure, PathPatch(path, fc="#eff3f7", ec="#12436d", lw=3))
    _put(figure, RegularPolygon((100, 60), 7, radius=25, fc="none", ec="#b4430a", lw=2))


def _bar_chart(figure: Figure) -> None:
    axes = _axes(figure, bare=False)
    axes.bar(range(4), [3, 7, 5, 6], color="#9db1c7", edgecolor="#12436d", hatch="//")
    axes.grid(axis="y", ls="--", alpha=0.5)


def _line_chart(figure: Figure) -> None:
    axes = _axes(figure, bare=False)
    axes.plot([1, 3, 2, 5], "o-", color="#12436d")
    axes.plot([4, 2, 3, 1], "s--", color="#b4430a", mfc="white")
    axes.errorbar(range(4), [2, 4, 4, 3], yerr=0.5, fmt=":", capsize=3, color="#55626d")


def _heat_map(figure: Figure) -> None:
    axes = _axes(figure, bare=False)
    axes.imshow(_ramp(7, 12), aspect="auto", cmap="Blues")
    axes.pcolormesh(np.arange(4), np.arange(3), _ramp(2, 3), cmap="Oranges", ec="white", lw=1)


def _filled_band(figure: Figure) -> None:
    axes = _axes(figure, bare=False)
    x = np.linspace(0, 6, 60)
    axes.fill_between(x, np.sin(x) - 0.4, np.sin(x) + 0.4, alpha=0.3, color="#12436d")
    axes.fill_between(x, np.cos(x) - 0.4, np.cos(x) + 0.4, alpha=0.3, hatch="..", ec="#b4430a")
    axes.plot(x, np.sin(x), lw=1)


def _stacked_bars(figure: Figure) -> None:
    axes = _axes(figure, bare=False)
    axes.bar(range(3), [3, 2, 4], color="#12436d")
    axes.bar(range(3), [1, 2, 2], bottom=[3, 2, 4], color="#9db1c7", hatch="xx", alpha=0.8)


def _log_axis(figure: Figure) -> None:
    axes = _axes(figure, bare=False)
    axes.semilogy([1, 20, 300, 40000], "D-.", color="#12436d")
    axes.grid(which="both", lw=0.4)


def _legend(figure: Figure) -> None:
    axes = _axes(figure, bare=False)
    axes.plot([1, 3, 2], lw=6, color="#12436d", label="one")
    axes.bar([0, 1, 2], [2, 1, 3], color="#f4d35e", hatch="o", label="two")
    axes.legend(loc="upper center", framealpha=0.7, fancybox=True, shadow=True)


def _pie(figure: Figure) -> None:
    wedges, _ = _axes(figure).pie([4, 3, 2, 1], explode=(0, 0.1, 0, 0), startangle=30)
    for wedge, hatch in zip(wedges, ("", "//", "", ".."), strict=True):
        wedge.set(hatch=hatch, ec="white", lw=2)


# What is dropped, to show that it would be seen ------------------------------------------


def _path(**changes: Any) -> Drop:
    return lambda item: replace(item, **changes) if isinstance(item, PathItem) else item


def _image(**changes: Any) -> Drop:
    return lambda item: replace(item, **changes) if isinstance(item, ImageItem) else item


def _no(test: Callable[[Item], bool]) -> Drop:
    return lambda item: None if test(item) else item


def _is_hatch(item: Item) -> bool:
    return isinstance(item, PathItem) and bool(item.clip_outline)


def _is_image(item: Item) -> bool:
    return isinstance(item, ImageItem)


def _is_marker(item: Item) -> bool:
    if not isinstance(item, PathItem) or item.clip_path:
        return False
    xs = [value for _, values in item.segments for value in values[::2]]
    return 4 < max(xs) - min(xs) < 12 and len(item.segments) > 3


def _is_dashed(item: Item) -> bool:
    return isinstance(item, PathItem) and bool(item.dash)


def _turned_over(item: Item) -> Item:
    """An image with its rows the other way round."""
    if not isinstance(item, ImageItem):
        return item
    row = 3 * item.columns
    rows = [item.data[at : at + row] for at in range(0, len(item.data), row)]
    return replace(item, data=b"".join(reversed(rows)))


OPAQUE = _path(fill_alpha=1.0, stroke_alpha=1.0)

CASES: dict[str, tuple[Build, Drop]] = {
    "hatches": (_hatches, _no(_is_hatch)),
    "hatch densities": (_hatch_densities, _no(_is_hatch)),
    "hatch below its edge": (_hatch_under_edge, _no(_is_hatch)),
    "hatch, clipped": (_hatch_clipped, _path(clip_outline=())),
    "hatch in a clip path": (_hatch_clipped, _path(clip_path=())),
    "hatch alpha": (_hatch_alpha, OPAQUE),
    "alpha of fills": (_alphas, _path(fill_alpha=1.0)),
    "alpha of strokes": (_alphas, _path(stroke_alpha=1.0)),
    "dashes": (_dashes, _path(dash=())),
    "dash offsets": (_dashes, _path(dash_offset=0.0)),
    "dash caps": (_dashes, _path(cap=0)),
    "joins": (_joins, _path(join=0)),
    "caps": (_joins, _path(cap=0)),
    "clip rectangles": (_clips, _path(clip=None)),
    "clip paths": (_clips, _path(clip_path=())),
    "image, nearest": (_image_nearest, _no(_is_image)),
    "image, lower origin": (_image_lower, _turned_over),
    "image, smooth": (_image_smooth, _turned_over),
    "image, unscaled": (_image_unscaled, _image(alpha=b"")),
    "image alpha": (_image_alpha, _image(alpha=b"")),
    "image, clipped": (_image_clipped, _image(clip_path=())),
    "image, turned": (_image_turned, _image(skew=(0.0, 0.0))),
    "markers": (_markers, _path(stroke=None)),
    "z order": (_zorder, _path()),
    "curves": (_curves, _path(fill=None)),
    "bar chart": (_bar_chart, _no(_is_hatch)),
    "line chart": (_line_chart, _no(_is_marker)),
    "dashed line chart": (_line_chart, _path(dash=())),
    "heat map": (_heat_map, _no(_is_image)),
    "filled band": (_filled_band, OPAQUE),
    "stacked bars": (_stacked_bars, _no(_is_hatch)),
    "log axis": (_log_axis, _no(_is_dashed)),
    "legend": (_legend, OPAQUE),
    "pie": (_pie, _no(_is_hatch)),
}


@pytest.mark.parametrize("case", CASES)
def test_it_looks_as_matplotlib_draws_it(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Up to how edges are smoothed."""
    build, _ = CASES[case]
    found = compared(ours(recorded(build)), theirs(build, monkeypatch))
    assert found.alike, found


@pytest.mark.parametrize("case", CASES)
def test_what_is_dropped_is_seen(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison fails once the feature is gone."""
    build, drop = CASES[case]
    drawing = recorded(build)
    items: Iterable[Item | None] = map(drop, drawing.items)
    if case == "z order":
        items = reversed(drawing.items)
    less = replace(drawing, items=tuple(item for item in items if item is not None))
    found = compared(ours(less), theirs(build, monkeypatch))
    assert not found.alike, found
