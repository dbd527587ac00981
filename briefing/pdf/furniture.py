"""What stands at the edges of each page: never content, always an artifact."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from briefing.document import Furniture as Words
from briefing.document import Paper, Theme
from briefing.document.drawing import Colour
from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.pictures import picture
from briefing.pdf.sheet import Sheet
from briefing.typeset import Line, right_to_left, style_of, typesetter_of

GAP = 8.0
"""Points between the logo and the words beside it."""


LOGO = "Logo"

FURNITURE_KEPT = 8
"""Editions whose headers and footers are remembered: an author builds one again and again."""
FRAMES_KEPT = 8
"""Publications, papers and languages of which is remembered what all pages have."""

Piece: TypeAlias = tuple[str, str, Colour]
"""Text, "strong" or nothing, and the colour."""


@lru_cache(maxsize=FURNITURE_KEPT)
def furniture_of(words: Words, language: str, theme: Theme, paper: Paper) -> Furniture:
    """The furniture for these words; one for all who ask, so that it is drawn once."""
    edges = _edges(language, theme, paper)
    return Furniture(words, edges, _frame(edges, words.header_title, words.state, words.page))


@lru_cache(maxsize=FRAMES_KEPT)
def _edges(language: str, theme: Theme, paper: Paper) -> Edges:
    return Edges(language, theme, paper)


@lru_cache(maxsize=FRAMES_KEPT)
def _frame(edges: Edges, title: str, state: str, page: str) -> Frame:
    return Frame(edges, title, state, page)


class Furniture:
    """Draws header and footer: what names the edition here, the rest by its frame."""

    def __init__(self, words: Words, edges: Edges, frame: Frame) -> None:
        self._words = words
        self._edges = edges
        self._frame = frame
        self._sheets: dict[bool, Sheet] = {}

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """Header and footer of page ``page`` (from 1) of ``pages``."""
        self._frame.draw(canvas, page, pages)
        first = page == 1
        if first not in self._sheets:
            self._sheets[first] = canvas.recorded(lambda: self._drawn(canvas, first))
        canvas.put(self._sheets[first])

    def _drawn(self, canvas: TaggedCanvas, first: bool) -> None:
        edges, words = self._edges, self._words
        strong, plain = edges.header_colours(first)
        header = [(words.header, "strong", strong), (f" · {words.header_place}", "", plain)]
        edges.write(canvas, header, edges.left(first), edges.header_at(first))
        footer = [(words.footer, "", edges.colour("grey"))]
        edges.write(canvas, footer, edges.left(False), edges.footer_at)


class Frame:
    """Draws what is the same on that page of every edition: band, logo, rules, title, number."""

    def __init__(self, edges: Edges, title: str, state: str, page: str) -> None:
        self._edges = edges
        self._title = title
        self._state = state
        self._page = page
        self._sheets: dict[tuple[int, int], Sheet] = {}

    def draw(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        """The frame of page ``page`` (from 1) of ``pages``."""
        if page == 1:
            self._edges.enter_logo(canvas)
        if (page, pages) not in self._sheets:
            self._sheets[page, pages] = canvas.recorded(lambda: self._drawn(canvas, page, pages))
        canvas.put(self._sheets[page, pages])

    def _drawn(self, canvas: TaggedCanvas, page: int, pages: int) -> None:
        edges, first = self._edges, page == 1
        if first:
            edges.band(canvas)
        else:
            edges.rule(canvas, edges.header_at(False) - 5.5)
        strong, plain = edges.header_colours(first)
        title = [(f"{self._title} · ", "", plain), (self._state, "strong", strong)]
        edges.write_right(canvas, title, edges.header_at(first))
        edges.rule(canvas, edges.footer_at + 12)
        number = f"{self._state} · {self._page.format(page=page, pages=pages)}"
        edges.write_right(canvas, [(number, "", edges.colour("grey"))], edges.footer_at)


class Edges:
    """Where header and footer stand on a paper, and how they are written."""

    def __init__(self, language: str, theme: Theme, paper: Paper) -> None:
        self._language = language
        self._theme = theme
        self._paper = paper
        self._typesetter = typesetter_of(theme.fonts)
        self._mirrored = right_to_left(language)

    def colour(self, name: str) -> Colour:
        """A colour of the theme."""
        return self._theme.colours[name]

    def header_colours(self, first: bool) -> tuple[Colour, Colour]:
        """For strong and for plain words, on page one and on the others."""
        white = self.colour("white")
        return (white, white) if first else (self.colour("blue"), self.colour("grey"))

    def header_at(self, first: bool) -> float:
        """The baseline of the header: on page one it stands in the band."""
        if first:
            return self._paper.height - self._theme.spaces["band"] / 2 - 3
        return self._paper.height - self._paper.top * 0.52

    @property
    def footer_at(self) -> float:
        """The baseline of the footer."""
        return self._paper.bottom * 0.5

    def left(self, beside_logo: bool) -> float:
        """Where words begin at the left."""
        logo = self._theme.logo
        return self._paper.left + (logo.width + GAP if logo and beside_logo else 0.0)

    def enter_logo(self, canvas: TaggedCanvas) -> None:
        """Let the page have the publisher's mark, if there is one."""
        if logo := self._theme.logo:
            item = picture(canvas._doc, logo.columns, logo.rows, logo.data, logo.alpha)
            canvas.pictures[LOGO] = item

    def band(self, canvas: TaggedCanvas) -> None:
        """The ground at the head of page one, with the publisher's mark at the left."""
        height = self._theme.spaces["band"]
        bottom = self._paper.height - height
        canvas.box(0, bottom, self._paper.width, height, self.colour("blue"))
        if logo := self._theme.logo:
            x = self._paper.left
            if self._mirrored:
                x = self._paper.width - x - logo.width
            box = (x, bottom + (height - logo.height) / 2, logo.width, logo.height)
            canvas.picture(LOGO, box)

    def rule(self, canvas: TaggedCanvas, y: float) -> None:
        """A rule over the width of the text."""
        canvas.box(self._paper.left, y, self._paper.text_width, 0.5, self.colour("rule"))

    def write_right(self, canvas: TaggedCanvas, pieces: list[Piece], y: float) -> None:
        """Words that end at the right edge of the text."""
        # Trailing spaces count: two pieces stand side by side.
        width = sum(self._line(piece).width for piece in pieces)
        self.write(canvas, pieces, self._paper.width - self._paper.right - width, y)

    def write(self, canvas: TaggedCanvas, pieces: list[Piece], x: float, y: float) -> None:
        """Words that begin at ``x``; on a page from the right, at its mirror image."""
        if self._mirrored:
            x = self._paper.width - x - sum(self._line(piece).width for piece in pieces)
            pieces = pieces[::-1]
        with canvas.artifact("Pagination"):
            for piece in pieces:
                line = self._line(piece)
                for part in line.parts:
                    canvas.show(None, part, x + part.x, y)
                x += line.width

    def _line(self, piece: Piece) -> Line:
        text, kind, colour = piece
        style = self._theme.styles["furniture"]
        font = style.strong if kind else style.font
        return self._typesetter.line(text, style_of(font, style.size, colour), self._language)
