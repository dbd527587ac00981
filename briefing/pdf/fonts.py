"""Embedded fonts: which glyphs a document shows, and the CID fonts that hold them.

Text is coded by glyph id (Identity-H), so a drawn line is the same bytes in every document and
only the subset differs (ISO 32000-1, 9.7).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.pdf.objects import Raw, name, number, numbers, reference, stream
from briefing.typeset import Face, Faces, Part

_MOST_BFCHARS = 100  # of one beginbfchar: Adobe Technical Note 5014, 1.4.1


class FontBook:
    """The glyphs that one document shows, by font."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._names: dict[str, bytes] = {}
        self._role_of: dict[bytes, str] = {}
        self._glyphs: dict[bytes, set[int]] = {}
        self._characters: dict[bytes, dict[int, str]] = {}
        known: dict[tuple[object, ...], bytes] = {}
        for index, role in enumerate(faces.roles):
            key = known.setdefault(faces.key(role), b"F%d" % index)
            self._names[role] = key
            self._role_of.setdefault(key, role)

    def use(self, role: str, part: Part) -> bytes:
        """Note the glyphs of ``part``; the resource name of its font."""
        key = self._names[role]
        self._glyphs.setdefault(key, set()).update(part.glyphs)
        if part.characters:
            self._characters.setdefault(key, {}).update(part.characters)
        return key

    def enter(self, document: PDFDocument) -> bytes:
        """Enter the fonts that were used; the entries of a font resource dictionary."""
        out = []
        for key in sorted(self._glyphs):
            face = self._faces[self._role_of[key]]
            glyphs = sorted(self._glyphs[key])
            item = _type0(document, face, glyphs, self._characters.get(key, {}))
            out.append(b"/%s %s" % (key, reference(document, item)))
        return b"".join(out)


def _type0(document: PDFDocument, face: Face, glyphs: list[int], own: dict[int, str]) -> Raw:
    base = name(f"{subset_tag(face, glyphs)}+{face.name}")
    unicode = stream(b"", to_unicode((glyph, _text(face, own, glyph)) for glyph in glyphs))
    descendant = _cid_font(document, face, glyphs, base)
    return Raw(
        b"<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H"
        b"/DescendantFonts[%s]/ToUnicode %s>>"
        % (base, reference(document, descendant), reference(document, unicode))
    )


def _text(face: Face, own: dict[int, str], glyph: int) -> str:
    return face.text_of(glyph) or own[glyph]


def _cid_font(document: PDFDocument, face: Face, glyphs: list[int], base: bytes) -> Raw:
    scale = 1000 / face.units
    box = numbers(*(value * scale for value in face.bounds(glyphs)))
    data = face.subset(glyphs)
    file = stream(b"/Length1 %d" % len(data), data)
    descriptor = Raw(
        b"<</Type/FontDescriptor/FontName%s/Flags 4/FontBBox[%s]/ItalicAngle %d/Ascent %s"
        b"/Descent %s/CapHeight %s/StemV 80/FontFile2 %s>>"
        % (
            base,
            box,
            -12 if "Italic" in face.name else 0,
            number(face.ascender * scale),
            number(face.descender * scale),
            number(face.cap_height * scale),
            reference(document, file),
        )
    )
    return Raw(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont%s"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/CIDToGIDMap/Identity/DW 0/W[%s]/FontDescriptor %s>>"
        % (base, widths(face, glyphs), reference(document, descriptor))
    )


def subset_tag(face: Face, glyphs: list[int]) -> str:
    """Six capital letters that depend on the font and the glyphs alone (9.6.4)."""
    digest = hashlib.sha256(f"{face.digest} {glyphs}".encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def widths(face: Face, glyphs: Iterable[int]) -> bytes:
    """The ``W`` array: unrounded ``hmtx`` advances per mille (9.7.4.3)."""
    scale = 1000 / face.units
    out: list[bytes] = []
    run: list[bytes] = []
    first = previous = -2
    for glyph in glyphs:
        if glyph != previous + 1:
            if run:
                out.append(b"%d[%s]" % (first, b" ".join(run)))
            first, run = glyph, []
        run.append(number(face.advance(glyph) * scale))
        previous = glyph
    if run:
        out.append(b"%d[%s]" % (first, b" ".join(run)))
    return b"".join(out)


def to_unicode(pairs: Iterable[tuple[int, str]]) -> bytes:
    """The ToUnicode CMap (9.10.3): what each glyph says when text is copied or read aloud."""
    lines = [
        f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>".encode("ascii") for glyph, text in pairs
    ]
    blocks = [lines[i : i + _MOST_BFCHARS] for i in range(0, len(lines), _MOST_BFCHARS)]
    body = b"\n".join(
        b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks
    )
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        b"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        + body
        + b"\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
