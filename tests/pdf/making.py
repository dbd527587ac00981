"""Renders small briefings in the shipped theme, and lays the results open."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from typing import Any

import page
import pikepdf

from briefing.artwork import draw
from briefing.document import Block, Briefing
from briefing.document.reading import read_aloud
from briefing.pdf import Rendered, render_pages
from tests import samples, shipped
from tests.pdf.tree import Node, aloud, open_pdf, read_tree

PROFILES = ("ua1", "3a")


def rendered(briefing: Briefing) -> Rendered:
    """The briefing, its charts drawn, as a PDF with its page report."""
    return render_pages(briefing, shipped.theme(), draw(briefing, shipped.theme()))


@cache
def everything() -> Rendered:
    """The sample with every block."""
    return rendered(samples.everything())


def pdf_of(*blocks: Block) -> pikepdf.Pdf:
    """A briefing of these blocks, opened."""
    return open_pdf(rendered(samples.briefing(*blocks)).data)


def tree_of(*blocks: Block) -> Node:
    """The structure tree of a briefing of these blocks."""
    return read_tree(pdf_of(*blocks))


def find(node: Node, tag: str) -> list[Node]:
    """All elements of a kind below ``node``, in reading order."""
    return [found for found in node.walk() if found.tag == tag]


def failures(data: bytes) -> list[str]:
    """What page-validation objects to, for PDF/UA-1 and PDF/A-3a."""
    return [
        f"{profile} {failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]


def unpacked(data: bytes) -> bytes:
    """The same file with each of its objects in plain text, streams included."""
    out = BytesIO()
    open_pdf(data).save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        compress_streams=False,
    )
    return out.getvalue()


def lines(texts: Iterable[str]) -> list[str]:
    """Texts for comparison, space for space: composed letters, no empty texts.

    The fonts draw a no-break space with the glyph of a space, which then says a space.
    """
    composed = (unicodedata.normalize("NFC", text).replace("\u00a0", " ") for text in texts)
    return [text for text in composed if text.strip()]


def read_back(data: bytes) -> list[str]:
    """The file as it is read aloud through its structure tree."""
    return lines(aloud(read_tree(open_pdf(data))))


def as_composed(briefing: Briefing) -> list[str]:
    """The briefing as it should be read aloud."""
    return lines(read_aloud(briefing).splitlines())


def operations(page_or_form: Any) -> Iterator[tuple[str, list[Any]]]:
    """The operators of a content stream, each with its operands."""
    for operands, operator in pikepdf.parse_content_stream(page_or_form):
        yield str(operator), list(operands)


def link_notes(pdf: pikepdf.Pdf) -> list[tuple[int, Any]]:
    """All annotations with the index of their page."""
    return [
        (index, note)
        for index, sheet in enumerate(pdf.pages)
        for note in sheet.obj.get("/Annots", [])
    ]
