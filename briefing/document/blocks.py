"""The blocks of a briefing, in reading order.

Each knows its language and where it was written. ``where`` takes no part in equality: moving a
paragraph in its file does not change the briefing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefing.document.charts import ChartData
from briefing.document.inlines import Fact, Inline
from briefing.document.where import Where


def _where() -> Where | None:
    return field(default=None, compare=False, kw_only=True)


def _language() -> str:
    return field(default="en", kw_only=True)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the title), 2 or 3."""

    level: Literal[1, 2, 3]
    children: tuple[Inline, ...]
    language: str = _language()
    where: Where | None = _where()
    type: Literal["heading"] = field(default="heading", kw_only=True)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``role`` is ``body``, ``deck`` (the message under the title) or ``note``."""

    children: tuple[Inline, ...]
    role: Literal["body", "deck", "note"] = "body"
    language: str = _language()
    where: Where | None = _where()
    type: Literal["paragraph"] = field(default="paragraph", kw_only=True)


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list."""

    children: tuple[Inline, ...]
    where: Where | None = _where()
    type: Literal["list_item"] = field(default="list_item", kw_only=True)


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items in no order."""

    items: tuple[ListItem, ...]
    language: str = _language()
    where: Where | None = _where()
    type: Literal["bullet_list"] = field(default="bullet_list", kw_only=True)


@dataclass(frozen=True, slots=True)
class NumberedList:
    """Items counted from 1; ``role`` ``asks`` marks the recommendations."""

    items: tuple[ListItem, ...]
    role: Literal["plain", "asks"] = "plain"
    language: str = _language()
    where: Where | None = _where()
    type: Literal["numbered_list"] = field(default="numbered_list", kw_only=True)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A numeral, what it counts, and what it does not count or its base.

    The citation is the last inline of ``label``.
    """

    value: Fact
    label: tuple[Inline, ...]
    note: tuple[Inline, ...]
    where: Where | None = _where()
    type: Literal["key_figure"] = field(default="key_figure", kw_only=True)


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Three to five key figures that stand side by side."""

    items: tuple[KeyFigure, ...]
    language: str = _language()
    where: Where | None = _where()
    type: Literal["key_figures"] = field(default="key_figures", kw_only=True)


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its header, and whether it holds numbers."""

    header: str
    numeric: bool = False
    type: Literal["column"] = field(default="column", kw_only=True)


@dataclass(frozen=True, slots=True)
class DataTable:
    """The rows behind a chart as unformatted values: what the attached CSV holds."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]
    type: Literal["data_table"] = field(default="data_table", kw_only=True)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with its words and its data.

    ``headline`` states the finding; ``subtitle`` measure, place and period; ``note`` source and
    caveat. ``span`` is the share of the text width: neighbours whose spans add up to at most 1
    share a row.
    """

    id: str
    chart: ChartData
    headline: str
    subtitle: str
    alt: str
    note: tuple[Inline, ...]
    table: DataTable
    sources: tuple[str, ...] = ()
    span: float = 1.0
    language: str = _language()
    where: Where | None = _where()
    type: Literal["figure"] = field(default="figure", kw_only=True)


@dataclass(frozen=True, slots=True)
class Table:
    """Text in rows and columns; the first cell of a row is its header."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    caption: tuple[Inline, ...] = ()
    language: str = _language()
    where: Where | None = _where()
    type: Literal["table"] = field(default="table", kw_only=True)


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, and who said them where."""

    children: tuple[Inline, ...]
    attribution: tuple[Inline, ...]
    language: str = _language()
    where: Where | None = _where()
    type: Literal["quote"] = field(default="quote", kw_only=True)


@dataclass(frozen=True, slots=True)
class Callout:
    """A note set apart.

    ``role``: ``content_note`` (what the reader will meet), ``reading`` (how to read the figures)
    or ``about`` (who publishes this, contact, licence).
    """

    role: Literal["content_note", "reading", "about"]
    title: str
    paragraphs: tuple[tuple[Inline, ...], ...]
    language: str = _language()
    where: Where | None = _where()
    type: Literal["callout"] = field(default="callout", kw_only=True)


@dataclass(frozen=True, slots=True)
class ChronologyItem:
    """A date as it is printed, and what happened."""

    date: str
    children: tuple[Inline, ...]
    where: Where | None = _where()
    type: Literal["chronology_item"] = field(default="chronology_item", kw_only=True)


@dataclass(frozen=True, slots=True)
class Chronology:
    """Dated events, oldest first."""

    items: tuple[ChronologyItem, ...]
    language: str = _language()
    where: Where | None = _where()
    type: Literal["chronology"] = field(default="chronology", kw_only=True)


@dataclass(frozen=True, slots=True)
class HelplineItem:
    """A service: its name, what it is for, and its address."""

    name: str
    purpose: str
    url: str
    where: Where | None = _where()
    type: Literal["helpline"] = field(default="helpline", kw_only=True)


@dataclass(frozen=True, slots=True)
class Helplines:
    """Where to find help."""

    items: tuple[HelplineItem, ...]
    language: str = _language()
    where: Where | None = _where()
    type: Literal["helplines"] = field(default="helplines", kw_only=True)


@dataclass(frozen=True, slots=True)
class SourceItem:
    """One entry of the source list; ``cited_from`` are the anchors of its citations."""

    number: int
    source: str
    children: tuple[Inline, ...]
    cited_from: tuple[str, ...]
    type: Literal["source"] = field(default="source", kw_only=True)

    @property
    def anchor(self) -> str:
        """The name that citations lead to."""
        return f"source-{self.number}"


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources, numbered in the order of their first citation."""

    items: tuple[SourceItem, ...]
    language: str = _language()
    where: Where | None = _where()
    type: Literal["source_list"] = field(default="source_list", kw_only=True)


Block: TypeAlias = (
    Heading
    | Paragraph
    | BulletList
    | NumberedList
    | KeyFigures
    | Figure
    | Table
    | Quote
    | Callout
    | Chronology
    | Helplines
    | SourceList
)
