"""The whole document, block by block, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from briefing.diagnostics import RenderError
from briefing.document import (
    Block,
    Briefing,
    BulletList,
    Callout,
    Chronology,
    Figure,
    Heading,
    Helplines,
    KeyFigures,
    NumberedList,
    Paragraph,
    Quote,
    SourceList,
    Table,
    Where,
)
from briefing.document.rows import figure_rows
from briefing.pdf.layout import (
    callouts,
    figures,
    key_figures,
    lists,
    prose,
    sources,
    tables,
)
from briefing.pdf.layout.context import Context
from briefing.pdf.strips import Strip
from briefing.pdf.tags import Element

LAYOUTS: dict[type, Callable[[Any, Context, Element], list[Strip]]] = {
    Heading: prose.heading,
    Paragraph: prose.paragraph,
    Quote: prose.quote,
    BulletList: lists.bullets,
    NumberedList: lists.numbered,
    Chronology: lists.chronology,
    Helplines: lists.helplines,
    KeyFigures: key_figures.key_figures,
    Table: tables.table,
    Callout: callouts.callout,
    SourceList: sources.source_list,
}
"""How each kind of block but the figure, which shares rows, becomes strips."""


INTRODUCED = (BulletList, NumberedList, Table, Helplines, Chronology)
"""What the paragraph before it introduces, and so does not leave alone at the foot of a page."""


def lay_out(briefing: Briefing, context: Context, root: Element) -> list[Strip]:
    """The strips of the briefing. Each knows the number of its block.

    Raises RenderError, with the author's line and the block, where something cannot be set.
    """
    strips: list[Strip] = []
    index = 0
    for blocks in _groups(briefing.blocks):
        made = _strips(blocks, index, context, root)
        for strip in made:
            strip.block = index
            strip.where = strip.where or blocks[0].where
            strip.name = _named(blocks[0], index)
        if index and made:
            before = briefing.blocks[index - 1]
            if _ends_page_one(before):
                made[0].fresh = True
            elif isinstance(before, Paragraph) and isinstance(blocks[0], INTRODUCED):
                strips[-1].keep = True
        strips += made
        index += len(blocks)
    return strips


def _ends_page_one(block: Block) -> bool:
    # Page one works alone; how to read its figures is the last thing on it.
    return isinstance(block, Callout) and block.role == "reading"


def _groups(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    rows = iter(figure_rows(blocks))
    waiting = 0
    for block in blocks:
        if isinstance(block, Figure):
            if not waiting:
                row = next(rows)
                waiting = len(row)
                yield row
            waiting -= 1
        else:
            yield (block,)


def _strips(blocks: tuple[Block, ...], index: int, context: Context, root: Element) -> list[Strip]:
    try:
        row = tuple(block for block in blocks if isinstance(block, Figure))
        if row:
            return figures.figure_row(row, context, root)
        return [] if _is_empty(blocks[0]) else LAYOUTS[type(blocks[0])](blocks[0], context, root)
    except RenderError as error:
        raise _placed(error, blocks[0].where, _named(blocks[0], index)) from error


def _is_empty(block: Block) -> bool:
    # What says nothing has no element: a list without items would be one for a screen reader.
    if isinstance(block, Callout):
        return not block.paragraphs
    if isinstance(block, Table):
        return not block.columns
    lists = (BulletList, NumberedList, KeyFigures, Chronology, Helplines, SourceList)
    return isinstance(block, lists) and not block.items


def _named(block: Block, index: int) -> str:
    return f"{block.type} {index + 1}"


def _placed(error: RenderError, where: Where | None, block: str) -> RenderError:
    return RenderError(
        *(replace(problem, where=problem.where or where, block=block) for problem in error.problems)
    )
