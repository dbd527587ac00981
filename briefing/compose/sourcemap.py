"""From a place in parsed Markdown back to the author's file, line and column."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token

from briefing.document import Where


@dataclass(frozen=True, slots=True)
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


@dataclass(slots=True)
class SourceMap:
    """Places of the tokens of one text, asked for in reading order."""

    origin: Origin
    lines: list[str] = field(init=False)
    _cursors: dict[int, int] = field(init=False, default_factory=dict)
    _maps: dict[int, InlineMap] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.lines = self.origin.text.split("\n")

    def block(self, token: Token) -> Where:
        """Where a block token begins."""
        line = token.map[0] if token.map else 0
        text = self.lines[line] if line < len(self.lines) else ""
        return self.origin.at(line, len(text) - len(text.lstrip()))

    def inline(self, token: Token) -> InlineMap:
        """The map of an inline token: the parser has cut its markers and indents away."""
        if id(token) not in self._maps:
            self._maps[id(token)] = self._inline_map(token)
        return self._maps[id(token)]

    def _inline_map(self, token: Token) -> InlineMap:
        first = token.map[0] if token.map else 0
        spots = []
        for number, piece in enumerate(token.content.split("\n")):
            line = first + number
            text = self.lines[line] if line < len(self.lines) else ""
            spots.append((line, self._column(line, text, piece)))
        return InlineMap(self.origin, token.content, tuple(spots))

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
        start = self.origin.where.line
        if not self.origin.exact or start is None or where.line is None:
            return ""
        number = where.line - start
        whole = number > 0 or self.origin.where.column in (None, 1)
        return self.lines[number] if whole and 0 <= number < len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class InlineMap:
    """Where each line of an inline text stands: (line, column) of the origin, from 0."""

    origin: Origin
    content: str
    spots: tuple[tuple[int, int], ...]

    def at(self, offset: int) -> Where:
        """The place of the character at ``offset`` of the inline text."""
        before = self.content[:offset]
        number = before.count("\n")
        line, column = self.spots[min(number, len(self.spots) - 1)]
        return self.origin.at(line, column + offset - (before.rfind("\n") + 1))
