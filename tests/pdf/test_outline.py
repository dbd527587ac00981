"""Bookmarks lead to the headings, as they are nested in the document."""

from __future__ import annotations

from typing import Any

import pikepdf
import pytest

from briefing.document import Citation, Emphasis, Fact, Heading, Text, plain_text
from tests import samples, shipped
from tests.pdf.making import pdf_of
from tests.pdf.tree import open_pdf


def _pages(pdf: pikepdf.Pdf) -> dict[Any, int]:
    return {sheet.obj.objgen: index for index, sheet in enumerate(pdf.pages)}


def _heading(level: int, words: str) -> Heading:
    return Heading(level, samples.text(words))  # type: ignore[arg-type]


def _listed(item: Any, depth: int = 0) -> list[tuple[int, str, int]]:
    """Each bookmark below ``item`` in order: its depth, its title, and its Count."""
    found = []
    child = item.get("/First")
    while child is not None:
        assert child.Parent.objgen == item.objgen
        found.append((depth, str(child.Title), int(child.get("/Count", 0))))
        found += _listed(child, depth + 1)
        following = child.get("/Next")
        if following is None:
            assert item.Last.objgen == child.objgen
        else:
            assert following.Prev.objgen == child.objgen
        child = following
    return found


def test_bookmarks_follow_the_headings() -> None:
    """Nested by level, and leading to the page of their heading."""
    filler = [samples.paragraph(samples.lorem(700)) for _ in range(2)]
    pdf = pdf_of(
        _heading(1, "Title"),
        _heading(2, "First"),
        _heading(3, "Inside – one"),
        *filler,
        _heading(2, "Second"),
        samples.paragraph("text"),
    )
    with pdf.open_outline() as outline:
        (title,) = outline.root
        first, second = title.children
        (inside,) = first.children
    assert [item.title for item in (title, first, inside, second)] == [
        "Title",
        "First",
        "Inside – one",
        "Second",
    ]
    pages = _pages(pdf)
    assert [pages[item.destination[0].objgen] for item in (title, second)] == [0, 1]


def test_bookmarks_are_open_to_the_second_level() -> None:
    """Parts of a section are shut; each Count says how many would be or are seen."""
    headings = [(1, "A"), (2, "B"), (3, "C"), (3, "D"), (2, "E"), (1, "F"), (3, "G"), (2, "H")]
    pdf = pdf_of(*(_heading(level, words) for level, words in headings))
    assert _listed(pdf.Root.Outlines) == [
        (0, "A", 2),
        (1, "B", -2),
        (2, "C", 0),
        (2, "D", 0),
        (1, "E", 0),
        (0, "F", 2),
        (1, "G", 0),
        (1, "H", 0),
    ]
    assert int(pdf.Root.Outlines.Count) == 6


def test_a_bookmark_keeps_its_signs() -> None:
    """Those that mean something in a PDF string, and letters beyond ASCII."""
    words = ("(a\\b) ((c", "½ of “them”")
    pdf = pdf_of(*(_heading(1, each) for each in words))
    assert tuple(title for _, title, _ in _listed(pdf.Root.Outlines)) == words


def test_a_bookmark_has_no_citations() -> None:
    """Its facts and stressed words are there, in one line."""
    words = (
        Text("Reports "),
        Emphasis((Text("rose "), Citation(1, "a", "cite-1"), Text("to "))),
        Fact("36", ("a",), ("b",)),
    )
    pdf = pdf_of(Heading(1, words), samples.sources(("cite-1",)))
    assert _listed(pdf.Root.Outlines) == [(0, "Reports rose to 36", 0)]


@pytest.mark.parametrize(("audience", "paper"), shipped.EDITIONS)
def test_each_shipped_heading_has_its_bookmark(audience: str, paper: str) -> None:
    """In the document's order, nested as they are."""
    made = shipped.made(audience, paper)
    headings = [block for block in made.briefing.blocks if isinstance(block, Heading)]
    found = _listed(open_pdf(made.data).Root.Outlines)
    assert [(depth + 1, title) for depth, title, _ in found] == [
        (block.level, plain_text(block.children)) for block in headings
    ]


def test_no_headings_no_bookmarks() -> None:
    """The catalog has no empty outline."""
    assert "/Outlines" not in pdf_of(samples.paragraph("text")).Root
