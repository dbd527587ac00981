"""The words of a chart: measured, wrapped, and moved apart where they would touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.document import ChartPoint, Theme
from briefing.typeset import Line, Span, SpanStyle, typesetter_of

LEADING = 1.25
"""Of the lines of a label, in its size."""
MIDDLE = 0.33
"""How far above its baseline the middle of a text lies, in its size."""
DASH = "–"
"""Stands where there is no figure: nothing at all would read as zero."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one style, one below the other; ``width`` is that of the longest."""

    lines: tuple[str, ...]
    style: SpanStyle
    width: float

    @property
    def leading(self) -> float:
        """From baseline to baseline."""
        return self.style.size * LEADING

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last, air included."""
        return self.leading * len(self.lines)


class Words:
    """Measures and wraps the words of one chart."""

    def __init__(self, theme: Theme, language: str) -> None:
        self.theme = theme
        self.language = language
        self.typesetter = typesetter_of(theme.fonts)

    def style(self, size: str, colour: str, bold: bool = False) -> SpanStyle:
        """A label style: ``size`` is a key of the theme's chart sizes."""
        font = "sans-semibold" if bold else "sans"
        return SpanStyle(font, self.theme.charts[size], self.theme.colours[colour])

    def width(self, text: str, style: SpanStyle) -> float:
        """The width of one line in points."""
        return self.typesetter.width(text, style, self.language)

    def block(self, text: str, style: SpanStyle, width: float) -> Block:
        """``text`` in lines no wider than ``width``; words wider than that are cut."""
        natural = self.width(text, style)
        if natural <= width or not text:
            return Block((text,) if text else (), style, natural)
        lines = self.typesetter.lines((Span(text, style),), width, self.language)
        widest = max(line.width for line in lines)
        return Block(tuple(line.text.rstrip() for line in lines), style, widest)

    def longest(self, text: str, style: SpanStyle) -> float:
        """The width of the longest word: a column this wide cuts none."""
        return max((self.width(word, style) for word in text.split(" ")), default=0.0)


def wrapped(
    theme: Theme, text: str, style: SpanStyle, width: float, language: str
) -> tuple[Line, ...]:
    """The lines of a label that may need more than one."""
    return typesetter_of(theme.fonts).lines((Span(text, style),), width, language)


def said(point: ChartPoint) -> str:
    """The words at a mark: its value, or a dash where there is no figure.

    A limit such as "fewer than 10" has no value to draw, but words of its own.
    """
    if point.value is not None or any(character.isalnum() for character in point.text):
        return point.text
    return DASH + point.text


def apart(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Middles near ``wanted`` for things of these ``sizes``, in their order, that do not touch.

    They move as little as can be (least squares) and lie between ``low`` and ``high``; where they
    need more room than that they begin at ``low``.
    """
    if not wanted:
        return []
    offsets = [0.0]
    for first, second in pairwise(sizes):
        offsets.append(offsets[-1] + (first + second) / 2)
    # Without their distances the middles only must not fall: neighbours that would are averaged.
    pools: list[tuple[float, int]] = []
    for middle, offset in zip(wanted, offsets, strict=True):
        mean, count = middle - offset, 1
        while pools and pools[-1][0] > mean:
            before, more = pools.pop()
            mean = (mean * count + before * more) / (count + more)
            count += more
        pools.append((mean, count))
    least = low + sizes[0] / 2
    most = max(high - sizes[-1] / 2 - offsets[-1], least)
    means = [min(max(mean, least), most) for mean, count in pools for _ in range(count)]
    return [mean + offset for mean, offset in zip(means, offsets, strict=True)]
