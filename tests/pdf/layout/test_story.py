"""Every block has a layout, and a fault names its block."""

from __future__ import annotations

from typing import get_args

import pytest

from briefing.diagnostics import RenderError
from briefing.document import Block, Figure, Where
from briefing.pdf.layout.story import LAYOUTS, Layout
from briefing.pdf.text import Phrases
from tests import samples, shipped
from tests.pdf.making import rendered


def test_every_block_has_a_layout() -> None:
    """But the figure, which shares rows."""
    assert set(LAYOUTS) == set(get_args(Block)) - {Figure}


def test_a_fault_names_the_block_and_its_number() -> None:
    """Blocks count from one; a row of figures is named by its first."""
    bad = samples.paragraph("①")
    with pytest.raises(RenderError) as caught:
        rendered(samples.briefing(samples.figure("a"), samples.paragraph("x"), bad))
    assert caught.value.problems[0].block == "paragraph 3"


def test_a_fault_keeps_to_the_authors_place() -> None:
    """Where the block does not know its place the message has none."""
    with pytest.raises(RenderError) as caught:
        rendered(samples.briefing(samples.paragraph("①", where=None)))
    assert caught.value.problems[0].where is None


def _layout() -> Layout:
    theme = shipped.theme()
    phrases = Phrases("(continued)", "Source {number}", "Back")
    return Layout(theme, theme.papers["a4"], "en", phrases)


def test_a_block_is_laid_out_once_for_many_documents() -> None:
    """A block that recurs has the same elements from then on; a changed one has its own."""
    layout = _layout()
    _, one, two, other = (
        layout.lay_out(samples.briefing(samples.paragraph(text), samples.paragraph("end")), {})
        for text in ("begin", "begin", "begin", "other")
    )
    assert one.root is not two.root
    assert one.root.children == two.root.children
    assert other.root.children[0] not in one.root.children
    assert other.root.children[1] in one.root.children


def test_a_block_that_stands_twice_has_elements_of_its_own() -> None:
    """Two equal paragraphs of one document are two for who hears them."""
    story = _layout().lay_out(samples.briefing(*[samples.paragraph("again")] * 3), {})
    assert len(set(story.root.children)) == 3
    assert [strip.block for strip in story.strips] == [0, 1, 2]


def test_a_block_knows_its_line_in_each_document() -> None:
    """Where it was written is not kept with what was laid out."""
    layout = _layout()
    places = [Where("data/sections/en/first.md", line) for line in (3, 9)]
    found = [
        layout.lay_out(samples.briefing(samples.paragraph("text", where=where)), {}).strips[0].where
        for where in places
    ]
    assert found == places
