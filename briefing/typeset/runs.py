"""Runs: the items of a paragraph with their glyphs, to be measured and cut into parts of lines.

A run is put together from words that are shaped once and kept, wherever that gives the same
glyphs; else it is shaped whole. Who sets lines need not know which.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate
from typing import Protocol

from briefing.typeset.faces import Faces
from briefing.typeset.itemize import Item
from briefing.typeset.lines import Part, part_of
from briefing.typeset.shape import Shaped
from briefing.typeset.spans import SpanStyle
from briefing.typeset.words import (
    SIMPLE_SCRIPTS,
    Vocabulary,
    Word,
    joined_array,
    joined_characters,
)

VOCABULARIES_KEPT = 32
"""Vocabularies that are kept, each of one face, language, script and direction."""


class Run(Protocol):
    """An item with its glyphs; ``advance`` in font units, of which each is ``scale`` points.

    Characters are counted from the start of the run.
    """

    item: Item
    style: SpanStyle
    scale: float
    advance: int

    def place(self, positions: dict[int, float], left: float) -> None:
        """Write down where characters stand, if the run begins at ``left``.

        Of those where lines usually begin or end, counted from the start of the paragraph.
        """

    def before(self, at: int) -> int:
        """The advance before character ``at``."""

    def part(self, start: int, end: int, x: float) -> Part:
        """The part of a line from ``start`` to ``end``, standing at ``x`` points."""


@dataclass(slots=True)
class WholeRun:
    """A run whose text was shaped at once."""

    item: Item
    style: SpanStyle
    shaped: Shaped
    vocabulary: Vocabulary
    scale: float
    advance: int

    def place(self, positions: dict[int, float], left: float) -> None:
        """Every character: a sum for each that is asked would cost more."""
        widths = [0] * len(self.shaped.text)
        for cluster, advance in zip(self.shaped.clusters, self.shaped.advances, strict=True):
            widths[cluster] += advance
        for at, advance in enumerate(accumulate(widths[:-1], initial=0), self.item.start):
            positions[at] = left + advance * self.scale

    def before(self, at: int) -> int:
        """The advance before character ``at``, in the order of reading."""
        columns = zip(self.shaped.clusters, self.shaped.advances, strict=True)
        return sum(advance for cluster, advance in columns if cluster < at)

    def part(self, start: int, end: int, x: float) -> Part:
        """The part, cut from the run's glyphs; shaped anew where a cut would show."""
        item = self.item
        shaped = self._cut(start, end)
        backwards = item.level % 2 == 1
        # Its glyphs alone do not tell its text.
        spoken = (backwards or item.script not in SIMPLE_SCRIPTS) and bool(shaped.text.strip())
        face, key = self.vocabulary.face, item.span.key
        return part_of(shaped, face, self.style, key, x, spoken, backwards)

    def _cut(self, start: int, end: int) -> Shaped:
        whole = self.shaped
        if start == 0 and end == len(whole.text):
            return whole
        low, high = whole.between(start, end)
        if low < high and self._clean(low, start) and self._clean(high, end):
            return whole.cut(low, high, whole.text[start:end], start)
        return self.vocabulary.whole(whole.text[start:end])

    def _clean(self, index: int, at: int) -> bool:
        """Whether the cut before glyph ``index`` is one before character ``at``.

        So it is not inside a ligature.
        """
        whole = self.shaped
        if index == len(whole.ids):
            return at == len(whole.text)
        return whole.clusters[index] == at and whole.safe(index)


@dataclass(slots=True)
class WordRun:
    """A run put together from ``words``.

    Word n begins at ``starts[n]``, after ``advances[n]``; the last of both is the run's end. They
    are filled when asked for: what fits a line as it is needs neither.
    """

    item: Item
    style: SpanStyle
    text: str
    words: list[Word]
    vocabulary: Vocabulary
    scale: float
    advance: int
    starts: list[int] = field(default_factory=list)
    advances: list[int] = field(default_factory=list)

    def place(self, positions: dict[int, float], left: float) -> None:
        """The start of each word, and the end of what it shows."""
        at, advance, scale = self.item.start, 0, self.scale
        for word in self.words:
            positions[at] = left + advance * scale
            positions[at + word.letters] = left + (advance + word.shown) * scale
            at += word.length
            advance += word.advance

    def before(self, at: int) -> int:
        """The advance before character ``at``."""
        self._fill()
        index = bisect_right(self.starts, at) - 1
        inside = at - self.starts[index]
        return self.advances[index] + (self.words[index].before(inside) if inside else 0)

    def part(self, start: int, end: int, x: float) -> Part:
        """The part, of whole words but where a line begins or ends inside one."""
        text, words, advance = self.text, self.words, self.advance
        if start or end < len(text):
            text = text[start:end]
            self._fill()
            low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
            if self.starts[low] == start and self.starts[high] == end:
                words = words[low:high]
                advance = self.advances[high] - self.advances[low]
            else:
                found = self.vocabulary.words(text)
                if found is None:
                    shaped = self.vocabulary.whole(text)
                    return part_of(shaped, self.vocabulary.face, self.style, self.item.span.key, x)
                words = found
                advance = sum([word.advance for word in words])
        return Part(
            self.item.span.key,
            self.style,
            text,
            x,
            advance * self.scale,
            joined_array(words),
            tuple(set().union(*[word.ids for word in words])),
            joined_characters(words) if self.vocabulary.told else (),
        )

    def _fill(self) -> None:
        if not self.starts:
            self.starts = list(accumulate([word.length for word in self.words], initial=0))
            self.advances = list(accumulate([word.advance for word in self.words], initial=0))


class Positions(dict[int, float]):
    """Where each character begins, in points, were all on one line in the order of reading.

    Those where lines usually begin or end are there from the start; others come when asked.
    """

    def __init__(self, runs: Sequence[Run]) -> None:
        super().__init__()
        self._runs = runs
        self._starts: list[int] = []
        self._lefts: list[float] = []
        left = 0.0
        for run in runs:
            self._starts.append(run.item.start)
            self._lefts.append(left)
            run.place(self, left)
            left += run.advance * run.scale
        self[runs[-1].item.end] = left

    def __missing__(self, at: int) -> float:
        index = bisect_right(self._starts, at) - 1
        run = self._runs[index]
        found = self[at] = self._lefts[index] + run.before(at - run.item.start) * run.scale
        return found


class Shaper:
    """Makes runs in the faces of one theme, and keeps what it shaped for them."""

    def __init__(self, faces: Faces) -> None:
        self.faces = faces
        self._vocabulary = lru_cache(maxsize=VOCABULARIES_KEPT)(self._new_vocabulary)

    def run(self, item: Item, text: str, language: str) -> Run:
        """The run of an item of ``text``, a paragraph in ``language``."""
        start, end, span, font, script, level = item
        style = span.style
        if font != style.font:
            style = replace(style, font=font)
        vocabulary = self._vocabulary(font, style.language or language, script, level % 2 == 1)
        scale = style.size / vocabulary.face.units
        text = text[start:end]
        words = vocabulary.words(text)
        if words is None:
            shaped = vocabulary.whole(text)
            return WholeRun(item, style, shaped, vocabulary, scale, sum(shaped.advances))
        advance = sum([word.advance for word in words])
        return WordRun(item, style, text, words, vocabulary, scale, advance)

    def _new_vocabulary(
        self, font: str, language: str, script: str, right_to_left: bool
    ) -> Vocabulary:
        return Vocabulary(self.faces[font], language, script, right_to_left)
