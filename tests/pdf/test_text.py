"""Inlines to lines, each part tied to its place in the structure tree."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefing.document import Citation, Emphasis, Fact, Link, Paragraph, Strong, Text
from tests import samples, shipped
from tests.pdf.making import rendered
from tests.pdf.places import Shown, watch


def _shown(monkeypatch: pytest.MonkeyPatch, block: Paragraph) -> list[Shown]:
    """The pieces of text of one paragraph, in the order they are drawn."""
    anchors = [one.anchor for one in block.children if isinstance(one, Citation)]
    shown = watch(monkeypatch)
    blocks = (block, samples.sources(tuple(anchors))) if anchors else (block,)
    rendered(samples.briefing(*blocks))
    words = [one for one in shown if 60 < one.bottom < 780]
    return words


def test_a_value_and_the_words_around_it_are_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kerning does not stop at a fact."""
    block = Paragraph((Text("about "), Fact("17", ("a",), ("b",)), Text(" years")))
    assert [one.text for one in _shown(monkeypatch, block)] == ["about 17 years"]


def test_strong_and_emphasis_stand_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each in its font, without a gap and without an overlap."""
    block = Paragraph((Text("a "), Strong((Text("b "), Emphasis((Text("c"),)))), Text(" d")))
    parts = _shown(monkeypatch, block)
    assert [one.text for one in parts] == ["a ", "b ", "c", " d"]
    for one, two in pairwise(parts):
        assert one.left < two.left
        assert abs(two.left - one.right) < 4


def test_a_citation_is_raised_and_small(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is drawn without brackets, two in a row with a comma between, a doubtful one with †."""
    block = Paragraph(
        (
            Text("said."),
            Citation(1, "a", "cite-1"),
            Citation(1, "a", "cite-2", doubtful=True),
            Text(" And"),
        )
    )
    word, first, second, _ = _shown(monkeypatch, block)[:4]
    assert (first.text, second.text) == ("1", ",1†")
    assert first.bottom - word.bottom == pytest.approx(0.33 * 11 - 0.4 * 0.74, abs=0.4)
    assert first.top - first.bottom == pytest.approx(8 / 11 * (word.top - word.bottom), abs=0.01)
    assert first.left == pytest.approx(word.right)
    assert first.top < word.bottom + 11  # below the line above


def test_a_citation_ends_the_line_of_its_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the line breaks, it is not before the number."""
    for count in range(12, 30):
        block = Paragraph((Text(samples.lorem(count)), Citation(1, "a", "cite-1"), Text(" And on")))
        with monkeypatch.context() as patch:
            parts = _shown(patch, block)
        at = next(index for index, one in enumerate(parts) if one.text == "1")
        assert parts[at].left > shipped.theme().papers["a4"].left + 1
        assert parts[at - 1].bottom < parts[at].bottom < parts[at - 1].bottom + 6


def test_a_link_is_told_by_more_than_its_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule as long as its words stands under it."""
    from briefing.pdf.canvas import TaggedCanvas

    rules: list[tuple[float, ...]] = []
    box = TaggedCanvas.box

    def noting(canvas: TaggedCanvas, *place: float) -> None:
        rules.append(place[:4])
        box(canvas, *place)  # type: ignore[arg-type]

    monkeypatch.setattr(TaggedCanvas, "box", noting)
    block = Paragraph((Text("See "), Link("https://example.org", (Text("this page"),))))
    link = _shown(monkeypatch, block)[1]
    under = [
        rule for rule in rules if rule[0] == pytest.approx(link.left) and rule[1] < link.bottom
    ]
    assert [rule[2] for rule in under] == [pytest.approx(link.right - link.left, abs=0.01)]


@pytest.mark.parametrize(("audience", "paper"), shipped.EDITIONS)
def test_no_text_leaves_the_margins(
    audience: str, paper: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every piece of the shipped editions lies between left and right margin."""
    shown = watch(monkeypatch)
    rendered(shipped.made(audience, paper).briefing)
    sheet = shipped.theme().papers[paper]
    assert min(one.left for one in shown) >= sheet.left - 0.1
    assert max(one.right for one in shown) <= sheet.width - sheet.right + 0.1
    assert min(one.bottom for one in shown) > 0
