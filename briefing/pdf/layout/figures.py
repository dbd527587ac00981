"""Charts with their words, one or more to a row."""

from __future__ import annotations

from briefing.document import Figure, Text
from briefing.document.rows import figure_widths
from briefing.pdf.layout.context import Context
from briefing.pdf.strips import Art, Item, Strip
from briefing.pdf.tags import Element
from briefing.pdf.text import Prose
from briefing.values import value


@value
class _Set:
    """The set words of a figure, and the element that its chart goes into."""

    figure: Figure
    element: Element
    headline: Prose
    subtitle: Prose
    note: Prose

    @property
    def head(self) -> float:
        """The height of headline and subtitle with the space below each."""
        return sum(prose.height + prose.style.after for prose in (self.headline, self.subtitle))


def figure_row(row: tuple[Figure, ...], context: Context, parent: Element) -> list[Strip]:
    """Figures side by side: headline, subtitle, chart, note; never cut. Charts begin level."""
    widths = figure_widths(row, context.width, context.space("gutter"))
    words = [
        _words(figure, width, context, parent) for figure, width in zip(row, widths, strict=True)
    ]
    level = max(each.head for each in words)
    drawn: list[Item] = []
    strip = Strip(0.0, drawn)
    x = 0.0
    for each, width in zip(words, widths, strict=True):
        items, used = _placed(each, x, level, context)
        drawn += items
        if used > strip.height:  # the tallest is at fault where the row does not fit a page
            strip.height, strip.where = used, each.figure.where
        x += width + context.space("gutter")
    strip.before = strip.after = context.space("figure")
    return [strip]


def _words(figure: Figure, width: float, context: Context, parent: Element) -> _Set:
    """Figure with Caption (headline, subtitle) and Alt; the source note follows as a P."""
    element = parent.add("Figure", alt=figure.alt, title=figure.headline)
    caption = element.add("Caption")
    headline, subtitle = (
        context.text.prose((Text(text),), style, caption.add("P"), width, balance=balance)
        for text, style, balance in (
            (figure.headline, "figure-headline", True),
            (figure.subtitle, "figure-subtitle", False),
        )
    )
    note = context.text.prose(figure.note, "figure-note", parent.add("P"), width)
    return _Set(figure, element, headline, subtitle, note)


def _placed(words: _Set, x: float, level: float, context: Context) -> tuple[list[Item], float]:
    """The items of one figure, its chart ``level`` below the top; and the height they take."""
    items = words.headline.items(x)
    items += words.subtitle.items(x, words.headline.height + words.headline.style.after)
    width, height = context.sizes[words.figure.id]
    slot = context.figures[words.figure.id] = words.element.slot()
    items.append(Art(words.figure.id, slot, x, level, width, height))
    top = level + height + words.note.style.before
    return [*items, *words.note.items(x, top)], top + words.note.height
