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
from briefing.pdf.columns import Pieces, labelled, pieces_of, side_by_side
from briefing.pdf.layout.context import Context
from briefing.pdf.strips import Strip, spaced
from briefing.pdf.tags import Element
from briefing.pdf.text import Prose

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
    indent = beside(marks, context.theme.styles["list"].hanging)
    strips: list[Strip] = []
    for number, (item, mark, entry) in enumerate(zip(items, marks, entries, strict=True)):
        body = context.text.prose(item.children, "list", entry.add("LBody"), context.width - indent)
        made = body.strips(indent) or [Strip(mark.height)]
        made[0].items = [*mark.items(0), *made[0].items]
        # No page ends after a list's first item, and none begins with its last.
        made[-1].keep = len(items) > 1 and number in (0, len(items) - 2)
        strips += made
    return spaced(strips, 0, context.theme.styles["body"].after)


def asks(items: Sequence[ListItem], context: Context, parent: Element) -> list[Strip]:
    """Recommendations: two in a row, each with a numeral in the margin of its column."""
    element = new_list(parent, "Decimal")
    width = context.columns(2)
    entries = [element.add("LI") for _ in items]
    marks = [
        context.text.label(str(number), "ask-number", entry.add("Lbl").slot())
        for number, entry in enumerate(entries, 1)
    ]
    indent = beside(marks, context.theme.styles["ask"].hanging)
    columns: list[Pieces] = []
    for index, (item, mark, entry) in enumerate(zip(items, marks, entries, strict=True)):
        x = index % 2 * (width + context.space("gutter"))
        body = context.text.prose(item.children, "ask", entry.add("LBody"), width - indent)
        columns.append(labelled(mark, x, pieces_of(body, x + indent)))
    return _in_pairs(columns, context.theme.styles["ask"].after)


def beside(labels: Sequence[Prose], least: float) -> float:
    """How far text stands from the left of its label: clear of the widest, or ``least``."""
    return max([least, *(label.lines[0].width + LABEL_GAP for label in labels)])


def _in_pairs(columns: list[Pieces], after: float) -> list[Strip]:
    """Two columns to a strip, ``after`` points between strips."""
    strips = [side_by_side(columns[start : start + 2]) for start in range(0, len(columns), 2)]
    for strip in strips:
        strip.after = after
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
        strip = side_by_side([pieces_of(date, 0), pieces_of(body, DATE_WIDTH)])
        strip.after = 4
        strips.append(strip)
    return spaced(strips, 2, context.theme.styles["body"].after)


def helplines(block: Helplines, context: Context, parent: Element) -> list[Strip]:
    """L of services, two in a row: name, purpose, address."""
    element = new_list(parent, "None")
    width = context.columns(2)
    columns: list[Pieces] = []
    for index, item in enumerate(block.items):
        x = index % 2 * (width + context.space("gutter"))
        body = element.add("LI").add("LBody")
        column: Pieces = []
        for inlines in (
            (Strong((Text(item.name),)),),
            (Text(item.purpose),),
            (Link(item.url, (Text(shown_address(item.url)),)),),
        ):
            column += pieces_of(context.text.prose(inlines, "table", body.add("P"), width), x)
        columns.append(column)
    return spaced(_in_pairs(columns, 7), 2, context.theme.styles["body"].after)
