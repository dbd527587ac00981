"""The blocks of a section's body: Markdown blocks, conditions around them, blocks from helpers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from markdown_it.token import Token

from briefing.compose.evaluator import BlockCall
from briefing.compose.inline import ENDIF_HINT, TAG_HINT
from briefing.compose.parser import EXPRESSION, TAG
from briefing.compose.pieces import Piece, Said, pieces_text
from briefing.compose.sourcemap import Origin, SourceMap, map_of_blocks
from briefing.compose.writer import Writer
from briefing.document import (
    Block,
    BulletList,
    Column,
    Heading,
    Inline,
    ListItem,
    NumberedList,
    Paragraph,
    Quote,
    Table,
    Where,
)

MakeBlock = Callable[[BlockCall, Where, str], Block | None]
"""Makes the block of a helper call that stands at a place, on a line of the author's."""

_UNKNOWN = {
    "html_block": ("raw HTML", "write Markdown"),
    "code_block": ("an indented block", "begin its lines at the margin"),
    "fence": ("a block of code", "write it as a paragraph"),
    "hr": ("a rule", "use a heading"),
}
_ITEM_HINT = "an item is one paragraph: write flat lists"


def read_blocks(writer: Writer, origin: Origin, make_block: MakeBlock) -> list[Block]:
    """The blocks that ``origin`` gives in this edition; problems go to ``writer``."""
    source = map_of_blocks(origin)
    return _BlockReader(writer, source, make_block, source.tokens).read()


@dataclass(slots=True)
class _BlockReader:
    writer: Writer
    source: SourceMap
    make_block: MakeBlock
    tokens: Sequence[Token]
    at: int = 0
    open_ifs: list[tuple[bool, Where]] = field(default_factory=list)

    def read(self) -> list[Block]:
        out: list[Block] = []
        while self.at < len(self.tokens):
            block = self._next()
            if block is not None:
                out.append(block)
        for _, where in self.open_ifs:
            self._wrong("this {% if %} is not ended", where, "write {% endif %} alone on a line")
        return out

    def _wrong(self, message: str, where: Where, hint: str = "") -> None:
        self.writer.wrong(message, where, hint, self.source.author_line(where))

    def _take(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def _next(self) -> Block | None:
        token = self._take()
        where = self.source.block(token)
        if token.type == TAG:
            self._tag(token, where)
        elif not all(stands for stands, _ in self.open_ifs):
            if token.type == "inline":
                self._check(token)
        else:
            return self._block(token, where)
        return None

    def _block(self, token: Token, where: Where) -> Block | None:
        language = self.writer.locale.language
        match token.type:
            case "heading_open":
                return self._heading(token, where)
            case "paragraph_open":
                return self._paragraph(where)
            case "bullet_list_open":
                items = self._items("bullet_list_close")
                return BulletList(items, language=language, where=where) if items else None
            case "ordered_list_open":
                if token.attrs.get("start", 1) != 1:
                    self._wrong("a numbered list counts from 1", where, "begin it with 1.")
                items = self._items("ordered_list_close")
                return NumberedList(items, language=language, where=where) if items else None
            case "blockquote_open":
                return self._quote(where)
            case "table_open":
                return self._table(where)
        name, hint = _UNKNOWN.get(token.type, (token.type, ""))
        self._wrong(f"{name} cannot be printed", where, hint)
        return None

    # Conditions around blocks

    def _tag(self, token: Token, where: Where) -> None:
        line = self.source.author_line(where)
        word, _, rest = token.content.partition(" ")
        stands = all(stands for stands, _ in self.open_ifs)
        if word == "if":
            if stands:
                stands = self.writer.condition(rest.strip(), where, line)
            else:
                self.writer.check(rest.strip(), where, line)
            self.open_ifs.append((stands, where))
        elif token.content != "endif":
            self._wrong(f'there is no tag "{word}"', where, TAG_HINT)
        elif self.open_ifs:
            self.open_ifs.pop()
        else:
            self._wrong("this {% endif %} ends nothing", where, ENDIF_HINT)

    def _check(self, token: Token) -> None:
        """What is left out is not worked out, but a slip in it is still shown."""
        inline = self.source.inline(token)
        for child in token.children or ():
            where = inline.at(child.meta.get("at", 0))
            line = self.source.author_line(where)
            if child.type == EXPRESSION:
                self.writer.check(child.content, where, line)
            elif child.type == TAG and child.content.startswith("if "):
                self.writer.check(child.content[3:].strip(), where, line)

    # Blocks

    def _inline(self) -> Sequence[Piece]:
        return self.writer.inline(self.source.inline(self._take()))

    def _heading(self, token: Token, where: Where) -> Block | None:
        level = int(token.tag[1:])
        if level not in (2, 3):
            hint = "a section's headings are of level 2 and 3: ## and ###"
            self._wrong(f"a heading of level {level} cannot stand in a section", where, hint)
            level = 2
        children = self.writer.without_citations(self._inline())
        self._take()
        language = self.writer.locale.language
        if not children:
            return None
        return Heading(cast(Literal[2, 3], level), children, language=language, where=where)

    def _paragraph(self, where: Where) -> Block | None:
        token = self.tokens[self.at]
        call = self._lone_call(token)
        if call is not None:
            self.at += 2
            place_of_call = self.source.inline(token).at(0)
            line = self.source.author_line(place_of_call)
            found = self.writer.block(call, place_of_call, line)
            return self.make_block(found, place_of_call, line) if found else None
        children = self._run()
        language = self.writer.locale.language
        return Paragraph(children, language=language, where=where) if children else None

    def _lone_call(self, token: Token) -> str | None:
        children = token.children or []
        if len(children) != 1 or children[0].type != EXPRESSION:
            return None
        content = children[0].content
        return content if self.writer.block_call(content) else None

    def _run(self) -> tuple[Inline, ...]:
        """The paragraph whose opening token has been taken, with its citations placed."""
        children = self.writer.run(self.source.inline(self._take()))
        self._take()
        return children

    def _items(self, end: str) -> tuple[ListItem, ...]:
        items: list[ListItem] = []
        while (token := self._take()).type != end:
            where = self.source.block(token)
            paragraphs = self._paragraphs("list_item_close", _ITEM_HINT)
            if len(paragraphs) > 1:
                self._wrong(
                    "a list item of several paragraphs cannot be printed", where, _ITEM_HINT
                )
            if paragraphs:
                items.append(ListItem(paragraphs[0], where=where))
        return tuple(items)

    def _quote(self, where: Where) -> Block | None:
        hint = "a quote is one paragraph, and a second one that says whose words they are"
        paragraphs = self._paragraphs("blockquote_close", hint)
        if len(paragraphs) > 2:
            self._wrong("a quote of several paragraphs cannot be printed", where, hint)
        if not paragraphs:
            return None
        attribution = paragraphs[1] if len(paragraphs) > 1 else ()
        language = self.writer.locale.language
        return Quote(paragraphs[0], attribution, language=language, where=where)

    def _paragraphs(self, end: str, hint: str) -> list[tuple[Inline, ...]]:
        """The paragraphs up to the token ``end``; anything else among them is wrong."""
        out: list[tuple[Inline, ...]] = []
        depth = 0
        while (token := self._take()).type != end or depth:
            if depth == 0 and token.type == "paragraph_open":
                if children := self._run():
                    out.append(children)
                continue
            if depth == 0:
                where = self.source.block(token)
                self._wrong(f"{_name(token)} cannot stand inside another block", where, hint)
            depth += token.nesting
        return out

    def _table(self, where: Where) -> Block:
        columns: list[Column] = []
        rows: list[tuple[tuple[Inline, ...], ...]] = []
        cells: list[tuple[Inline, ...]] = []
        while (token := self._take()).type != "table_close":
            if token.type == "th_open":
                columns.append(self._column(token))
            elif token.type == "td_open":
                cells.append(self._run())
            elif token.type == "tr_close" and cells:
                rows.append(tuple(cells))
                cells = []
        language = self.writer.locale.language
        return Table(tuple(columns), tuple(rows), language=language, where=where)

    def _column(self, opening: Token) -> Column:
        token = self.tokens[self.at]
        pieces = self._inline()
        if not all(isinstance(piece, Said) for piece in pieces):
            where = self.source.inline(token).at(0)
            self._wrong("a table's header is plain words", where, "put the value into a row")
        numeric = opening.attrs.get("style") == "text-align:right"
        return Column(pieces_text(pieces), numeric)


def _name(token: Token) -> str:
    names = {
        "bullet_list_open": "a list",
        "ordered_list_open": "a list",
        "blockquote_open": "a quote",
        "heading_open": "a heading",
        "table_open": "a table",
        TAG: "a condition",
    }
    return names.get(token.type, _UNKNOWN.get(token.type, (token.type, ""))[0])
