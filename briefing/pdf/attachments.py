"""Files inside the file: each chart's data as CSV, tied to its figure."""

from __future__ import annotations

import csv
from datetime import datetime
from functools import lru_cache
from io import StringIO

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.document import Attachment, DataTable, Figure
from briefing.pdf.objects import Raw, name, reference, stream, string

TABLES_KEPT = 16
"""Tables whose CSV is remembered: editions share their charts."""


def data_of(figure: Figure) -> Attachment:
    """The rows of a figure as a CSV file: UTF-8, a header row, unformatted numbers."""
    return Attachment(
        name=f"{figure.id}.csv",
        media_type="text/csv",
        description=f"Data of the chart: {figure.headline}",
        data=_csv(figure.table),
    )


@lru_cache(maxsize=TABLES_KEPT)
def _csv(table: DataTable) -> bytes:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    writer.writerow(table.columns)
    writer.writerows(table.rows)
    return out.getvalue().encode("utf-8")


def enter_file(document: PDFDocument, attachment: Attachment, date: datetime) -> bytes:
    """Enter a file specification; its reference (ISO 32000-1, 7.11.4; ISO 19005-3, Annex E)."""
    stamp = string(date.strftime("D:%Y%m%d%H%M%SZ"))
    entries = b"/Type/EmbeddedFile/Subtype%s/Params<</Size %d/ModDate%s>>" % (
        name(attachment.media_type),
        len(attachment.data),
        stamp,
    )
    file = reference(document, stream(entries, attachment.data))
    spec = Raw(
        b"<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/%s/EF<</F %s/UF %s>>>>"
        % (
            string(attachment.name),
            string(attachment.name),
            string(attachment.description),
            attachment.relationship.encode("ascii"),
            file,
            file,
        )
    )
    return reference(document, spec)


def list_files(document: PDFDocument, files: dict[str, bytes]) -> None:
    """Name the files in the catalog, so that readers show them; by name, in order."""
    if not files:
        return
    pairs = b"".join(string(key) + files[key] for key in sorted(files))
    document.Catalog.Names = Raw(b"<</EmbeddedFiles<</Names[" + pairs + b"]>>>>")
    document.Catalog.AF = Raw(b"[" + b" ".join(files[key] for key in sorted(files)) + b"]")
