"""The file reads as the briefing does: through its structure tree, and by a plain extractor."""

from __future__ import annotations

import difflib
import re

import pypdfium2
import pytest

from briefing.artwork import draw
from briefing.document import Briefing, Heading
from tests import samples, shipped
from tests.pdf.extract import differences
from tests.pdf.making import as_composed, everything, find, read_back, rendered
from tests.pdf.tree import LinkPlace, open_pdf, read_tree

FILES = [("everything", ""), *shipped.EDITIONS]


def _file(audience: str, paper: str) -> tuple[Briefing, bytes]:
    if audience == "everything":
        return samples.everything(), everything().data
    made = shipped.made(audience, paper)
    return made.briefing, made.data


@pytest.mark.parametrize(("audience", "paper"), FILES)
def test_the_tree_reads_as_the_briefing_does(audience: str, paper: str) -> None:
    """Line by line: every word in order, labels, citations and alternative texts included."""
    briefing, data = _file(audience, paper)
    wanted, found = as_composed(briefing), read_back(data)
    assert len(wanted) > 40
    difference = difflib.unified_diff(wanted, found, "briefing", "file", lineterm="", n=1)
    assert found == wanted, "\n" + "\n".join(difference)


@pytest.mark.parametrize(("audience", "paper"), FILES)
def test_an_extractor_reads_each_page_as_the_tree_does(audience: str, paper: str) -> None:
    """The words of each page, in the order of the tree, with every space and no other."""
    briefing, data = _file(audience, paper)
    assert differences(data, briefing, draw(briefing, shipped.theme())) == []


@pytest.mark.parametrize(("audience", "paper"), FILES)
def test_each_links_text_is_its_own(audience: str, paper: str) -> None:
    """What the page shows under the rectangles of a Link is what its element says."""
    _, data = _file(audience, paper)
    pdf = open_pdf(data)
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage() for page in document]
    checked = 0
    for link in find(read_tree(pdf), "Link"):
        places = [child for child in link.children if isinstance(child, LinkPlace)]
        shown = "".join(pages[place.page - 1].get_text_bounded(*place.box) for place in places)
        own, found = _letters(link.text), _letters(shown)
        # An italic letter before a link may lean into its rectangle.
        assert found.endswith(own), (link.text, shown)
        assert len(found) <= len(own) + 1
        assert all(place.contents.strip() for place in places)
        checked += 1
    assert checked > 5


def _letters(text: str) -> str:
    # Hyphens at a line's end come as other signs, and line ends as white space.
    return "".join(re.sub("[-\x02\u00ad\ufffe]", "", text).split())


def test_apostrophes_and_ligatures_read_as_written() -> None:
    """In the serif as in the sans: quotation marks, fi and ffl, dashes and fractions."""
    words = "It’s “so”: office, affluent fjords – ½ of 18–20"
    both = samples.briefing(samples.paragraph(words), Heading(2, samples.text(words)))
    assert read_back(rendered(both).data) == [words, words]
