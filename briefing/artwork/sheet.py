"""A blank chart to put few artists on, in points from its lower left corner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefing.artwork.start import start_matplotlib
from briefing.document import Drawing, Theme
from briefing.document.drawing import Colour
from briefing.typeset import Line, Span, SpanStyle, typesetter_of


class Sheet:
    """Rectangles, rules, lines, dots and text, put straight on a matplotlib Figure.

    Axes with ticks and spines cost several times what is drawn here; a chart of ours has neither.
    """

    def __init__(self, theme: Theme, width: float, height: float, language: str) -> None:
        start_matplotlib()
        from matplotlib.figure import Figure

        self.theme = theme
        self.width = width
        self.height = height
        self.language = language
        self.figure: Any = Figure(figsize=(width / 72, height / 72), dpi=72, frameon=False)
        self.typesetter = typesetter_of(theme.fonts)

    def colour(self, name: str) -> Colour:
        """A colour of the theme."""
        return self.theme.colours[name]

    def rectangle(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle."""
        from matplotlib.patches import Rectangle

        self._add(Rectangle((x, y), width, height, fc=self.colour(colour), ec="none", lw=0))

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
        line = Line2D(xs, ys, color=self.colour(colour), lw=width, ls=style)
        line.set_solid_capstyle("butt")
        line.set_solid_joinstyle("round")
        self._add(line)

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled circle with a white rim, so that it stands off its line."""
        from matplotlib.patches import Circle

        rim = self.colour("white")
        self._add(Circle((x, y), radius, fc=self.colour(colour), ec=rim, lw=1.0))

    def text(self, x: float, y: float, text: str, style: SpanStyle, align: str = "left") -> None:
        """A line of text whose baseline is at ``y``; ``align``: left, center or right of ``x``."""
        from matplotlib.text import Text

        label = Text(
            x,
            y,
            text,
            color=style.colour,
            fontfamily=[style.font],
            fontsize=style.size,
            ha=align,
            va="baseline",
            parse_math=False,  # a dollar sign is a dollar sign
        )
        self._add(label)

    def style(self, size: str, colour: str, bold: bool = False) -> SpanStyle:
        """A label style: ``size`` is a key of the theme's chart sizes."""
        font = "sans-semibold" if bold else "sans"
        return SpanStyle(font, self.theme.charts[size], self.colour(colour))

    def text_width(self, text: str, style: SpanStyle) -> float:
        """The width of a label in points."""
        return self.typesetter.width(text, style, self.language)

    def drawing(self) -> Drawing:
        """Everything put on the sheet, recorded."""
        import matplotlib

        from briefing.artwork.recorder import Recorder

        recorder = Recorder(self.width, self.height, self.typesetter, self.language)
        # A matplotlibrc of the user's must not change a chart.
        with matplotlib.rc_context(matplotlib.rcParamsDefault):
            self.figure.draw(recorder)
        return recorder.drawing()

    def _add(self, artist: Any) -> None:
        from matplotlib.transforms import IdentityTransform

        artist.set_transform(IdentityTransform())
        self.figure.add_artist(artist)


def wrapped(
    theme: Theme, text: str, style: SpanStyle, width: float, language: str
) -> tuple[Line, ...]:
    """The lines of a label that may need more than one."""
    return typesetter_of(theme.fonts).lines((Span(text, style),), width, language)
