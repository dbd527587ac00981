"""Reads an author's Markdown for one edition into inlines."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing.compose.citations import settle, spread, unplaced
from briefing.compose.evaluator import Evaluator, Row
from briefing.compose.inline import InlineReader
from briefing.compose.pieces import Cite, Piece, pieces_text, tidy
from briefing.compose.sourcemap import InlineMap, Origin, map_of_inline
from briefing.document import Fact, Inline

DAGGER = "†"

T = TypeVar("T")


@dataclass(slots=True)
class Writer(Evaluator):
    """Turns texts into inlines: expressions worked out, conditions followed, citations placed."""

    def text(self, origin: Origin) -> tuple[Inline, ...]:
        """A text of one paragraph, with its citations placed."""
        return self.run(_only_map(origin))

    def heading(self, origin: Origin) -> tuple[Inline, ...]:
        """A text of one paragraph without citations; a doubtful value carries its dagger."""
        return self.without_citations(self.pieces(origin))

    def without_citations(self, pieces: Sequence[Piece]) -> tuple[Inline, ...]:
        """``pieces`` for a heading."""
        marked = [
            replace(piece, text=piece.text + DAGGER)
            if isinstance(piece, Fact) and piece.doubtful
            else piece
            for piece in pieces
        ]
        return unplaced(marked, self.numbering)

    def pieces(self, origin: Origin) -> list[Piece]:
        """A text of one paragraph as pieces, its citations not yet placed."""
        return list(self.inline(_only_map(origin)))

    def headline(self, origin: Origin, row: Row) -> str:
        """A chart's headline in the author's words; ``row`` gives the value at an x of a line."""
        self.row = row
        try:
            pieces = self.pieces(origin)
        finally:
            self.row = None
        if any(isinstance(piece, (Fact, Cite)) for piece in pieces):
            self.wrong(
                "a chart's headline cannot cite",
                origin.where,
                'take its numbers from the rows, with row("x")',
            )
        return pieces_text(pieces)

    def run(self, text: InlineMap) -> tuple[Inline, ...]:
        """An inline text with its citations placed."""
        key = ("run", text.origin, text.number)
        return settle(self.once(key, lambda: spread(self._read(text))), self.numbering)

    def inline(self, text: InlineMap) -> Sequence[Piece]:
        """An inline text as tidy pieces."""
        key = ("pieces", text.origin, text.number)
        return self.once(key, lambda: tuple(self._read(text)))

    def _read(self, text: InlineMap) -> list[Piece]:
        return tidy(InlineReader(self, text).read())

    def once(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """What ``make`` gives, the same for all places and audiences unless it asks for either.

        Where anything is wrong it is made anew for each edition.
        """
        before, faults = (self.placed, self.addressed, self.calculated), self.faults
        self.placed = self.addressed = self.calculated = False
        marks = before
        try:
            made, marks = self.questions.once(
                (self.edition.language, *key),
                lambda: (make(), (self.placed, self.addressed, self.calculated)),
                lambda: self._needs() if self.faults == faults and self.row is None else None,
                {"place": self.edition.place, "audience": self.edition.audience},
            )
        finally:
            both = (mark or old for mark, old in zip(marks, before, strict=True))
            self.placed, self.addressed, self.calculated = both
        return made

    def _needs(self) -> tuple[str, ...]:
        """What of the edition was asked for since that was last forgotten."""
        return ("place",) * self.placed + ("audience",) * self.addressed


def _only_map(origin: Origin) -> InlineMap:
    source = map_of_inline(origin)
    return source.inline(source.tokens[0])
