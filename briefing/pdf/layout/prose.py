"""Headings, paragraphs and quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.document import (
    Citation,
    Fact,
    Heading,
    Inline,
    Paragraph,
    Quote,
    Text,
    plain_text,
)
from briefing.pdf.layout.context import Context
from briefing.pdf.strips import Box, Strip, keep_all, keep_short, spaced
from briefing.pdf.tags import Element

DECK_WIDTH = 0.95
"""Of the text width: large text set to the full measure is long to read."""


def heading(block: Heading, context: Context, parent: Element) -> list[Strip]:
    """H1 to H3; stays with what follows. Its text becomes a bookmark."""
    if not plain_text(block.children):
        return []
    element = parent.add(f"H{block.level}")
    style = "title" if block.level == 1 else f"heading{block.level}"
    width = context.width
    prose = context.text.prose(block.children, style, element, width, balance=True)
    prose.slots[0].headed = True
    context.headings.append((block.level, _title(block), prose.slots[0]))
    return keep_all(prose.strips())


def _title(block: Heading) -> str:
    """The words of a heading as a bookmark: without its citations."""
    return " ".join("".join(_words(block.children)).split())


def _words(inlines: Iterable[Inline]) -> Iterator[str]:
    for inline in inlines:
        if isinstance(inline, (Text, Fact)):
            yield inline.text
        elif not isinstance(inline, Citation):
            yield from _words(inline.children)


def paragraph(block: Paragraph, context: Context, parent: Element) -> list[Strip]:
    """P in the style of its role."""
    style = {"body": "body", "deck": "deck", "note": "note"}[block.role]
    width = context.width * (DECK_WIDTH if block.role == "deck" else 1.0)
    return context.text.prose(block.children, style, parent.add("P"), width).strips()


def quote(block: Quote, context: Context, parent: Element) -> list[Strip]:
    """BlockQuote: the words beside a bar, then who said them."""
    element = parent.add("BlockQuote")
    indent = context.theme.styles["quote"].hanging
    width = context.width - indent
    words = context.text.prose(block.children, "quote", element.add("P"), width)
    who = context.text.prose(block.attribution, "note", element.add("P"), width)
    said, by = words.strips(indent), who.strips(indent)
    strips = [*keep_short(said, context.tall), *by] if by else keep_short(said, context.tall)
    for strip in strips:
        strip.items.insert(0, Box(0, 0, 2.2, strip.height + 0.3, context.colour("blue")))
        strip.before = strip.after = 0
    return spaced(strips, context.space("block"), context.space("block"))
