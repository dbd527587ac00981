"""Strips: the pieces of a page that are never cut, from a line of text to a row of charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field
from typing import Protocol

from briefing.document import Where
from briefing.document.drawing import Colour
from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.tags import Slot
from briefing.typeset import Line

TALL = 1 / 3
"""Of a page. What is lower moves to the next page whole; what is taller may be cut, since the
page before it would be left with a hole."""


class Item(Protocol):
    """Something that stands in a strip."""

    x: float

    @property
    def width(self) -> float:
        """In points, without the space at a line's end."""

    def draw(self, canvas: TaggedCanvas, left: float, top: float, repeated: bool) -> None:
        """Draw with the strip's upper left corner at ``left, top``.

        ``repeated``: it was on an earlier page already and is no content here.
        """


@dataclass(slots=True)
class TextLine:
    """A line of text; its baseline is ``drop`` below the strip's top."""

    line: Line
    slots: Sequence[Slot]
    x: float
    drop: float

    @property
    def width(self) -> float:
        """Of the line, without the space at its end."""
        return self.line.width

    def draw(self, canvas: TaggedCanvas, left: float, top: float, repeated: bool) -> None:
        """Show each part under its slot."""
        if repeated:
            with canvas.artifact("Pagination"):
                for part in self.line.parts:
                    canvas.show(None, part, left + self.x + part.x, top - self.drop)
            return
        for part in self.line.parts:
            canvas.show(self.slots[part.key], part, left + self.x + part.x, top - self.drop)


@dataclass(slots=True)
class Box:
    """A filled rectangle whose top is ``drop`` below the strip's top.

    ``of`` is x and width of the line that it belongs to, as the rule under a link does: where a
    page is laid out from the right it moves with that line.
    """

    x: float
    drop: float
    width: float
    height: float
    colour: Colour
    of: tuple[float, float] | None = None

    def draw(self, canvas: TaggedCanvas, left: float, top: float, repeated: bool) -> None:
        """Fill it."""
        bottom = top - self.drop - self.height
        canvas.box(left + self.x, bottom, self.width, self.height, self.colour)


@dataclass(slots=True)
class Art:
    """A chart: its form XObject, by the figure's id, as the content of a Figure element."""

    figure: str
    slot: Slot
    x: float
    drop: float
    width: float
    height: float

    def draw(self, canvas: TaggedCanvas, left: float, top: float, repeated: bool) -> None:
        """Place the form and tell the Figure its box on the page."""
        x, y = left + self.x, top - self.drop - self.height
        canvas.form(self.slot, self.figure, x, y)
        area = (x, y, x + self.width, y + self.height)
        canvas.sheet.boxes.append((self.slot, area))


@dataclass(slots=True)
class Strip:
    """A piece of a page, ``height`` points high.

    Between two strips there is the larger of the upper one's ``after`` and the lower one's
    ``before``; none at the top of a page. ``keep``: no page ends between this strip and the next.
    ``repeat`` are strips to set anew, as artifacts, where a page begins with this one. ``block``,
    ``where`` and ``name`` say which block it belongs to, for the page report and for messages.
    ``foot`` are strips to set below, as artifacts, where a page ends with this one and its block
    goes on. ``fresh``: it begins a page if the one before is well filled. ``split`` cuts it in
    two, the first at most so many points high; None where that cannot be. It is asked only where
    the strip is taller than ``whole_to``, a share of the page.
    """

    height: float
    items: list[Item] = field(default_factory=list)
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    block: int = -1
    where: Where | None = None
    name: str = ""
    repeat: tuple[Strip, ...] = ()
    foot: tuple[Strip, ...] = ()
    fresh: bool = False
    whole_to: float = 0.0
    split: Callable[[float], tuple[Strip, Strip] | None] | None = None

    def of(self, block: int, where: Where | None, name: str) -> Strip:
        """This strip as one of a block of a document: a laid-out block serves many."""
        return Strip(
            self.height,
            self.items,
            self.before,
            self.after,
            self.keep,
            block,
            self.where or where,
            name,
            self.repeat,
            self.foot,
            self.fresh,
            self.whole_to,
            self.split,
        )

    def draw_boxes(
        self, canvas: TaggedCanvas, left: float, top: float, mirror: float = 0.0
    ) -> None:
        """Draw the grounds and rules; ``mirror`` as for ``draw``.

        A page draws those of all its strips before any text: an artifact between two lines would
        part a paragraph's content in two.
        """
        for item in self.items:
            if isinstance(item, Box):
                _seen(item, mirror).draw(canvas, left, top, repeated=False)

    def draw(
        self,
        canvas: TaggedCanvas,
        left: float,
        top: float,
        repeated: bool = False,
        mirror: float = 0.0,
    ) -> None:
        """Draw all but the boxes. ``mirror``: the width in which left and right are exchanged."""
        for item in self.items:
            if not isinstance(item, Box):
                _seen(item, mirror).draw(canvas, left, top, repeated)


def _seen(item: Item, mirror: float) -> Item:
    """The item where it stands on a page that is laid out from the right."""
    if not mirror:
        return item
    seen = copy(item)
    if isinstance(item, Box) and item.of:
        left, width = item.of
        seen.x = mirror - left - width + (item.x - left)
    else:
        seen.x = mirror - item.x - item.width
    return seen


def keep_lines(strips: list[Strip]) -> list[Strip]:
    """No single first or last line of a paragraph stands on a page of its own."""
    if len(strips) > 1:
        strips[0].keep = True
        strips[-2].keep = True
    return strips


def keep_all(strips: list[Strip]) -> list[Strip]:
    """All of ``strips`` stay on one page, and with what follows."""
    for strip in strips:
        strip.keep = True
    return strips


def keep_short(strips: list[Strip], most: float) -> list[Strip]:
    """All stay on one page where they are at most ``most`` high; the last goes with what follows.

    Where they are taller a page may end wherever their own lines let it.
    """
    if sum(strip.height for strip in strips) <= most:
        return keep_all(strips)
    keep_all(strips[-1:])
    return strips


def spaced(strips: list[Strip], before: float, after: float) -> list[Strip]:
    """The same strips with space around them."""
    if strips:
        strips[0].before = max(strips[0].before, before)
        strips[-1].after = max(strips[-1].after, after)
    return strips
