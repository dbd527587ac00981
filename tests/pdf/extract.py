"""The text of each page as a plain extractor gives it, held against the structure tree.

The extractor (pdfium) knows nothing of the tree: it follows the page's content and takes spaces
from what is drawn. So it finds what validators and the tree alone cannot: words that run into
each other at a line's end, and content that is drawn in another order than it is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pypdfium2

from briefing.document import Briefing, Drawing, Figure, TextItem
from tests.pdf.tree import Content, Node, open_pdf, page_marks, read_tree

PARAGRAPHS = {"P", "H1", "H2", "H3", "LBody", "Lbl", "TH", "TD", "Figure"}
"""Elements that end in a space, as far as an extractor is concerned."""


@dataclass
class Run:
    """A stretch of a page's text. Labels in a chart may be read in any order."""

    text: str
    chart: bool = False


def extracted(data: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def differences(data: bytes, briefing: Briefing, drawings: Mapping[str, Drawing]) -> list[str]:
    """Where the extracted text is not that of the tree, letter by letter and space by space."""
    found = []
    wanted = _runs(data, briefing, drawings)
    for number, (runs, text) in enumerate(zip(wanted, extracted(data), strict=True), 1):
        found += [f"page {number}: {fault}" for fault in compared(runs, text)]
    return found


def _runs(data: bytes, briefing: Briefing, drawings: Mapping[str, Drawing]) -> list[list[Run]]:
    """For each page what is drawn there, as artifacts first, then by the tree."""
    pdf = open_pdf(data)
    pages = [[Run(f"{text}\n") for text in page_marks(sheet)[1] if text] for sheet in pdf.pages]
    charts = [
        "\n".join(item.text for item in drawings[block.id].items if isinstance(item, TextItem))
        for block in briefing.blocks
        if isinstance(block, Figure)
    ]
    _add(read_tree(pdf), charts, pages)
    return [_merged(page) for page in pages]


def _merged(runs: list[Run]) -> list[Run]:
    """The same with one run for all that stands between two charts."""
    merged: list[Run] = []
    for run in runs:
        if merged and not run.chart and not merged[-1].chart:
            merged[-1].text += run.text
        else:
            merged.append(run)
    return merged


def _add(node: Node, charts: list[str], pages: list[list[Run]]) -> None:
    for child in node.children:
        if isinstance(child, Node) and child.actual:
            content = next(it for it in child.children if isinstance(it, Content))
            pages[content.page - 1].append(Run(child.actual))
        elif isinstance(child, Node):
            _add(child, charts, pages)
        elif isinstance(child, Content):
            chart = node.tag == "Figure"
            pages[child.page - 1].append(Run(charts.pop(0) if chart else child.text, chart))
    if node.tag in PARAGRAPHS:
        for page in pages:
            page.append(Run("\n"))


def compared(runs: list[Run], text: str) -> list[str]:
    """The faults of one page's extracted text, held against what is drawn there."""
    letters, gaps, ends = _parted(text)
    found = []
    start = 0
    for run in runs:
        wanted, wanted_gaps, _ = _parted(run.text)
        end = start + len(wanted)
        if run.chart:
            if sorted(letters[start:end]) != sorted(wanted):
                found.append(f"{letters[start:end]!r} in a chart that says {wanted!r}")
        elif letters[start:end] != wanted:
            return [*found, f"{letters[start:end]!r} where the tree says {wanted!r}"]
        else:
            inside = {gap - start for gap in gaps if start < gap < end}
            lines = {gap - start for gap in ends}
            inner = {gap for gap in wanted_gaps if 0 < gap < len(wanted)}
            for gap in sorted((inner - inside - lines) | (inside - inner - lines)):
                found.append(f"a space wrongly there or missing in {wanted[gap - 9 : gap + 9]!r}")
        start = end
    if start != len(letters):
        found.append(f"{letters[start:]!r} is in no element")
    return found


def _parted(text: str) -> tuple[str, set[int], set[int]]:
    """The letters without white space, where white space stood, and where a line ended.

    Hyphens are left out: at a line's end pdfium takes each for the printer's, gives U+FFFE for it
    and swallows the space after it.
    """
    letters: list[str] = []
    gaps: set[int] = set()
    ends: set[int] = set()
    for character in re.sub("[-\u00ad]", "", text):
        if character == "\ufffe":
            ends.add(len(letters))
        elif character.isspace():
            gaps.add(len(letters))
            if character in "\r\n":
                ends.add(len(letters))
        else:
            letters.append(character)
    return "".join(letters), gaps, ends
