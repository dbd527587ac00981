"""Spans to lines: shape, break, slice; with the caches that make a second time cheap."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from briefing.document import FontFile
from briefing.typeset.breaks import choose, opportunities, trimmed
from briefing.typeset.faces import Faces
from briefing.typeset.lines import Line, Part, part_of
from briefing.typeset.shape import Shaped, shape
from briefing.typeset.spans import Span, SpanStyle

LINES_KEPT = 4096
"""Paragraphs whose lines are kept, and runs whose glyphs are: bounded, since packs are long."""


def typesetter_of(fonts: Mapping[str, FontFile]) -> Typesetter:
    """The typesetter of these fonts; one for all who ask, so that words are shaped once."""
    return _typesetter(tuple(fonts.items()))


@lru_cache(maxsize=4)
def _typesetter(fonts: tuple[tuple[str, FontFile], ...]) -> Typesetter:
    return Typesetter(dict(fonts))


@dataclass(frozen=True, slots=True)
class _Run:
    """A span's shaped text and where it stands in the paragraph, by character index."""

    start: int
    end: int
    span: Span
    shaped: Shaped


class Typesetter:
    """Sets text in the fonts of one theme. Holds nothing of any document."""

    def __init__(self, fonts: Mapping[str, FontFile]) -> None:
        self.faces = Faces(fonts)
        self._shape = lru_cache(maxsize=4 * LINES_KEPT)(self._shape_run)
        self._lines = lru_cache(maxsize=LINES_KEPT)(self._set_lines)

    def lines(
        self, spans: Sequence[Span], width: float, language: str, balance: bool = False
    ) -> tuple[Line, ...]:
        """The lines of one paragraph, none wider than ``width`` points.

        Every character comes out once, in order; the space at which a line breaks stays at its
        end. ``balance`` makes lines of like length, for titles.
        """
        kept = tuple(span for span in map(_normal, spans) if span.text)
        return self._lines(kept, width, language, balance) if kept else ()

    def line(self, text: str, style: SpanStyle, language: str, key: int = 0) -> Line:
        """One line of one style, however long."""
        span = _normal(Span(text, style, key))
        part = part_of(
            self._shape(span.text, style, language), self.faces[style.font], style, key, 0.0
        )
        return Line((part,), part.width)

    def width(self, text: str, style: SpanStyle, language: str) -> float:
        """The natural width of ``text`` in points."""
        span = _normal(Span(text, style))
        glyphs = self._shape(span.text, style, language).glyphs
        return sum(glyph.advance for glyph in glyphs) * style.size / self.faces[style.font].units

    def _shape_run(self, text: str, style: SpanStyle, language: str) -> Shaped:
        return shape(text, self.faces[style.font], language)

    def _set_lines(
        self, spans: tuple[Span, ...], width: float, language: str, balance: bool
    ) -> tuple[Line, ...]:
        text = "".join(span.text for span in spans)
        runs = self._runs(spans, language)
        position = self._positions(runs, len(text))
        ends = self._ends(text, spans, position, width, language)
        lines = []
        start = 0
        for end in choose(ends, position, text, width, balance):
            lines.append(self._line(runs, start, end, language))
            start = end
        return tuple(lines)

    def _runs(self, spans: tuple[Span, ...], language: str) -> list[_Run]:
        runs = []
        start = 0
        for span in spans:
            end = start + len(span.text)
            runs.append(_Run(start, end, span, self._shape(span.text, span.style, language)))
            start = end
        return runs

    def _positions(self, runs: list[_Run], length: int) -> list[float]:
        widths = [0.0] * length
        for run in runs:
            scale = run.span.style.size / self.faces[run.span.style.font].units
            for glyph in run.shaped.glyphs:
                widths[run.start + glyph.cluster] += glyph.advance * scale
        return [0.0, *accumulate(widths)]

    def _ends(
        self,
        text: str,
        spans: tuple[Span, ...],
        position: list[float],
        width: float,
        language: str,
    ) -> list[int]:
        """The break opportunities, with more of them inside what is wider than a line."""
        glued = set()
        start = 0
        for span in spans:
            if span.glued:
                glued.add(start)
            start += len(span.text)
        ends = [end for end in opportunities(text, language) if end not in glued]
        found = []
        start = 0
        for end in ends:
            if position[trimmed(text, end)] - position[start] > width:
                found += _cuts(start, end, position, width, glued)
            found.append(end)
            start = end
        return found

    def _line(self, runs: list[_Run], start: int, end: int, language: str) -> Line:
        parts: list[Part] = []
        x = 0.0
        for run in runs:
            first, last = max(start, run.start), min(end, run.end)
            if first >= last:
                continue
            shaped = self._slice(run, first - run.start, last - run.start, language)
            style = run.span.style
            part = part_of(shaped, self.faces[style.font], style, run.span.key, x)
            parts.append(part)
            x += part.width
        return Line(tuple(parts), x - self._trailing(parts, language))

    def _slice(self, run: _Run, start: int, end: int, language: str) -> Shaped:
        """The part of a run between two characters; shaped anew where a cut would show."""
        text = run.shaped.text
        if start == 0 and end == len(text):
            return run.shaped
        inside = [glyph for glyph in run.shaped.glyphs if start <= glyph.cluster < end]
        after = [glyph for glyph in run.shaped.glyphs if glyph.cluster >= end]
        if inside and inside[0].safe and all(glyph.safe for glyph in after[:1]):
            moved = tuple(replace(glyph, cluster=glyph.cluster - start) for glyph in inside)
            return Shaped(text[start:end], moved)
        return self._shape(text[start:end], run.span.style, language)

    def _trailing(self, parts: list[Part], language: str) -> float:
        """The width of the spaces at a line's end, which stand outside its measure."""
        if not parts:
            return 0.0
        last = parts[-1]
        spaces = last.text[len(last.text.rstrip(" ")) :]
        return self.width(spaces, last.style, language) if spaces else 0.0


def _cuts(start: int, end: int, position: list[float], width: float, glued: set[int]) -> list[int]:
    """Breaks inside a piece that no line can hold, as late as they fit; none before ``glued``."""
    cuts = []
    while position[end] - position[start] > width:
        cut = start + 1
        while cut + 1 < end and position[cut + 1] - position[start] <= width:
            cut += 1
        while cut in glued and cut > start + 1:
            cut -= 1
        if cut >= end:
            break
        cuts.append(cut)
        start = cut
    return cuts


def _normal(span: Span) -> Span:
    # Fonts carry the composed letters (NFC); HarfBuzz then needs no mark placement for them.
    text = unicodedata.normalize("NFC", span.text)
    return span if text == span.text else replace(span, text=text)
