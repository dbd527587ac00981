"""PDF objects as ready-made bytes, in place of ReportLab's where those are slow or not PDF/A.

What is replaced, and why (tests/pdf/test_objects.py fails when ReportLab no longer needs it):

- ``PDFStream`` writes no end of line before ``endstream``, which PDF/A asks for (ISO 19005-3,
  6.1.7.1). Everything here that is a stream is a ``Stream``.
- ``PDFDictionary`` formats each entry on each save; ``Raw`` is formatted when it is made.
- ``PDFFile`` and its cross-reference table hold each object in plain text: ``file.py`` packs them.
"""

from __future__ import annotations

from functools import lru_cache

from deflate import zlib_compress
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject

from briefing.recurring import recurring

LEVEL = 6
"""Of libdeflate, for what many documents share: 9 takes twice as long for a byte in a hundred."""
QUICK = 1
"""For what is one document's own: in half the time of 6, for a twelfth more bytes of it."""
STREAMS_KEPT = 48
"""Compressed streams that are remembered: those of some documents."""

NUMBERS_KEPT = 1 << 12


class Raw(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object whose bytes are known, or will be by the time the document is saved.

    ``own`` are the bytes that refer to it, once it is entered in its document; it has but one.
    """

    def __init__(self, content: bytes = b"") -> None:
        self.content = content
        self.own = b""

    def format(self, document: PDFDocument) -> bytes:
        """The bytes, as they are."""
        return self.content


class Stream(Raw):
    """A stream: it stands on its own in the file, and never inside an object stream."""


def stream(entries: bytes, data: bytes, level: int = LEVEL) -> Stream:
    """A stream object: its dictionary's further ``entries``, and its data; level 0: as it is.

    CR LF before ``endstream``: a lone LF after data that ends in CR would be read as part of one
    end of line, and the length be wrong (one deflated stream in 256).
    """
    if level:
        data = deflated(data, level)
        entries += b"/Filter/FlateDecode"
    length = b"/Length %d" % len(data)
    return Stream(b"<<" + entries + length + b">>\r\nstream\r\n" + data + b"\r\nendstream")


@recurring(STREAMS_KEPT)
def deflated(data: bytes, level: int) -> bytes:
    """``data`` compressed (RFC 1950). Fonts, charts and logo are the same in many documents.

    By libdeflate, which comes with its Python package: what zlib makes of the same data depends on
    the one that a system has, and takes twice as long.
    """
    return bytes(zlib_compress(data, level))


class Objects:
    """A document's numbers, and what of its objects is bytes under a number and no more.

    Structure elements and links are hundreds; entering each as an object of ReportLab's takes
    longer than writing it.
    """

    def __init__(self, document: PDFDocument) -> None:
        self.document = document
        self.contents: dict[int, bytes] = {}

    def reserve(self) -> int:
        """The next number; ``fill`` must follow."""
        number: int = self.document.objectcounter + 1
        self.document.objectcounter = number
        return number

    def fill(self, number: int, content: bytes) -> None:
        """Give the object of a reserved number its bytes."""
        self.contents[number] = content

    def take(self, contents: dict[int, bytes]) -> None:
        """Enter objects that are written already, under the numbers that are next."""
        self.contents.update(contents)
        self.document.objectcounter += len(contents)

    def enter(self, content: bytes) -> bytes:
        """Enter an object; the bytes that refer to it."""
        number = self.reserve()
        self.contents[number] = content
        return b"%d 0 R" % number


def reference(document: PDFDocument, item: Raw) -> bytes:
    """Enter ``item`` in the document, once; the bytes that refer to it."""
    if not item.own:
        document.Reference(item)
        number, _ = document.idToObjectNumberAndVersion[item.__InternalName__]
        item.own = b"%d 0 R" % number
    return item.own


def string(text: str) -> bytes:
    """A text string: ASCII as it is, else UTF-16BE with its mark (ISO 32000-1, 7.9.2.2)."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(" + escaped.encode("ascii") + b")"
    return b"<feff" + text.encode("utf-16-be").hex().encode("ascii") + b">"


@lru_cache(maxsize=256)
def name(text: str) -> bytes:
    """A name object (7.3.5)."""
    out = []
    for byte in text.encode("utf-8"):
        plain = 0x21 <= byte <= 0x7E and chr(byte) not in "#()<>[]{}/%"
        out.append(chr(byte) if plain else f"#{byte:02x}")
    return b"/" + "".join(out).encode("ascii")


@lru_cache(maxsize=NUMBERS_KEPT)
def number(value: float) -> bytes:
    """A real number with at most three decimals, and no more than it needs."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return (text if text not in ("-0", "") else "0").encode("ascii")


def numbers(*values: float) -> bytes:
    """Numbers with spaces between."""
    return b" ".join([number(value) for value in values])
