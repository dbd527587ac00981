"""Where the words of events stand on a lane of time, so that none touch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.artwork.words import Block, Words
from briefing.document import ChartPoint

CLEAR = 7.0
"""From the middle of a dot to the words beside it."""
STEM = 5.0
"""From the upright over or under a dot to its words."""
BETWEEN = 10.0
"""Between words and what stands right of them."""
AWAY = 7.0
"""Between the rule of a lane and words over or under it."""
APART = 4.0
"""Between words one below the other."""
NARROWEST = 84.0
"""Words beside a dot need this much width, or all that they have."""
MOST_LINES = 5.0
"""Of words right of their dot."""
FEW_LINES = 2.6
"""Of words left of it: those are ragged where a line begins, and hard to read in length."""
WIDTHS = (200.0, 160.0, 125.0)
"""Lengths of line to try, the best to read first."""


@dataclass(frozen=True, slots=True)
class Flag:
    """The words of one event: its date with its text below, in a box.

    Heights are above the lane's rule. ``align`` is "right" where the words stand left of their
    dot. ``level`` flags have their first line beside the dot, on the rule; the others have a stem
    at ``x`` from the dot along the box.
    """

    point: ChartPoint
    x: float
    left: float
    right: float
    top: float
    bottom: float
    date: Block
    text: Block
    level: bool = False
    align: str = "left"

    @property
    def on_rule(self) -> tuple[float, float]:
        """From where to where the first line of a level flag covers the rule, with some air."""
        width = self.date.width if self.date.lines else self.text.width
        if self.align == "left":
            return self.left - 3, self.left + width + 5
        return self.right - width - 5, self.right + 3

    def touches(self, other: Flag) -> bool:
        """Whether the two boxes would run into each other, or this one into the other's stem."""
        beside = self.right + BETWEEN <= other.left or other.right + BETWEEN <= self.left
        if not beside and self._meets(other.bottom, other.top, APART):
            return True
        if other.level or not self.left - BETWEEN < other.x < self.right + BETWEEN / 2:
            return False
        return self._meets(min(other.bottom, 0.0), max(other.top, 0.0), 0.0)

    def _meets(self, low: float, high: float, apart: float) -> bool:
        return self.bottom < high + apart and low < self.top + apart


def place(
    words: Words, events: Sequence[tuple[float, ChartPoint]], left: float, right: float
) -> list[Flag]:
    """The flags of one lane's events, between ``left`` and ``right``.

    Beside the dot at its right, else at its left, else above, else below: of these two where the
    lane grows less. Later events come first: their words hang right of their dots and never stand
    where an earlier event's stem must run, so that each finds a place beyond the others.
    """
    order = sorted(events, key=lambda event: event[0])
    placed: list[Flag] = []
    for turn in range(len(order) - 1, -1, -1):
        x, point = order[turn]
        event = _Event(words, point, x)
        low = order[turn - 1][0] + CLEAR if turn else left
        high = order[turn + 1][0] - BETWEEN if turn + 1 < len(order) else right
        flag = event.beside(low, high, placed) or event.beyond(right, placed)
        placed.append(flag)
    return placed


class _Event:
    """One event on its way to its place."""

    def __init__(self, words: Words, point: ChartPoint, x: float) -> None:
        self.words = words
        self.point = point
        self.x = x
        colour = "ink" if point.highlight else "grey"
        self.date = words.style("label", colour, bold=point.highlight)
        self.text = words.style("label", "ink", bold=point.highlight)
        natural = max(words.width(point.label, self.date), words.width(point.text, self.text))
        longest = max(words.longest(point.label, self.date), words.longest(point.text, self.text))
        least = max(longest, min(natural, NARROWEST))
        self.needs = {
            "left": max(least, natural / MOST_LINES),
            "right": max(least, natural / FEW_LINES),
        }

    def beside(self, low: float, high: float, placed: Sequence[Flag]) -> Flag | None:
        """The flag on the level of the dot between ``low`` and ``high``, if there is room."""
        for side, room in (("left", high - self.x - CLEAR), ("right", self.x - CLEAR - low)):
            if room < self.needs[side]:
                continue
            date, text = self._blocks(min(room, WIDTHS[0]))
            width = max(date.width, text.width)
            edge = self.x + CLEAR if side == "left" else self.x - CLEAR - width
            top = (date if date.lines else text).leading / 2
            flag = self._flag(edge, width, top, date, text, True, side)
            if not any(flag.touches(other) for other in placed):
                return flag
        return None

    def beyond(self, right: float, placed: Sequence[Flag]) -> Flag:
        """The flag above or below all that is in its way."""
        over = min((self._over(width, placed) for width in self._widths(right)), key=_top)
        under = max((self._under(width, placed) for width in self._widths(right)), key=_bottom)
        highest = max(map(_top, placed), default=0.0)
        lowest = min(map(_bottom, placed), default=0.0)
        return over if over.top - highest <= lowest - under.bottom else under

    def _widths(self, right: float) -> Iterable[float]:
        room = right - self.x - STEM
        return dict.fromkeys(min(width, room) for width in WIDTHS)

    def _over(self, width: float, placed: Sequence[Flag]) -> Flag:
        date, text = self._blocks(width)
        top = AWAY + date.height + text.height
        while True:
            flag = self._flag(self.x + STEM, max(date.width, text.width), top, date, text)
            hit = [other for other in placed if flag.touches(other)]
            if not hit:
                return flag
            top = max(map(_top, hit)) + APART + date.height + text.height

    def _under(self, width: float, placed: Sequence[Flag]) -> Flag:
        date, text = self._blocks(width)
        top = -AWAY
        while True:
            flag = self._flag(self.x + STEM, max(date.width, text.width), top, date, text)
            hit = [other for other in placed if flag.touches(other)]
            if not hit:
                return flag
            top = min(map(_bottom, hit)) - APART

    def _blocks(self, width: float) -> tuple[Block, Block]:
        date = self.words.block(self.point.label, self.date, width)
        return date, self.words.block(self.point.text, self.text, width)

    def _flag(
        self,
        left: float,
        width: float,
        top: float,
        date: Block,
        text: Block,
        level: bool = False,
        align: str = "left",
    ) -> Flag:
        bottom = top - date.height - text.height
        return Flag(self.point, self.x, left, left + width, top, bottom, date, text, level, align)


def _top(flag: Flag) -> float:
    return flag.top


def _bottom(flag: Flag) -> float:
    return flag.bottom
