"""The source list: two columns, links both ways."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from briefing.document import SourceItem, SourceList
from briefing.pdf.columns import Pieces, fitting, height_of, labelled, pieces_of, side_by_side
from briefing.pdf.layout.context import Context
from briefing.pdf.layout.lists import beside, new_list
from briefing.pdf.strips import Strip
from briefing.pdf.tags import Element
from briefing.pdf.text import Prose

FEWEST = 3
"""Entries that must fit a column before a page may end within the list."""


def source_list(block: SourceList, context: Context, parent: Element) -> list[Strip]:
    """L: the number leads back to the first citation, the entry to its address."""
    element = new_list(parent, "Decimal")
    entries = [element.add("LI") for _ in block.items]
    marks = [
        _number(item, entry, context) for item, entry in zip(block.items, entries, strict=True)
    ]
    indent = beside(marks, context.theme.styles["source"].hanging)
    width = context.columns(2)
    left: Pieces = []
    right: Pieces = []  # the same lines as they stand in the other column
    for item, mark, entry in zip(block.items, marks, entries, strict=True):
        body = context.text.prose(item.children, "source", entry.add("LBody"), width - indent)
        left += _entry(mark, body, 0, indent, context)
        right += _entry(mark, body, width + context.space("gutter"), indent, context)
    return [_balanced(left, right, context)]


def _number(item: SourceItem, entry: Element, context: Context) -> Prose:
    """The number of a source, a link back to where it is cited first."""
    label = entry.add("Lbl")
    holder = label.add("Link") if item.cited_from else label
    back = context.text.phrases.to_citation.format(number=item.number)
    target = f"#{item.cited_from[0]}" if item.cited_from else ""
    link = holder.lead(target, back) if target else None
    slot = holder.slot(link=link, anchor=item.anchor)
    return context.text.label(f"{item.number}.", "source", slot)


def _entry(mark: Prose, body: Prose, x: float, indent: float, context: Context) -> Pieces:
    """One entry, not cut unless it is tall."""
    lines = pieces_of(body, x + indent, after=body.style.after)
    if body.height <= context.tall:
        lines = [*(replace(line, keep=True) for line in lines[:-1]), *lines[-1:]]
    return labelled(mark, x, lines)


def _balanced(left: Pieces, right: Pieces, context: Context) -> Strip:
    """Two columns of like height; over a page break, columns that are filled first.

    ``left`` and ``right`` are the whole list, as it stands in either column.
    """
    cut = _middle(left)
    strip = side_by_side([left[:cut], right[cut:]])
    strip.after = context.theme.styles["note"].after
    strip.whole_to = 0.0

    def split(room: float) -> tuple[Strip, Strip] | None:
        first = fitting(left, room)
        entries = sum(not piece.keep for piece in left[:first])
        if entries < FEWEST and height_of(left[:first]) < context.tall:
            return None
        second = first + fitting(left[first:], room)
        head = side_by_side([left[:first], right[first:second]])
        return head, _balanced(left[second:], right[second:], context)

    strip.split = split
    return strip


def _middle(pieces: Pieces) -> int:
    """How many pieces the left of two columns takes, so that neither is taller than it must be."""
    above = [0.0, *accumulate(piece.height for piece in pieces)]
    cuts = [0, *(index for index, piece in enumerate(pieces, 1) if not piece.keep)]
    return min(cuts, key=lambda cut: (round(max(above[cut], above[-1] - above[cut]), 3), -cut))
