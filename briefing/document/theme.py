"""Brand, type and space: the resolved theme of a publication."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from briefing.document.drawing import Colour


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font for one role: an OpenType file, with the axes of a variable font pinned.

    ``fallback`` are the fonts that stand in for it, in order, where it lacks a character.
    """

    role: str
    path: str
    axes: tuple[tuple[str, float], ...] = ()
    fallback: tuple[FontFile, ...] = ()


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a kind of text is set; sizes and spaces in points.

    ``strong`` and ``emphasis`` are the font roles of those inlines. ``hanging`` is the indent of
    all lines, used by lists.
    """

    font: str
    size: float
    leading: float
    colour: Colour
    strong: str = ""
    emphasis: str = ""
    before: float = 0.0
    after: float = 0.0
    hanging: float = 0.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet and its margins, in points."""

    id: str
    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Logo:
    """The publisher's mark, ``width`` by ``height`` points in print.

    A raster of ``columns`` by ``rows`` pixels, 8-bit RGB, top row first; ``alpha`` is a byte a
    pixel, or nothing: opaque.
    """

    width: float
    height: float
    columns: int
    rows: int
    data: bytes
    alpha: bytes = b""


@dataclass(frozen=True)
class Theme:
    """All that decides how a briefing looks; from ``assets/theme.toml``."""

    fonts: Mapping[str, FontFile]
    colours: Mapping[str, Colour]
    styles: Mapping[str, TextStyle]
    papers: Mapping[str, Paper]
    spaces: Mapping[str, float]
    charts: Mapping[str, float]
    logo: Logo | None = None

    def __hash__(self) -> int:
        """Of its values, so that what is set in a theme can be kept by it."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        parts = (self.fonts, self.colours, self.styles, self.papers, self.spaces, self.charts)
        return hash((*(tuple(part.items()) for part in parts), self.logo))
