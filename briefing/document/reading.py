"""The briefing as it is read aloud: every word in reading order, a line to each piece.

The PDF's structure tree reads the same (tests/pdf/test_reading.py): labels, citations as ``[3]``,
the alternative text of a chart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from briefing.document.blocks import (
    Block,
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
)
from briefing.document.briefing import Briefing
from briefing.document.inlines import plain_text


def read_aloud(briefing: Briefing) -> str:
    """The whole briefing; an empty line between blocks."""
    return "\n\n".join("\n".join(lines_of(block)) for block in briefing.blocks) + "\n"


def lines_of(block: Block) -> list[str]:
    """The lines of one block."""
    return [line for line in _READINGS[type(block)](block) if line]


def _inlines(block: Heading | Paragraph) -> Iterator[str]:
    yield plain_text(block.children)


def _quote(block: Quote) -> Iterator[str]:
    yield plain_text(block.children)
    yield plain_text(block.attribution)


def _bullets(block: BulletList) -> Iterator[str]:
    for item in block.items:
        yield f"• {plain_text(item.children)}"


def _numbered(block: NumberedList) -> Iterator[str]:
    stop = "" if block.role == "asks" else "."
    for number, item in enumerate(block.items, 1):
        yield f"{number}{stop} {plain_text(item.children)}"


def _key_figures(block: KeyFigures) -> Iterator[str]:
    for figure in block.items:
        yield figure.value.text
        yield plain_text(figure.label)
        yield plain_text(figure.note)


def _figure(block: Figure) -> Iterator[str]:
    yield block.headline
    yield block.subtitle
    yield block.alt
    yield plain_text(block.note)


def _table(block: Table) -> Iterator[str]:
    yield plain_text(block.caption)
    yield " | ".join(column.header for column in block.columns)
    for row in block.rows:
        yield " | ".join(plain_text(cell) for cell in row)


def _callout(block: Callout) -> Iterator[str]:
    opening = f"{block.title}. " if block.title else ""
    for inlines in block.paragraphs:
        yield opening + plain_text(inlines)
        opening = ""


def _chronology(block: Chronology) -> Iterator[str]:
    for item in block.items:
        yield f"{item.date} {plain_text(item.children)}"


def _helplines(block: Helplines) -> Iterator[str]:
    for item in block.items:
        yield item.name
        yield item.purpose
        yield shown_address(item.url)


def _sources(block: SourceList) -> Iterator[str]:
    for item in block.items:
        yield f"{item.number}. {plain_text(item.children)}"


_READINGS: dict[type, Callable[[Any], Iterable[str]]] = {
    Heading: _inlines,
    Paragraph: _inlines,
    Quote: _quote,
    BulletList: _bullets,
    NumberedList: _numbered,
    KeyFigures: _key_figures,
    Figure: _figure,
    Table: _table,
    Callout: _callout,
    Chronology: _chronology,
    Helplines: _helplines,
    SourceList: _sources,
}


def shown_address(url: str) -> str:
    """An address as it is printed: without scheme, ``www.`` and closing slash."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
