"""Text to glyphs, by HarfBuzz."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import uharfbuzz as hb

from briefing.diagnostics import Problem, RenderError
from briefing.typeset.faces import Face

_UNSAFE = int(hb.GlyphFlags.UNSAFE_TO_BREAK)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A placed glyph. ``cluster`` is the index of its first character in the shaped text.

    ``safe``: the text may be cut before this glyph without shaping it anew.
    """

    id: int
    cluster: int
    advance: int
    dx: int
    dy: int
    safe: bool


@dataclass(frozen=True, slots=True)
class Shaped:
    """The glyphs of one run in one face, in visual order; lengths in font units."""

    text: str
    glyphs: tuple[Glyph, ...]


def shape(
    text: str, face: Face, language: str, script: str = "", right_to_left: bool = False
) -> Shaped:
    """Shape ``text``, which lies in one script (an ISO 15924 code) and one direction.

    Without ``script`` both are those of the text itself. Raises RenderError where the face has no
    glyph for a character: it must never come out as an empty box.
    """
    if not text:  # HarfBuzz has no positions for nothing
        return Shaped("", ())
    buffer = hb.Buffer()
    buffer.add_str(text)
    if script:
        buffer.script = script
        buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.guess_segment_properties()  # what has not been said
    buffer.language = language
    hb.shape(face.font, buffer, {"kern": True, "liga": True})
    glyphs = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if info.codepoint == 0:
            raise RenderError(missing_glyph(text[info.cluster], face))
        if position.x_advance == 0 and info.codepoint == face.space:
            continue  # HarfBuzz shows joiners and soft hyphens as a space of no width: it reads " "
        safe = int(info.flags) & _UNSAFE == 0
        x, y = position.x_offset, position.y_offset
        glyphs.append(Glyph(info.codepoint, info.cluster, position.x_advance, x, y, safe))
    return Shaped(text, tuple(glyphs))


def missing_glyph(character: str, face: Face) -> Problem:
    """What to tell the author of a character that no font of the theme has."""
    name = unicodedata.name(character, "a character without a name")
    return Problem(
        f'no glyph for "{character}" (U+{ord(character):04X}, {name.lower()})'
        f" in the font {face.family}",
        hint="write it otherwise, or give the theme a font that has it: see [fallback] there",
        code="missing-glyph",
        about=character,
    )
