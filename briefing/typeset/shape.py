"""Text to glyphs, by HarfBuzz."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from typing import NamedTuple

import uharfbuzz as hb

from briefing.diagnostics import Problem, RenderError
from briefing.typeset.faces import Face
from briefing.values import value

_UNSAFE_TO_BREAK = int(hb.GlyphFlags.UNSAFE_TO_BREAK)
_UNSAFE_TO_JOIN = int(hb.GlyphFlags.UNSAFE_TO_CONCAT)
_JOINTS = hb.BufferFlags.PRODUCE_UNSAFE_TO_CONCAT


class Glyph(NamedTuple):
    """A placed glyph. ``cluster`` is the index of its first character in the shaped text.

    ``safe``: the text may be cut before this glyph without shaping it anew.
    """

    id: int
    cluster: int
    advance: int
    dx: int
    dy: int
    safe: bool


@value
class Shaped:
    """The glyphs of one run in one face, in visual order; lengths in font units.

    A column for each property and not a ``Glyph`` for each glyph, since a briefing has ten
    thousand of them. ``offsets`` (dx, dy) is empty where all stand on their place. Clusters count
    from ``first``: a part cut out of a run keeps the columns of the run. ``infos`` are HarfBuzz's
    own glyphs: their flags are slow to read, and asked at line ends only.
    """

    text: str
    ids: tuple[int, ...]
    clusters: tuple[int, ...]
    advances: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    infos: tuple[hb.GlyphInfo, ...]
    first: int = 0

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """The glyphs one by one."""
        offsets = self.offsets or ((0, 0),) * len(self.ids)
        columns = zip(self.ids, self.clusters, self.advances, offsets, strict=True)
        return tuple(
            Glyph(glyph, cluster - self.first, advance, dx, dy, self.safe(index))
            for index, (glyph, cluster, advance, (dx, dy)) in enumerate(columns)
        )

    def safe(self, index: int) -> bool:
        """Whether the text may be cut before glyph ``index`` without shaping it anew."""
        return int(self.infos[index].flags) & _UNSAFE_TO_BREAK == 0

    def joins(self, index: int) -> bool:
        """Whether no rule of the font has looked at glyph ``index`` that might look further.

        Only of text that was shaped with ``joints``.
        """
        return int(self.infos[index].flags) & _UNSAFE_TO_JOIN == 0

    def between(self, start: int, end: int) -> tuple[int, int]:
        """The glyphs of the characters from ``start`` to ``end``: from one index to another.

        The two are equal where there are none, or where glyphs run against their text.
        """
        if not self.clusters or self.clusters[0] > self.clusters[-1]:
            return 0, 0
        return bisect_left(self.clusters, start), bisect_left(self.clusters, end)

    def cut(self, low: int, high: int, text: str, first: int) -> Shaped:
        """Glyphs ``low`` to ``high``, which show ``text``; it begins at character ``first``."""
        return Shaped(
            text,
            self.ids[low:high],
            self.clusters[low:high],
            self.advances[low:high],
            self.offsets[low:high],
            self.infos[low:high],
            first,
        )


def shape(
    text: str,
    face: Face,
    language: str,
    script: str = "",
    right_to_left: bool = False,
    joints: bool = False,
) -> Shaped:
    """Shape ``text``, which lies in one script (an ISO 15924 code) and one direction.

    Without ``script`` both are those of the text itself. ``joints`` has HarfBuzz note what
    ``Shaped.joins`` tells, which takes longer. Raises RenderError where the face has no
    glyph for a character: it must never come out as an empty box.
    """
    if not text:  # HarfBuzz has no positions for nothing
        return Shaped("", (), (), (), (), ())
    buffer = hb.Buffer()
    buffer.add_str(text)
    if script:
        buffer.script = script
        buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.guess_segment_properties()  # what has not been said
    buffer.language = language
    if joints:
        buffer.flags = _JOINTS
    hb.shape(face.font, buffer, {"kern": True, "liga": True})
    infos = tuple(buffer.glyph_infos)
    ids = tuple([info.codepoint for info in infos])
    if 0 in ids:
        raise RenderError(missing_glyph(text[infos[ids.index(0)].cluster], face))
    places = buffer.glyph_positions
    advances = tuple([place.x_advance for place in places])
    dxs = tuple([place.x_offset for place in places])
    dys = tuple([place.y_offset for place in places])
    if 0 in advances:
        # HarfBuzz shows joiners and soft hyphens as a space of no width: it reads " "
        kept = [n for n, advance in enumerate(advances) if advance or ids[n] != face.space]
        columns = (infos, ids, dxs, dys, advances)
        infos, ids, dxs, dys, advances = (tuple([each[n] for n in kept]) for each in columns)
    return Shaped(
        text,
        ids,
        tuple([info.cluster for info in infos]),
        advances,
        tuple(zip(dxs, dys, strict=True)) if any(dxs) or any(dys) else (),
        infos,
    )


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
