"""Lines of a paragraph, and the operators that show them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefing.typeset.faces import Face
from briefing.typeset.shape import Shaped
from briefing.typeset.spans import SpanStyle
from briefing.values import value


@value
class Part:
    """A stretch of a line in one style and direction. ``x`` and ``width`` are points from its left.

    ``show`` are the PDF operators that show it, apart from font, colour and place: the same bytes
    in every document, since glyphs are coded by their ids. ``glyphs`` are those, each once; no set,
    which takes four times the room, and lines are kept by the thousand. ``characters`` gives the
    text of those glyphs that no single character maps to (ligatures). ``spoken``: its glyphs do not
    tell the text, being in another order or number; the text must stand beside them.
    """

    key: int
    style: SpanStyle
    text: str
    x: float
    width: float
    show: bytes
    glyphs: tuple[int, ...]
    characters: tuple[tuple[int, str], ...]
    spoken: bool = False
    right_to_left: bool = False


@value
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
    return Part(
        key=key,
        style=style,
        text=shaped.text,
        x=x,
        width=sum(shaped.advances) * scale,
        show=show_operators(shaped, face, style),
        glyphs=tuple(set(shaped.ids)),
        characters=characters_of(shaped, face, right_to_left),
        spoken=spoken,
        right_to_left=right_to_left,
    )


def show_operators(shaped: Shaped, face: Face, style: SpanStyle) -> bytes:
    """``TJ`` for the glyphs, two bytes each, in the order given.

    Kerning and offsets are TJ numbers (thousandths of the em, subtracted: ISO 32000-1, 9.4.3);
    word spacing would not act on two-byte codes. A raised mark takes ``Ts`` of its own.
    """
    if shaped.offsets:
        return _placed(shaped, face.advances(shaped.ids), face, style)
    return _shown(array_of(shaped.ids, shaped.advances, face))


def array_of(ids: Iterable[int], advances: Iterable[int], face: Face) -> bytes:
    """The inside of the ``TJ`` array for glyphs that stand on their place."""
    return strings(codes_of(ids, advances, face))


def strings(codes: Iterable[str]) -> bytes:
    """The codes of glyphs as strings, none of them empty, with the numbers between them."""
    return "".join(["(", *codes, ")"]).replace("()", "").encode("latin-1")


def codes_of(ids: Iterable[int], advances: Iterable[int], face: Face) -> list[str]:
    """What each glyph adds to the inside of a string: its id, and its kerning between strings."""
    known = _codes(face)
    return [known[pair] for pair in zip(ids, advances, strict=True)]


@lru_cache(maxsize=1 << 14)
def code_of(glyph: int) -> str:
    """The two bytes of a glyph's id inside a literal string, as characters of Latin-1.

    Half as long as in hexadecimal digits. A bracket or backslash is written in octal digits, so
    that a bracket is always a string's own (ISO 32000-1, 7.3.4.2); so is CR, which would be read
    as LF.
    """
    return "".join(
        f"\\{byte:03o}" if byte in b"()\\\r" else chr(byte) for byte in glyph.to_bytes(2, "big")
    )


class _Codes(dict[tuple[int, int], str]):
    """Codes by glyph and advance: no more than a font has glyphs and steps of kerning."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, pair: tuple[int, int]) -> str:
        glyph, advance = pair
        move = round((self._face.advance(glyph) - advance) * (1000 / self._face.units))
        code = self[pair] = f"{code_of(glyph)}){move}(" if move else code_of(glyph)
        return code


_codes = lru_cache(maxsize=64)(_Codes)


def _shown(array: bytes) -> bytes:
    return b"[" + array + b"]TJ" if array else b""


def _array(ids: Sequence[int], moves: Iterable[tuple[int, int]]) -> bytes:
    """The array of glyphs on the line; a move is the index that it stands before, and per mille."""
    codes: list[str] = []
    start = 0
    for index, amount in moves:
        if amount:
            codes += [*map(code_of, ids[start:index]), f"){-amount}("]
            start = index
    return strings([*codes, *map(code_of, ids[start:])])


def _placed(shaped: Shaped, own: Sequence[int], face: Face, style: SpanStyle) -> bytes:
    """``TJ`` arrays for glyphs some of which stand beside or above their place."""
    out: list[bytes] = []
    ids: list[int] = []
    moves: list[tuple[int, int]] = []
    height = 0
    shift = 0
    per_mille = 1000 / face.units
    for glyph, width in zip(shaped.glyphs, own, strict=True):
        if glyph.dy != height:
            out.append(_shown(_array(ids, [*moves, (len(ids), round(shift * per_mille))])))
            ids, moves, shift = [], [], 0
            rise = style.rise + glyph.dy * style.size / face.units
            out.append(f"{rise:.4g} Ts".encode("ascii"))
            height = glyph.dy
        # One number between two glyphs: a second one would be read as more digits of the first.
        moves.append((len(ids), round((shift + glyph.dx) * per_mille)))
        ids.append(glyph.id)
        shift = glyph.advance - width - glyph.dx
    out.append(_shown(_array(ids, [*moves, (len(ids), round(shift * per_mille))])))
    if height:
        out.append(f"{style.rise:.4g} Ts".encode("ascii"))
    return b" ".join(filter(None, out))


def characters_of(
    shaped: Shaped, face: Face, right_to_left: bool = False
) -> tuple[tuple[int, str], ...]:
    """The text of each glyph that no single character maps to: ligatures, moved accents.

    It is the text of the glyph's cluster, without what the cluster's other glyphs say; as it is
    seen, from left to right, since extractors turn ``right_to_left`` text round letter by letter.
    """
    if face.readable.issuperset(shaped.ids):
        return ()
    clusters: dict[int, list[int]] = {}
    for glyph_id, cluster in zip(shaped.ids, shaped.clusters, strict=True):
        clusters.setdefault(cluster - shaped.first, []).append(glyph_id)
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
