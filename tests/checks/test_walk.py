"""The pieces of text of a briefing."""

from __future__ import annotations

from pathlib import Path

from briefing.checks.walk import facts_of, inlines_of, labels_of, runs_of
from briefing.document import (
    Briefing,
    Callout,
    Citation,
    Column,
    Emphasis,
    Fact,
    Helplines,
    Link,
    ListItem,
    NumberedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from briefing.document.blocks import Block, HelplineItem
from briefing.document.inlines import Inline
from tests.checks.briefings import composed, of_blocks

FACT = Fact("12", ("a",), ("b",))
NESTED = (Text("a "), Strong((Emphasis((Text("b"),)), FACT)), Citation(1, "s", "x"))


def words(briefing: Briefing) -> list[str]:
    """The text of each run."""
    return [run.text for run in runs_of(briefing)]


def test_nested_inlines() -> None:
    """Inlines come in reading order, each before those inside it."""
    kinds = [inline.type for inline in inlines_of(Paragraph(NESTED))]
    assert kinds == ["text", "strong", "emphasis", "text", "fact", "citation"]


def test_every_block(tmp_path: Path) -> None:
    """Each kind of block gives its words."""
    text: tuple[Inline, ...] = (Link("https://example.org", (Text("word"),)),)
    blocks: tuple[Block, ...] = (
        Paragraph(text),
        Quote(text, text),
        NumberedList((ListItem(text),)),
        Table((Column("head"),), ((text, text),), caption=text),
        Callout("reading", "box", (text, text)),
    )
    assert [words(of_blocks(block)) for block in blocks] == [
        ["word"],
        ["word", "word"],
        ["word"],
        ["word", "word", "word"],
        ["word", "word"],
    ]


def test_run_knows_its_inlines() -> None:
    """A run is the words on end, without citations, and knows whose each character is."""
    (run,) = runs_of(of_blocks(Paragraph(NESTED)))
    assert run.text == "a b12"
    assert [run.inline_at(at)[0] for at in range(5)] == [0, 0, 2, 3, 3]
    assert run.inline_at(4)[1] == FACT


def test_facts(tmp_path: Path) -> None:
    """Facts of text and of key figures are found."""
    _, briefing = composed(tmp_path)
    found = [fact.facts[0] for fact in facts_of(briefing)]
    assert {"reports-2022", "told-somebody", "reports-a-day"} <= set(found)


def test_labels(tmp_path: Path) -> None:
    """Words that are no running text: headers, titles of boxes, services."""
    briefing = of_blocks(
        Table((Column("head"),), ()),
        Callout("about", "box", ()),
        Helplines((HelplineItem("name", "purpose", "https://example.org"),)),
    )
    assert [text for text, _ in labels_of(briefing)] == ["head", "box", "name", "purpose"]


def test_sources_are_not_prose(tmp_path: Path) -> None:
    """The titles in the source list are not the author's words."""
    _, briefing = composed(tmp_path)
    assert not any("Annual report, 2023" in text for text in words(briefing))
