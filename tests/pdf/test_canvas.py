"""All that is painted is marked; text cannot be drawn untagged."""

from __future__ import annotations

import pytest

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.fonts import FontBook
from briefing.pdf.tags import Element
from briefing.typeset import SpanStyle, typesetter_of
from tests import samples, shipped
from tests.pdf.making import everything, operations
from tests.pdf.tree import open_pdf, page_marks

PAINTING = {"f", "f*", "B", "B*", "S", "s", "b", "b*", "Do", "Tj", "TJ", "'", '"', "sh"}


def _canvas() -> TaggedCanvas:
    return TaggedCanvas(200, 100, FontBook(typesetter_of(shipped.theme().fonts).faces))


@pytest.mark.parametrize(
    ("method", "arguments"),
    [
        ("drawString", (10, 10, "text")),
        ("drawRightString", (10, 10, "text")),
        ("drawCentredString", (10, 10, "text")),
        ("drawAlignedString", (10, 10, "1.5")),
        ("beginText", (10, 10)),
        ("drawText", (None,)),
    ],
)
def test_reportlabs_own_text_is_refused(method: str, arguments: tuple[object, ...]) -> None:
    """Whoever draws text past the structure tree is told so at once."""
    with pytest.raises(TypeError, match="outside the structure tree"):
        getattr(_canvas(), method)(*arguments)


def test_everything_painted_is_marked() -> None:
    """Each painting operator of each page stands in content or in an artifact; marks never nest."""
    for sheet in open_pdf(everything().data).pages:
        depth = 0
        painted = 0
        for operator, _ in operations(sheet):
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(operator, 0)
            assert depth in (0, 1)
            if operator in PAINTING:
                assert depth == 1, operator
                painted += 1
        assert painted > 10


def test_marks_are_counted_on_each_page() -> None:
    """MCIDs begin with 0 on a page and have no gap."""
    for sheet in open_pdf(everything().data).pages:
        marks, _ = page_marks(sheet)
        assert sorted(marks) == list(range(len(marks)))


def test_an_open_mark_goes_on() -> None:
    """Lines of one paragraph are one sequence; another slot begins its own."""
    canvas = _canvas()
    element = Element("P")
    first, second = element.slot(), element.slot()
    canvas.mark(first)
    canvas.mark(first)
    canvas.mark(second)
    canvas.close_mark()
    assert canvas.sheet.marks == [(first, 0), (second, 1)]
    assert canvas.sheet.content == [b"/P<</MCID 0>>BDC", b"EMC", b"/P<</MCID 1>>BDC", b"EMC"]


def test_a_page_begins_without_helvetica() -> None:
    """ReportLab's preamble, which names an unembedded font, is not there."""
    for sheet in open_pdf(everything().data).pages:
        first = next(operations(sheet))[0]
        assert first != "BT"
        assert b"14.4 TL" not in sheet.Contents.read_bytes()


def test_a_page_sets_its_font_anew() -> None:
    """The state of the page before does not reach over: each names font and colour."""
    canvas = _canvas()
    slot = Element("P").slot()
    style = SpanStyle("sans", 11, (0.0, 0.0, 0.0))
    (part,) = typesetter_of(shipped.theme().fonts).line("text", style, "en").parts
    written = []
    for _ in range(2):
        canvas.show(slot, part, 10, 10)
        canvas.show(slot, part, 10, 30)
        written.append(b" ".join(canvas.sheet.content).count(b"Tf"))
        canvas.showPage()
    assert written == [1, 1]


def test_tabs_follow_the_structure() -> None:
    """Each page says so, and knows its place in the parent tree."""
    pdf = open_pdf(everything().data)
    assert [str(sheet.obj.Tabs) for sheet in pdf.pages] == ["/S"] * len(pdf.pages)
    assert [int(sheet.obj.StructParents) for sheet in pdf.pages] == list(range(len(pdf.pages)))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_page_has_the_size_of_its_paper(paper: str) -> None:
    """In points, to a hundredth."""
    made = shipped.made("ngo", paper)
    sheet = shipped.theme().papers[paper]
    for found in open_pdf(made.data).pages:
        assert [float(value) for value in found.mediabox] == pytest.approx(
            [0, 0, sheet.width, sheet.height], abs=0.01
        )


def test_the_first_place_of_an_anchor_stays() -> None:
    """A link leads to where something begins."""
    canvas = _canvas()
    canvas.anchor("here", 2)
    canvas.anchor("here", 4)
    canvas.showPage()
    assert canvas.anchors == {"here": (0, 2)}


def test_the_sample_has_two_pages() -> None:
    """Other tests rely on more than one page."""
    assert everything().report.pages >= 2
    assert len(samples.everything().blocks) > 15
