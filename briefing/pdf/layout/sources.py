"""The source list: two in a row, links both ways."""

from __future__ import annotations

from briefing.document import SourceItem, SourceList
from briefing.pdf.layout.context import Context
from briefing.pdf.layout.lists import new_list
from briefing.pdf.strips import Item, Strip
from briefing.pdf.tags import Element
from briefing.pdf.text import Prose


def source_list(block: SourceList, context: Context, parent: Element) -> list[Strip]:
    """L: the number leads back to the first citation, the entry to its address."""
    element = new_list(parent, "Decimal")
    width = context.columns(2)
    entries = [_entry(item, width, context, element) for item in block.items]
    return [_row(entries[start : start + 2], width, context) for start in range(0, len(entries), 2)]


def _entry(
    item: SourceItem, width: float, context: Context, parent: Element
) -> tuple[Prose, Prose]:
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


def _row(entries: list[tuple[Prose, Prose]], width: float, context: Context) -> Strip:
    """Two entries side by side: a page may end after any row."""
    style = context.theme.styles["source"]
    items: list[Item] = []
    height = 0.0
    for column, (number, body) in enumerate(entries):
        x = column * (width + context.space("gutter"))
        items += [*number.items(x), *body.items(x + style.hanging)]
        height = max(height, body.height)
    return Strip(height, items, after=style.after)
