"""The file reads as the briefing does: through its structure tree, and by a plain extractor."""

from __future__ import annotations

import difflib
import re
from functools import cache
from itertools import pairwise

import pypdfium2
import pytest

from briefing.document import Briefing, Callout, Heading, Paragraph, plain_text
from tests import samples, shipped
from tests.pdf.making import as_composed, everything, read_back, rendered

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


@cache
def _extracted(audience: str, paper: str) -> list[str]:
    """The text of each page as an extractor sees it that knows nothing of the structure."""
    document = pypdfium2.PdfDocument(_file(audience, paper)[1])
    try:
        return [_joined(page.get_textpage().get_text_range()) for page in document]
    finally:
        document.close()


@pytest.mark.parametrize(("audience", "paper"), FILES)
def test_an_extractor_finds_every_paragraph(audience: str, paper: str) -> None:
    """The words of each paragraph stand together, in order; a page may end between two of them.

    Between citations, that is, which are drawn as raised numbers without brackets.
    """
    pages = _extracted(audience, paper)
    pieces = [
        piece
        for paragraph in _paragraphs(_file(audience, paper)[0])
        for piece in re.split(r"\[\d+†?\]", paragraph)
    ]
    missing = [piece for piece in pieces if not _stands(_joined(piece), pages)]
    assert missing == []


def _joined(text: str) -> str:
    # pdfium takes a hyphen at a line's end for the printer's, and marks it with U+FFFE.
    return " ".join(re.sub("[-\ufffe]\\s*", "", text).split())


def _paragraphs(briefing: Briefing) -> list[str]:
    found = []
    for block in briefing.blocks:
        if isinstance(block, (Heading, Paragraph)):
            found.append(plain_text(block.children))
        elif isinstance(block, Callout):
            found += [plain_text(inlines) for inlines in block.paragraphs]
    return found


def _stands(piece: str, pages: list[str]) -> bool:
    if any(piece in page for page in pages):
        return True
    words = piece.split()
    return any(
        " ".join(words[:cut]) in first and " ".join(words[cut:]) in second
        for first, second in pairwise(pages)
        for cut in range(1, len(words))
    )


def test_apostrophes_and_ligatures_read_as_written() -> None:
    """In the serif as in the sans: quotation marks, fi and ffl, dashes and fractions."""
    words = "It’s “so”: office, affluent fjords – ½ of 18–20"
    both = samples.briefing(samples.paragraph(words), Heading(2, samples.text(words)))
    assert read_back(rendered(both).data) == [words, words]
