"""Charts with their words, one or more to a row."""

from __future__ import annotations

from briefing.document import Figure, Text
from briefing.document.rows import figure_widths
from briefing.pdf.layout.context import Context
from briefing.pdf.strips import Art, Item, Strip
from briefing.pdf.tags import Element


def figure_row(row: tuple[Figure, ...], context: Context, parent: Element) -> list[Strip]:
    """Figures side by side: headline, subtitle, chart, note; never cut."""
    widths = figure_widths(row, context.width, context.space("gutter"))
    drawn: list[Item] = []
    height = 0.0
    x = 0.0
    for figure, width in zip(row, widths, strict=True):
        items, used = _figure(figure, width, x, context, parent)
        drawn += items
        height = max(height, used)
        x += width + context.space("gutter")
    space = context.space("figure")
    return [Strip(height, drawn, before=space, after=space)]


def _figure(
    figure: Figure, width: float, x: float, context: Context, parent: Element
) -> tuple[list[Item], float]:
    """Figure with Caption (headline, subtitle) and Alt; the source note follows as a P."""
    element = parent.add("Figure", alt=figure.alt, title=figure.headline)
    context.figures[figure.id] = element
    caption = element.add("Caption")
    items: list[Item] = []
    top = 0.0
    for text, style in (
        (figure.headline, "figure-headline"),
        (figure.subtitle, "figure-subtitle"),
    ):
        prose = context.text.prose((Text(text),), style, caption.add("P"), width, balance=True)
        items += prose.items(x, top)
        top += prose.height + prose.style.after
    form, drawing = context.form(figure.id)
    key = f"C{len(context.figures)}"
    items.append(Art(key, form, element.slot(), x, top, drawing.width, drawing.height))
    top += drawing.height + context.theme.styles["figure-note"].before
    note = context.text.prose(figure.note, "figure-note", parent.add("P"), width)
    items += note.items(x, top)
    return items, top + note.height
