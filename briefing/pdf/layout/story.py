"""The whole document, block by block, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from briefing.diagnostics import RenderError
from briefing.document import (
    Artwork,
    Block,
    Briefing,
    BulletList,
    Callout,
    Chronology,
    Drawing,
    Figure,
    Furniture,
    Helplines,
    KeyFigures,
    NumberedList,
    Paper,
    Paragraph,
    Quote,
    SourceList,
    Table,
    Theme,
    Where,
)
from briefing.document import Heading as HeadingBlock
from briefing.document.rows import figure_rows
from briefing.pdf.canvas import TaggedCanvas
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
from briefing.pdf.layout.sheets import Sheets
from briefing.pdf.outline import Heading
from briefing.pdf.paginate import Page
from briefing.pdf.strips import Strip
from briefing.pdf.tags import Element, Slot
from briefing.pdf.text import Phrases, TextSetter
from briefing.recurring import Keyed, Recurring
from briefing.typeset import right_to_left, typesetter_of
from briefing.values import value

LAYOUTS: dict[type, Callable[[Any, Context, Element], list[Strip]]] = {
    HeadingBlock: prose.heading,
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


LAID_KEPT = 96
"""Blocks that are remembered for each layout: those of some different briefings."""
ROWS_KEPT = 16
"""Rows of figures: most are of one place."""
LAYOUTS_KEPT = 8
"""Papers and languages of a theme."""

INTRODUCED = (BulletList, NumberedList, Table, Helplines, Chronology)
"""What the paragraph before it introduces, and so does not leave alone at the foot of a page."""


@value
class Laid:
    """A block or a row of figures as it goes into any document: nothing of it changes any more."""

    elements: tuple[Element, ...]
    strips: tuple[Strip, ...]
    headings: tuple[Heading, ...]
    figures: Mapping[str, Slot]


@dataclass(slots=True)
class Story:
    """A whole briefing laid out: its elements below ``root``, and strips that know their block.

    ``headings`` for the bookmarks, ``figures`` the slot of the chart of each figure's id.
    """

    root: Element
    strips: list[Strip] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    figures: dict[str, Slot] = field(default_factory=dict)


def _words(figures: tuple[Figure, ...]) -> Keyed[tuple[Figure, ...]]:
    """Figures by what their layout depends on besides sizes: not the data of their charts."""
    said = ((it.id, it.headline, it.subtitle, it.alt, it.note, it.span) for it in figures)
    return Keyed((*said, *(it.language for it in figures)), figures)


class Layout:
    """Lays out briefings of one theme, paper and language, and remembers each block it has seen.

    A pack's editions share most of their blocks, and an author changes one at a time.
    """

    def __init__(self, theme: Theme, paper: Paper, language: str, phrases: Phrases) -> None:
        self._theme = theme
        self._paper = paper
        self._language = language
        self._text = TextSetter(theme, typesetter_of(theme.fonts), language, phrases)
        self._equal = Recurring(self._lay, LAID_KEPT)
        self._rows = Recurring(self._lay_row, ROWS_KEPT)
        self._laid = Recurring(self._lay_same, LAID_KEPT)
        self._mirror = paper.text_width if right_to_left(language) else 0.0
        self._sheets = Sheets()

    def lay_out(self, briefing: Briefing, drawings: Mapping[str, Drawing | Artwork]) -> Story:
        """The story of ``briefing``.

        Raises RenderError, with the author's line and the block, where something cannot be set.
        """
        story = Story(Element("Document", language=self._language))
        used: set[int] = set()
        index = tables = 0
        for blocks in _groups(briefing.blocks):
            sizes = tuple(
                (block.id, drawings[block.id].width, drawings[block.id].height)
                for block in blocks
                if isinstance(block, Figure)
            )
            name = _named(blocks[0], index)
            try:
                laid = self._laid(Keyed(tuple(map(id, blocks)), blocks), sizes, tables)
                if id(laid) in used:  # an element stands once in a document
                    laid = self._lay(blocks, blocks[0].where, sizes, tables)
            except RenderError as error:
                raise _placed(error, blocks[0].where, name) from error
            used.add(id(laid))
            made = [strip.of(index, blocks[0].where, name) for strip in laid.strips]
            _join(story.strips, made, briefing.blocks[index - 1] if index else None, blocks[0])
            story.root.children += laid.elements
            story.headings += laid.headings
            story.figures |= laid.figures
            index += len(blocks)
            tables += isinstance(blocks[0], Table) and bool(laid.strips)
        return story

    def draw(self, canvas: TaggedCanvas, page: Page, top: float) -> None:
        """Draw what stands on ``page``, whose text begins at ``top`` points.

        A page of the same strips at the same places is taken from the document that had it.
        """
        known = self._sheets.get(canvas, page, top)
        if known is None:
            known = canvas.recorded(lambda: self._drawn(canvas, page, top))
            self._sheets.keep(known, page, top)
        canvas.put(known)

    def _drawn(self, canvas: TaggedCanvas, page: Page, top: float) -> None:
        left, mirror = self._paper.left, self._mirror
        for it in page.placements:
            it.strip.draw_boxes(canvas, left, top - it.drop, mirror)
        for it in page.placements:
            it.strip.draw(canvas, left, top - it.drop, it.repeated, mirror)

    def _lay_same(
        self,
        same: Keyed[tuple[Block, ...]],
        sizes: tuple[tuple[str, float, float], ...],
        tables: int,
    ) -> Laid:
        # Where a block was written is no part of it, but is told of its links' faults.
        blocks = same.value
        where = blocks[0].where
        figures = tuple(block for block in blocks if isinstance(block, Figure))
        if figures:
            return self._rows(_words(figures), where, sizes, tables)
        return self._equal(blocks, where, sizes, tables)

    def _lay_row(
        self,
        words: Keyed[tuple[Figure, ...]],
        where: Where | None,
        sizes: tuple[tuple[str, float, float], ...],
        tables: int,
    ) -> Laid:
        return self._lay(words.value, where, sizes, tables)

    def _lay(
        self,
        blocks: tuple[Block, ...],
        where: Where | None,
        sizes: tuple[tuple[str, float, float], ...],
        tables: int,
    ) -> Laid:
        paper = self._paper
        height = paper.height - paper.top - paper.bottom
        charts = {figure: (width, height) for figure, width, height in sizes}
        context = Context(self._theme, self._text, paper.text_width, height, charts, tables)
        parent = Element("Document")  # stands for the one of each document
        row = tuple(block for block in blocks if isinstance(block, Figure))
        if row:
            strips = figures.figure_row(row, context, parent)
        elif _is_empty(blocks[0]):
            strips = []
        else:
            strips = LAYOUTS[type(blocks[0])](blocks[0], context, parent)
        elements = tuple(child for child in parent.children if isinstance(child, Element))
        return Laid(elements, tuple(strips), tuple(context.headings), context.figures)


def layout_of(theme: Theme, paper: Paper, language: str, furniture: Furniture) -> Layout:
    """The layout for these; one for all editions that differ in what stands at the edges alone."""
    phrases = Phrases(furniture.continued, furniture.to_source, furniture.to_citation)
    return _layout(theme, paper, language, phrases)


@lru_cache(maxsize=LAYOUTS_KEPT)
def _layout(theme: Theme, paper: Paper, language: str, phrases: Phrases) -> Layout:
    return Layout(theme, paper, language, phrases)


def _join(strips: list[Strip], made: list[Strip], before: Block | None, block: Block) -> None:
    """Append the strips of ``block``, which follows ``before``."""
    if before and made:
        if _ends_page_one(before):
            made[0].fresh = True
        elif isinstance(before, Paragraph) and isinstance(block, INTRODUCED):
            strips[-1].keep = True
    strips += made


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
