"""How well text stands out from what is painted below it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tests.pages.raster import Pixels, colours, without_text
from tests.pages.reader import Colour, Page, Reading, Run

LEAST = 4.5
"""Of text on its ground: WCAG 2, 1.4.3."""
SHARE = 0.05
"""The part of a word's ground that a line or an edge may cross without hiding the word."""
DPI = 144.0


@dataclass(frozen=True)
class Weak:
    """A word that does not stand out: where it is, and its contrast with most of its ground."""

    text: str
    page: int
    left: float
    bottom: float
    contrast: float
    share: float

    def __str__(self) -> str:
        return (
            f'page {self.page}, {self.left:.0f}, {self.bottom:.0f}: "{self.text}"'
            f" {self.contrast:.2f}, below {LEAST} on {self.share:.0%} of its ground"
        )


def weak_text(reading: Reading) -> list[Weak]:
    """The words with a contrast below 4.5 on more of their ground than a crossing line takes."""
    grounds = colours(without_text(reading.data), DPI)
    return [
        weak
        for page, ground in zip(reading.pages, grounds, strict=True)
        for run in page.runs
        if (weak := _weak(run, page, ground)) is not None
    ]


def contrast(one: Colour, two: Colour) -> float:
    """The ratio of two colours' luminances, from 1 to 21."""
    first, second = (float(luminance(np.array(colour))) for colour in (one, two))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def luminance(colours: npt.NDArray[np.generic]) -> npt.NDArray[np.float64]:
    """The relative luminance of sRGB colours of 0 to 255, along the last axis."""
    parts = colours.astype(np.float64) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.asarray(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _weak(run: Run, page: Page, ground: Pixels) -> Weak | None:
    patches = [_under(glyph.box, page, ground) for glyph in run.glyphs]
    below = luminance(np.concatenate(patches))
    own = float(luminance(np.array(run.glyphs[0].colour)))
    ratios = (np.maximum(below, own) + 0.05) / (np.minimum(below, own) + 0.05)
    share = float(np.mean(ratios < LEAST))
    if share <= SHARE:
        return None
    left, bottom = run.box[:2]
    return Weak(run.text, page.number, left, bottom, float(np.median(ratios)), share)


def _under(box: tuple[float, float, float, float], page: Page, ground: Pixels) -> Pixels:
    """The pixels in a box, one at the least; on the page's edge where it lies beyond it."""
    scale = DPI / 72
    rows, columns = ground.shape[:2]
    top = min(max(int((page.height - box[3]) * scale), 0), rows - 1)
    left = min(max(int(box[0] * scale), 0), columns - 1)
    bottom = max(int(np.ceil((page.height - box[1]) * scale)), top + 1)
    right = max(int(np.ceil(box[2] * scale)), left + 1)
    return ground[top:bottom, left:right].reshape(-1, 3)
