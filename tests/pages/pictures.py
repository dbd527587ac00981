"""Pages as small pictures, compared with those that somebody has looked at.

A page is drawn at 400 dpi and averaged down to 50, since pdfium sets letters on whole pixels; both
the page and its reference are in 12 shades of grey. Two pages differ where the mean difference
over a window of 8 by 8 pixels (11.5 points) is above ``TOLERANCE`` of 255. Measured on the shipped
pages: the same page drawn at 450 or 550 dpi gives at most 13.1, one line that is moved up or down
by a point at least 15.5 (474 times, median 30).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from tests.pages import raster

REFERENCES = Path(__file__).with_name("references")
DPI = 50
TOLERANCE = 14.3
FINER = 8
WINDOW = 8
SHADES = 12
STEP = 255 / (SHADES - 1)

Grey = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Difference:
    """Where two pictures of a page differ most: how much, and where in points from the top left."""

    amount: float
    left: float
    top: float


def pictures(data: bytes, finer: int = FINER) -> list[Grey]:
    """The pages at 50 dpi in 12 shades from 0 to 255, from ``finer`` squared pixels for each."""
    found = []
    for pixels in raster.grey(data, DPI * finer):
        rows, columns = (size // finer * finer for size in pixels.shape)
        tiles = pixels[:rows, :columns].reshape(rows // finer, finer, columns // finer, finer)
        found.append(np.round(tiles.mean((1, 3)) / STEP) * STEP)
    return found


def difference(one: Grey, two: Grey) -> Difference:
    """The largest mean difference of a window; 255 where the pages are not of one size."""
    if one.shape != two.shape:
        return Difference(255.0, 0.0, 0.0)
    sums = np.pad(np.abs(one - two), ((WINDOW, 0), (WINDOW, 0))).cumsum(0).cumsum(1)
    windows = sums[WINDOW:, WINDOW:] - sums[:-WINDOW, WINDOW:]
    windows = (windows - sums[WINDOW:, :-WINDOW] + sums[:-WINDOW, :-WINDOW]) / WINDOW**2
    row, column = np.unravel_index(int(windows.argmax()), windows.shape)
    scale = 72 / DPI
    return Difference(float(windows.max()), float(column) * scale, float(row) * scale)


def reference_path(folder: Path, edition: str, page: int) -> Path:
    """The reference of a page, which counts from 1."""
    return folder / f"{edition}-{page}.png"


def write(folder: Path, edition: str, pages: list[Grey]) -> None:
    """The references of one edition, in place of those it had."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(f"{edition}-*.png"):
        old.unlink()
    for number, page in enumerate(pages, 1):
        _paletted(page).save(reference_path(folder, edition, number), "PNG", optimize=True, bits=4)


def read(folder: Path, edition: str) -> list[Grey]:
    """The references of one edition, page by page; none where they were not written."""
    found: list[Grey] = []
    while (path := reference_path(folder, edition, len(found) + 1)).is_file():
        with Image.open(path) as picture:
            found.append(np.asarray(picture.convert("L"), dtype=np.float64))
    return found


def compared(folder: Path, edition: str, pages: list[Grey], out: Path) -> list[str]:
    """What differs from the references; a picture of each page that does is written to ``out``."""
    references = read(folder, edition)
    if not references:
        return [f"{edition} has no references: look at it, then BRIEFING_GOLDEN=write"]
    faults = []
    if len(references) != len(pages):
        faults.append(f"{edition} has {len(pages)} pages, its references {len(references)}")
    for number, (before, now) in enumerate(zip(references, pages, strict=False), 1):
        found = difference(before, now)
        if found.amount > TOLERANCE:
            path = out / f"{edition}-{number}-difference.png"
            side_by_side(before, now).save(path)
            place = f"{found.left:.0f} pt from the left, {found.top:.0f} pt from the top"
            faults.append(f"page {number} differs by {found.amount:.1f} at {place}: see {path}")
    return faults


def side_by_side(before: Grey, now: Grey) -> Image.Image:
    """The reference, the page as it is now, and what differs in black."""
    rows = max(before.shape[0], now.shape[0])
    columns = max(before.shape[1], now.shape[1])
    both = [np.full((rows, columns), 255.0) for _ in range(2)]
    for sheet, page in zip(both, (before, now), strict=True):
        sheet[: page.shape[0], : page.shape[1]] = page
    changed = 255 - np.minimum(4 * np.abs(both[0] - both[1]), 255)
    return Image.fromarray(np.hstack([*both, changed]).astype(np.uint8))


def _paletted(page: Grey) -> Image.Image:
    picture = Image.fromarray(np.round(page / STEP).astype(np.uint8)).convert("P")
    picture.putpalette([round(shade * STEP) for shade in range(SHADES) for _ in range(3)])
    return picture
