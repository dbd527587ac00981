"""Rasters as image XObjects."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.pdf.objects import Raw, reference, stream


def picture(document: PDFDocument, columns: int, rows: int, data: bytes, alpha: bytes) -> Raw:
    """The image XObject of ``columns`` by ``rows`` pixels, 8-bit RGB, top row first.

    ``alpha`` is a byte a pixel and becomes its soft mask, which is entered in ``document``; or
    nothing: opaque.
    """
    kind = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8" % (columns, rows)
    mask = b""
    if alpha:
        soft = stream(kind + b"/ColorSpace/DeviceGray", alpha)
        mask = b"/SMask " + reference(document, soft)
    return stream(kind + b"/ColorSpace/DeviceRGB" + mask, data)
