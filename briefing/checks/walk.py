"""The pieces of text of a briefing, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from briefing.checks.latest import Known, Latest
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
    Helplines,
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
from briefing.publication import FactRecord, Publication
from briefing.values import value


def inlines_of(block: Block) -> Iterator[Inline]:
    """Every inline of a block, the nested ones too, in reading order."""
    for group in _groups(block):
        yield from _flat(group)


def facts_of(briefing: Briefing) -> Iterator[Fact]:
    """Every printed fact of running text."""
    yield from _facts(briefing)


@Latest
def _facts(briefing: Briefing) -> tuple[Fact, ...]:
    return tuple(chain.from_iterable(map(_facts_in, briefing.blocks)))


@Known
def _facts_in(block: Block) -> tuple[Fact, ...]:
    return tuple(inline for inline in inlines_of(block) if isinstance(inline, Fact))


def printed_facts(publication: Publication, briefing: Briefing) -> list[FactRecord]:
    """The records of the facts that an edition prints, in the order of their first mention."""
    names = dict.fromkeys(name for fact in _facts(briefing) for name in fact.facts)
    return [publication.facts[name] for name in names if name in publication.facts]


@value
class Run:
    """The words of one paragraph, cell or item on end: values too, citations not.

    ``starts`` holds where each inline begins in ``text``, and the inline's own text and place.
    """

    text: str
    starts: tuple[tuple[int, Text | Fact], ...]
    where: Where | None

    def inline_at(self, offset: int) -> tuple[int, Text | Fact]:
        """The inline in which the character at ``offset`` stands, and where it begins."""
        return [each for each in self.starts if each[0] <= offset][-1]


def runs_of(briefing: Briefing) -> Iterator[Run]:
    """Every run of words that an author wrote; the titles in the source list are the sources'."""
    yield from _runs(briefing)


@Latest
def _runs(briefing: Briefing) -> tuple[Run, ...]:
    return tuple(chain.from_iterable(map(runs_in, briefing.blocks)))


@Known
def runs_in(block: Block) -> tuple[Run, ...]:
    """The runs of one block."""
    if isinstance(block, SourceList):
        return ()
    return tuple(_run(group, block.where) for group in _groups(block))


def words_of(briefing: Briefing) -> frozenset[str]:
    """The texts of all runs and labels, each once."""
    return frozenset().union(*map(_words_in, briefing.blocks))


@Known
def _words_in(block: Block) -> frozenset[str]:
    labels = (text for text, _ in _labels_in(block))
    return frozenset((*(run.text for run in runs_in(block)), *labels))


def _run(group: tuple[Inline, ...], where: Where | None) -> Run:
    starts: list[tuple[int, Text | Fact]] = []
    text = ""
    for inline in _flat(group):
        if isinstance(inline, (Text, Fact)):
            starts.append((len(text), inline))
            text += inline.text
    return Run(text, tuple(starts), where)


def labels_of(briefing: Briefing) -> Iterator[tuple[str, Where | None]]:
    """The words of a briefing that are no running text, and the place of each."""
    return chain.from_iterable(map(_labels_in, briefing.blocks))


def _labels_in(block: Block) -> Iterator[tuple[str, Where | None]]:
    for text in _labels(block):
        yield text, block.where
    if isinstance(block, Helplines):
        for item in block.items:
            yield item.name, item.where
            yield item.purpose, item.where


def _labels(block: Block) -> Iterator[str]:
    if isinstance(block, Figure):
        yield from (block.headline, block.subtitle, block.alt)
    elif isinstance(block, Table):
        yield from (column.header for column in block.columns)
    elif isinstance(block, Callout):
        yield block.title


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
