"""Spans to lines: itemize, shape, break, slice; what recurs is kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from briefing.document import FontFile
from briefing.recurring import Recurring
from briefing.typeset.bidi import Bidi, base_level, visual_order
from briefing.typeset.breaks import Places, choose, opportunities, ragged, trimmed
from briefing.typeset.faces import Faces
from briefing.typeset.hyphens import hyphen_points
from briefing.typeset.itemize import itemize
from briefing.typeset.lines import Line, Part
from briefing.typeset.runs import Positions, Run, Shaper
from briefing.typeset.spans import Span, SpanStyle

LINES_KEPT = 64
"""Paragraphs whose lines are kept: few, since pages keep whole blocks, and packs are long."""

HYPHEN_SIGN = "-"


def typesetter_of(fonts: Mapping[str, FontFile]) -> Typesetter:
    """The typesetter of these fonts; one for all who ask, so that words are shaped once."""
    return _typesetter(tuple(fonts.items()))


@lru_cache(maxsize=4)
def _typesetter(fonts: tuple[tuple[str, FontFile], ...]) -> Typesetter:
    return Typesetter(dict(fonts))


_Stretch = tuple[Run, int, int]
"""The part of a run on one line: its first and last character."""


class Typesetter:
    """Sets text in the fonts of one theme. Holds nothing of any document."""

    def __init__(self, fonts: Mapping[str, FontFile]) -> None:
        self.faces = Faces(fonts)
        self._shaper = Shaper(self.faces)
        self._lines = Recurring(self._set_lines, LINES_KEPT)
        self._single = Recurring(self._set_line, LINES_KEPT)

    def lines(
        self,
        spans: Sequence[Span],
        width: float,
        language: str,
        balance: bool = False,
        hyphenate: bool = False,
    ) -> tuple[Line, ...]:
        """The lines of one paragraph, none wider than ``width`` points.

        Every character comes out once, in order; the space at which a line breaks stays at its
        end. ``balance`` makes lines of like length, for titles. ``hyphenate`` parts words where
        lines would else be ragged; the hyphen is no character of the text.
        """
        kept = tuple([_normal(span) for span in spans if span.text])
        return self._lines(kept, width, language, balance, hyphenate) if kept else ()

    def line(self, text: str, style: SpanStyle, language: str, key: int = 0) -> Line:
        """One line of one style, however long. The spaces at its end count in its width."""
        return self._single(_normal(Span(text, style, key)), language)

    def width(self, text: str, style: SpanStyle, language: str) -> float:
        """The natural width of ``text`` in points."""
        return self.line(text, style, language).width

    def _set_line(self, span: Span, language: str) -> Line:
        if not span.text:
            return Line((), 0.0)
        runs, levels = self._runs(span.text, (span,), language)
        parts = _parts(runs, levels, 0, len(span.text))
        return Line(parts, sum(part.width for part in parts))

    def _set_lines(
        self,
        spans: tuple[Span, ...],
        width: float,
        language: str,
        balance: bool,
        hyphenate: bool,
    ) -> tuple[Line, ...]:
        text = "".join([span.text for span in spans])
        runs, levels = self._runs(text, spans, language)
        chosen = [len(text)]
        parted: Mapping[int, float] = {}
        if sum([run.advance * run.scale for run in runs]) > width:
            position = Positions(runs)
            ends = _ends(text, spans, position, width, language)
            chosen = choose(ends, position, text, width, balance)
            if hyphenate and ragged(chosen, position, text, width):
                parted = self._hyphens(text, runs, language)
                chosen = choose(sorted({*ends, *parted}), position, text, width, balance, parted)
        lines = []
        start = 0
        for end in chosen:
            line = self._line(text, runs, levels, start, end)
            lines.append(self._hyphened(line, language) if end in parted else line)
            start = end
        return tuple(lines)

    def _hyphens(self, text: str, runs: list[Run], language: str) -> dict[int, float]:
        """Where words may be parted, and how wide the hyphen is there."""
        found: dict[int, float] = {}
        languages = {run.style.language or language for run in runs}
        points = {each: hyphen_points(text, each) for each in languages}
        for run in runs:
            own = points[run.style.language or language]
            inside = [at for at in own if run.item.start < at < run.item.end]
            if inside:
                width = self.width(HYPHEN_SIGN, run.style, language)
                found |= dict.fromkeys(inside, width)
        return found

    def _hyphened(self, line: Line, language: str) -> Line:
        """The line with a hyphen at its end, which is drawn and is no text.

        Languages with patterns run from left to right.
        """
        last = line.parts[-1]
        (sign,) = self.line(HYPHEN_SIGN, last.style, language, last.key).parts
        hyphen = replace(sign, text="", x=last.x + last.width)
        return Line((*line.parts, hyphen), line.width + sign.width)

    def _runs(
        self, text: str, spans: tuple[Span, ...], language: str
    ) -> tuple[list[Run], Bidi | None]:
        items, levels = itemize(text, spans, base_level(language), self.faces)
        return [self._shaper.run(item, text, language) for item in items], levels

    def _line(self, text: str, runs: list[Run], levels: Bidi | None, start: int, end: int) -> Line:
        """The line from ``start`` to ``end``; the spaces at its end stand outside its measure."""
        last = end if levels is None or levels.base == 0 else trimmed(text, end)
        if last == end:
            parts = _parts(runs, levels, start, end)
            return Line(parts, sum([part.width for part in parts]) - self._trailing(parts))
        parts = _parts(runs, levels, start, last)
        width = sum(part.width for part in parts)
        x = 0.0
        for part in _parts(runs, None, last, end):  # spaces, left of the line
            x -= part.width
            parts = (*parts, replace(part, x=x))
        return Line(parts, width)

    def _trailing(self, parts: Sequence[Part]) -> float:
        """The width of the spaces at a line's end, which stand outside its measure."""
        last = parts[-1]
        spaces = len(last.text) - len(last.text.rstrip(" "))
        face = self.faces[last.style.font]
        if not spaces or face.space is None:
            return 0.0
        return spaces * face.advance(face.space) * (last.style.size / face.units)


def _parts(runs: list[Run], levels: Bidi | None, start: int, end: int) -> tuple[Part, ...]:
    """The parts between two characters, in the order of reading; ``x`` as they are seen."""
    if levels is None:
        return _side_by_side(_stretches(runs, start, end))
    stretches = _turned(runs, levels, start, end)
    parts = list(_side_by_side([(run, first, last) for run, first, last, _ in stretches]))
    x = 0.0
    for index in visual_order([level for *_, level in stretches]):
        if parts[index].x != x:
            parts[index] = replace(parts[index], x=x)
        x += parts[index].width
    return tuple(parts)


def _side_by_side(stretches: list[_Stretch]) -> tuple[Part, ...]:
    parts = []
    x = 0.0
    for run, first, last in stretches:
        origin = run.item.start
        part = run.part(first - origin, last - origin, x)
        parts.append(part)
        x += part.width
    return tuple(parts)


def _stretches(runs: list[Run], start: int, end: int) -> list[_Stretch]:
    """The runs between two characters."""
    found = []
    for run in runs:
        first, last = run.item.start, run.item.end
        if first < end and last > start:
            found.append((run, max(first, start), min(last, end)))
    return found


def _turned(runs: list[Run], levels: Bidi, start: int, end: int) -> list[tuple[Run, int, int, int]]:
    """The runs, cut where the spaces at a line's end turn; and their levels. [UAX #9, L1]"""
    here = levels.of_line(start, end)
    found = []
    for run, first, last in _stretches(runs, start, end):
        while first < last:
            level = here[first - start]
            cut = first + 1
            while cut < last and here[cut - start] == level:
                cut += 1
            found.append((run, first, cut, level))
            first = cut
    return found


def _ends(
    text: str, spans: Sequence[Span], position: Places, width: float, language: str
) -> list[int]:
    """The break opportunities, with more of them inside what is wider than a line."""
    glued = set()
    start = 0
    for span in spans:
        if span.glued:
            glued.add(start)
        start += len(span.text)
    found = []
    start = 0
    left = 0.0
    for end in opportunities(text, language):
        if end in glued:
            continue
        right = position[end]
        # Most pieces fit with their spaces, which need not be looked for then.
        if right - left > width and position[trimmed(text, end)] - left > width:
            found += _cuts(start, end, position, width, glued)
        found.append(end)
        start, left = end, right
    return found


def _cuts(start: int, end: int, position: Places, width: float, glued: set[int]) -> list[int]:
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
    text = span.text
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return span
    return replace(span, text=unicodedata.normalize("NFC", text))
