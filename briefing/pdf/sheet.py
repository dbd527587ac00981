"""What is drawn on a page, as any document may take it.

A sheet knows no page number, no object and no document: an equal page of the next edition is
taken as it is (``layout/story.py`` keeps them).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from briefing.pdf.glyphs import Glyphs, Shown, glyphs_of
from briefing.pdf.objects import numbers, string
from briefing.pdf.tags import Element, LinkTo, Mark, Slot
from briefing.typeset import Part

Grouped: TypeAlias = dict[Slot, list[Mark | Element]]
"""The marked-content sequences of each slot, and Spans for what their glyphs do not tell."""
Area: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top on the page."""


@dataclass(slots=True)
class Sheet:
    """Content, and what must be known of it beside the page.

    ``marks``: each slot's marked-content sequences by their number, or a Span for what its glyphs
    do not tell. ``links`` are places of links, until they are ``annotations`` with the beginning
    of their dictionaries; ``anchors`` heights that links lead to, ``forms``
    the charts by figure id with their names in the content, ``boxes`` the figures' areas, and
    ``glyphs`` what is shown in each role's font.
    """

    content: list[bytes] = field(default_factory=list)
    marks: list[tuple[Slot, int | Element]] = field(default_factory=list)
    links: list[tuple[LinkTo, Area]] = field(default_factory=list)
    annotations: list[tuple[LinkTo, bytes]] = field(default_factory=list)
    anchors: list[tuple[str | Slot, float]] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    """The text that is shown, until it is summed up in ``glyphs``."""
    glyphs: Glyphs = field(default_factory=dict)
    forms: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[tuple[Slot, Area]] = field(default_factory=list)
    count: int = 0
    """Marked-content sequences so far."""
    spanned: set[Slot] = field(default_factory=set)
    """The slots that have Spans among their marks, once ``marks_on`` was asked."""
    _on: tuple[int, Grouped] | None = None

    def sum_up(self) -> None:
        """Bring the glyphs of all parts together, and make annotations of the links."""
        if self.parts:
            self.glyphs = _together(self.glyphs, glyphs_of(self.parts))
            self.parts = []
        self.annotations += ((link, annotation_entries(link, area)) for link, area in self.links)
        self.links = []

    def marks_on(self, page: int) -> Grouped:
        """The marks of each slot where the sheet is page ``page`` (from 0); not to be changed."""
        if self._on is None or self._on[0] != page:
            grouped: Grouped = {}
            for slot, mark in self.marks:
                noted = mark if isinstance(mark, Element) else (page, mark)
                grouped.setdefault(slot, []).append(noted)
            self._on = (page, grouped)
            self.spanned = {slot for slot, mark in self.marks if isinstance(mark, Element)}
        return self._on[1]


def annotation_entries(link: LinkTo, area: Area) -> bytes:
    """What a link annotation is in any document (ISO 32000-1, 12.5.6.5).

    It has Contents for those who cannot see it (ISO 14289-1, 7.18.5) and the Print flag
    (ISO 19005-3, 6.3.2).
    """
    return b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/Contents%s/StructParent " % (
        numbers(*area),
        string(link.contents),
    )


def _together(one: Glyphs, two: Glyphs) -> Glyphs:
    if not one or not two:
        return one or two
    return {role: one.get(role, _NONE) | two.get(role, _NONE) for role in (*one, *two)}


_NONE = Shown()
