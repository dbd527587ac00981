"""Charts with their words, side by side where they fit."""

from __future__ import annotations

import pytest

from briefing.document import Drawing
from briefing.pdf import render
from tests import samples, shipped
from tests.pdf.making import rendered
from tests.pdf.places import overlaps, watch

SOURCES = samples.sources(("cite-a", "cite-b"))
SOURCES_A = samples.sources(("cite-a",))


def test_a_row_stands_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """Headlines on one line, each chart's words within its own width."""
    shown = watch(monkeypatch)
    rendered(
        samples.briefing(samples.figure("a", span=0.6), samples.figure("b", span=0.4), SOURCES)
    )
    one = next(s for s in shown if s.text == "Reports of a rose")
    two = next(s for s in shown if s.text == "Reports of b rose")
    assert one.bottom == two.bottom
    assert one.right < two.left
    assert overlaps(shown) == []


def test_a_figure_is_never_cut() -> None:
    """Headline, chart and note of a row are one piece, wherever the page ends."""
    for before in range(16, 24):
        fill = [samples.paragraph("one line") for _ in range(before)]
        report = rendered(samples.briefing(*fill, samples.figure("a"), SOURCES_A)).report
        assert len([placed for placed in report.placed if placed.block == before]) == 1


def test_the_drawing_keeps_its_size() -> None:
    """A chart is placed as large as it was drawn, never scaled."""
    briefing = samples.briefing(samples.figure("a"), SOURCES_A)
    small = render(briefing, shipped.theme(), {"a": Drawing(100, 50, ())})
    assert b"/BBox[0 0 100 50]" in small
