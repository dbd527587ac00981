"""Key figures: numerals side by side on a rule."""

from __future__ import annotations

import re
from functools import partial

from briefing.document import KeyFigures, Text
from briefing.pdf.columns import Frame, Piece, Pieces, pieces_of, side_by_side
from briefing.pdf.layout.context import Context
from briefing.pdf.layout.lists import new_list
from briefing.pdf.strips import Box, Item, Strip, TextLine
from briefing.pdf.tags import Element
from briefing.pdf.text import Prose

PADDING = 9.0
LEAST_SCALE = 0.62
"""Of the size of a numeral: below it a unit beside it would be smaller than 8 points."""
_NUMBER = re.compile(r"(\D*?)([\d.,\u2009\u202f\u2013\u2212%]+)(\D*)")


def key_figures(block: KeyFigures, context: Context, parent: Element) -> list[Strip]:
    """L, an item for each: the numeral, what it counts, and what it does not or its base."""
    element = new_list(parent, "None")
    width = context.columns(len(block.items))
    split = [_around(figure.value.text) for figure in block.items]
    beside = all(_natural(parts, context, True) <= width for parts in split)
    scale = min(1.0, *(width / _natural(parts, context, False) for parts in split))
    above = not beside and any(qualifier for qualifier, _, _ in split)
    columns: list[Pieces] = []
    for index, (figure, parts) in enumerate(zip(block.items, split, strict=True)):
        x = index * (width + context.space("gutter"))
        body = element.add("LI").add("LBody")
        column = _numeral(parts, above, scale, x, width, context, body.add("P"))
        for inlines, style in ((figure.label, "numeral-label"), (figure.note, "numeral-note")):
            if inlines:
                prose = context.text.prose(inlines, style, body.add("P"), width)
                column += pieces_of(prose, x, after=prose.style.after)
        columns.append(column)
    strip = side_by_side(columns, Frame(PADDING - 2, PADDING, partial(_rules, context)))
    strip.before = strip.after = context.space("block")
    return [strip]


def _rules(context: Context, height: float, last: bool) -> list[Item]:
    """A rule above, and one below where the figures end."""
    rules: list[Item] = [Box(0, 0, context.width, 0.9, context.colour("blue"))]
    if last:
        rules.append(Box(0, height - 0.9, context.width, 0.9, context.colour("rule")))
    return rules


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
            context.text.label(text, style, aside).lines[0].width
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
    width: float,
    context: Context,
    element: Element,
) -> Pieces:
    """The number large, its qualifier and its unit smaller beside it.

    Where one qualifier of a row has no room beside its number, all stand ``above`` theirs, and
    each figure leaves room for it, so that numerals align; where a number is wider than its
    column all are as much smaller, and where they would be too small to read, they are wrapped.
    """
    qualifier, number, unit = parts
    if scale < LEAST_SCALE:
        inlines = (Text(f"{qualifier}{number}{unit}"),)
        return pieces_of(context.text.prose(inlines, "numeral-unit", element, width), x)
    room = context.theme.styles["numeral-note"].leading - 2 if above else 0.0
    pieces = ((qualifier, "numeral-unit"), (number, "numeral"), (unit, "numeral-unit"))
    over: Prose | None = None
    if above and qualifier:
        over = context.text.label(qualifier, "numeral-note", element.slot())
    labels = [
        context.text.label(text, style, element.slot(), scale)
        for text, style in pieces[1 if above else 0 :]
        if text
    ]
    if not labels:
        return []
    big = max(labels, key=lambda label: label.style.size)

    def items_at(top: float) -> list[Item]:
        items = over.items(x, top) if over else []
        left = x
        for label in labels:
            items.append(_beside(label, left, top + room + big.drop))
            left += label.lines[0].width  # with the space at its end
        return items

    return [Piece(room + big.height, items_at, keep=True)]


def _beside(prose: Prose, x: float, baseline: float) -> Item:
    """A label with its baseline at a given height."""
    return TextLine(prose.lines[0], prose.slots, x, baseline)
