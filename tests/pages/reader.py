"""Reads a finished PDF glyph by glyph, from the file alone, with pdfium.

Boxes are in points from the lower left corner of the page, and hold the ink of a glyph, not its
advance. Sizes are what reaches the paper: font size times matrix.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from tests.pdf.tree import Node, open_pdf, read_tree

Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page.

    ``kind``: ``content`` (marked, in the structure tree), ``artifact`` (header, footer, what is
    repeated), ``chart`` (inside a form XObject) or ``loose`` (under no mark at all). ``run``
    counts the text objects of the page; a glyph of ActualText has the box of a slice of its run.
    """

    text: str
    page: int
    box: Box
    size: float
    colour: Colour
    kind: str
    run: int

    @property
    def blank(self) -> bool:
        """Whether it leaves no ink."""
        return not self.text.strip()


@dataclass(frozen=True)
class Run:
    """The glyphs with ink of one text object, and the box around them."""

    glyphs: tuple[Glyph, ...]
    box: Box

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.text for glyph in self.glyphs)


@dataclass(frozen=True)
class Page:
    """A page, counted from 1: its size in points, glyphs in drawing order, and charts' boxes."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    charts: tuple[Box, ...]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The text objects that leave ink."""
        inked = [glyph for glyph in self.glyphs if not glyph.blank]
        found = []
        for _, group in groupby(inked, key=lambda glyph: glyph.run):
            glyphs = tuple(group)
            found.append(Run(glyphs, around(glyph.box for glyph in glyphs)))
        return tuple(found)


class Reading:
    """A PDF laid open: ``pages``, its ``pdf`` for pikepdf, and its structure ``tree``."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf: pikepdf.Pdf = open_pdf(data)
        document = pypdfium2.PdfDocument(data)
        self.pages = tuple(_page(document, index) for index in range(len(document)))
        document.close()

    @cached_property
    def tree(self) -> Node:
        """The Document element."""
        return read_tree(self.pdf)

    @cached_property
    def content(self) -> Letters:
        """What the pages say, in drawing order: neither furniture nor the words in charts."""
        return Letters(
            glyph for page in self.pages for glyph in page.glyphs if glyph.kind == "content"
        )

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The files inside, by name."""
        return {str(spec.UF): spec.EF.F.read_bytes() for spec in self.pdf.Root.get("/AF", [])}


class Letters:
    """Glyphs with ink as one string, so that words are found whatever breaks their lines."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        every = list(glyphs)
        self.glyphs = [glyph for glyph in every if not glyph.blank]
        self.text = "".join(glyph.text for glyph in self.glyphs)
        assert len(self.text) == len(self.glyphs), "a glyph of several characters"
        runs = groupby(every, key=lambda glyph: (glyph.page, glyph.run))
        self.lines = "\n".join("".join(glyph.text for glyph in run) for _, run in runs)
        """The same with blanks, each text object on a line of its own."""

    def find(self, words: str, start: int = 0) -> int:
        """Where ``words`` begin, white space left out; -1 where they are not."""
        return self.text.find(squashed(words), start)


def squashed(words: str) -> str:
    """Words without white space of any kind."""
    return "".join(words.split())


def around(boxes: Iterable[Box]) -> Box:
    """The box around boxes."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _page(document: pypdfium2.PdfDocument, index: int) -> Page:
    page = document[index]
    text = page.get_textpage()
    charts: list[Box] = []
    in_charts: set[int] = set()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_FORM], max_depth=1):
        charts.append(item.get_bounds())
        in_charts |= set(_text_objects(item.raw))
    glyphs = []
    runs: dict[int, int] = {}
    for position in range(text.count_chars()):
        glyph = _glyph(text, position, index + 1, in_charts, runs)
        if glyph is not None:
            glyphs.append(glyph)
    width, height = page.get_size()
    text.close()
    page.close()
    return Page(index + 1, width, height, tuple(glyphs), tuple(charts))


def _text_objects(form: Any) -> Iterator[int]:
    """The addresses of the text objects in a form, and in the forms inside it."""
    for index in range(pdfium.FPDFFormObj_CountObjects(form)):
        item = pdfium.FPDFFormObj_GetObject(form, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            yield ctypes.addressof(item.contents)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _text_objects(item)


def _glyph(
    text: Any, position: int, page: int, in_charts: set[int], runs: dict[int, int]
) -> Glyph | None:
    """The glyph at a position; None for what pdfium puts between words of its own accord."""
    if pdfium.FPDFText_IsGenerated(text, position):
        return None
    item = pdfium.FPDFText_GetTextObject(text, position)
    address = ctypes.addressof(item.contents)
    letter = chr(pdfium.FPDFText_GetUnicode(text, position))
    if pdfium.FPDFText_IsHyphen(text, position):
        letter = "-"  # at the end of a line pdfium gives it as a control character
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, position, left, right, bottom, top)
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, position, matrix)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFText_GetFillColor(text, position, red, green, blue, alpha)
    height = (matrix.c**2 + matrix.d**2) ** 0.5
    return Glyph(
        text=letter,
        page=page,
        box=(left.value, bottom.value, right.value, top.value),
        size=pdfium.FPDFText_GetFontSize(text, position) * height,
        colour=(red.value, green.value, blue.value),
        kind="chart" if address in in_charts else _kind(item),
        run=runs.setdefault(address, len(runs)),
    )


def _kind(item: Any) -> str:
    if pdfium.FPDFPageObj_GetMarkedContentID(item) >= 0:
        return "content"
    for index in range(pdfium.FPDFPageObj_CountMarks(item)):
        mark = pdfium.FPDFPageObj_GetMark(item, index)
        name = (ctypes.c_ushort * 64)()
        length = ctypes.c_ulong()
        pdfium.FPDFPageObjMark_GetName(mark, name, 128, length)
        if bytes(name)[: length.value - 2].decode("utf-16-le") == "Artifact":
            return "artifact"
    return "loose"
