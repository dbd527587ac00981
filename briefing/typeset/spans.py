"""Styled text on its way to lines."""

from __future__ import annotations

from functools import lru_cache

from briefing.document.drawing import Colour
from briefing.values import value


@value
class SpanStyle:
    """How a span is set: font role, size and rise in points, colour.

    ``language``: that of its text, where it is another than its paragraph's.
    """

    font: str
    size: float
    colour: Colour
    rise: float = 0.0
    language: str = ""


@lru_cache(maxsize=512)
def style_of(
    font: str, size: float, colour: Colour, rise: float = 0.0, language: str = ""
) -> SpanStyle:
    """One object for equal styles: who draws asks of each part whether its style goes on."""
    return SpanStyle(font, size, colour, rise, language)


@value
class Span:
    """Text in one style. ``key`` tells the caller which of its own things this is.

    ``glued``: no line breaks before it, whatever its text says.
    """

    text: str
    style: SpanStyle
    key: int = 0
    glued: bool = False
