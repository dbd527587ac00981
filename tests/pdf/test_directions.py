"""Pages and text that run from right to left, read back from the file."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest
from page import validate_pdf_bytes

from briefing.document import Briefing, Link, Paragraph, Strong, Text
from briefing.pdf import render
from tests import samples, shipped
from tests.pdf.tree import Node, open_pdf, read_tree

ARABIC = "تلقى المركز الوطني 36.2 مليون بلاغ في عام 2023 (انظر أدناه)."
HEBREW = "קיבלנו דיווחים רבים (כולל אחרים) ועוד."
HINDI = "राष्ट्रीय प्रतिक्रिया के लिए क्षमता बढ़ानी होगी; किंतु श्रृंखला भी।"
THAI = "เด็กทุกคนควรได้รับความช่วยเหลือที่ใกล้และหาได้ง่าย กำลังทดสอบ"
POLYTONIC = "ἐν ἀρχῇ ἦν ὁ λόγος, καὶ ὁ λόγος ἦν πρὸς τὸν θεόν."
CYRILLIC = "Съешь же ещё этих мягких французских булок."
TEXTS = [ARABIC, HEBREW, HINDI, THAI, POLYTONIC, CYRILLIC]


def rendered(briefing: Briefing, language: str = "en") -> bytes:
    """The file of a briefing without charts in a language."""
    meta = replace(briefing.meta, language=language)
    return render(replace(briefing, meta=meta), shipped.theme(), {})


def paragraph(data: bytes) -> Node:
    """The first paragraph of the structure tree."""
    return next(node for node in read_tree(open_pdf(data)).walk() if node.tag == "P")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_tree_reads_as_it_was_written(text: str, language: str) -> None:
    """Whatever the script and the page's direction, what is read aloud is the text."""
    data = rendered(samples.briefing(samples.paragraph(text)), language)
    assert paragraph(data).text.replace("\u00a0", " ") == text
    assert validate_pdf_bytes(data, profile="ua1").is_compliant
    assert validate_pdf_bytes(data, profile="3a").is_compliant


@pytest.mark.parametrize("text", [HINDI, POLYTONIC, CYRILLIC, "שלום עולם", "مرحبا بكم في العالم"])
def test_extracted_text_is_in_the_order_of_reading(text: str) -> None:
    """A plain extractor gives the same, also where glyphs stand in another order."""
    document = pypdfium2.PdfDocument(rendered(samples.briefing(samples.paragraph(text))))
    assert text in document[0].get_textpage().get_text_range()
    document.close()


def test_an_arabic_paragraph_with_a_link_and_bold() -> None:
    """Each keeps its element and its text, in the order of reading."""
    children = (
        Text("انظر "),
        Strong((Text("الموقع"),)),
        Text(" "),
        Link("https://www.example.org", (Text("example.org"),)),
        Text(" لمعرفة المزيد."),
    )
    briefing = samples.briefing(Paragraph(children))
    found = paragraph(rendered(briefing, "ar"))
    assert found.text == "انظر الموقع example.org لمعرفة المزيد."
    (link,) = (node for node in found.walk() if node.tag == "Link")
    assert link.text == "example.org"


def test_the_whole_sample_mirrored_reads_the_same() -> None:
    """Tables, lists, key figures, quotes and sources read alike on a page from the right."""
    blocks = [block for block in samples.everything().blocks if block.type != "figure"]
    briefing = samples.briefing(*blocks)
    left = read_tree(open_pdf(rendered(briefing, "en"))).text
    right = read_tree(open_pdf(rendered(briefing, "ar"))).text
    assert left == right
    assert "Who answers?" in left


def test_a_page_from_the_right_is_mirrored() -> None:
    """Text begins at the right margin; a link's rule lies under the link."""
    text = "Words, then "
    briefing = samples.briefing(
        Paragraph((Text(text), Link("https://www.example.org", (Text("a link"),))))
    )
    document = pypdfium2.PdfDocument(rendered(briefing, "ar"))
    page = document[0]
    paper = shipped.theme().papers["a4"]
    found = page.get_textpage()
    rectangles = [found.get_rect(i) for i in range(found.count_rects())]
    right = max(box[2] for box in rectangles)
    assert right == pytest.approx(paper.width - paper.right, abs=1.5)
    document.close()
