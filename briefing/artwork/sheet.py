"""A blank chart to put few artists on, in points from its lower left corner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from briefing.artwork.start import start_matplotlib
from briefing.document import Drawing, Theme
from briefing.document.drawing import Colour
from briefing.typeset import Line, Span, SpanStyle, typesetter_of


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
        self.typesetter = typesetter_of(theme.fonts)
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

    def text_within(self, x: float, y: float, text: str, style: SpanStyle) -> None:
        """A line of text centred at ``x``, or beside it where it would leave the sheet."""
        self.text(self.middle_within(x, self.text_width(text, style)), y, text, style, "center")

    def middle_within(self, x: float, width: float) -> float:
        """The middle nearest to ``x`` at which something ``width`` wide lies on the sheet."""
        return max(min(x, self.width - width / 2), width / 2)

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
        from matplotlib.figure import Figure
        from matplotlib.transforms import IdentityTransform

        from briefing.artwork.recorder import Recorder

        recorder = Recorder(self.width, self.height, self.typesetter, self.language)
        # A matplotlibrc of the user's must not change a chart: it acts where artists are made too.
        with matplotlib.rc_context(matplotlib.rcParamsDefault):
            size = (self.width / 72, self.height / 72)
            figure: Any = Figure(figsize=size, dpi=72, frameon=False)
            for make in self._artists:
                artist = make()
                artist.set_transform(IdentityTransform())
                figure.add_artist(artist)
            figure.draw(recorder)
        return recorder.drawing()


def wrapped(
    theme: Theme, text: str, style: SpanStyle, width: float, language: str
) -> tuple[Line, ...]:
    """The lines of a label that may need more than one."""
    return typesetter_of(theme.fonts).lines((Span(text, style),), width, language)
