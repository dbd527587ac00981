"""The pieces of text of a briefing, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.document import (
    Block,
    Briefing,
    BulletList,
    Callout,
    Chronology,
    Citation,
    Fact,
    Figure,
    Heading,
    Inline,
    KeyFigures,
    NumberedList,
    Paragraph,
    Quote,
    SourceList,
    Table,
    Text,
    Where,
)


def inlines_of(block: Block) -> Iterator[Inline]:
    """Every inline of a block, the nested ones too, in reading order."""
    for group in _groups(block):
        yield from _flat(group)


def facts_of(briefing: Briefing) -> Iterator[Fact]:
    """Every printed fact of running text."""
    for block in briefing.blocks:
        for inline in inlines_of(block):
            if isinstance(inline, Fact):
                yield inline


def prose_of(briefing: Briefing) -> Iterator[tuple[str, Where | None]]:
    """Every piece of an author's text, and where it was written; the sources' titles are theirs."""
    for block in briefing.blocks:
        if isinstance(block, SourceList):
            continue
        for inline in inlines_of(block):
            if isinstance(inline, Text):
                yield inline.text, inline.where or block.where


def _flat(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        if not isinstance(inline, (Text, Fact, Citation)):
            yield from _flat(inline.children)


def _groups(block: Block) -> Iterator[tuple[Inline, ...]]:
    if isinstance(block, (Heading, Paragraph)):
        yield block.children
    elif isinstance(block, Quote):
        yield from (block.children, block.attribution)
    elif isinstance(block, (BulletList, NumberedList, Chronology, SourceList)):
        yield from (item.children for item in block.items)
    elif isinstance(block, KeyFigures):
        for figure in block.items:
            yield from ((figure.value,), figure.label, figure.note)
    elif isinstance(block, Figure):
        yield block.note
    elif isinstance(block, Table):
        yield block.caption
        yield from (cell for row in block.rows for cell in row)
    elif isinstance(block, Callout):
        yield from block.paragraphs
