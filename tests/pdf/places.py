"""Where each piece of text is drawn, noted while a briefing is rendered."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.furniture import furniture_of
from briefing.pdf.layout import story
from briefing.pdf.tags import Slot
from briefing.typeset import Part


@dataclass(frozen=True)
class Shown:
    """A piece of text on a page, and the box around its letters."""

    text: str
    page: int
    left: float
    bottom: float
    right: float
    top: float


def watch(monkeypatch: pytest.MonkeyPatch) -> list[Shown]:
    """A list that fills as text is shown."""
    shown: list[Shown] = []
    story._layout.cache_clear()  # a page that was drawn before is not drawn again
    furniture_of.cache_clear()
    show = TaggedCanvas.show

    def noting(canvas: TaggedCanvas, slot: Slot | None, part: Part, x: float, y: float) -> None:
        size = part.style.size
        spaces = len(part.text) - len(part.text.rstrip())
        baseline = y + part.style.rise
        right = x + part.width - 0.2 * size * spaces
        box = (x, baseline - 0.05 * size, right, baseline + 0.62 * size)
        shown.append(Shown(part.text, canvas.page, *box))
        show(canvas, slot, part, x, y)

    monkeypatch.setattr(TaggedCanvas, "show", noting)
    return shown


def overlaps(shown: list[Shown]) -> list[tuple[str, str]]:
    """The pairs of texts that stand on each other."""
    return [
        (one.text, two.text)
        for index, one in enumerate(shown)
        for two in shown[index + 1 :]
        if one.page == two.page
        and one.left < two.right - 0.1
        and two.left < one.right - 0.1
        and one.bottom < two.top
        and two.bottom < one.top
    ]
