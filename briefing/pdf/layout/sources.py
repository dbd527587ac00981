"""The source list: two columns, links both ways."""

from __future__ import annotations

from typing import TypeAlias

from briefing.document import SourceItem, SourceList
from briefing.pdf.layout.context import Context
from briefing.pdf.layout.lists import new_list
from briefing.pdf.strips import Item, Strip
from briefing.pdf.tags import Element
from briefing.pdf.text import Prose

Entry: TypeAlias = tuple[Prose, Prose]
"""The number of a source, and what it says."""

FEWEST = 3
"""Entries that must fit a column before a page may end within the list."""


def source_list(block: SourceList, context: Context, parent: Element) -> list[Strip]:
    """L: the number leads back to the first citation, the entry to its address."""
    element = new_list(parent, "Decimal")
    width = context.columns(2)
    entries = [_entry(item, width, context, element) for item in block.items]
    return [_balanced(entries, width, context)]


def _entry(item: SourceItem, width: float, context: Context, parent: Element) -> Entry:
    entry = parent.add("LI")
    indent = context.theme.styles["source"].hanging
    label = entry.add("Lbl")
    holder = label.add("Link") if item.cited_from else label
    back = context.text.furniture.to_citation.format(number=item.number)
    target = f"#{item.cited_from[0]}" if item.cited_from else ""
    slot = holder.slot(target=target, contents=back, anchor=item.anchor)
    number = context.text.label(f"{item.number}.", "source", slot)
    body = context.text.prose(item.children, "source", entry.add("LBody"), width - indent)
    return number, body


def _balanced(entries: list[Entry], width: float, context: Context) -> Strip:
    """Two columns of like height; over a page break, columns that are filled first."""
    heights = _heights(entries, context)
    cut = min(
        range(len(entries) + 1),
        key=lambda cut: (max(sum(heights[:cut]), sum(heights[cut:])), -cut),
    )
    strip = _columns(entries[:cut], entries[cut:], width, context)

    def split(room: float) -> tuple[Strip, Strip] | None:
        left = _fitting(heights, room)
        right = _fitting(heights[left:], room)
        if left < FEWEST:
            return None
        head = _columns(entries[:left], entries[left : left + right], width, context)
        return head, _balanced(entries[left + right :], width, context)

    strip.split = split
    return strip


def _heights(entries: list[Entry], context: Context) -> list[float]:
    gap = context.theme.styles["source"].after
    return [body.height + gap for _, body in entries]


def _fitting(heights: list[float], room: float) -> int:
    """How many of the heights, from the first on, fit one above the other."""
    count = 0
    while count < len(heights) and sum(heights[: count + 1]) <= room:
        count += 1
    return count


def _columns(left: list[Entry], right: list[Entry], width: float, context: Context) -> Strip:
    style = context.theme.styles["source"]
    items: list[Item] = []
    height = 0.0
    for column, entries in enumerate((left, right)):
        x = column * (width + context.space("gutter"))
        top = 0.0
        for number, body in entries:
            items += [*number.items(x, top), *body.items(x + style.hanging, top)]
            top += body.height + style.after
        height = max(height, top)
    return Strip(height, items, after=context.theme.styles["note"].after)
