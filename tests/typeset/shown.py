"""Takes apart the operators that show a line, without asking the code that wrote them."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import Any, cast

import pikepdf

from briefing.typeset import Face, Part, SpanStyle, Typesetter, typesetter_of
from tests import shipped

BODY = SpanStyle("sans", 11, (0.0, 0.0, 0.0))
TITLE = SpanStyle("serif-title", 27, (0.0, 0.0, 0.0))


def setter() -> Typesetter:
    """The typesetter of the shipped theme."""
    return typesetter_of(shipped.theme().fonts)


def shown(part: Part) -> list[bytes | float]:
    """The strings and numbers of its TJ arrays, as another reader of PDF finds them."""
    found: list[bytes | float] = []
    pdf = pikepdf.new()
    for operands, operator in pikepdf.parse_content_stream(pdf.make_stream(part.show)):
        if str(operator) == "TJ":
            array = cast(Iterable[Any], operands[0])
            found += [bytes(it) if isinstance(it, pikepdf.String) else float(it) for it in array]
    pdf.close()
    return found


def glyphs(part: Part) -> list[int]:
    """The glyph ids that ``part`` shows, in order."""
    codes = b"".join(each for each in shown(part) if isinstance(each, bytes))
    assert len(codes) % 2 == 0
    return list(struct.unpack(f">{len(codes) // 2}H", codes))


def moves(part: Part) -> list[float]:
    """The numbers between the strings of its TJ arrays, thousandths of the em to the left."""
    return [each for each in shown(part) if isinstance(each, float)]


def read(parts: Iterable[Part]) -> str:
    """What the glyphs of ``parts`` say through a ToUnicode map."""
    out = []
    for part in parts:
        face: Face = setter().faces[part.style.font]
        own = dict(part.characters)
        out += [face.text_of(glyph) or own[glyph] for glyph in glyphs(part)]
    return "".join(out)
