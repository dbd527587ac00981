"""The words of a composed briefing, piece by piece, in the order in which they are printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from briefing.document import (
    Block,
    Briefing,
    BulletList,
    Callout,
    Chronology,
    Citation,
    Emphasis,
    Fact,
    Figure,
    Heading,
    Helplines,
    Inline,
    KeyFigures,
    Link,
    NumberedList,
    Paragraph,
    Quote,
    SourceList,
    Strong,
    Table,
    plain_text,
)
from briefing.document.reading import shown_address


@dataclass(frozen=True)
class Piece:
    """A paragraph, a cell, an item, a headline: what it is, its words, and its inlines."""

    name: str
    text: str
    inlines: tuple[Inline, ...] = ()

    @property
    def facts(self) -> list[Fact]:
        """The facts printed in it."""
        return [inline for inline in flat(self.inlines) if isinstance(inline, Fact)]

    @property
    def citations(self) -> list[Citation]:
        """The citations in it."""
        return [inline for inline in flat(self.inlines) if isinstance(inline, Citation)]


def pieces_of(briefing: Briefing) -> list[Piece]:
    """All pieces, in reading order; a new kind of block raises KeyError until it stands here."""
    found = []
    for number, block in enumerate(briefing.blocks, 1):
        for piece in _PIECES[type(block)](block):
            if piece.text.strip():
                name = f"{block.type} {number}, {piece.name}"
                found.append(Piece(name, piece.text, piece.inlines))
    return found


def flat(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Every inline, the nested ones too."""
    for inline in inlines:
        yield inline
        if isinstance(inline, (Strong, Emphasis, Link)):
            yield from flat(inline.children)


def _set(name: str, inlines: tuple[Inline, ...]) -> Piece:
    return Piece(name, plain_text(inlines), inlines)


def _words(block: Heading | Paragraph) -> Iterator[Piece]:
    yield _set("words", block.children)


def _list(block: BulletList | NumberedList | Chronology) -> Iterator[Piece]:
    for number, item in enumerate(block.items, 1):
        yield _set(f"item {number}", item.children)


def _chronology(block: Chronology) -> Iterator[Piece]:
    for number, item in enumerate(block.items, 1):
        yield Piece(f"date {number}", item.date)
        yield _set(f"event {number}", item.children)


def _key_figures(block: KeyFigures) -> Iterator[Piece]:
    for number, item in enumerate(block.items, 1):
        yield Piece(f"figure {number}", item.value.text, (item.value,))
        yield _set(f"label {number}", item.label)
        yield _set(f"note {number}", item.note)


def _figure(block: Figure) -> Iterator[Piece]:
    yield Piece(f'headline of "{block.id}"', block.headline)
    yield Piece(f'subtitle of "{block.id}"', block.subtitle)
    yield _set(f'note of "{block.id}"', block.note)


def _table(block: Table) -> Iterator[Piece]:
    yield _set("caption", block.caption)
    for column in block.columns:
        yield Piece(f'header "{column.header}"', column.header)
    for number, row in enumerate(block.rows, 1):
        for cell, inlines in enumerate(row, 1):
            yield _set(f"row {number}, cell {cell}", inlines)


def _quote(block: Quote) -> Iterator[Piece]:
    yield _set("words", block.children)
    yield _set("attribution", block.attribution)


def _callout(block: Callout) -> Iterator[Piece]:
    yield Piece("title", block.title)
    for number, inlines in enumerate(block.paragraphs, 1):
        yield _set(f"paragraph {number}", inlines)


def _helplines(block: Helplines) -> Iterator[Piece]:
    for number, item in enumerate(block.items, 1):
        yield Piece(f"name {number}", item.name)
        yield Piece(f"purpose {number}", item.purpose)
        yield Piece(f"address {number}", shown_address(item.url))


def _sources(block: SourceList) -> Iterator[Piece]:
    for item in block.items:
        words = plain_text(item.children)
        yield Piece(f"entry {item.number}", f"{item.number}. {words}", item.children)


_PIECES: dict[type[Block], Callable[[Any], Iterator[Piece]]] = {
    Heading: _words,
    Paragraph: _words,
    BulletList: _list,
    NumberedList: _list,
    Chronology: _chronology,
    KeyFigures: _key_figures,
    Figure: _figure,
    Table: _table,
    Quote: _quote,
    Callout: _callout,
    Helplines: _helplines,
    SourceList: _sources,
}
