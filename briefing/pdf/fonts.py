"""Embedded fonts: which glyphs a document shows, and the CID fonts that hold them.

Text is coded by glyph id (Identity-H), so a drawn line is the same bytes in every document and
only the subset differs (ISO 32000-1, 9.7).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from operator import itemgetter

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.pdf.glyphs import Glyphs, Shown
from briefing.pdf.objects import Raw, name, number, numbers, reference, stream
from briefing.recurring import recurring
from briefing.typeset import Face, Faces
from briefing.values import value

_MOST_BFCHARS = 100  # of one beginbfchar: Adobe Technical Note 5014, 1.4.1

PROGRAMS_KEPT = 32
"""Subsets that are remembered: a pack shows few different sets of glyphs."""


class FontBook:
    """The glyphs that one document shows, by font."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._names: dict[str, bytes] = {}
        self._role_of: dict[bytes, str] = {}
        self._shown: dict[bytes, Shown] = {}
        known: dict[tuple[object, ...], bytes] = {}
        for index, role in enumerate(faces.roles):
            key = known.setdefault(faces.key(role), b"F%d" % index)
            self._names[role] = key
            self._role_of.setdefault(key, role)

    def name_of(self, role: str) -> bytes:
        """The resource name of a role's font."""
        return self._names[role]

    def note(self, glyphs: Glyphs) -> None:
        """Note what is shown; two roles may share a font."""
        for role, shown in glyphs.items():
            key = self._names[role]
            before = self._shown.get(key)
            self._shown[key] = before | shown if before else shown

    def enter(self, document: PDFDocument) -> bytes:
        """Enter the fonts that were used; the entries of a font resource dictionary."""
        out = []
        for key, shown in sorted(self._shown.items(), key=itemgetter(0)):
            face = self._faces[self._role_of[key]]
            glyphs = shown.glyphs | face.companions(shown.glyphs)
            program = program_of(face, tuple(sorted(glyphs)), tuple(sorted(shown.own)))
            out.append(b"/%s %s" % (key, reference(document, _type0(document, program))))
        return b"".join(out)


@value
class Program:
    """A subset of a font as it goes into any document: ready but for its references."""

    base: bytes
    unicode: bytes
    file: bytes
    descriptor: bytes
    widths: bytes


@recurring(PROGRAMS_KEPT)
def program_of(face: Face, glyphs: tuple[int, ...], own: tuple[tuple[int, str], ...]) -> Program:
    """The subset of ``face`` that shows ``glyphs``; ``own`` is the text of ligatures.

    Documents of one publication mostly show the same glyphs, and subsetting is slow.
    """
    scale = 1000 / face.units
    file = face.subset(glyphs)
    base = name(f"{subset_tag(file)}+{face.name}")
    texts = dict(own)
    descriptor = (
        b"<</Type/FontDescriptor/FontName%s/Flags 4/FontBBox[%s]/ItalicAngle %d/Ascent %s"
        b"/Descent %s/CapHeight %s/StemV 80/FontFile2 "
        % (
            base,
            numbers(*(value * scale for value in face.bounds(glyphs))),
            -12 if "Italic" in face.name else 0,
            number(face.ascender * scale),
            number(face.descender * scale),
            number(face.cap_height * scale),
        )
    )
    unicode = to_unicode((glyph, face.text_of(glyph) or texts[glyph]) for glyph in glyphs)
    return Program(base, unicode, file, descriptor, widths(face, glyphs))


def _type0(document: PDFDocument, program: Program) -> Raw:
    unicode = stream(b"", program.unicode)
    descendant = _cid_font(document, program)
    return Raw(
        b"<</Type/Font/Subtype/Type0/BaseFont%s/Encoding/Identity-H"
        b"/DescendantFonts[%s]/ToUnicode %s>>"
        % (program.base, reference(document, descendant), reference(document, unicode))
    )


def _cid_font(document: PDFDocument, program: Program) -> Raw:
    file = stream(b"/Length1 %d" % len(program.file), program.file)
    descriptor = Raw(program.descriptor + reference(document, file) + b">>")
    return Raw(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont%s"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/CIDToGIDMap/Identity/DW 0/W[%s]/FontDescriptor %s>>"
        % (program.base, program.widths, reference(document, descriptor))
    )


def subset_tag(file: bytes) -> str:
    """Six capital letters that depend on the bytes of a subset alone (9.6.4)."""
    digest = hashlib.sha256(file).digest()
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
