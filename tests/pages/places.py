"""Where things stand on the pages: inside, apart, large enough, whole."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from briefing.document import Paper
from tests.pages.raster import grey, without_form_boxes
from tests.pages.reader import Box, Glyph, Page, Reading, Run

SMALLEST = 8.0
"""No text is smaller, in points."""
OVERSHOOT = 0.6
"""How far a round or leaning letter may reach over a margin, in points."""
TOUCH = 0.4
"""How deep two letters of different lines may reach into each other, in points, both ways."""
FULL = 1 / 3
"""The least of the text area that every page but the last fills."""


def outside_page(page: Page) -> list[str]:
    """The words with ink beyond the edge of the paper."""
    return [
        _told(run) for run in page.runs if not _within(run.box, (0, 0, page.width, page.height))
    ]


def outside_margins(page: Page, paper: Paper) -> list[str]:
    """The words over a margin: furniture keeps to those at the sides, all else to all four."""
    left, right = paper.left - OVERSHOOT, page.width - paper.right + OVERSHOOT
    inner = (left, paper.bottom - OVERSHOOT, right, page.height - paper.top + OVERSHOOT)
    sides = (left, 0.0, right, page.height)
    return [
        _told(run)
        for run in page.runs
        if not _within(run.box, sides if run.glyphs[0].kind == "artifact" else inner)
    ]


def overlaps(page: Page) -> list[str]:
    """The pairs of text objects that stand on each other, at the letters that do."""
    found = []
    for one, two in combinations(page.runs, 2):
        if _meet(one.box, two.box):
            for first in one.glyphs:
                second = next((it for it in two.glyphs if _meet(first.box, it.box)), None)
                if second is not None:
                    found.append(f'{_told(one)} at "{first.text}", and "{two.text}"')
                    break
    return found


def small_text(page: Page, least: float = SMALLEST) -> list[str]:
    """The words smaller than ``least`` points, with their size."""
    return [
        f"{_told(run)}: {run.glyphs[0].size:.2f} pt"
        for run in page.runs
        if min(glyph.size for glyph in run.glyphs) < least - 0.005
    ]


def cut_charts(data: bytes) -> list[str]:
    """The pages on which more can be seen once no chart ends at its box."""
    whole = without_form_boxes(data)
    found = []
    for number, (shown, more) in enumerate(zip(grey(data, 72), grey(whole, 72), strict=True), 1):
        if shown.shape != more.shape or not np.array_equal(shown, more):
            rows, columns = np.nonzero(shown != more)
            at = f"x {columns.min()} to {columns.max()}, {rows.min()} to {rows.max()} from the top"
            found.append(f"page {number}: something is cut, {at}")
    return found


def filled(page: Page, paper: Paper) -> float:
    """The part of the text area down to the lowest thing on it; 0 where it is empty."""
    lowest = [glyph.box[1] for glyph in page.glyphs if _on_page(glyph)]
    lowest += [box[1] for box in page.charts]
    area = page.height - paper.top - paper.bottom
    return (page.height - paper.top - min(lowest)) / area if lowest else 0.0


def thin_pages(reading: Reading, paper: Paper) -> list[str]:
    """The pages but the last that are less than a third full."""
    return [
        f"page {page.number}: {filled(page, paper):.0%} full"
        for page in reading.pages[:-1]
        if filled(page, paper) < FULL
    ]


def loose_text(page: Page) -> list[str]:
    """The words that are neither content nor artifact."""
    return [_told(run) for run in page.runs if run.glyphs[0].kind == "loose"]


def _on_page(glyph: Glyph) -> bool:
    return not glyph.blank and glyph.kind != "artifact"


def _within(box: Box, area: Box) -> bool:
    return area[0] <= box[0] and area[1] <= box[1] and box[2] <= area[2] and box[3] <= area[3]


def _meet(one: Box, two: Box) -> bool:
    return (
        min(one[2], two[2]) - max(one[0], two[0]) > TOUCH
        and min(one[3], two[3]) - max(one[1], two[1]) > TOUCH
    )


def _told(run: Run) -> str:
    left, bottom = run.box[:2]
    return f'page {run.glyphs[0].page}, {left:.0f}, {bottom:.0f}: "{run.text}"'
