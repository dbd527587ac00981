"""What stands at the edges of a page is there, and is never content."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.pdf import furniture
from tests import samples, shipped
from tests.pdf.making import everything, failures, rendered
from tests.pdf.places import watch
from tests.pdf.tree import open_pdf, page_marks, read_tree


def test_each_page_has_its_header_and_footer() -> None:
    """Audience, place, publication, release state and page number, as artifacts."""
    pdf = open_pdf(everything().data)
    count = len(pdf.pages)
    for number, sheet in enumerate(pdf.pages, 1):
        _, artifacts = page_marks(sheet)
        assert "Briefing for readers · World" in artifacts
        assert "Child safety online · Draft" in artifacts
        assert "Not a publication of those it cites" in artifacts
        assert f"Draft · Page {number} of {count}" in artifacts


def test_none_of_it_is_read_aloud() -> None:
    """The structure tree has not a word of it."""
    words = read_tree(open_pdf(everything().data)).text
    assert "Not a publication" not in words
    assert "Page 1" not in words


def test_what_stands_at_the_right_ends_at_the_margin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Header and footer are as wide as the text, on every page."""
    paper = shipped.theme().papers["a4"]
    furniture._frame.cache_clear()  # what all editions have at their edges is drawn once
    shown = watch(monkeypatch)
    rendered(samples.everything())
    for page in (0, 1):
        footer = [one for one in shown if one.page == page and "Page" in one.text]
        header = [one for one in shown if one.page == page and one.text == "Draft"]
        right = {round(one.right, 1) for one in (*footer, *header)}
        assert len(footer) == len(header) == 1
        assert right == {round(paper.width - paper.right, 1)}


def test_words_may_be_missing() -> None:
    """A state or a footer without words leaves its place empty."""
    briefing = samples.briefing(samples.everything().blocks[0])
    silent = replace(briefing, furniture=replace(briefing.furniture, state="", footer=""))
    assert failures(rendered(silent).data) == []
