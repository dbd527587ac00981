"""Key figures: numerals side by side on a rule."""

from __future__ import annotations

import re

from briefing.document import KeyFigures
from briefing.pdf.layout.context import Context
from briefing.pdf.layout.lists import new_list
from briefing.pdf.strips import Box, Item, Strip, TextLine
from briefing.pdf.tags import Element
from briefing.pdf.text import Prose

PADDING = 9.0
_NUMBER = re.compile(r"(\D*?)([\d.,\u2009\u202f\u2013\u2212%]+)(\D*)")


def key_figures(block: KeyFigures, context: Context, parent: Element) -> list[Strip]:
    """L, an item for each: the numeral, what it counts, and what it does not or its base."""
    element = new_list(parent, "None")
    width = context.columns(len(block.items))
    split = [_around(figure.value.text) for figure in block.items]
    qualified = any(qualifier for qualifier, _, _ in split)
    scale = min(1.0, *(width / _natural(parts, context) for parts in split))
    drawn: list[Item] = []
    height = 0.0
    for index, (figure, parts) in enumerate(zip(block.items, split, strict=True)):
        x = index * (width + context.space("gutter"))
        body = element.add("LI").add("LBody")
        items, top = _numeral(parts, qualified, scale, x, context, body.add("P"))
        drawn += items
        for inlines, style in ((figure.label, "numeral-label"), (figure.note, "numeral-note")):
            if inlines:
                prose = context.text.prose(inlines, style, body.add("P"), width)
                drawn += prose.items(x, top)
                top += prose.height + prose.style.after
        height = max(height, top + PADDING)
    rules: list[Item] = [
        Box(0, 0, context.width, 0.9, context.colour("blue")),
        Box(0, height - 0.9, context.width, 0.9, context.colour("rule")),
    ]
    space = context.space("block")
    return [Strip(height, [*rules, *drawn], before=space, after=space)]


def _around(value: str) -> tuple[str, str, str]:
    """A printed value in three: the words before the digits, the number, the words after it."""
    found = _NUMBER.fullmatch(value)
    return (found[1], found[2], found[3]) if found else ("", value, "")


def _natural(parts: tuple[str, str, str], context: Context) -> float:
    """The width of a number and its unit at their full size."""
    _, number, unit = parts
    aside = Element("P").slot()
    labels = (
        context.text.label(number, "numeral", aside),
        context.text.label(unit, "numeral-unit", aside),
    )
    return sum(label.lines[0].width for label in labels) or 1.0


def _numeral(
    parts: tuple[str, str, str],
    qualified: bool,
    scale: float,
    x: float,
    context: Context,
    element: Element,
) -> tuple[list[Item], float]:
    """The number large, its unit smaller beside it, its qualifier small above it.

    Where one figure of a row has a qualifier all leave room for it, so that numerals align; and
    where one is wider than its column all are as much smaller.
    """
    qualifier, number, unit = parts
    items: list[Item] = []
    top = PADDING - 2
    if qualified:
        if qualifier:
            line = context.text.label(qualifier, "numeral-note", element.slot())
            items += line.items(x, top)
        top += context.theme.styles["numeral-note"].leading - 2
    big = context.text.label(number, "numeral", element.slot(), scale)
    items += big.items(x, top)
    if unit:
        small = context.text.label(unit, "numeral-unit", element.slot(), scale)
        items.append(_beside(small, x + big.lines[0].width, top + big.drop))
    return items, top + big.height


def _beside(prose: Prose, x: float, baseline: float) -> Item:
    """A label with its baseline at a given height."""
    return TextLine(prose.lines[0], prose.slots, x, baseline)
