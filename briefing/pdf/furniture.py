"""What stands at the edges of each page: never content, always an artifact."""

from __future__ import annotations

from functools import lru_cache

from briefing.document import Furniture as Words
from briefing.document import Paper, Theme
from briefing.document.drawing import Colour
from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.pictures import picture
from briefing.pdf.sheet import Sheet
from briefing.typeset import Line, SpanStyle, right_to_left, style_of, typesetter_of

GAP = 8.0
"""Points between the logo and the words beside it."""


LOGO = "Logo"

FURNITURE_KEPT = 8
"""Editions whose headers and footers are remembered: an author builds one again and again."""


@lru_cache(maxsize=FURNITURE_KEPT)
def furniture_of(words: Words, language: str, theme: Theme, paper: Paper) -> Furniture:
    """The furniture for these words; one for all who ask, so that it is drawn once."""
    return Furniture(words, language, theme, paper)


class Furniture:
    """Draws header and footer."""

    def __init__(self, words: Words, language: str, theme: Theme, paper: Paper) -> None:
        self._words = words
        self._language = language
        self._theme = theme
        self._paper = paper
        self._typesetter = typesetter_of(theme.fonts)
        self._sheets: dict[tuple[int, int], Sheet] = {}
        self._mirrored = right_to_left(self._language)
        self._lines: dict[tuple[str, str, Colour], Line] = {}

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Header and footer of page ``page`` (from 1) of ``pages``."""
        logo = self._theme.logo
        if page == 1 and logo:
            item = picture(canvas._doc, logo.columns, logo.rows, logo.data, logo.alpha)
            canvas.pictures[LOGO] = item
        if (page, pages) not in self._sheets:
            self._sheets[page, pages] = canvas.recorded(lambda: self._drawn(canvas, page, pages))
        canvas.put(self._sheets[page, pages])

    def _drawn(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        if page == 1:
            self._band(canvas)
        else:
            self._header(canvas)
        self._footer(canvas, page, pages)

    def _band(self, canvas: TaggedCanvas) -> None:
        height = self._theme.spaces["band"]
        bottom = self._paper.height - height
        canvas.box(0, bottom, self._paper.width, height, self._theme.colours["blue"])
        white = self._theme.colours["white"]
        indent = self._logo(canvas, bottom + height / 2)
        self._ends(canvas, bottom + height / 2 - 3, white, white, indent)

    def _logo(self, canvas: TaggedCanvas, middle: float) -> float:
        """The publisher's mark at the left; how far the words move to the right for it."""
        logo = self._theme.logo
        if logo is None:
            return 0.0
        x = self._paper.left
        if self._mirrored:
            x = self._paper.width - x - logo.width
        box = (x, middle - logo.height / 2, logo.width, logo.height)
        canvas.picture(LOGO, box)
        return logo.width + GAP

    def _header(self, canvas: TaggedCanvas) -> None:
        y = self._paper.height - self._paper.top * 0.52
        self._ends(canvas, y, self._theme.colours["blue"], self._theme.colours["grey"])
        self._rule(canvas, y - 5.5)

    def _ends(
        self, canvas: TaggedCanvas, y: float, strong: Colour, plain: Colour, indent: float = 0.0
    ) -> None:
        words = self._words
        left = [(words.header, "strong", strong), (f" · {words.header_place}", "", plain)]
        right = [(f"{words.header_title} · ", "", plain), (words.state, "strong", strong)]
        self._write(canvas, left, self._paper.left + indent, y)
        width = sum(self._width(text, kind) for text, kind, _ in right)
        self._write(canvas, right, self._paper.width - self._paper.right - width, y)

    def _footer(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        y = self._paper.bottom * 0.5
        self._rule(canvas, y + 12)
        grey = self._theme.colours["grey"]
        self._write(canvas, [(self._words.footer, "", grey)], self._paper.left, y)
        number = self._words.page.format(page=page, pages=pages)
        text = f"{self._words.state} · {number}"
        x = self._paper.width - self._paper.right - self._width(text, "")
        self._write(canvas, [(text, "", grey)], x, y)

    def _rule(self, canvas: TaggedCanvas, y: float) -> None:
        canvas.box(self._paper.left, y, self._paper.text_width, 0.5, self._theme.colours["rule"])

    def _style(self, kind: str, colour: Colour) -> SpanStyle:
        style = self._theme.styles["furniture"]
        return style_of(style.strong if kind else style.font, style.size, colour)

    def _width(self, text: str, kind: str) -> float:
        # Trailing spaces count here: two pieces stand side by side.
        return self._line(text, kind, (0, 0, 0)).width

    def _line(self, text: str, kind: str, colour: Colour) -> Line:
        key = (text, kind, colour)
        if key not in self._lines:
            style = self._style(kind, colour)
            self._lines[key] = self._typesetter.line(text, style, self._language)
        return self._lines[key]

    def _write(
        self, canvas: TaggedCanvas, pieces: list[tuple[str, str, Colour]], x: float, y: float
    ) -> None:
        if self._mirrored:
            x = self._paper.width - x - sum(self._width(text, kind) for text, kind, _ in pieces)
            pieces = pieces[::-1]
        with canvas.artifact("Pagination"):
            for text, kind, colour in pieces:
                line = self._line(text, kind, colour)
                for part in line.parts:
                    canvas.show(None, part, x + part.x, y)
                x += line.width
