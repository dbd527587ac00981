"""Notes set apart: the content note, how to read the figures, who publishes this."""

from __future__ import annotations

from briefing.document import Callout, Inline, Strong, Text
from briefing.pdf.layout.context import Context
from briefing.pdf.strips import Box, Item, Strip, keep_short, spaced
from briefing.pdf.tags import Element

PADDING = 9.0
BAR = 2.2


def callout(block: Callout, context: Context, parent: Element) -> list[Strip]:
    """Each role has its own weight: quiet text, a tinted box, small print under a rule."""
    layouts = {"content_note": _content_note, "reading": _reading, "about": _about}
    return layouts[block.role](block, context, parent)


def _paragraphs(block: Callout) -> list[tuple[Inline, ...]]:
    """The paragraphs, with the title as the first one's bold opening words."""
    first, *rest = block.paragraphs
    if block.title:
        first = (Strong((Text(f"{block.title}. "),)), *first)
    return [first, *rest]


def _content_note(block: Callout, context: Context, parent: Element) -> list[Strip]:
    strips: list[Strip] = []
    for inlines in _paragraphs(block):
        prose = context.text.prose(inlines, "content-note", parent.add("P"), context.width)
        strips += prose.strips()
    return strips


def _reading(block: Callout, context: Context, parent: Element) -> list[Strip]:
    inside = PADDING + 3
    element = parent.add("Div")
    strips: list[Strip] = [Strip(PADDING)]
    for inlines in _paragraphs(block):
        width = context.width - 2 * inside
        strips += context.text.prose(inlines, "callout", element.add("P"), width).strips(inside)
    gap = strips[-1].after
    for strip in strips:
        strip.height += strip.after  # the ground must not have gaps
        strip.after = 0.0
    strips.append(Strip(PADDING - gap))
    for strip in strips:
        strip.items[:0] = _ground(strip.height, context)
    strips[0].keep = True
    for strip in keep_short(strips[1:-1], context.tall):
        edge = (Strip(PADDING, _ground(PADDING, context)),)
        strip.repeat, strip.foot = edge, () if strip.keep else edge
    return spaced(strips, context.space("block"), context.space("block"))


def _ground(height: float, context: Context) -> list[Item]:
    """The tint and the bar behind a strip; a hair taller, so that no seam shows between two."""
    return [
        Box(0, 0, context.width, height + 0.2, context.colour("tint")),
        Box(0, 0, BAR, height + 0.2, context.colour("blue")),
    ]


def _about(block: Callout, context: Context, parent: Element) -> list[Strip]:
    element = parent.add("Div")
    strips = [Strip(6, [Box(0, 0, context.width, 0.6, context.colour("rule"))], keep=True)]
    for inlines in _paragraphs(block):
        strips += context.text.prose(inlines, "note", element.add("P"), context.width).strips()
    return spaced(strips, context.space("block"), 0)
