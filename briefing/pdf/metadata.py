"""What the file says of itself: Info, XMP, output intent, viewer preferences, file id.

PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) in one file; the clauses stand at the keys.
"""

from __future__ import annotations

import hashlib
import html
import os
from datetime import UTC, datetime
from functools import lru_cache
from importlib import resources

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.diagnostics import Problem, UsageError
from briefing.document import Briefing
from briefing.pdf.objects import Raw, Stream, reference, stream, string

PRODUCER = "briefing with ReportLab"
PAGE_LABELS = b"<</Nums[0<</S/D>>]>>"
"""From the first page on: 1, 2, 3 as printed in the footer (ISO 32000-1, 12.4.2)."""


class Info(Raw):
    """The document information dictionary, with the two names that ReportLab calls it by."""

    invariant = 1

    def digest(self, signature: object) -> None:
        """Nothing: the file id is made in ``write_metadata``."""


def document_date(as_of: str) -> datetime:
    """The document's date: ``SOURCE_DATE_EPOCH``, else the publication's ``as_of``; never now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.fromisoformat(as_of).replace(tzinfo=UTC)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError) as error:
        message = f'SOURCE_DATE_EPOCH is "{epoch}", not a number of seconds since 1970'
        raise UsageError(Problem(message, hint="unset it, or set it to a whole number")) from error


def write_metadata(
    document: PDFDocument, briefing: Briefing, date: datetime, content: bytes
) -> None:
    """Set Info, catalog and id; ``content`` is what the id is made from besides."""
    meta = briefing.meta
    keywords = ", ".join((meta.state, briefing.edition.id))
    document.info = Info(_info(briefing, keywords, date))
    catalog = document.Catalog
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents", "AF"]
    catalog.__Refs__ = ["Outlines", "Pages", "Metadata"]
    catalog.Lang = Raw(string(meta.language))  # 14289-1, 7.2
    catalog.MarkInfo = Raw(b"<</Marked true>>")  # 14289-1, 6.2
    direction = b"/Direction/R2L" if meta.direction == "rtl" else b""
    catalog.ViewerPreferences = Raw(b"<</DisplayDocTitle true" + direction + b">>")  # 14289-1, 7.1
    catalog.PageLabels = Raw(PAGE_LABELS)
    catalog.OutputIntents = Raw(b"[" + _output_intent(document) + b"]")
    packet = xmp_packet(briefing, keywords, date).encode("utf-8")
    catalog.Metadata = stream(b"/Type/Metadata/Subtype/XML", packet, level=0)
    digest = hashlib.sha256(packet + content).hexdigest()[:32].encode("ascii")
    document._ID = b"[<%s><%s>]" % (digest, digest)


def _info(briefing: Briefing, keywords: str, date: datetime) -> bytes:
    meta = briefing.meta
    stamp = string(date.strftime("D:%Y%m%d%H%M%SZ"))
    return b"".join(
        (
            b"<</Title" + string(meta.title),
            b"/Author" + string(meta.publisher),
            b"/Subject" + string(meta.subject),
            b"/Keywords" + string(keywords),
            b"/Creator" + string("briefing"),
            b"/Producer" + string(PRODUCER),
            b"/CreationDate" + stamp,
            b"/ModDate" + stamp,
            b">>",
        )
    )


def _output_intent(document: PDFDocument) -> bytes:
    """sRGB, so that RGB colours are defined (19005-3, 6.2.3). The profile has no date in it."""
    item = Stream(_profile())
    intent = Raw(
        b"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %s>>" % reference(document, item)
    )
    return reference(document, intent)


@lru_cache(maxsize=1)
def _profile() -> bytes:
    data = resources.files("briefing.pdf").joinpath("srgb.icc").read_bytes()
    return stream(b"/N 3", data).content


def xmp_packet(briefing: Briefing, keywords: str, date: datetime) -> str:
    """The XMP packet. ``dc:identifier`` is the edition's id, which a build reads back.

    ``pdfuaid`` is unknown to PDF/A, so it comes with its extension schema (19005-3, 6.6.2.3).
    """
    meta = briefing.meta
    stamp = date.strftime("%Y-%m-%dT%H:%M:%SZ")
    title, subject, licence = _escaped(meta.title), _escaped(meta.subject), _escaped(meta.licence)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:identifier>{_escaped(briefing.edition.id)}</dc:identifier>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{_escaped(meta.publisher)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{_escaped(meta.language)}</rdf:li></rdf:Bag></dc:language>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{licence}</rdf:li></rdf:Alt></dc:rights>
<xmp:CreatorTool>briefing</xmp:CreatorTool>
<xmp:CreateDate>{stamp}</xmp:CreateDate>
<xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<xmp:MetadataDate>{stamp}</xmp:MetadataDate>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<pdf:Keywords>{_escaped(keywords)}</pdf:Keywords>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{_EXTENSION}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def _escaped(text: str) -> str:
    # As xml.sax.saxutils.escape, which imports urllib.request, and with it 16 ms of modules.
    return html.escape(text, quote=False)


_EXTENSION = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
