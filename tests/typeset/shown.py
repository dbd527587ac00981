"""Takes apart the operators that show a line, without asking the code that wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.typeset import Face, Part, SpanStyle, Typesetter, typesetter_of
from tests import shipped

BODY = SpanStyle("sans", 11, (0.0, 0.0, 0.0))
TITLE = SpanStyle("serif-title", 27, (0.0, 0.0, 0.0))


def setter() -> Typesetter:
    """The typesetter of the shipped theme."""
    return typesetter_of(shipped.theme().fonts)


def glyphs(part: Part) -> list[int]:
    """The glyph ids that ``part`` shows, in order."""
    codes = "".join(re.findall(r"<([0-9a-f]*)>", part.show.decode("ascii")))
    return [int(codes[index : index + 4], 16) for index in range(0, len(codes), 4)]


def moves(part: Part) -> list[int]:
    """The numbers between the strings of its TJ arrays, thousandths of the em to the left."""
    arrays = re.findall(r"\[(.*?)\]TJ", part.show.decode("ascii"))
    return [int(found) for array in arrays for found in re.findall(r">(-?\d+)", array)]


def read(parts: Iterable[Part]) -> str:
    """What the glyphs of ``parts`` say through a ToUnicode map."""
    out = []
    for part in parts:
        face: Face = setter().faces[part.style.font]
        own = dict(part.characters)
        out += [face.text_of(glyph) or own[glyph] for glyph in glyphs(part)]
    return "".join(out)
