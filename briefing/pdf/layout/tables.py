"""Tables: rows that are never cut, a header that is repeated on the next page."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document import Column, Inline, Table, Text, plain_text
from briefing.pdf.layout.context import Context
from briefing.pdf.objects import string
from briefing.pdf.strips import Box, Item, Strip, spaced
from briefing.pdf.tags import Element

GAP = 12.0
PADDING = 3.0
SMALLEST = 44.0


def table(block: Table, context: Context, parent: Element) -> list[Strip]:
    """Table with Caption, THead and TBody; TH with Scope, TD with Headers."""
    element = parent.add("Table")
    strips: list[Strip] = []
    if block.caption:
        caption = element.add("Caption").add("P")
        strips += context.text.prose(
            block.caption, "figure-headline", caption, context.width
        ).strips()
        for strip in strips:
            strip.keep = True
    widths = column_widths(block, context)
    head_row = element.add("THead").add("TR")
    cells: list[tuple[Inline, ...]] = [(Text(column.header),) for column in block.columns]
    context.tables += 1
    ids = [f"table-{context.tables}-{index}" for index in range(len(cells))]
    header = _row(cells, block.columns, widths, "table-head", head_row, context, ids, [])
    header.keep = True
    strips.append(header)
    again = (*_caption_again(block, context), header)
    body = element.add("TBody")
    for number, row in enumerate(block.rows, 1):
        own = [f"table-{context.tables}-row-{number}"]
        strip = _row(row, block.columns, widths, "table", body.add("TR"), context, own, ids)
        strip.repeat = again
        strips.append(strip)
    return spaced(strips, context.space("block"), context.space("block"))


def _caption_again(block: Table, context: Context) -> list[Strip]:
    """The caption as it stands over the rest of a table: an artifact, "(continued)"."""
    if not block.caption:
        return []
    words = f"{plain_text(block.caption)} {context.text.furniture.continued}"
    aside = Element("P")  # in no tree: what is repeated is drawn as an artifact
    return context.text.prose((Text(words),), "figure-headline", aside, context.width).strips()


def column_widths(block: Table, context: Context) -> list[float]:
    """Widths that fill the measure: by the square root of the text each column holds.

    The root gives long columns more than short ones and still leaves these room for a word.
    """
    weights = []
    for index, column in enumerate(block.columns):
        texts = [len(plain_text(row[index])) for row in block.rows if index < len(row)]
        weights.append(max([len(column.header), *texts], default=1) ** 0.5)
    free = context.width - GAP * (len(weights) - 1)
    widths = [max(SMALLEST, free * weight / sum(weights)) for weight in weights]
    return [width * free / sum(widths) for width in widths]


def _row(
    cells: Sequence[tuple[Inline, ...]],
    columns: tuple[Column, ...],
    widths: list[float],
    style: str,
    row: Element,
    context: Context,
    ids: list[str],
    headers: list[str],
) -> Strip:
    items: list[Item] = []
    height = 0.0
    x = 0.0
    for index, cell in enumerate(cells):
        element = _cell(row, index, ids, headers)
        prose = context.text.prose(cell, style, element, widths[index])
        for number, line in enumerate(prose.lines):
            shift = widths[index] - line.width if columns[index].numeric else 0.0
            items += prose.line_items(line, x + shift, PADDING + number * prose.style.leading)
        height = max(height, prose.height)
        x += widths[index] + GAP
    height += 2 * PADDING
    colour = "rule" if headers else "blue"
    return Strip(height, [Box(0, height - 0.6, context.width, 0.6, context.colour(colour)), *items])


def _cell(row: Element, index: int, ids: list[str], headers: list[str]) -> Element:
    """A cell; a body row has ``headers``, the column headers' ids, and one id: its first cell's."""
    if not headers:
        element = row.add("TH", id=ids[index])
        element.attribute("Table", "Scope", b"/Column")
    elif index == 0:
        element = row.add("TH", id=ids[0])
        element.attribute("Table", "Scope", b"/Row")
    else:
        # Headers takes the place of Scope (14.8.5.7), so it names the row's header as well.
        element = row.add("TD")
        element.attribute("Table", "Headers", b"[%s%s]" % (string(headers[index]), string(ids[0])))
    return element
