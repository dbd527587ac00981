"""Pages that were drawn are taken as they are, and only where they are the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.document import Briefing, Callout
from briefing.pdf import render
from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.layout import story
from tests import samples, shipped
from tests.pdf.making import rendered


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The text that is really drawn, from an empty memory on."""
    found: list[str] = []
    show = TaggedCanvas.show

    def noting(canvas: TaggedCanvas, *arguments: object) -> None:
        found.append(arguments[1].text)  # type: ignore[attr-defined]
        show(canvas, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(TaggedCanvas, "show", noting)
    story._layout.cache_clear()
    return found


def _long(first: str, **changed: object) -> Briefing:
    """Several pages, the first of which begins with ``first``."""
    text = [samples.paragraph(f"{number} {samples.lorem(60)}") for number in range(40)]
    return replace(samples.briefing(samples.paragraph(first), *text), **changed)  # type: ignore[arg-type]


def test_a_page_is_drawn_once(shown: list[str]) -> None:
    """One changed page is drawn again; what stands at the edges of each is its edition's."""
    one = rendered(_long("one"))
    assert one.report.pages > 2
    drawn = len(shown)
    shown.clear()
    assert rendered(_long("one")).data == one.data
    assert len(shown) < drawn / 4  # header and footer
    again = len(shown)
    rendered(_long("two"))
    assert again < len(shown) - again < drawn


def test_another_edition_shares_its_pages(shown: list[str]) -> None:
    """With another footer, and the same bytes as when it is the first."""
    briefing = _long("one")
    footer = replace(briefing.furniture, footer="Another edition")
    other = replace(briefing, furniture=footer)
    first = render(other, shipped.theme(), {})
    story._layout.cache_clear()
    shown.clear()
    render(briefing, shipped.theme(), {})
    drawn = len(shown)
    assert render(other, shipped.theme(), {}) == first
    assert len(shown) - drawn < drawn / 4


def test_a_chart_of_another_number_is_drawn_anew(shown: list[str]) -> None:
    """The second chart of one briefing is the first of another: its name on the page is another."""
    figures = [replace(samples.figure(name), note=()) for name in "ab"]
    # How to read the figures ends page one, where that is well filled.
    reading = Callout("reading", "", (samples.text("How to read the figures."),))
    two = samples.briefing(figures[0], samples.paragraph(samples.lorem(400)), reading, figures[1])
    one = samples.briefing(samples.paragraph(samples.lorem(650)), reading, figures[1])
    for briefing in (one, two):
        made = rendered(briefing).report
        assert made.pages == 2
        assert [placed.page for placed in made.placed][-1] == 2
    story._layout.cache_clear()
    first = rendered(one).data
    story._layout.cache_clear()
    rendered(two)
    assert rendered(one).data == first
