"""Font faces: an OpenType file with its axes pinned, its metrics and its subsets."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path

import uharfbuzz as hb

from briefing.document import FontFile

# Layout and naming tables: a PDF reader needs none of them, since text is coded by glyph id.
_DROPPED = "BASE GDEF GPOS GSUB STAT cmap name post OS/2 gasp HVAR MVAR avar fvar gvar DSIG".split()


GROUPS = (
    "abcdefghijklmnopqrstuvwxyz",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "0123456789",
    " .,:;-–’“”()%/",
)
"""Characters of which a text that has one has most, sooner or later."""


class _Opened:
    """A font file, which several faces may be instances of: its bytes and its characters."""

    def __init__(self, path: str) -> None:
        self.face = hb.Face(Path(path).read_bytes())

    @cached_property
    def characters(self) -> frozenset[str]:
        return frozenset(map(chr, self.face.unicodes))

    @cached_property
    def code_of_glyph(self) -> Mapping[int, int]:
        nominal = hb.Font(self.face).get_nominal_glyph
        falling = sorted(self.face.unicodes, reverse=True)  # what comes later stays
        glyphs = list(map(nominal, falling))
        found = dict(zip(glyphs, falling, strict=True))
        modifiers = {code for code in falling if unicodedata.category(chr(code)) == "Lm"}
        if not modifiers.isdisjoint(found.values()):  # only where nothing else is
            pairs = zip(glyphs, falling, strict=True)
            found |= {glyph: code for glyph, code in pairs if code not in modifiers}
        return {glyph: code for glyph, code in found.items() if glyph}

    @cached_property
    def readable(self) -> frozenset[int]:
        return frozenset(self.code_of_glyph)


@lru_cache(maxsize=32)
def _opened(path: str) -> _Opened:
    return _Opened(path)


class Face:
    """A font as this program uses it. Lengths are in font units, ``units`` to the em.

    A variable font is shaped at its pinned axes and pinned for good only in the subset: HarfBuzz
    gives both the same advances (held by a test), and pinning a whole font takes 10 ms.
    """

    def __init__(self, file: FontFile) -> None:
        self._file = _opened(file.path)
        self._face = self._file.face
        self.font = hb.Font(self._face)
        self.font.set_variations(dict(file.axes))
        self.axes = file.axes
        self.units: int = self._face.upem
        extents = self.font.get_font_extents("ltr")
        self.ascender: int = extents.ascender
        self.descender: int = extents.descender
        self.space: int | None = self.font.get_nominal_glyph(ord(" "))
        self._advances: dict[int, int] = {}

    @property
    def name(self) -> str:
        """The PostScript name with the pinned axes: unique to the instance, as PDF wants it."""
        name = self._face.get_name(6) or "Font"  # name id 6: PostScript name
        return name + "".join(f"_{value:g}{tag}" for tag, value in self.axes)

    @property
    def family(self) -> str:
        """The family's name, for messages."""
        return (self._face.get_name(16) or self._face.get_name(1) or "unnamed").strip()

    @property
    def cap_height(self) -> int:
        """The height of a capital H."""
        extents = self.font.get_glyph_extents(self.font.get_nominal_glyph(ord("H")) or 0)
        return int(extents.y_bearing) if extents else round(0.7 * self.units)

    @property
    def characters(self) -> frozenset[str]:
        """The characters that the font has a glyph for."""
        return self._file.characters

    @cached_property
    def has_ascii(self) -> bool:
        """Whether the font has a glyph for all that is printable in ASCII."""
        return self.characters.issuperset(map(chr, range(0x20, 0x7F)))

    def text_of(self, glyph: int) -> str | None:
        """The characters of a glyph, None where no single character maps to it.

        Where characters share a glyph it is the lowest code point, modifier letters last: the
        answer does not depend on what was set before, and an apostrophe reads as one. A ligature
        that is a character of its own reads as its letters.
        """
        code = self._file.code_of_glyph.get(glyph)
        return None if code is None else _readable(chr(code))

    @property
    def readable(self) -> frozenset[int]:
        """The glyphs that some single character maps to."""
        return self._file.readable

    def advance(self, glyph: int) -> int:
        """The glyph's own advance (``hmtx``), without kerning."""
        advance = self._advances.get(glyph)
        if advance is None:
            advance = self._advances[glyph] = self.font.get_glyph_h_advance(glyph)
        return advance

    def advances(self, glyphs: Iterable[int]) -> list[int]:
        """The own advance of each glyph."""
        try:
            return list(map(self._advances.__getitem__, glyphs))
        except KeyError:
            return list(map(self.advance, glyphs))

    def companions(self, glyphs: frozenset[int]) -> frozenset[int]:
        """The glyphs of every group of characters of which ``glyphs`` has one.

        With whole groups in it one subset serves many documents: making one takes as long as
        setting a page.
        """
        groups = (group for group in self._groups if not group.isdisjoint(glyphs))
        return frozenset().union(*groups)

    @cached_property
    def _groups(self) -> tuple[frozenset[int], ...]:
        nominal = self.font.get_nominal_glyph
        return tuple(
            frozenset(glyph for glyph in (nominal(ord(each)) for each in group) if glyph)
            for group in GROUPS
        )

    def bounds(self, glyphs: Iterable[int]) -> tuple[int, int, int, int]:
        """The box around all the glyphs: left, bottom, right, top."""
        boxes = [box for box in map(self.font.get_glyph_extents, glyphs) if box and box.width]
        if not boxes:
            return (0, self.descender, self.units, self.ascender)
        return (
            min(box.x_bearing for box in boxes),
            min(box.y_bearing + box.height for box in boxes),
            max(box.x_bearing + box.width for box in boxes),
            max(box.y_bearing for box in boxes),
        )

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """A TrueType file that draws ``glyphs``, under the same glyph ids, axes pinned."""
        wanted = hb.SubsetInput()
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
        for tag, value in self.axes:
            wanted.pin_axis_location(self._face, tag, value)
        for glyph in glyphs:
            wanted.glyph_set.add(glyph)
        for tag in _DROPPED:
            wanted.drop_table_tag_set.add(int.from_bytes(tag.encode("ascii"), "big"))
        return bytes(hb.subset(self._face, wanted).blob.data)


def _readable(character: str) -> str:
    """The letters that a presentation form stands for.

    An Arabic ligature keeps its form: text that runs from right to left is turned round when it is
    extracted, and so would be two letters of one glyph.
    """
    if not ("\ufb00" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufeff"):
        return character
    letters = unicodedata.normalize("NFKC", character)
    return character if len(letters) > 1 and character > "\ufb4f" else letters


@lru_cache(maxsize=64)
def face_of(file: FontFile) -> Face:
    """The face of a font file; loaded once in a process."""
    return Face(file)


class Faces:
    """The faces of a theme, by role. A face that stands in for ``sans`` has the role ``sans/1``.

    No file is opened before its face is asked for.
    """

    def __init__(self, fonts: Mapping[str, FontFile]) -> None:
        self._files = dict(fonts)
        self._faces: dict[str, Face] = {}
        self._chains: dict[str, tuple[str, ...]] = {}
        for role, file in fonts.items():
            others = {f"{role}/{n}": other for n, other in enumerate(file.fallback, 1)}
            self._files |= others
            self._chains |= {role: (role, *others), **{other: (other,) for other in others}}
        self.roles: tuple[str, ...] = tuple(self._files)

    def __getitem__(self, role: str) -> Face:
        face = self._faces.get(role)
        if face is None:
            # Two roles may name one instance: it is one face, with one role's name on it.
            file = self._files[role]
            face = self._faces[role] = face_of(FontFile("", file.path, file.axes))
        return face

    def key(self, role: str) -> tuple[object, ...]:
        """What two roles share that name one instance: it is one face in a file."""
        file = self._files[role]
        return (file.path, file.axes)

    def chain(self, role: str) -> tuple[str, ...]:
        """The role, then those whose faces stand in for it where it lacks a character."""
        return self._chains[role]

    def has_all(self, role: str, text: str) -> bool:
        """Whether the face has a glyph for each character that shows something."""
        face = self[role]
        if face.has_ascii and text.isascii() and text.isprintable():
            return True
        missing = set(text) - face.characters
        return not missing or all(map(_shows_nothing, missing))


@lru_cache(maxsize=256)
def _shows_nothing(character: str) -> bool:
    # Joiners, marks of direction, soft hyphens: HarfBuzz hides them, whatever the font has.
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"
