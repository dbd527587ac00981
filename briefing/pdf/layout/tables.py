"""Tables: rows that stay whole unless they are tall, a header that is repeated overleaf."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.diagnostics import Problem, RenderError
from briefing.document import Column, Inline, Table, Text, plain_text
from briefing.document.drawing import Colour
from briefing.pdf.columns import Frame, Pieces, pieces_of, side_by_side
from briefing.pdf.layout.context import Context
from briefing.pdf.objects import string
from briefing.pdf.strips import Box, Item, Strip, keep_short, spaced
from briefing.pdf.tags import Element

GAP = 12.0
PADDING = 3.0
SMALLEST = 44.0
"""The least width of a column, as long as there is room for all."""
NARROWEST = 14.0
"""Room for a letter or two: a column that is narrower holds no word."""
MOST_REPEATED = 2
"""Lines of a caption that may be repeated."""


def table(block: Table, context: Context, parent: Element) -> list[Strip]:
    """Table with Caption, THead and TBody; TH with Scope, TD with Headers."""
    element = parent.add("Table")
    strips = _caption(block.caption, element, context)
    widths = column_widths(block, context)
    head_row = element.add("THead").add("TR")
    cells: list[tuple[Inline, ...]] = [(Text(column.header),) for column in block.columns]
    own_name = f"table-{context.tables + 1}"
    ids = [f"{own_name}-{index}" for index in range(len(cells))]
    header = _row(cells, block.columns, widths, "table-head", head_row, context, ids, [])
    header.keep = True
    strips.append(header)
    again = _again(block, header, context)
    body = element.add("TBody")
    for number, row in enumerate(block.rows, 1):
        if len(row) != len(cells):
            message = f"row {number} of a table has {len(row)} cells, its header {len(cells)}"
            raise RenderError(Problem(message, hint="give each row a cell for each column"))
        own = [f"{own_name}-row-{number}"]
        strip = _row(row, block.columns, widths, "table", body.add("TR"), context, own, ids)
        strip.repeat = again
        strips.append(strip)
    return spaced(strips, context.space("block"), context.space("block"))


def _caption(inlines: tuple[Inline, ...], table: Element, context: Context) -> list[Strip]:
    """The caption over the table, which stays with the header."""
    if not inlines:
        return []
    element = table.add("Caption").add("P")
    prose = context.text.prose(inlines, "figure-headline", element, context.width)
    return keep_short(prose.strips(), context.tall)


def _again(block: Table, header: Strip, context: Context) -> tuple[Strip, ...]:
    """What stands over the rest of a table on the next page: its caption "(continued)", its header.

    All of it is drawn as an artifact. A caption of several lines is not said twice, and a header
    that would fill the page neither.
    """
    if header.height > context.tall:
        return ()
    continued = context.text.phrases.continued
    style = "figure-headline" if block.caption else "note"
    words = f"{plain_text(block.caption)} {continued}".strip()
    strips = _aside(words, style, context)
    if len(strips) > MOST_REPEATED:
        strips = _aside(continued, "note", context)
    return (*strips, header)


def _aside(words: str, style: str, context: Context) -> list[Strip]:
    nowhere = Element("P")  # in no tree: what is repeated is no content
    return context.text.prose((Text(words),), style, nowhere, context.width).strips()


def column_widths(block: Table, context: Context) -> list[float]:
    """Widths that fill the measure: by the square root of the text each column holds.

    The root gives long columns more than short ones and still leaves these room for a word.
    Raises RenderError where they are too many to hold any word at all.
    """
    weights = []
    for index, column in enumerate(block.columns):
        texts = [len(plain_text(row[index])) for row in block.rows if index < len(row)]
        weights.append(max([1, len(column.header), *texts]) ** 0.5)
    free = context.width - GAP * (len(weights) - 1)
    if free < NARROWEST * len(weights):
        message = f"a table of {len(weights)} columns does not fit a page"
        hint = "leave columns out, or make two tables of it"
        raise RenderError(Problem(message, hint=hint, code="too-wide"))
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
    made: list[Pieces] = []
    x = 0.0
    for index, cell in enumerate(cells):
        element = _cell(row, index, ids, headers)
        prose = context.text.prose(cell, style, element, widths[index])
        made.append(pieces_of(prose, x, widths[index] if columns[index].numeric else 0.0))
        x += widths[index] + GAP
    colour = context.colour("rule" if headers else "blue")
    return side_by_side(made, Frame(PADDING, PADDING, partial(_rule, context.width, colour)))


def _rule(width: float, colour: Colour, height: float, last: bool) -> list[Item]:
    """The rule below a row; none where the row goes on overleaf."""
    return [Box(0, height - 0.6, width, 0.6, colour)] if last else []


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
