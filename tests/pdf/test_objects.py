"""PDF objects as bytes."""

from __future__ import annotations

import zlib
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFStream

from briefing.pdf.objects import Raw, name, number, numbers, reference, stream, string
from tests.pdf.making import everything

QUICK = settings(max_examples=80, deadline=None, derandomize=True, database=None)


def _parsed(content: bytes) -> pikepdf.Object:
    return pikepdf.Object.parse(content)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
@QUICK
def test_a_string_reads_back(text: str) -> None:
    """Brackets, backslashes, line ends and every character of Unicode."""
    assert str(_parsed(string(text))) == text


def test_plain_text_stays_plain() -> None:
    """ASCII is written as it is, with what has a meaning escaped; other text as UTF-16."""
    assert string("a (b) \\ c") == rb"(a \(b\) \\ c)"
    assert string("é") == b"<feff00e9>"
    assert string("line\rend") == b"<feff006c0069006e0065000d0065006e0064>"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20))
@QUICK
def test_a_name_reads_back(text: str) -> None:
    """What has a meaning in PDF is escaped, and so is what is not ASCII."""
    content = name(text)
    assert content.isascii()
    assert str(_parsed(content)) == f"/{text}"


def test_a_name_escapes_what_has_a_meaning() -> None:
    """A solidus, a space and a number sign become two hexadecimal digits."""
    assert name("text/csv") == b"/text#2fcsv"
    assert name("A B#") == b"/A#20B#23"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, b"0"),
        (-0.0001, b"0"),
        (1.0, b"1"),
        (100, b"100"),
        (0.5, b"0.5"),
        (-12.3456, b"-12.346"),
        (1e-9, b"0"),
        (123456.789, b"123456.789"),
        (1e16, b"10000000000000000"),
    ],
)
def test_numbers_are_short_and_never_scientific(value: float, written: bytes) -> None:
    """At most three decimals, no trailing zeros, no exponent, no minus zero."""
    assert number(value) == written


def test_several_numbers() -> None:
    """With spaces between."""
    assert numbers(1, 2.5, -3) == b"1 2.5 -3"


@pytest.mark.parametrize("compress", [True, False])
def test_a_stream_ends_on_a_line_of_its_own(compress: bool) -> None:
    """CR LF before endstream, after Length bytes, even where the data ends in CR."""
    data = b"ends in a return\r"
    content = stream(b"/Extra 1", data, compress).content
    head, _, rest = content.partition(b">>\r\nstream\r\n")
    length = int(head.rpartition(b"/Length ")[2])
    body, end = rest[:length], rest[length:]
    assert end == b"\r\nendstream"
    assert (zlib.decompress(body) if compress else body) == data
    assert b"/Extra 1" in head
    assert (b"/FlateDecode" in head) == compress


def test_an_object_is_entered_once() -> None:
    """Two references to one object are the same."""
    document = PDFDocument()
    item = Raw(b"<<>>")
    first = reference(document, item)
    assert reference(document, item) == first
    assert reference(document, Raw(b"<<>>")) != first
    assert first.endswith(b" 0 R")


def test_what_is_remembered_is_what_was_asked_for() -> None:
    """A number or a stream that equals an earlier one has its bytes, whichever came first."""
    assert [number(value) for value in (1, 1.0, True, 0.0, -0.0)] == [b"1", b"1", b"1", b"0", b"0"]
    again = stream(b"/Extra 2", b"data")
    assert stream(b"", b"data").content != again.content == stream(b"/Extra 2", b"data").content


def test_reportlab_still_writes_no_line_end_before_endstream() -> None:
    """When this fails ReportLab's own streams have become fit for PDF/A: drop ours."""
    document = PDFDocument()
    own = PDFStream(PDFDictionary(), b"data", filters=[])
    content = bytes(own.format(document))
    before = content[: content.index(b"endstream")]
    assert not before.endswith((b"\r", b"\n"))


def test_every_stream_of_a_file_ends_so() -> None:
    """No stream of ReportLab's own gets into a document."""
    data = everything().data
    assert data.count(b"\r\nendstream") == data.count(b"endstream") > 10
    pikepdf.open(BytesIO(data)).close()
