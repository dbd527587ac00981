"""Drawings to form XObjects, in the document's own fonts."""

from __future__ import annotations

import math
from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.document import Artwork, Drawing, ImageItem, PathItem, TextItem, Theme
from briefing.document.drawing import Segment
from briefing.pdf.fonts import FontBook
from briefing.pdf.glyphs import Shown, glyphs_of
from briefing.pdf.objects import Raw, number, numbers, reference, stream
from briefing.pdf.pictures import picture
from briefing.recurring import recurring
from briefing.typeset import Part, SpanStyle, Typesetter, typesetter_of

ARTWORK_KEPT = 24
"""Drawings whose operators are remembered."""


class FormWriter:
    """Writes a document's drawings. Each form names its own resources: ReportLab's drop alpha."""

    def __init__(
        self, document: PDFDocument, fonts: FontBook, typesetter: Typesetter, language: str
    ) -> None:
        self._document = document
        self._fonts = fonts
        self._typesetter = typesetter
        self._language = language
        self._unfinished: list[tuple[Raw, bytes]] = []

    def write(self, drawing: Drawing | Artwork) -> Raw:
        """The form XObject of a drawing; its fonts are named by ``finish``."""
        artwork = drawing
        if isinstance(artwork, Drawing):
            artwork = _artwork(artwork, self._typesetter, self._language)
        self._fonts.note(
            {role: Shown(frozenset(ids), frozenset(own)) for role, ids, own in artwork.glyphs}
        )
        resources = Raw()
        entries = b"/Type/XObject/Subtype/Form/BBox[0 0 %s]/Resources %s" % (
            numbers(drawing.width, drawing.height),
            reference(self._document, resources),
        )
        form = stream(entries, artwork.content)
        self._unfinished.append((resources, artwork.states + self._images(artwork)))
        return form

    def finish(self, fonts: bytes) -> None:
        """Complete the forms' resources with the font dictionary's entries."""
        for resources, others in self._unfinished:
            resources.content = b"<</Font<<" + fonts + b">>" + others + b">>"

    def _images(self, artwork: Artwork) -> bytes:
        entries = []
        for index, item in enumerate(artwork.images):
            image = picture(self._document, item.columns, item.rows, item.data, item.alpha)
            entries.append(b"/I%d %s" % (index, reference(self._document, image)))
        return b"/XObject<<" + b"".join(entries) + b">>" if entries else b""


def artwork_of(drawing: Drawing, theme: Theme, language: str) -> Artwork:
    """The artwork of a drawing: what ``render`` takes as well, and need not make then."""
    return _artwork(drawing, typesetter_of(theme.fonts), language)


@recurring(ARTWORK_KEPT)
def _artwork(drawing: Drawing, typesetter: Typesetter, language: str) -> Artwork:
    return _Writer(typesetter, language).artwork(drawing)


class _Writer:
    """Writes the operators of one drawing."""

    def __init__(self, typesetter: Typesetter, language: str) -> None:
        self._fonts = FontBook(typesetter.faces)
        self._typesetter = typesetter
        self._language = language
        self._alphas: dict[bytes, bytes] = {}
        self._images: list[ImageItem] = []
        self._parts: list[Part] = []

    def artwork(self, drawing: Drawing) -> Artwork:
        content: list[bytes] = []
        for item in drawing.items:
            if isinstance(item, PathItem):
                content += self._path(item)
            elif isinstance(item, TextItem):
                content += self._text(item)
            else:
                content += self._image(item)
        states = b"".join(b"/%s%s" % (key, value) for value, key in self._alphas.items())
        shown = glyphs_of(self._parts).items()
        return Artwork(
            drawing.width,
            drawing.height,
            b"\n".join(content),
            b"/ExtGState<<" + states + b">>" if states else b"",
            tuple(self._images),
            tuple((role, tuple(sorted(it.glyphs)), tuple(sorted(it.own))) for role, it in shown),
        )

    def _path(self, item: PathItem) -> list[bytes]:
        out = [b"q", *_clips(item)]
        if item.clip_outline:
            out.append(_segments(item.clip_outline) + b" W n")
        if item.fill_alpha < 1 or item.stroke_alpha < 1:
            out.append(b"/%s gs" % self._alpha(item.fill_alpha, item.stroke_alpha))
        if item.fill is not None:
            out.append(numbers(*item.fill) + b" rg")
        if item.stroke is not None:
            out.append(numbers(*item.stroke) + b" RG")
            out.append(b"%s w %d J %d j" % (number(item.width), item.cap, item.join))
            if item.dash:
                out.append(b"[%s] %s d" % (numbers(*item.dash), number(item.dash_offset)))
        paint = {(True, True): b"B", (True, False): b"f", (False, True): b"S"}
        key = (item.fill is not None, item.stroke is not None)
        out.append(_segments(item.segments) + b" " + paint.get(key, b"n"))
        out.append(b"Q")
        return out

    def _text(self, item: TextItem) -> list[bytes]:
        style = SpanStyle(item.font, item.size, item.colour)
        turn = math.radians(item.angle)
        across, up = math.cos(turn), math.sin(turn)
        out = []
        for part in self._typesetter.line(item.text, style, self._language).parts:
            self._parts.append(part)
            font = self._fonts.name_of(part.style.font)
            matrix = (across, up, -up, across, item.x + part.x * across, item.y + part.x * up)
            state = b"/%s %s Tf %s rg" % (font, number(item.size), numbers(*item.colour))
            out.append(b"BT %s %s Tm %s ET" % (state, numbers(*matrix), part.show))
        return out

    def _image(self, item: ImageItem) -> list[bytes]:
        key = b"I%d" % len(self._images)
        self._images.append(item)
        x, y, width, height = item.box
        matrix = numbers(width, *item.skew, height, x, y)
        return [b"q", *_clips(item), b"%s cm /%s Do Q" % (matrix, key)]

    def _alpha(self, fill: float, stroke: float) -> bytes:
        state = b"<</ca %s/CA %s>>" % (number(fill), number(stroke))
        return self._alphas.setdefault(state, b"G%d" % len(self._alphas))


def _clips(item: PathItem | ImageItem) -> list[bytes]:
    out = []
    if item.clip is not None:
        out.append(numbers(*item.clip) + b" re W n")
    if item.clip_path:
        out.append(_segments(item.clip_path) + b" W n")
    return out


def _segments(segments: Iterable[Segment]) -> bytes:
    return b" ".join(
        (numbers(*values) + b" " if values else b"") + operator.encode("ascii")
        for operator, values in segments
    )
