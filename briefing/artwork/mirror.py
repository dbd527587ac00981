"""A chart seen from the right: for languages that are written that way."""

from __future__ import annotations

from dataclasses import replace

from briefing.document import Drawing, PathItem, TextItem
from briefing.document.drawing import Item, Segment
from briefing.typeset import SpanStyle, Typesetter

MIRRORED = ("bars", "dots", "pairs", "waffle")
"""Kinds whose labels begin at a side. Time runs from left to right in every language."""


def mirrored(drawing: Drawing, typesetter: Typesetter, language: str) -> Drawing:
    """The drawing with left and right exchanged; its words stay readable, each in its new place.

    Of what our charts draw: paths without clips, and level text.
    """
    width = drawing.width
    items = [_mirrored(item, width, typesetter, language) for item in drawing.items]
    return Drawing(width, drawing.height, tuple(items))


def _mirrored(item: Item, width: float, typesetter: Typesetter, language: str) -> Item:
    if isinstance(item, PathItem):
        return replace(item, segments=tuple(_turned(each, width) for each in item.segments))
    if isinstance(item, TextItem):
        style = SpanStyle(item.font, item.size, item.colour)
        own = typesetter.width(item.text, style, language)
        return replace(item, x=width - item.x - own)
    return item


def _turned(segment: Segment, width: float) -> Segment:
    name, numbers = segment
    return name, tuple(width - n if i % 2 == 0 else n for i, n in enumerate(numbers))
