"""Strips of columns that stand side by side, and are cut each between lines of its own.

The cells of a table row, a date and what happened, two recommendations: they begin level, the
tallest gives the height, and where the strip is taller than a page each column goes on overleaf.
A cut parts only what is drawn. The elements stay as they are: a slot that is shown on two pages
simply has marks on both.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from briefing.pdf.strips import TALL, Item, Strip
from briefing.pdf.text import Prose
from briefing.values import value


@value
class Piece:
    """What a column holds between two places where it may be cut: a line, mostly.

    ``items_at`` gives its items for a depth below the strip's top. ``keep``: no cut between it
    and the next.
    """

    height: float
    items_at: Callable[[float], list[Item]]
    keep: bool = False


Pieces = list[Piece]
"""One column, from top to bottom."""


def _nothing(height: float, last: bool) -> list[Item]:
    return []


@value
class Frame:
    """Room above and below the columns, and the rules or grounds of a strip.

    ``drawn`` is asked with the height, and whether the columns end in this strip.
    """

    top: float = 0.0
    bottom: float = 0.0
    drawn: Callable[[float, bool], list[Item]] = _nothing


def pieces_of(prose: Prose, x: float, flush: float = 0.0, after: float = 0.0) -> Pieces:
    """The lines of a paragraph, ``after`` points below the last.

    Lines end ``flush`` to the right of ``x`` where that is given. A cut leaves two lines on each
    side.
    """
    count = len(prose.lines)
    pieces = []
    for index, line in enumerate(prose.lines):
        left = x + flush - line.width if flush else x
        pieces.append(
            Piece(
                prose.style.leading + (after if index == count - 1 else 0.0),
                partial(prose.line_items, line, left),
                keep=index in (0, count - 2) and index < count - 1,
            )
        )
    return pieces


def labelled(label: Prose, x: float, body: Pieces) -> Pieces:
    """``body`` with a label beside its first piece."""
    if not body:
        return [Piece(label.height, partial(label.items, x))]
    first, *rest = body

    def items_at(top: float) -> list[Item]:
        return [*label.items(x, top), *first.items_at(top)]

    return [replace(first, items_at=items_at), *rest]


def height_of(pieces: Sequence[Piece]) -> float:
    """The height of one column."""
    return sum(piece.height for piece in pieces)


def side_by_side(columns: Sequence[Pieces], frame: Frame | None = None) -> Strip:
    """Columns that begin level, in one strip; moved whole where it is short, else cut."""
    frame = frame or Frame()
    strip = _drawn(columns, frame, last=True)
    strip.whole_to = TALL

    def split(room: float) -> tuple[Strip, Strip] | None:
        inside = room - frame.top - frame.bottom
        cuts = [fitting(column, inside) for column in columns]
        if any(column and not cut for column, cut in zip(columns, cuts, strict=True)):
            return None  # each column begins where the strip does
        above = [column[:cut] for column, cut in zip(columns, cuts, strict=True)]
        below = [column[cut:] for column, cut in zip(columns, cuts, strict=True)]
        return _drawn(above, frame, last=False), side_by_side(below, frame)

    strip.split = split
    return strip


def _drawn(columns: Sequence[Pieces], frame: Frame, last: bool) -> Strip:
    tallest = max((height_of(column) for column in columns), default=0.0)
    height = frame.top + tallest + frame.bottom
    items = frame.drawn(height, last)
    for column in columns:
        top = frame.top
        for piece in column:
            items += piece.items_at(top)
            top += piece.height
    return Strip(height, items)


def fitting(pieces: Sequence[Piece], room: float) -> int:
    """How many pieces of a column, from the first on, may stand in ``room`` before a cut."""
    found = 0
    height = 0.0
    for count, piece in enumerate(pieces, 1):
        height += piece.height
        if height > room + 0.01:
            break
        if not piece.keep or count == len(pieces):
            found = count
    return found
