"""Reads an author's Markdown for one edition into inlines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from briefing.compose.citations import place, unplaced
from briefing.compose.evaluator import Evaluator, Row
from briefing.compose.inline import InlineReader
from briefing.compose.parser import parse_inline
from briefing.compose.pieces import Cite, Piece, pieces_text, tidy
from briefing.compose.sourcemap import Origin, SourceMap
from briefing.document import Fact, Inline

DAGGER = "†"


@dataclass(slots=True)
class Writer(Evaluator):
    """Turns texts into inlines: expressions worked out, conditions followed, citations placed."""

    def text(self, origin: Origin) -> tuple[Inline, ...]:
        """A text of one paragraph, with its citations placed."""
        return place(self.pieces(origin), self.numbering)

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
        token = parse_inline(origin.text)
        return self.inline(token, SourceMap(origin))

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

    def inline(self, token: Token, source: SourceMap) -> list[Piece]:
        """An inline token as tidy pieces."""
        return tidy(InlineReader(self, source, source.inline(token)).read(token.children or []))
