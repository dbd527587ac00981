"""A briefing, its theme and its drawings to the bytes of a PDF."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TypeAlias

from briefing import collector
from briefing.diagnostics import Problem, RenderError
from briefing.document import Artwork, Briefing, Drawing, Figure, PageReport, Paper, Placed, Theme
from briefing.pdf.attachments import data_of, enter_file, list_files
from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.file import file_of
from briefing.pdf.fonts import FontBook
from briefing.pdf.forms import FormWriter
from briefing.pdf.furniture import Furniture, furniture_of
from briefing.pdf.layout import Layout, Story, layout_of
from briefing.pdf.links import write_links
from briefing.pdf.metadata import document_date, write_metadata
from briefing.pdf.objects import Raw, reference
from briefing.pdf.outline import write_outline
from briefing.pdf.paginate import Page, paginate
from briefing.pdf.tree import write_tree
from briefing.typeset import typesetter_of
from briefing.values import value

Charts: TypeAlias = Mapping[str, Drawing | Artwork]
"""By figure id."""

BELOW_BAND = 0.4
"""Of the band at the head of page one: how much lower that page's text begins."""


@value
class Rendered:
    """The finished file, and what came out where."""

    data: bytes
    report: PageReport


def render(briefing: Briefing, theme: Theme, drawings: Charts) -> bytes:
    """The PDF of a briefing: PDF/UA-1 and PDF/A-3a, the same bytes for the same inputs.

    ``drawings`` are its charts by figure id, as ``draw`` or ``artwork_of`` makes them. Raises
    RenderError where a character has no glyph or a piece does not fit a page.
    """
    return render_pages(briefing, theme, drawings).data


def render_pages(briefing: Briefing, theme: Theme, drawings: Charts) -> Rendered:
    """As ``render``, with the page report."""
    with collector.paused():  # a document keeps nearly every object until its end
        return _render_pages(briefing, theme, drawings)


def _render_pages(briefing: Briefing, theme: Theme, drawings: Charts) -> Rendered:
    date = document_date(briefing.meta.as_of)  # before ReportLab reads SOURCE_DATE_EPOCH as well
    paper = theme.papers[briefing.edition.paper]
    setter = typesetter_of(theme.fonts)
    fonts = FontBook(setter.faces)
    canvas = TaggedCanvas(paper.width, paper.height, fonts)
    forms = FormWriter(canvas._doc, fonts, setter, briefing.meta.language)
    layout = layout_of(theme, paper, briefing.meta.language, briefing.furniture)
    story = layout.lay_out(briefing, drawings)
    for number, figure in enumerate(_figures(briefing), 1):
        canvas.forms[figure.id] = (f"C{number}", forms.write(drawings[figure.id]))
    height = paper.height - paper.top - paper.bottom
    below_band = theme.spaces["band"] * BELOW_BAND
    pages = paginate(story.strips, height - below_band, height)
    furniture = furniture_of(briefing.furniture, briefing.meta.language, theme, paper)
    placed = _draw(canvas, pages, paper, below_band, furniture, layout)
    _finish(canvas, briefing, story, forms, date)
    report = PageReport(len(pages), paper.width, paper.height, tuple(placed))
    return Rendered(file_of(canvas.objects), report)


def _draw(
    canvas: TaggedCanvas,
    pages: list[Page],
    paper: Paper,
    below_band: float,
    furniture: Furniture,
    layout: Layout,
) -> list[Placed]:
    placed = []
    right = paper.width - paper.right
    for number, page in enumerate(pages, 1):
        furniture.draw(canvas, number, len(pages))
        top = paper.height - paper.top - (below_band if number == 1 else 0)
        layout.draw(canvas, page, top)
        for placement in page.placements:
            y = top - placement.drop
            bottom = y - placement.strip.height
            placed.append(Placed(placement.block, number, paper.left, bottom, right, y))
        canvas.showPage()
    return placed


def _figures(briefing: Briefing) -> Iterator[Figure]:
    return (block for block in briefing.blocks if isinstance(block, Figure))


def _finish(
    canvas: TaggedCanvas, briefing: Briefing, story: Story, forms: FormWriter, date: datetime
) -> None:
    """All that refers across pages: data, fonts, links, structure, metadata."""
    document = canvas._doc
    files = {}
    for figure in _figures(briefing):
        attachment = data_of(figure)
        if attachment.name in files:
            message = f'two charts of one briefing have the id "{figure.id}"'
            raise RenderError(Problem(message, figure.where, hint="show it once"))
        files[attachment.name] = enter_file(document, attachment, date)
        canvas.drawn.files[story.figures[figure.id]] = [files[attachment.name]]
    list_files(document, files)
    entries = canvas.fonts.enter(document)
    forms.finish(entries)
    pages = canvas.write_pages(entries)
    tree, first_key = write_tree(
        canvas.objects, story.root, pages, canvas.drawn, canvas.annotations
    )
    write_links(canvas, pages, first_key)
    write_outline(canvas, pages, story.headings)
    document.Catalog.StructTreeRoot = Raw(tree)
    write_metadata(document, briefing, date, hashlib.sha256(canvas.contents).digest())
    reference(document, document.Catalog.Metadata)
