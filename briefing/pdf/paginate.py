"""Strips to pages."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from briefing.diagnostics import Problem, RenderError
from briefing.pdf.strips import Strip

LOOSEST = 0.75
"""How much the space between two blocks may grow, in its own size, on a page that is not full."""
WELL_FILLED = 0.6
"""Of a page: what may begin on a page of its own does so once the page before holds as much."""


@dataclass(slots=True)
class Placement:
    """A strip on a page: its top is ``drop`` points below the top of the text area."""

    strip: Strip
    drop: float
    repeated: bool = False


@dataclass(slots=True)
class Page:
    """What stands on one page."""

    placements: list[Placement] = field(default_factory=list)


def paginate(strips: list[Strip], first: float, height: float) -> list[Page]:
    """Fill pages of ``height`` points, the first of ``first``, from top to bottom.

    A page ends before the first strip that does not fit, or before the last place above it where
    no ``keep`` forbids it; within a strip that can be split; and before a ``fresh`` strip once the
    page is well filled. What room is left at the foot of a page but the last goes between its
    blocks, within reason. Raises RenderError where a strip is taller than a page.
    """
    strips = list(strips)
    pages: list[Page] = []
    start = 0
    while start < len(strips):
        room = first if not pages else height
        page, end = _fill(strips, start, room)
        if end < len(strips):
            end = _allowed_end(strips, start, end)
            page, _ = _fill(strips[:end], start, room)
        if end < len(strips):
            _loosen(page, room)
        pages.append(page)
        start = end
    return pages


def _loosen(page: Page, room: float) -> None:
    """Move the blocks of ``page`` apart until it is full, or its spaces are at their widest."""
    gaps = []
    for above, below in itertools.pairwise(page.placements):
        gap = below.drop - above.drop - above.strip.height
        gaps.append(gap if above.strip.block != below.strip.block else 0.0)
    last = page.placements[-1]
    free = room - last.drop - last.strip.height
    stretch = min(max(free, 0.0) / sum(gaps), LOOSEST) if sum(gaps) > 0 else 0.0
    moved = 0.0
    for gap, placement in zip([0.0, *gaps], page.placements, strict=True):
        moved += gap * stretch
        placement.drop += moved


def _fill(strips: list[Strip], start: int, room: float) -> tuple[Page, int]:
    """The page that begins with strip ``start``, and the first strip that is not on it."""
    page = Page()
    drop = 0.0
    if start and strips[start].repeat:
        for strip in strips[start].repeat:
            page.placements.append(Placement(strip, drop, repeated=True))
            drop += strip.height
    for index in range(start, len(strips)):
        strip = strips[index]
        top = drop
        if index > start:
            top += max(strips[index - 1].after, strip.before)
        if strip.fresh and drop > WELL_FILLED * room:
            return page, index
        if top + strip.height > room + 0.01:
            if _split(strips, index, room - top):
                page.placements.append(Placement(strips[index], top))
                return page, index + 1
            if index == start:
                raise RenderError(_too_tall(strip, room))
            return page, index
        page.placements.append(Placement(strip, top))
        drop = top + strip.height
    return page, len(strips)


def _split(strips: list[Strip], index: int, room: float) -> bool:
    """Put two strips in the place of one that can be split so that the first fits ``room``."""
    whole = strips[index]
    parts = whole.split(room) if whole.split else None
    if parts is None:
        return False
    for part in parts:
        part.block, part.where, part.name = whole.block, whole.where, whole.name
    parts[0].before, parts[1].after = whole.before, whole.after
    strips[index : index + 1] = parts
    return True


def _allowed_end(strips: list[Strip], start: int, end: int) -> int:
    """``end``, or the last place before it where a page may end; ``end`` where there is none."""
    for cut in range(end, start, -1):
        if not strips[cut - 1].keep:
            return cut
    return end


def _too_tall(strip: Strip, room: float) -> Problem:
    return Problem(
        f"a piece {strip.height:.0f} points high does not fit a page of {room:.0f} points",
        strip.where,
        block=strip.name,
        hint="shorten it, split it, or choose a taller paper",
        code="too-tall",
    )
