"""From a place in parsed Markdown back to the author's file, line and column."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from briefing.compose.parser import parse_blocks, parse_inline
from briefing.document import Where
from briefing.values import value


@value
class Origin:
    """A text of an author's file and where its first character stands.

    ``exact`` is False where only the record is known: then every place is ``where`` itself.
    """

    text: str
    where: Where
    exact: bool = True

    def at(self, line: int, column: int) -> Where:
        """The place of a character, lines and columns of the text counted from 0."""
        if not self.exact or self.where.line is None:
            return self.where
        shift = (self.where.column or 1) if line == 0 else 1
        return Where(self.where.path, self.where.line + line, shift + column)

    def author_line(self, where: Where, lines: Sequence[str]) -> str:
        """The author's line at ``where``, one of the ``lines`` of the text if it holds it whole."""
        start = self.where.line
        if not self.exact or start is None or where.line is None:
            return ""
        number = where.line - start
        whole = number > 0 or self.where.column in (None, 1)
        return lines[number] if whole and 0 <= number < len(lines) else ""


@functools.lru_cache(maxsize=1024)
def map_of_blocks(origin: Origin) -> SourceMap:
    """The tokens of a section's body and their places; shared between editions."""
    return SourceMap(origin, parse_blocks(origin.text))


@functools.lru_cache(maxsize=512)
def map_of_inline(origin: Origin) -> SourceMap:
    """The same of a text that is no more than a paragraph."""
    return SourceMap(origin, (parse_inline(origin.text),))


@dataclass(slots=True)
class SourceMap:
    """Places of the ``tokens`` of one text, worked out once for all editions."""

    origin: Origin
    tokens: tuple[Token, ...]
    lines: list[str] = field(init=False)
    _cursors: dict[int, int] = field(init=False, default_factory=dict)
    _blocks: dict[int, Where] = field(init=False)
    _maps: dict[int, InlineMap] = field(init=False)

    def __post_init__(self) -> None:
        # By identity: the tokens are kept here, and Markdown's tokens have no hash.
        self.lines = self.origin.text.split("\n")
        self._blocks = {id(token): self._block(token) for token in self.tokens}
        inline = [token for token in self.tokens if token.type == "inline"]
        self._maps = {
            id(token): self._inline_map(number, token) for number, token in enumerate(inline)
        }

    def block(self, token: Token) -> Where:
        """Where a block token begins."""
        return self._blocks[id(token)]

    def inline(self, token: Token) -> InlineMap:
        """The map of an inline token: the parser has cut its markers and indents away."""
        return self._maps[id(token)]

    def _block(self, token: Token) -> Where:
        line = token.map[0] if token.map else 0
        text = self.lines[line] if line < len(self.lines) else ""
        return self.origin.at(line, len(text) - len(text.lstrip()))

    def _inline_map(self, number: int, token: Token) -> InlineMap:
        first = token.map[0] if token.map else 0
        spots = []
        for line, piece in enumerate(token.content.split("\n"), first):
            text = self.lines[line] if line < len(self.lines) else ""
            spots.append((line, self._column(line, text, piece)))
        return InlineMap(
            self.origin,
            number,
            token.content,
            tuple(spots),
            tuple(token.children or ()),
            self.lines,
        )

    def _column(self, line: int, text: str, piece: str) -> int:
        # A paragraph's line ends its line of the file; a cell or heading stands amid it, after
        # those that came before.
        ending = text.rstrip()
        if piece and ending.endswith(piece.rstrip()) and line not in self._cursors:
            return len(ending) - len(piece.rstrip())
        column = text.find(piece, self._cursors.get(line, 0))
        if column < 0:
            return 0
        self._cursors[line] = column + len(piece)
        return column

    def author_line(self, where: Where) -> str:
        """The author's line at ``where``, empty where this text does not hold the whole of it."""
        return self.origin.author_line(where, self.lines)


@dataclass(frozen=True)
class InlineMap:
    """Where each line of an inline text stands: (line, column) of the origin, from 0.

    It is the text of this ``number`` in its origin, and ``tokens`` are what it consists of.
    """

    origin: Origin
    number: int
    content: str
    spots: tuple[tuple[int, int], ...]
    tokens: tuple[Token, ...]
    lines: Sequence[str]
    """Those of the whole origin."""

    @functools.cached_property
    def places(self) -> tuple[Where, ...]:
        """The place of each token, in their order."""
        # The parser keeps no place for text: it is found again, after what came before it.
        found, cursor = [], 0
        for token in self.tokens:
            if "at" in token.meta:
                cursor, length = token.meta["at"], 2
            else:
                words = "\n" if token.type == "softbreak" else token.content
                start = self.content.find(words, cursor) if words else -1
                cursor = start if start >= 0 else cursor
                length = len(words) if start >= 0 else 0
            found.append(self.at(cursor))
            cursor += length
        return tuple(found)

    def author_line(self, where: Where) -> str:
        """As ``SourceMap.author_line``."""
        return self.origin.author_line(where, self.lines)

    def at(self, offset: int) -> Where:
        """The place of the character at ``offset`` of the inline text."""
        before = self.content[:offset]
        number = before.count("\n")
        line, column = self.spots[min(number, len(self.spots) - 1)]
        return self.origin.at(line, column + offset - (before.rfind("\n") + 1))
