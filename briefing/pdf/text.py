"""Inlines to lines, each part tied to its slot in the structure tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from briefing.document import (
    Citation,
    Emphasis,
    Fact,
    Foreign,
    Inline,
    Link,
    Strong,
    Text,
    TextStyle,
    Theme,
    plain_text,
)
from briefing.pdf.strips import Box, Item, Strip, TextLine, keep_lines, spaced
from briefing.pdf.tags import Element, LinkTo, Slot
from briefing.typeset import Line, Span, SpanStyle, Typesetter, style_of

RUNNING = ("body", "list", "table", "note", "callout", "figure-note", "source")
"""Styles of running text, whose words may be parted: no title, label or numeral is."""
RAISED_SIZE = 0.66
RAISED_BY = 0.33
"""Size and rise of a citation, of the text's size: it stays below the ascenders, and so does not
open the leading."""
SMALLEST = 8.0
"""No text is set smaller, raised numbers included."""
LOWERED = 0.4
"""What a raised number that is larger for that reason rises less, of the difference."""


@dataclass(slots=True)
class Prose:
    """The set lines of one paragraph."""

    lines: tuple[Line, ...]
    slots: list[Slot]
    style: TextStyle
    drop: float
    underline: tuple[float, float, float]

    @property
    def height(self) -> float:
        """Lines times leading."""
        return len(self.lines) * self.style.leading

    def items(self, x: float, top: float = 0.0) -> list[Item]:
        """The lines as items of one strip, from ``top`` below its top."""
        items: list[Item] = []
        for index, line in enumerate(self.lines):
            items += self.line_items(line, x, top + index * self.style.leading)
        return items

    def strips(self, x: float = 0.0) -> list[Strip]:
        """A strip for each line, with the style's space before and after."""
        leading = self.style.leading
        strips = [Strip(leading, self.line_items(line, x, 0.0)) for line in self.lines]
        return spaced(keep_lines(strips), self.style.before, self.style.after)

    def line_items(self, line: Line, x: float, top: float) -> list[Item]:
        """One line, with the rules under its links, ``top`` below the strip's top."""
        items: list[Item] = []
        baseline = top + self.drop
        for part in line.parts:
            slot = self.slots[part.key]
            # A link to the web is not told by colour alone; the space at a line's end is no link.
            if slot.link and not slot.link.target.startswith("#"):
                left, right = max(part.x, 0.0), min(part.x + part.width, line.width)
                if right > left:
                    rule = (x + left, baseline + 1.4, right - left, 0.5, self.underline)
                    items.append(Box(*rule, of=(x, line.width)))
        items.append(TextLine(line, self.slots, x, baseline))
        return items


class Phrases(NamedTuple):
    """Of ``Furniture`` the words within the text: those at the edges name the edition."""

    continued: str
    to_source: str
    to_citation: str


class TextSetter:
    """Sets the paragraphs of one document."""

    def __init__(
        self, theme: Theme, typesetter: Typesetter, language: str, phrases: Phrases
    ) -> None:
        self.theme = theme
        self.typesetter = typesetter
        self.language = language
        self.phrases = phrases

    def prose(
        self,
        inlines: Iterable[Inline],
        style: str,
        element: Element,
        width: float,
        balance: bool = False,
    ) -> Prose:
        """Set ``inlines`` in a style of the theme, as content of ``element``."""
        text_style = self.theme.styles[style]
        flow = _Flow(self, text_style)
        flow.add(inlines, text_style.font, element)
        hyphenate = style in RUNNING and not balance
        lines = self.typesetter.lines(flow.spans, width, self.language, balance, hyphenate)
        return Prose(
            lines, flow.slots, text_style, self.drop(text_style), self.theme.colours["rule"]
        )

    def label(self, text: str, style: str, slot: Slot, scale: float = 1.0) -> Prose:
        """One line of plain text under a slot that exists already, ``scale`` times its size."""
        text_style = self.theme.styles[style]
        span = style_of(text_style.font, scale * text_style.size, text_style.colour)
        line = self.typesetter.line(text, span, self.language)
        return Prose((line,), [slot], text_style, self.drop(text_style), (0.0, 0.0, 0.0))

    def drop(self, style: TextStyle) -> float:
        """How far below a line's top its baseline is: the font centred in the leading."""
        face = self.typesetter.faces[style.font]
        middle = (face.ascender + face.descender) / 2 * style.size / face.units
        return style.leading / 2 + middle


class _Flow:
    """Turns nested inlines into spans, a slot for each change of element."""

    def __init__(self, setter: TextSetter, style: TextStyle) -> None:
        self.setter = setter
        self.style = style
        self.spans: list[Span] = []
        self.slots: list[Slot] = []
        self._after_citation = False
        self._language = ""  # of foreign text that is being added
        self._linked: LinkTo | None = None  # of the link that is being added

    def add(self, inlines: Iterable[Inline], font: str, element: Element) -> None:
        for inline in inlines:
            if isinstance(inline, Citation):
                if self._linked:  # a link holds no other
                    self._text(plain_text((inline,)), self._span_style(font), element)
                    continue
                self._citation(inline, font, element)
                self._after_citation = True
                continue
            self._after_citation = False
            if isinstance(inline, (Text, Fact)):
                self._text(inline.text, self._span_style(font), element)
            elif isinstance(inline, Strong):
                self.add(inline.children, self.style.strong, element)
            elif isinstance(inline, Emphasis):
                self.add(inline.children, self.style.emphasis, element)
            elif isinstance(inline, Foreign):
                self._foreign(inline, font, element)
            else:
                self._link(inline, font, element)

    def _span_style(self, font: str) -> SpanStyle:
        colour = self.setter.theme.colours["blue"] if self._linked else self.style.colour
        return style_of(font, self.style.size, colour, 0.0, self._language)

    def _foreign(self, foreign: Foreign, font: str, element: Element) -> None:
        inside = element.add("Span")
        inside.language = foreign.language  # 14.9.2.3
        outer, self._language = self._language, foreign.language
        self.add(foreign.children, font, inside)
        self._language = outer

    def _text(self, text: str, style: SpanStyle, element: Element) -> None:
        slot = self.slots[-1] if self.slots else None
        if slot is None or not element.children or slot is not element.children[-1]:
            self.slots.append(element.slot(link=self._linked))
        key = len(self.slots) - 1
        if self.spans and self.spans[-1].key == key and self.spans[-1].style == style:
            text = self.spans.pop().text + text  # one span: kerning does not stop at a fact
        self.spans.append(Span(text, style, key))

    def _link(self, link: Link, font: str, element: Element) -> None:
        inside = element.add("Link")
        self._linked = inside.lead(link.target, plain_text(link.children), link.where)
        self.add(link.children, font, inside)
        self._linked = None

    def _citation(self, citation: Citation, font: str, element: Element) -> None:
        size = self.style.size
        drawn = max(RAISED_SIZE * size, SMALLEST)
        style = style_of(
            font if font in (self.style.font, self.style.strong) else self.style.font,
            drawn,
            self.setter.theme.colours["blue"],
            RAISED_BY * size - LOWERED * (drawn - RAISED_SIZE * size),
        )
        inside = element.add("Reference").add("Link")
        contents = self.setter.phrases.to_source.format(number=citation.number)
        link = inside.lead(f"#source-{citation.number}", contents)
        slot = inside.slot(actual=citation.text, link=link, anchor=citation.anchor)
        self.slots.append(slot)
        words = f"{citation.number}†" if citation.doubtful else str(citation.number)
        text = f",{words}" if self._after_citation else words
        self.spans.append(Span(text, style, len(self.slots) - 1, glued=True))
