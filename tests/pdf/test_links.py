"""Links lead where they say, and can be followed without being seen."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
import pytest

from briefing.diagnostics import RenderError
from briefing.document import Citation, Foreign, Link, Paragraph, Strong, Text, Where
from tests import samples, shipped
from tests.pdf.making import everything, find, link_notes, pdf_of, tree_of
from tests.pdf.tree import LinkPlace, Node, open_pdf

FILES = [("everything", ""), *shipped.EDITIONS]


def _data(audience: str, paper: str) -> bytes:
    return everything().data if audience == "everything" else shipped.made(audience, paper).data


def _pages(pdf: pikepdf.Pdf) -> dict[Any, int]:
    return {sheet.obj.objgen: index for index, sheet in enumerate(pdf.pages)}


def _destination(pdf: pikepdf.Pdf, note: Any) -> tuple[int, float]:
    """The page that a link leads to, and the height on it."""
    sheet, kind, _, top, _ = note.Dest
    assert kind == "/XYZ"
    return _pages(pdf)[sheet.objgen], float(top)


def _link(target: str, words: str = "words") -> Paragraph:
    where = Where("data/sections/en/first.md", 9, 5)
    link = Link(target, (Text(words),), where=where)
    return Paragraph((Text("See "), link, Text(".")), where=samples.WHERE)


@pytest.mark.parametrize(("audience", "paper"), FILES)
def test_every_link_can_be_followed_without_being_seen(audience: str, paper: str) -> None:
    """Each has a description, is printed, and is in the structure tree."""
    pdf = open_pdf(_data(audience, paper))
    notes = link_notes(pdf)
    assert len(notes) > 5
    keys = [int(note.StructParent) for _, note in notes]
    assert sorted(keys) == list(range(len(pdf.pages), len(pdf.pages) + len(keys)))
    parents = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    for _, note in notes:
        assert str(note.Contents).strip()
        assert (note.Subtype, int(note.F)) == ("/Link", 4)
        element = parents[int(note.StructParent)]
        assert element.S == "/Link"
        objects = [kid.Obj.objgen for kid in element.K if isinstance(kid, pikepdf.Dictionary)]
        assert note.objgen in objects


@pytest.mark.parametrize(("audience", "paper"), FILES)
def test_every_internal_destination_exists(audience: str, paper: str) -> None:
    """It is a place on a page of the file."""
    pdf = open_pdf(_data(audience, paper))
    inner = [note for _, note in link_notes(pdf) if "/Dest" in note]
    assert inner
    for note in inner:
        page, top = _destination(pdf, note)
        assert 0 < top <= float(pdf.pages[page].mediabox[3])


@pytest.mark.parametrize(("audience", "paper"), FILES)
def test_every_citation_has_its_source_and_the_way_back(audience: str, paper: str) -> None:
    """A citation leads to the entry of its number, and the entry to one of its citations."""
    pdf = open_pdf(_data(audience, paper))
    citations: dict[str, list[tuple[int, Any]]] = {}
    entries: dict[str, tuple[int, Any]] = {}
    for page, note in link_notes(pdf):
        contents = str(note.Contents)
        if found := re.fullmatch(r"Source (\d+)", contents):
            citations.setdefault(found[1], []).append((page, note))
        elif found := re.fullmatch(r"Back to the text citing source (\d+)", contents):
            assert found[1] not in entries
            entries[found[1]] = (page, note)
    assert set(citations) == set(entries)
    for number, (page, entry) in entries.items():
        for _, citation in citations[number]:
            assert _leads_to(pdf, citation, page, entry)
        assert any(_leads_to(pdf, entry, *citation) for citation in citations[number])


def _leads_to(pdf: pikepdf.Pdf, link: Any, page: int, place: Any) -> bool:
    """Whether ``link`` leads to just above the rectangle of ``place``."""
    to_page, top = _destination(pdf, link)
    return to_page == page and 0 <= top - float(place.Rect[3]) < 20


def test_an_address_is_kept() -> None:
    """A link to the web has its address, and its words as description."""
    ((_, note),) = link_notes(pdf_of(_link("https://example.org/a?b=c&d=(e)#f")))
    assert str(note.A.URI) == "https://example.org/a?b=c&d=(e)#f"
    assert note.A.S == "/URI"
    assert str(note.Contents) == "words"


def test_an_address_is_ascii() -> None:
    """What is not is percent-encoded, and what is encoded stays as it is."""
    ((_, note),) = link_notes(pdf_of(_link("https://example.org/größe%20x")))
    assert bytes(note.A.URI) == b"https://example.org/gr%C3%B6%C3%9Fe%20x"


def test_a_link_over_two_lines_has_a_rectangle_on_each() -> None:
    """Both lie on the words, and both are in the one Link element."""
    block = _link("https://example.org", samples.lorem(26))
    notes = [note for _, note in link_notes(pdf_of(block))]
    assert len(notes) == 2
    tops = [float(note.Rect[3]) for note in notes]
    assert tops[0] - tops[1] == pytest.approx(15)  # the leading of body text
    (link,) = find(tree_of(block), "Link")
    assert [child.page for child in link.children if isinstance(child, LinkPlace)] == [1, 1]


def test_a_link_over_two_pages_is_one_element() -> None:
    """Each page has rectangles of its own, all of the same Link."""
    block = _link("https://example.org", samples.lorem(1400))
    (link,) = find(tree_of(block), "Link")
    assert {child.page for child in link.children if isinstance(child, LinkPlace)} == {1, 2}
    pdf = pdf_of(block)
    for page, note in link_notes(pdf):
        left, bottom, right, top = (float(value) for value in note.Rect)
        width, height = (float(value) for value in pdf.pages[page].mediabox[2:])
        assert 0 < left < right < width
        assert 0 < bottom < top < height


def test_two_links_to_one_address_stay_apart() -> None:
    """Each has its own element and its own rectangle."""
    link = Link("https://example.org", (Text("here"),))
    block = Paragraph((link, Text(" and "), link))
    links = find(tree_of(block), "Link")
    assert [len([one for one in found.children if isinstance(one, LinkPlace)]) for found in links]
    notes = [note for _, note in link_notes(pdf_of(block))]
    assert len(links) == len(notes) == 2
    assert float(notes[0].Rect[2]) < float(notes[1].Rect[0])


def test_a_link_keeps_the_looks_of_its_words() -> None:
    """Bold words and another language inside it are one link with one rectangle a line."""
    words = (Text("the "), Strong((Text("whole"),)), Text(" "), Foreign("fr", (Text("rapport"),)))
    block = Paragraph((Link("https://example.org", words),))
    (link,) = find(tree_of(block), "Link")
    assert [found.tag for found in link.children if isinstance(found, Node)] == ["Span"]
    (note,) = [note for _, note in link_notes(pdf_of(block))]
    assert str(note.Contents) == "the whole rapport"


def test_a_citation_inside_a_link_is_its_text() -> None:
    """A link holds no other link."""
    cited = Citation(1, "a", "cite-1")
    block = Paragraph((Link("https://example.org", (Text("54%"), cited)), Text("."), cited))
    pdf = pdf_of(block, samples.sources(("cite-1",)))
    notes = [str(note.Contents) for _, note in link_notes(pdf)]
    assert notes[0] == "54%[1]"


def test_a_link_to_nowhere_is_an_error() -> None:
    """It names the author's line."""
    with pytest.raises(RenderError) as caught:
        pdf_of(_link("#missing"))
    (problem,) = caught.value.problems
    assert str(problem.where) == "data/sections/en/first.md:9:5"
    assert '"#missing"' in problem.message
