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
    beside = all(_natural(parts, context, True) <= width for parts in split)
    scale = min(1.0, *(width / _natural(parts, context, False) for parts in split))
    above = not beside and any(qualifier for qualifier, _, _ in split)
    drawn: list[Item] = []
    height = 0.0
    for index, (figure, parts) in enumerate(zip(block.items, split, strict=True)):
        x = index * (width + context.space("gutter"))
        body = element.add("LI").add("LBody")
        items, top = _numeral(parts, above, scale, x, context, body.add("P"))
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


def _natural(parts: tuple[str, str, str], context: Context, qualified: bool) -> float:
    """The width of a number and its unit at their full size, with its qualifier or without."""
    aside = Element("P").slot()
    styles = ("numeral-unit", "numeral", "numeral-unit")
    return (
        sum(
            context.text.label(text, style, aside).lines[0].parts[0].width
            for text, style in list(zip(parts, styles, strict=True))[0 if qualified else 1 :]
            if text
        )
        or 1.0
    )


def _numeral(
    parts: tuple[str, str, str],
    above: bool,
    scale: float,
    x: float,
    context: Context,
    element: Element,
) -> tuple[list[Item], float]:
    """The number large, its qualifier and its unit smaller beside it.

    Where one qualifier of a row has no room beside its number, all stand ``above`` theirs, and
    each figure leaves room for it, so that numerals align; where a number is wider than its
    column all are as much smaller.
    """
    qualifier, number, unit = parts
    items: list[Item] = []
    top = PADDING - 2
    if above:
        if qualifier:
            line = context.text.label(qualifier, "numeral-note", element.slot())
            items += line.items(x, top)
        top += context.theme.styles["numeral-note"].leading - 2
        qualifier = ""
    pieces = ((qualifier, "numeral-unit"), (number, "numeral"), (unit, "numeral-unit"))
    set_pieces = [
        context.text.label(text, style, element.slot(), scale) for text, style in pieces if text
    ]
    big = max(set_pieces, key=lambda piece: piece.style.size)
    for piece in set_pieces:
        items.append(_beside(piece, x, top + big.drop))
        x += piece.lines[0].parts[0].width  # with the space at its end
    return items, top + big.height


def _beside(prose: Prose, x: float, baseline: float) -> Item:
    """A label with its baseline at a given height."""
    return TextLine(prose.lines[0], prose.slots, x, baseline)
