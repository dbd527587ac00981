"""Spans to lines: itemize, shape, break, slice; with the caches that make a second time cheap."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from briefing.document import FontFile
from briefing.typeset.bidi import Bidi, base_level, visual_order
from briefing.typeset.breaks import choose, opportunities, ragged, trimmed
from briefing.typeset.faces import Faces
from briefing.typeset.hyphens import hyphen_points
from briefing.typeset.itemize import Item, itemize
from briefing.typeset.lines import Line, Part, part_of
from briefing.typeset.shape import Shaped, shape
from briefing.typeset.spans import Span, SpanStyle

LINES_KEPT = 4096
"""Paragraphs whose lines are kept, and runs whose glyphs are: bounded, since packs are long."""

HYPHEN_SIGN = "-"

SIMPLE_SCRIPTS = ("", "Latn", "Grek", "Cyrl", "Armn", "Geor")
"""Scripts whose glyphs stand in the order of their characters, so that they tell the text. Not so
Thai: its raised marks are read before or after their place."""


def typesetter_of(fonts: Mapping[str, FontFile]) -> Typesetter:
    """The typesetter of these fonts; one for all who ask, so that words are shaped once."""
    return _typesetter(tuple(fonts.items()))


@lru_cache(maxsize=4)
def _typesetter(fonts: tuple[tuple[str, FontFile], ...]) -> Typesetter:
    return Typesetter(dict(fonts))


@dataclass(frozen=True, slots=True)
class _Run:
    """An item of the paragraph with its glyphs; lengths of these in ``scale`` points."""

    item: Item
    style: SpanStyle
    shaped: Shaped
    scale: float

    @property
    def spoken(self) -> bool:
        """Whether its glyphs alone do not tell its text."""
        return self.item.level % 2 == 1 or self.item.script not in SIMPLE_SCRIPTS


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The part of a run on one line: its first and last character, and the way it runs there."""

    run: _Run
    start: int
    end: int
    level: int


class Typesetter:
    """Sets text in the fonts of one theme. Holds nothing of any document."""

    def __init__(self, fonts: Mapping[str, FontFile]) -> None:
        self.faces = Faces(fonts)
        self._shape = lru_cache(maxsize=4 * LINES_KEPT)(self._shape_run)
        self._lines = lru_cache(maxsize=LINES_KEPT)(self._set_lines)
        self._single = lru_cache(maxsize=LINES_KEPT)(self._set_line)

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
        kept = tuple(span for span in map(_normal, spans) if span.text)
        return self._lines(kept, width, language, balance, hyphenate) if kept else ()

    def line(self, text: str, style: SpanStyle, language: str, key: int = 0) -> Line:
        """One line of one style, however long. The spaces at its end count in its width."""
        return self._single(_normal(Span(text, style, key)), language)

    def width(self, text: str, style: SpanStyle, language: str) -> float:
        """The natural width of ``text`` in points."""
        return self.line(text, style, language).width

    def _shape_run(
        self, text: str, font: str, language: str, script: str, right_to_left: bool
    ) -> Shaped:
        return shape(text, self.faces[font], language, script, right_to_left)

    def _set_line(self, span: Span, language: str) -> Line:
        if not span.text:
            return Line((), 0.0)
        runs, levels = self._runs(span.text, (span,), language)
        parts = self._parts(runs, levels, 0, len(span.text), language)
        return Line(parts, sum(part.width for part in parts))

    def _set_lines(
        self,
        spans: tuple[Span, ...],
        width: float,
        language: str,
        balance: bool,
        hyphenate: bool,
    ) -> tuple[Line, ...]:
        text = "".join(span.text for span in spans)
        runs, levels = self._runs(text, spans, language)
        position = self._positions(runs, len(text))
        ends = self._ends(text, spans, position, width, language)
        chosen = choose(ends, position, text, width, balance)
        parted: Mapping[int, float] = {}
        if hyphenate and ragged(chosen, position, text, width):
            parted = self._hyphens(text, runs, language)
            chosen = choose(sorted({*ends, *parted}), position, text, width, balance, parted)
        lines = []
        start = 0
        for end in chosen:
            line = self._line(text, runs, levels, start, end, language)
            lines.append(self._hyphened(line, language) if end in parted else line)
            start = end
        return tuple(lines)

    def _hyphens(self, text: str, runs: list[_Run], language: str) -> dict[int, float]:
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
    ) -> tuple[list[_Run], Bidi | None]:
        items, levels = itemize(text, spans, base_level(language), self.faces)
        return [self._run(item, text, language) for item in items], levels

    def _run(self, item: Item, text: str, language: str) -> _Run:
        style = item.span.style
        if item.font != style.font:
            style = replace(style, font=item.font)
        words = text[item.start : item.end]
        language = style.language or language
        shaped = self._shape(words, item.font, language, item.script, item.level % 2 == 1)
        return _Run(item, style, shaped, style.size / self.faces[item.font].units)

    def _positions(self, runs: list[_Run], length: int) -> list[float]:
        """Where each character begins, were all on one line, in the order of reading."""
        widths = [0.0] * length
        for run in runs:
            for cluster, advance in zip(run.shaped.clusters, run.shaped.advances, strict=True):
                widths[run.item.start + cluster] += advance * run.scale
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

    def _line(
        self,
        text: str,
        runs: list[_Run],
        levels: Bidi | None,
        start: int,
        end: int,
        language: str,
    ) -> Line:
        """The line from ``start`` to ``end``; the spaces at its end stand outside its measure."""
        last = trimmed(text, end)
        if levels is None or levels.base == 0 or last == end:
            parts = self._parts(runs, levels, start, end, language)
            return Line(parts, sum(part.width for part in parts) - self._trailing(parts, language))
        parts = self._parts(runs, levels, start, last, language)
        width = sum(part.width for part in parts)
        x = 0.0
        for part in self._parts(runs, None, last, end, language):  # spaces, left of the line
            x -= part.width
            parts = (*parts, replace(part, x=x))
        return Line(parts, width)

    def _parts(
        self, runs: list[_Run], levels: Bidi | None, start: int, end: int, language: str
    ) -> tuple[Part, ...]:
        """The parts between two characters, in the order of reading; ``x`` as they are seen."""
        stretches = _stretches(runs, levels, start, end)
        order = visual_order([each.level for each in stretches]) if levels else None
        parts: list[Part] = []
        x = 0.0
        for each in stretches:
            item, style = each.run.item, each.run.style
            shaped = self._slice(each, language)
            face = self.faces[item.font]
            backwards = item.level % 2 == 1
            spoken = each.run.spoken and bool(shaped.text.strip())
            part = part_of(shaped, face, style, item.span.key, x, spoken, backwards)
            parts.append(part)
            x += part.width
        if order is None or order == list(range(len(parts))):
            return tuple(parts)
        x = 0.0
        for index in order:
            parts[index] = replace(parts[index], x=x)
            x += parts[index].width
        return tuple(parts)

    def _slice(self, stretch: _Stretch, language: str) -> Shaped:
        """The glyphs of a stretch; shaped anew where a cut would show."""
        run, item = stretch.run, stretch.run.item
        text = run.shaped.text
        start, end = stretch.start - item.start, stretch.end - item.start
        if start == 0 and end == len(text):
            return run.shaped
        low, high = run.shaped.between(start, end)
        ends = [index for index in (low, high) if index < len(run.shaped.ids)]
        if low < high and all(run.shaped.safe(index) for index in ends):
            return run.shaped.cut(low, high, text[start:end], start)
        right_to_left = item.level % 2 == 1
        language = run.style.language or language
        return self._shape(text[start:end], item.font, language, item.script, right_to_left)

    def _trailing(self, parts: Sequence[Part], language: str) -> float:
        """The width of the spaces at a line's end, which stand outside its measure."""
        if not parts:
            return 0.0
        last = parts[-1]
        spaces = last.text[len(last.text.rstrip(" ")) :]
        return self.width(spaces, last.style, language) if spaces else 0.0


def _stretches(runs: list[_Run], levels: Bidi | None, start: int, end: int) -> list[_Stretch]:
    """The runs between two characters, cut where the spaces at a line's end turn. [UAX #9, L1]"""
    here = levels.of_line(start, end) if levels else []
    found = []
    for run in runs:
        first, last = max(start, run.item.start), min(end, run.item.end)
        while first < last:
            level = here[first - start] if levels else 0
            cut = first + 1
            while cut < last and (not levels or here[cut - start] == level):
                cut += 1
            found.append(_Stretch(run, first, cut, level))
            first = cut
    return found


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
