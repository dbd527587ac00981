"""Whether each citation on paper leads to its source, and each source is cited."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from briefing.document import Briefing, SourceItem, SourceList, plain_text
from tests.pages.reader import Glyph, Reading

_CITATION = re.compile(r"\[(\d+)†?\]")
ABOVE = 26.0
"""How far above the first letter of its entry a link may lead, in points."""


@dataclass(frozen=True)
class Leap:
    """A link inside the file: its page and rectangle, and the page and height it leads to."""

    page: int
    box: tuple[float, float, float, float]
    to_page: int
    to_height: float

    def holds(self, glyph: Glyph) -> bool:
        """Whether the middle of a glyph lies in the rectangle."""
        x, y = (glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2
        left, bottom, right, top = self.box
        return glyph.page == self.page and left <= x <= right and bottom <= y <= top


def leaps(reading: Reading) -> list[Leap]:
    """All links with a destination in the file."""
    pages = {page.obj.objgen: number for number, page in enumerate(reading.pdf.pages, 1)}
    found = []
    for number, page in enumerate(reading.pdf.pages, 1):
        for note in page.obj.get("/Annots", []):
            if "/Dest" in note:
                sheet, _, _, height, _ = note.Dest
                box = tuple(float(value) for value in note.Rect)
                found.append(Leap(number, box, pages[sheet.objgen], float(height)))  # type: ignore[arg-type]
    return found


def faults(briefing: Briefing, reading: Reading) -> list[str]:
    """The citations that lead nowhere or astray, and the sources without a citation."""
    entries = _entries(briefing, reading)
    links = leaps(reading)
    letters = reading.content
    found = []
    cited = set()
    for match in _CITATION.finditer(letters.text):
        glyph = letters.glyphs[match.start(1)]
        name = f"page {glyph.page}, {glyph.box[0]:.0f}, {glyph.box[1]:.0f}: {match[0]}"
        cited.add(int(match[1]))
        entry = entries.get(int(match[1]))
        link = next((it for it in links if it.holds(glyph)), None)
        if entry is None:
            found.append(f"{name} has no entry in the source list")
        elif link is None:
            found.append(f"{name} has no link")
        elif link.to_page != entry.page or not _just_above(link.to_height, entry):
            found.append(f"{name} leads to page {link.to_page} at {link.to_height:.0f}")
    composed = _composed(briefing)
    if len(composed) != len(_CITATION.findall(letters.text)):
        found.append(f"{len(composed)} citations were composed, others are printed")
    return [*found, *(f"source {number} is not cited" for number in set(entries) - cited)]


def _entries(briefing: Briefing, reading: Reading) -> dict[int, Glyph]:
    """The first glyph of each entry of the source list, by its number."""
    found = {}
    for item in _sources(briefing):
        at = reading.content.find(f"{item.number}. {plain_text(item.children)}")
        if at >= 0:
            found[item.number] = reading.content.glyphs[at]
    return found


def _sources(briefing: Briefing) -> list[SourceItem]:
    return [
        item for block in briefing.blocks if isinstance(block, SourceList) for item in block.items
    ]


def _composed(briefing: Briefing) -> list[Any]:
    from tests.pages.pieces import pieces_of

    return [citation for piece in pieces_of(briefing) for citation in piece.citations]


def _just_above(height: float, glyph: Glyph) -> bool:
    return 0 <= height - glyph.box[3] <= ABOVE
