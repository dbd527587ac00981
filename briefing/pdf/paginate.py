"""Strips to pages."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

from briefing.diagnostics import Problem, RenderError
from briefing.pdf.strips import Strip

HARDLY = 0.15
"""Of a page: less is not worth a sheet of paper."""
CLOSER = (0.9, 0.8, 0.7)
"""How much closer blocks may stand to save a page, the first that does."""
LOOSEST = 0.75
"""How much the space between two blocks may grow, in its own size, on a page that is not full."""
WELL_FILLED = 0.6
"""Of a page: what may begin on a page of its own does so once the page before holds as much."""


@dataclass(slots=True)
class Placement:
    """A strip on a page: its top is ``drop`` points below the top of the text area."""

    strip: Strip
    drop: float
    block: int
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
    blocks, within reason. Where the last page would hold hardly anything, blocks stand closer, if
    that saves it. Raises RenderError where a strip is taller than a page.
    """
    pages = _paginated(strips, first, height, 1.0)
    if len(pages) > 1 and _used(pages[-1]) < HARDLY * height:
        for closer in CLOSER:
            fewer = _paginated(strips, first, height, closer)
            if len(fewer) < len(pages):
                return fewer
    return pages


def _used(page: Page) -> float:
    last = page.placements[-1]
    return last.drop + last.strip.height


def _paginated(strips: list[Strip], first: float, height: float, closer: float) -> list[Page]:
    """The pages, with what is between two blocks ``closer`` times as high."""
    strips = list(strips)
    pages: list[Page] = []
    start = 0
    while start < len(strips):
        room = first if not pages else height
        page, end = _fill(strips, start, room, height, closer)
        if end < len(strips):
            allowed = _allowed_end(strips, start, end, height)
            if allowed < end:
                page, end = _fill(strips[:allowed], start, room, height, closer)
            _close(page, strips[end])
            _loosen(page, room)
        pages.append(page)
        start = end
    return pages


def _loosen(page: Page, room: float) -> None:
    """Move the blocks of ``page`` apart until it is full, or its spaces are at their widest."""
    gaps = []
    for above, below in itertools.pairwise(page.placements):
        gap = below.drop - above.drop - above.strip.height
        gaps.append(gap if above.block != below.block else 0.0)
    last = page.placements[-1]
    free = room - last.drop - last.strip.height
    stretch = min(max(free, 0.0) / sum(gaps), LOOSEST) if sum(gaps) > 0 else 0.0
    moved = 0.0
    for gap, placement in zip([0.0, *gaps], page.placements, strict=True):
        moved += gap * stretch
        placement.drop += moved


def _fill(
    strips: list[Strip], start: int, room: float, height: float, closer: float
) -> tuple[Page, int]:
    """The page that begins with strip ``start``, and the first strip that is not on it."""
    page = Page()
    drop = 0.0
    if start:
        block = strips[start].block
        for strip in strips[start].repeat:
            page.placements.append(Placement(strip, drop, block, repeated=True))
            drop += strip.height
    for index in range(start, len(strips)):
        strip = strips[index]
        top = drop
        if index > start:
            above = strips[index - 1]
            apart = above.block != strip.block
            top += max(above.after, strip.before) * (closer if apart else 1.0)
        if strip.fresh and drop > WELL_FILLED * room:
            return page, index
        if top + strip.height + _foot(strip) > room + 0.01:
            if strip.height > strip.whole_to * height and _split(strips, index, room - top):
                page.placements.append(Placement(strips[index], top, strips[index].block))
                return page, index + 1
            if index == start:
                raise RenderError(_too_tall(strip, room))
            return page, index
        page.placements.append(Placement(strip, top, strip.block))
        drop = top + strip.height
    return page, len(strips)


def _foot(strip: Strip) -> float:
    return sum(below.height for below in strip.foot)


def _close(page: Page, following: Strip) -> None:
    """Set the foot of the page's last strip, where its block goes on overleaf."""
    last = page.placements[-1]
    if following.block != last.block:
        return
    drop = last.drop + last.strip.height
    for strip in last.strip.foot:
        page.placements.append(Placement(strip, drop, last.block, repeated=True))
        drop += strip.height


def _split(strips: list[Strip], index: int, room: float) -> bool:
    """Put two strips in the place of one that can be split so that the first fits ``room``."""
    whole = strips[index]
    parts = whole.split(room) if whole.split else None
    if parts is None:
        return False
    for part in parts:
        part.block, part.where, part.name = whole.block, whole.where, whole.name
        part.repeat = whole.repeat
    parts[0].before, parts[1].after = whole.before, whole.after
    parts[1].keep = whole.keep
    strips[index : index + 1] = parts
    return True


def _allowed_end(strips: list[Strip], start: int, end: int, height: float) -> int:
    """``end``, or the last place before it where a page may end; ``end`` where there is none.

    A chain of strips that keep to each other and are taller than a page together (forty headings)
    cannot stay whole: it ends the page where that is full, at a block's end if it holds several.
    """
    cut = end
    while cut > start and strips[cut - 1].keep:
        cut -= 1
    if cut == end or (cut > start and _chain(strips, cut) <= height):
        return cut
    starts = _block_starts(strips, cut, end)
    if starts:
        return starts[-1]
    return cut if cut > start and strips[end].block == strips[cut].block else end


def _chain(strips: list[Strip], start: int) -> float:
    """The height of the strips from ``start`` to the first that does not keep to the next."""
    total = 0.0
    for strip in strips[start:]:
        total += strip.height
        if not strip.keep:
            break
    return total


def _block_starts(strips: list[Strip], first: int, end: int) -> list[int]:
    """Where a chain may end between two of its blocks, but not just before its last block."""
    starts = [
        index
        for index in range(first + 1, end + 1)
        if index < len(strips) and strips[index].block != strips[index - 1].block
    ]
    stop = end
    while stop < len(strips) and strips[stop - 1].keep:
        stop += 1
    last = strips[stop - 1].block
    return [index for index in starts if strips[index].block != last]


def _too_tall(strip: Strip, room: float) -> Problem:
    return Problem(
        f"a piece {strip.height:.0f} points high does not fit a page of {room:.0f} points",
        strip.where,
        block=strip.name,
        hint="shorten it, split it, or choose a taller paper",
        code="too-tall",
    )
