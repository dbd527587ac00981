"""What the file says of itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from briefing.diagnostics import UsageError
from briefing.pdf.metadata import document_date
from tests import samples, shipped
from tests.pdf.making import everything, rendered
from tests.pdf.tree import open_pdf


def _rendered(**meta: str) -> bytes:
    return rendered(samples.briefing(samples.paragraph("text"), **meta)).data


@pytest.mark.parametrize(("audience", "paper"), shipped.EDITIONS)
def test_a_draft_says_so(audience: str, paper: str) -> None:
    """In the title, in the keywords, and beside the edition's id."""
    made = shipped.made(audience, paper)
    pdf = open_pdf(made.data)
    assert str(pdf.docinfo.Title).startswith("Draft")
    assert str(pdf.docinfo.Title) == made.briefing.meta.title
    assert str(pdf.docinfo.Keywords) == f"draft, {audience}--world--en--{paper}--office"
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == made.briefing.meta.title
        assert xmp["dc:identifier"] == made.briefing.edition.id
        assert xmp["pdf:Keywords"] == str(pdf.docinfo.Keywords)
        assert (xmp["pdfuaid:part"], xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == (
            "1",
            "3",
            "A",
        )


def test_words_of_any_kind_are_kept() -> None:
    """Signs that mean something in XML or PDF, and letters beyond ASCII."""
    pdf = open_pdf(_rendered(title="A < B & (C) – Größe", publisher="“We” & co"))
    assert str(pdf.docinfo.Title) == "A < B & (C) – Größe"
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == "A < B & (C) – Größe"
        assert list(xmp["dc:creator"]) == ["“We” & co"]


def test_the_date_is_the_publications() -> None:
    """Without SOURCE_DATE_EPOCH it is as_of, at midnight UTC, everywhere."""
    pdf = open_pdf(_rendered(as_of="2025-03-01"))
    assert str(pdf.docinfo.CreationDate) == "D:20250301000000Z"
    assert str(pdf.docinfo.ModDate) == "D:20250301000000Z"
    with pdf.open_metadata() as xmp:
        assert {xmp[f"xmp:{key}"] for key in ("CreateDate", "ModifyDate", "MetadataDate")} == {
            "2025-03-01T00:00:00Z"
        }


def test_the_date_may_come_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH sets all dates, those of attachments too."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    blocks = (samples.figure(), samples.sources(("cite-reports",)))
    data = rendered(samples.briefing(*blocks)).data
    pdf = open_pdf(data)
    assert str(pdf.docinfo.CreationDate) == "D:20231114221320Z"
    assert str(pdf.Root.AF[0].EF.F.Params.ModDate) == "D:20231114221320Z"
    assert b"2023-11-14T22:13:20Z" in data
    assert b"2026" not in data


@pytest.mark.parametrize("epoch", ["yesterday", "", "1.5", "9" * 30])
def test_a_date_that_is_none_is_an_error(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the variable."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        document_date("2026-11-24")


def test_the_date_is_in_utc() -> None:
    """No time zone of the machine's shifts it."""
    assert document_date("2026-11-24") == datetime(2026, 11, 24, tzinfo=UTC)


def test_a_file_has_an_id_of_its_content() -> None:
    """Equal documents share it, documents that differ in a word or in the title do not."""

    def identity(words: str, **meta: str) -> bytes:
        data = rendered(samples.briefing(samples.paragraph(words), **meta)).data
        first, second = open_pdf(data).trailer.ID
        assert bytes(first) == bytes(second)
        return bytes(first)

    assert identity("text") == identity("text")
    assert len({identity("text"), identity("test"), identity("text", title="Other")}) == 3


def test_the_catalog_is_that_of_an_accessible_file() -> None:
    """Marked, with a language, showing its title, with sRGB as output intent."""
    root = open_pdf(everything().data).Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == "en"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    (intent,) = root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    profile = intent.DestOutputProfile.read_bytes()
    assert profile[16:20] == b"RGB "
    assert int(intent.DestOutputProfile.N) == 3


def test_pages_are_labelled_as_they_are_printed() -> None:
    """From 1 on, in figures: a reader's page box and the footer agree."""
    pdf = open_pdf(everything().data)
    assert [page.label for page in pdf.pages] == ["1", "2"]


def test_the_version_is_1_7() -> None:
    """PDF/UA-1 is a profile of PDF 1.7."""
    assert everything().data.startswith(b"%PDF-1.7")
