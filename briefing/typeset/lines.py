"""Lines of a paragraph, and the operators that show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.typeset.faces import Face
from briefing.typeset.shape import Glyph, Shaped
from briefing.typeset.spans import SpanStyle


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line in one style and direction. ``x`` and ``width`` are points from its left.

    ``show`` are the PDF operators that show it, apart from font, colour and place: the same bytes
    in every document, since glyphs are coded by their ids. ``characters`` gives the text of those
    glyphs that no single character maps to (ligatures). ``spoken``: its glyphs do not tell
    the text, being in another order or number; the text must stand beside them.
    """

    key: int
    style: SpanStyle
    text: str
    x: float
    width: float
    show: bytes
    glyphs: frozenset[int]
    characters: tuple[tuple[int, str], ...]
    spoken: bool = False
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A set line: its parts in the order in which they are read, ``x`` where they are seen.

    ``width`` is without the space at its end, which is there all the same: to the right of it, or
    to the left of 0 where the line runs from right to left.
    """

    parts: tuple[Part, ...]
    width: float

    @property
    def text(self) -> str:
        """The characters of the line, the space at its end included."""
        return "".join(part.text for part in self.parts)


def part_of(
    shaped: Shaped,
    face: Face,
    style: SpanStyle,
    key: int,
    x: float,
    spoken: bool = False,
    right_to_left: bool = False,
) -> Part:
    """A part from shaped text, at ``x``."""
    scale = style.size / face.units
    width = sum(glyph.advance for glyph in shaped.glyphs) * scale
    return Part(
        key=key,
        style=style,
        text=shaped.text,
        x=x,
        width=width,
        show=show_operators(shaped.glyphs, face, style),
        glyphs=frozenset(glyph.id for glyph in shaped.glyphs),
        characters=_own_characters(shaped, face, right_to_left),
        spoken=spoken,
        right_to_left=right_to_left,
    )


def show_operators(glyphs: Iterable[Glyph], face: Face, style: SpanStyle) -> bytes:
    """``TJ`` for the glyphs, two bytes each, in the order given.

    Kerning and offsets are TJ numbers (thousandths of the em, subtracted: ISO 32000-1, 9.4.3);
    word spacing would not act on two-byte codes. A raised mark takes ``Ts`` of its own.
    """
    out: list[bytes] = []
    array: list[bytes] = []
    codes: list[str] = []
    height = 0
    gap = 0.0

    def end_string() -> None:
        if codes:
            array.append(b"<" + "".join(codes).encode("ascii") + b">")
            codes.clear()

    def end_gap() -> None:
        nonlocal gap
        if round(gap):
            end_string()
            array.append(str(-round(gap)).encode("ascii"))
        gap = 0.0

    def end_array() -> None:
        end_gap()
        end_string()
        if array:
            out.append(b"[" + b"".join(array) + b"]TJ")
            array.clear()

    for glyph in glyphs:
        if glyph.dy != height:
            end_array()
            rise = style.rise + glyph.dy * style.size / face.units
            out.append(f"{rise:.4g} Ts".encode("ascii"))
            height = glyph.dy
        per_mille = 1000 / face.units
        gap += glyph.dx * per_mille
        end_gap()
        codes.append(f"{glyph.id:04x}")
        gap = (glyph.advance - face.advance(glyph.id) - glyph.dx) * per_mille
    end_array()
    if height:
        out.append(f"{style.rise:.4g} Ts".encode("ascii"))
    return b" ".join(out)


def _own_characters(shaped: Shaped, face: Face, right_to_left: bool) -> tuple[tuple[int, str], ...]:
    """The text of each glyph that no single character maps to: ligatures, moved accents.

    It is the text of the glyph's cluster, without what the cluster's other glyphs say; as it is
    seen, from left to right, since extractors turn ``right_to_left`` text round letter by letter.
    """
    if all(face.text_of(glyph.id) for glyph in shaped.glyphs):
        return ()
    clusters: dict[int, list[int]] = {}
    for glyph in shaped.glyphs:
        clusters.setdefault(glyph.cluster, []).append(glyph.id)
    starts = sorted(clusters)
    found = {}
    for start, end in zip(starts, [*starts[1:], len(shaped.text)], strict=True):
        rest = shaped.text[start:end]
        for known in filter(None, map(face.text_of, clusters[start])):
            rest = rest.replace(known, "", 1)
        for glyph_id in clusters[start]:
            if face.text_of(glyph_id) is None:
                own = rest or shaped.text[start:end]
                found[glyph_id] = own[::-1] if right_to_left else own
    return tuple(sorted(found.items()))
