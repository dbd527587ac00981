"""Notes set apart have a ground without gaps and stay whole."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing.document import Callout
from briefing.pdf.canvas import TaggedCanvas
from tests import samples, shipped
from tests.pdf.making import rendered
from tests.samples import text


def test_the_ground_has_no_gaps(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tinted boxes behind lines and paragraphs touch from top to bottom."""
    boxes: list[tuple[float, float]] = []
    box = TaggedCanvas.box
    tint = shipped.theme().colours["tint"]

    def noting(
        canvas: TaggedCanvas, x: float, y: float, width: float, height: float, colour: object
    ) -> None:
        if colour == tint:
            boxes.append((y, y + height))
        box(canvas, x, y, width, height, colour)  # type: ignore[arg-type]

    monkeypatch.setattr(TaggedCanvas, "box", noting)
    paragraphs = (text(samples.lorem(60)), text(samples.lorem(30)))
    rendered(samples.briefing(Callout("reading", "How to read", paragraphs)))
    assert len(boxes) > 5
    boxes.sort(reverse=True)
    for above, below in pairwise(boxes):
        assert below[1] >= above[0] - 0.001


def test_a_note_stays_on_one_page() -> None:
    """Wherever it comes to stand, its box is not cut."""
    note = Callout("reading", "How to read", (text(samples.lorem(90)),))
    pages = set()
    for before in range(22, 34):
        fill = [samples.paragraph("one line") for _ in range(before)]
        report = rendered(samples.briefing(*fill, note)).report
        on = {placed.page for placed in report.placed if placed.block == before}
        assert len(on) == 1
        pages |= on
    assert pages == {1, 2}
