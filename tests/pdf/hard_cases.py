"""Briefings that are hard to set: too long, too wide, too tall, or empty."""

from __future__ import annotations

from dataclasses import replace

from briefing.document import (
    Block,
    Briefing,
    BulletList,
    Callout,
    Chronology,
    ChronologyItem,
    Citation,
    Column,
    Fact,
    Heading,
    HelplineItem,
    Helplines,
    Inline,
    KeyFigure,
    KeyFigures,
    ListItem,
    NumberedList,
    Paragraph,
    Quote,
    SourceItem,
    Table,
    Text,
)
from tests import samples
from tests.samples import lorem, paragraph, text

LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitän" * 6


def lines(count: int) -> tuple[Block, ...]:
    """As many paragraphs of one line."""
    return tuple(paragraph(f"one line {number}") for number in range(count))


def table(rows: int, words: int, columns: int = 3, caption: str = "A table") -> Table:
    """A table with so many words in each cell but those of the first column."""
    return Table(
        tuple(Column(f"Column {number}") for number in range(columns)),
        tuple(
            (text(f"Row {number}"), *(text(lorem(words)) for _ in range(columns - 1)))
            for number in range(rows)
        ),
        caption=text(caption) if caption else (),
        where=samples.WHERE,
    )


def items(count: int, words: int = 9) -> tuple[ListItem, ...]:
    """Items of one or two lines."""
    return tuple(ListItem(text(f"item {number} {lorem(words)}")) for number in range(count))


def one_long_item(words: int) -> tuple[ListItem, ...]:
    """A short item, one of so many words, and a short one."""
    return tuple(ListItem(text(words)) for words in ("short", lorem(words), "short"))


def _key_figure(value: str, label: str, note: str) -> KeyFigure:
    return KeyFigure(Fact(value, ("a",), ("b",)), text(label), text(note))


def _many_sources() -> tuple[Block, ...]:
    claims: list[Inline] = []
    for number in range(1, 201):
        claims += [Text(f"claim {number}"), Citation(number, "s", f"cite-{number}"), Text(", ")]
    return Paragraph(tuple(claims)), samples.sources(*((f"cite-{n}",) for n in range(1, 201)))


def _tall_source() -> Block:
    entries = tuple(SourceItem(n, "a", text(lorem(5000 // n)), ()) for n in range(1, 4))
    return replace(samples.sources(()), items=entries)


HARD: dict[str, tuple[Block, ...]] = {
    "table of 300 rows": (table(300, 6),),
    "table after half a page": (*lines(20), Heading(2, text("Table")), table(60, 6)),
    "rows of half a page": (*lines(16), table(4, 620, 2)),
    "cells of 3,000 words": (*lines(20), table(3, 3000, 2)),
    "tall cells side by side": (
        *lines(20),
        Table(
            (Column("A"), Column("B"), Column("C", numeric=True), Column("D")),
            ((text("x"), text(lorem(900)), text(lorem(1500)), ()),) * 2,
        ),
    ),
    "table of one column": (Table((Column("Only"),), ((text(lorem(20)),),) * 60),),
    "table of 12 columns": (
        Table(
            tuple(Column("Responsibilities") for _ in range(12)),
            (tuple(text("interoperability") for _ in range(12)),) * 5,
        ),
    ),
    "table with empty cells": (Table((Column(""), Column("")), (((), ()), ((), ()))),),
    "table with a caption of 300 words": (*lines(20), table(60, 6, caption=lorem(300))),
    "table with a caption of 3,000 words": (table(9, 6, caption=lorem(3000)),),
    "table with a header of 3,000 words": (
        Table((Column("A"), Column(lorem(3000))), ((text("x"), text("y")),) * 90),
    ),
    "list of 200 items": (BulletList(items(200)),),
    "numbered list of 200 items": (NumberedList(items(200)),),
    "200 things we ask": (NumberedList(items(200), role="asks"),),
    "item of two pages": (*lines(10), BulletList(one_long_item(1800))),
    "ask of four pages": (*lines(10), NumberedList(one_long_item(1800), role="asks")),
    "chronology of 120 events": (
        Chronology(tuple(ChronologyItem(f"{1900 + n}", text(lorem(12))) for n in range(120))),
    ),
    "event of three pages": (
        Chronology(
            (
                ChronologyItem("1900", text(lorem(2500))),
                ChronologyItem(lorem(900), text(lorem(5))),
            )
        ),
    ),
    "120 helplines": (
        Helplines(tuple(HelplineItem(f"{n}", "Help", "https://example.org/") for n in range(120))),
    ),
    "helpline of three pages": (
        Helplines((HelplineItem("Line", lorem(2500), "https://example.org/"),) * 3),
    ),
    "quote of two pages": (*lines(10), Quote(text(lorem(1300)), text("Ada Example"))),
    "callouts of two pages": tuple(
        Callout(role, "Before", (text(lorem(1500)), text(lorem(300))))  # type: ignore[arg-type]
        for role in ("reading", "content_note", "about")
    ),
    "source list of 200 entries": _many_sources(),
    "source of two pages": (_tall_source(),),
    "long heading at the foot": (*lines(27), Heading(2, text(lorem(55))), paragraph(lorem(90))),
    "forty headings": (
        *lines(20),
        *(Heading(2, text(f"Heading {number}")) for number in range(40)),
        paragraph(lorem(90)),
    ),
    "long words": (
        paragraph(LONG_WORD),
        Heading(2, text(LONG_WORD)),
        BulletList((ListItem(text(LONG_WORD)),)),
        Quote(text(LONG_WORD), text(LONG_WORD)),
        Callout("reading", LONG_WORD, (text(LONG_WORD),)),
        Chronology((ChronologyItem(LONG_WORD, text(LONG_WORD)),)),
        Helplines((HelplineItem(LONG_WORD, LONG_WORD, "https://example.org/" + "a" * 200),)),
        Table((Column(LONG_WORD), Column("B")), ((text(LONG_WORD), text(LONG_WORD)),)),
    ),
    "key figures of long words": (
        KeyFigures((_key_figure(f"over 36,200,000 {LONG_WORD}", LONG_WORD, LONG_WORD),) * 5),
    ),
    "twelve key figures": (KeyFigures((_key_figure("36", lorem(20), lorem(9)),) * 12),),
    "key figures of two pages": (KeyFigures((_key_figure("36", lorem(500), lorem(200)),) * 4),),
    "charts at the foot": (
        *lines(24),
        Heading(2, text("Charts")),
        samples.figure("a", span=0.5),
        samples.figure("b", span=0.5),
        samples.sources(("cite-a", "cite-b")),
    ),
    "nothing in it": (
        BulletList(()),
        NumberedList((), role="asks"),
        Chronology(()),
        Helplines(()),
        KeyFigures(()),
        samples.sources(),
        Callout("reading", "Title", ()),
        Callout("about", "", ()),
        Table((), ()),
        BulletList((ListItem(()), ListItem(()))),
        Paragraph(()),
        Heading(2, ()),
        Quote((), ()),
        Callout("reading", "", ((),)),
        KeyFigures((KeyFigure(Fact("", (), ()), (), ()),)),
    ),
}


def briefing_of(case: str, paper: str = "a4") -> Briefing:
    """One of the cases under a title, on one of the papers."""
    made = samples.briefing(Heading(1, text("Title")), *HARD[case])
    return replace(made, edition=replace(made.edition, paper=paper))
