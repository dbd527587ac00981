"""Lists of all kinds: bullets, numbers, what we ask, chronology, helplines."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document import (
    BulletList,
    Chronology,
    Helplines,
    Link,
    ListItem,
    NumberedList,
    Strong,
    Text,
)
from briefing.document.reading import shown_address
from briefing.pdf.layout.context import Context
from briefing.pdf.strips import Item, Strip, spaced
from briefing.pdf.tags import Element

DATE_WIDTH = 96.0
LABEL_GAP = 4.0
"""The least between a label and its text."""


def bullets(block: BulletList, context: Context, parent: Element) -> list[Strip]:
    """L with bullets."""
    return _list(block.items, ["•"] * len(block.items), "Disc", context, parent)


def numbered(block: NumberedList, context: Context, parent: Element) -> list[Strip]:
    """L with numbers; what we ask stands in two columns with large numerals."""
    if block.role == "asks":
        return asks(block.items, context, parent)
    labels = [f"{number}." for number in range(1, len(block.items) + 1)]
    return _list(block.items, labels, "Decimal", context, parent)


def new_list(parent: Element, numbering: str) -> Element:
    """An L element with its kind of numbering (ISO 32000-1, 14.8.5.5)."""
    element = parent.add("L")
    element.attribute("List", "ListNumbering", b"/" + numbering.encode("ascii"))
    return element


def _list(
    items: Sequence[ListItem], labels: list[str], numbering: str, context: Context, parent: Element
) -> list[Strip]:
    element = new_list(parent, numbering)
    entries = [element.add("LI") for _ in items]
    marks = [
        context.text.label(label, "list", entry.add("Lbl").slot())
        for label, entry in zip(labels, entries, strict=True)
    ]
    widest = max((mark.lines[0].width for mark in marks), default=0.0)
    indent = max(context.theme.styles["list"].hanging, widest + LABEL_GAP)  # "10." is wide
    strips: list[Strip] = []
    for number, (item, mark, entry) in enumerate(zip(items, marks, entries, strict=True)):
        body = context.text.prose(item.children, "list", entry.add("LBody"), context.width - indent)
        made = body.strips(indent)
        made[0].items = [*mark.items(0), *made[0].items]
        # No page ends after a list's first item, and none begins with its last.
        made[-1].keep = len(items) > 1 and number in (0, len(items) - 2)
        strips += made
    return spaced(strips, 0, context.theme.styles["body"].after)


def asks(items: Sequence[ListItem], context: Context, parent: Element) -> list[Strip]:
    """Recommendations: two in a row, each with a numeral in the margin of its column."""
    element = new_list(parent, "Decimal")
    width = context.columns(2)
    indent = context.theme.styles["ask"].hanging
    strips: list[Strip] = []
    for start in range(0, len(items), 2):
        drawn: list[Item] = []
        height = 0.0
        for column, item in enumerate(items[start : start + 2]):
            x = column * (width + context.space("gutter"))
            entry = element.add("LI")
            number = context.text.label(
                str(start + column + 1), "ask-number", entry.add("Lbl").slot()
            )
            body = context.text.prose(item.children, "ask", entry.add("LBody"), width - indent)
            drawn += [*number.items(x), *body.items(x + indent)]
            height = max(height, body.height)
        strips.append(Strip(height, drawn, after=context.theme.styles["ask"].after))
    return strips


def chronology(block: Chronology, context: Context, parent: Element) -> list[Strip]:
    """L of dated events: the date is the label."""
    element = new_list(parent, "None")
    strips: list[Strip] = []
    for item in block.items:
        entry = element.add("LI")
        date = context.text.prose(
            (Strong((Text(item.date),)),), "table", entry.add("Lbl"), DATE_WIDTH
        )
        body = context.text.prose(
            item.children, "table", entry.add("LBody"), context.width - DATE_WIDTH
        )
        height = max(date.height, body.height)
        strips.append(Strip(height, [*date.items(0), *body.items(DATE_WIDTH)], after=4))
    return spaced(strips, 2, context.theme.styles["body"].after)


def helplines(block: Helplines, context: Context, parent: Element) -> list[Strip]:
    """L of services, two in a row: name, purpose, address."""
    element = new_list(parent, "None")
    width = context.columns(2)
    strips: list[Strip] = []
    for start in range(0, len(block.items), 2):
        drawn: list[Item] = []
        height = 0.0
        for column, item in enumerate(block.items[start : start + 2]):
            x = column * (width + context.space("gutter"))
            body = element.add("LI").add("LBody")
            top = 0.0
            for inlines in (
                (Strong((Text(item.name),)),),
                (Text(item.purpose),),
                (Link(item.url, (Text(shown_address(item.url)),)),),
            ):
                line = context.text.prose(inlines, "table", body.add("P"), width)
                drawn += line.items(x, top)
                top += line.height
            height = max(height, top)
        strips.append(Strip(height, drawn, after=7))
    return spaced(strips, 2, context.theme.styles["body"].after)
