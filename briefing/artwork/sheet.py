"""A blank chart to put few artists on, in points from its lower left corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from briefing.artwork.start import default_settings, start_matplotlib
from briefing.artwork.words import MIDDLE, Block, Words
from briefing.document import Drawing, Theme
from briefing.document.drawing import Colour
from briefing.typeset import SpanStyle


class Sheet:
    """Rectangles, rules, lines, dots and text, put straight on a matplotlib Figure.

    A chart of ours has neither ticks nor spines, which is what an Axes spends its time on.
    """

    def __init__(self, theme: Theme, width: float, height: float, language: str) -> None:
        start_matplotlib()
        self.theme = theme
        self.width = width
        self.height = height
        self.language = language
        self.words = Words(theme, language)
        self._artists: list[Callable[[], Any]] = []

    def colour(self, name: str) -> Colour:
        """A colour of the theme."""
        return self.theme.colours[name]

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        from matplotlib.patches import Rectangle

        fill = self.colour(colour)
        self._artists.append(lambda: Rectangle((x, y), width, height, fc=fill, ec="none", lw=0))

    def rule(self, x0: float, x1: float, y: float, colour: str, width: float = 0.8) -> None:
        """A level line."""
        self.polyline([(x0, y), (x1, y)], colour, width)

    def polyline(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        width: float,
        dashes: tuple[float, ...] = (),
    ) -> None:
        """A line through ``points``, solid or dashed (lengths in points)."""
        from matplotlib.lines import Line2D

        xs, ys = zip(*points, strict=True)
        style: Any = (0, tuple(length / width for length in dashes)) if dashes else "-"
        look: Any = {"color": self.colour(colour), "lw": width, "ls": style}
        look |= {"solid_capstyle": "butt", "solid_joinstyle": "round"}
        self._artists.append(lambda: Line2D(xs, ys, **look))

    def rectangles(self, boxes: Sequence[tuple[float, float, float, float]], colour: str) -> None:
        """Filled rectangles (x, y, width, height) in one path."""
        corners = [
            [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
            for x, y, width, height in boxes
        ]
        self._path(corners, (1, 2, 2, 2, 79), fc=self.colour(colour), ec="none", lw=0)

    def rules(
        self, ends: Sequence[tuple[float, float, float, float]], colour: str, width: float
    ) -> None:
        """Straight lines (x0, y0, x1, y1) in one path."""
        pairs = [[(x0, y0), (x1, y1)] for x0, y0, x1, y1 in ends]
        self._path(pairs, (1, 2), fc="none", ec=self.colour(colour), lw=width)

    def dots(self, middles: Sequence[tuple[float, float]], radius: float, colour: str) -> None:
        """Filled circles with a white rim, in one path."""
        look = {"fc": self.colour(colour), "ec": self.colour("white"), "lw": 1.0}
        self._circles(middles, radius, **look)

    def rings(
        self,
        middles: Sequence[tuple[float, float]],
        radius: float,
        colour: str,
        rim: float = 1.6,
    ) -> None:
        """White circles with a rim of this colour, in one path: told from dots without colour."""
        look = {"fc": self.colour("white"), "ec": self.colour(colour), "lw": rim}
        self._circles(middles, radius, **look)

    def _circles(self, middles: Sequence[tuple[float, float]], radius: float, **look: Any) -> None:
        arc = 0.5522847 * radius  # a quarter circle as one cubic, to 0.03 % of its radius
        r = radius
        around = (
            *((r, 0.0), (r, arc), (arc, r), (0.0, r), (-arc, r), (-r, arc), (-r, 0.0)),
            *((-r, -arc), (-arc, -r), (0.0, -r), (arc, -r), (r, -arc), (r, 0.0), (r, 0.0)),
        )
        curves = [[(x + dx, y + dy) for dx, dy in around] for x, y in middles]
        self._path(curves, (1, *(4,) * 12, 79), **look)

    def _path(
        self, parts: Sequence[Sequence[tuple[float, float]]], codes: tuple[int, ...], **look: Any
    ) -> None:
        """One compound path; ``codes`` are matplotlib's for the vertices of each part."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        if not parts:
            return
        vertices = [vertex for part in parts for vertex in part]
        path = Path(vertices, codes * len(parts))
        self._artists.append(lambda: PathPatch(path, **look))

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle with a white rim, so that it stands off its line."""
        from matplotlib.patches import Circle

        fill, rim = self.colour(colour), self.colour("white")
        self._artists.append(lambda: Circle((x, y), radius, fc=fill, ec=rim, lw=1.0))

    def text(self, x: float, y: float, text: str, style: SpanStyle, align: str = "left") -> None:
        """A line of text whose baseline is at ``y``; ``align``: left, center or right of ``x``."""
        from matplotlib.text import Text

        look: Any = {
            "color": style.colour,
            "fontfamily": [style.font],
            "fontsize": style.size,
            "ha": align,
            "va": "baseline",
            "parse_math": False,  # a dollar sign is a dollar sign
        }
        self._artists.append(lambda: Text(x, y, text, **look))

    def block(self, x: float, top: float, block: Block, align: str = "left") -> None:
        """Lines of text below ``top``."""
        baseline = top - block.leading / 2 - block.style.size * MIDDLE
        for line in block.lines:
            self.text(x, baseline, line, block.style, align)
            baseline -= block.leading

    def text_beside(
        self, x: float, y: float, text: str, style: SpanStyle, align: str = "left"
    ) -> None:
        """A line of text whose middle is level with ``y``."""
        self.text(x, y - style.size * MIDDLE, text, style, align)

    def text_within(self, x: float, y: float, text: str, style: SpanStyle) -> None:
        """A line of text centred at ``x``, or beside it where it would leave the sheet."""
        self.text(self.middle_within(x, self.text_width(text, style)), y, text, style, "center")

    def middle_within(self, x: float, width: float) -> float:
        """The middle nearest to ``x`` at which something ``width`` wide lies on the sheet."""
        return max(min(x, self.width - width / 2), width / 2)

    def style(self, size: str, colour: str, bold: bool = False) -> SpanStyle:
        """A label style: ``size`` is a key of the theme's chart sizes."""
        return self.words.style(size, colour, bold)

    def text_width(self, text: str, style: SpanStyle) -> float:
        """The width of a label in points."""
        return self.words.width(text, style)

    def drawing(self) -> Drawing:
        """Everything put on the sheet, recorded."""
        from matplotlib.figure import Figure
        from matplotlib.transforms import IdentityTransform

        from briefing.artwork.recorder import Recorder

        recorder = Recorder(self.width, self.height, self.words.typesetter, self.language)
        # A matplotlibrc of the user's must not change a chart: it acts where artists are made too.
        with default_settings():
            size = (self.width / 72, self.height / 72)
            figure: Any = Figure(figsize=size, dpi=72, frameon=False)
            for make in self._artists:
                artist = make()
                artist.set_transform(IdentityTransform())
                figure.add_artist(artist)
            figure.draw(recorder)
        return recorder.drawing()
