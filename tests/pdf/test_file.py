"""The file: small objects packed, streams alone, each found where the table says."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.pdf.file import PACKED, file_of
from briefing.pdf.metadata import Info
from briefing.pdf.objects import Objects, Raw, reference
from tests.pdf.making import everything, unpacked


def _file(count: int) -> bytes:
    """A file of ``count`` small objects in an array that the catalog refers to."""
    document = PDFDocument()
    objects = Objects(document)
    document.info = Info(b"<</Title(small)>>")
    document._ID = b"[<00><00>]"
    items = b" ".join(
        objects.enter(b"<</N %d>>" % number)
        if number % 2
        else reference(document, Raw(b"<</N %d>>" % number))
        for number in range(count)
    )
    document.Catalog.Outlines = None
    document.Catalog.__NoDefault__ = [*document.Catalog.__NoDefault__, "Items"]
    document.Catalog.Items = Raw(b"[" + items + b"]")
    return file_of(objects)


def test_every_object_is_found_under_its_number() -> None:
    """More than one object stream holds them, in the order in which they were entered.

    Whether ReportLab knows them or only their numbers are taken.
    """
    count = 2 * PACKED + 50
    data = _file(count)
    assert data.count(b"/ObjStm") == 3
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [int(item.N) for item in pdf.Root.Items] == list(range(count))
        assert str(pdf.docinfo.Title) == "small"


def test_streams_stand_alone_and_all_else_is_packed() -> None:
    """What stands in plain text is a stream, and the structure tree is nowhere to be seen."""
    data = everything().data
    alone = re.findall(rb"^\d+ 0 obj\n(<<.*?>>\r\nstream\r\n)?", data, re.MULTILINE)
    assert len(alone) > 10
    assert all(alone)
    assert b"/StructTreeRoot" not in data
    assert b"/StructTreeRoot" in unpacked(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_a_stream_of_metadata_can_be_read_without_a_reader() -> None:
    """XMP is not compressed (ISO 19005-3, 6.6.2.1): a build reads its edition back from it."""
    assert b"<dc:identifier>" in everything().data
