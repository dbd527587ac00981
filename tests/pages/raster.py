"""Pages as pixels, whole or with something taken away first."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt
import pikepdf
import pypdfium2

Pixels = npt.NDArray[np.uint8]
"""Rows from the top, columns, and three colours or none."""

_TEXT_SHOWN = {"Tj", "TJ", "'", '"'}


def colours(data: bytes, dpi: float) -> list[Pixels]:
    """The pages in RGB."""
    return _rendered(data, dpi, grey=False)


def grey(data: bytes, dpi: float) -> list[Pixels]:
    """The pages in shades of grey, a byte a pixel."""
    return _rendered(data, dpi, grey=True)


def _rendered(data: bytes, dpi: float, grey: bool) -> list[Pixels]:
    document = pypdfium2.PdfDocument(data)
    pages = []
    for page in document:
        bitmap = page.render(scale=dpi / 72, grayscale=grey, rev_byteorder=True)
        pixels = bitmap.to_numpy()
        pages.append(np.array(pixels[:, :, 0] if grey and pixels.ndim == 3 else pixels))
        page.close()
    document.close()
    return pages


def without_text(data: bytes) -> bytes:
    """The same file with all that lies under its text, and no text."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for holder in _contents(pdf):
            kept = [
                instruction
                for instruction in pikepdf.parse_content_stream(holder)
                if str(instruction.operator) not in _TEXT_SHOWN
            ]
            _replace(pdf, holder, pikepdf.unparse_content_stream(kept))
        return _saved(pdf)


def without_form_boxes(data: bytes) -> bytes:
    """The same file with no form XObject clipped to its box."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for form in _forms(pdf):
            form.BBox = pikepdf.Array([-5000, -5000, 5000, 5000])
        return _saved(pdf)


def _contents(pdf: pikepdf.Pdf) -> Iterator[Any]:
    yield from pdf.pages
    yield from _forms(pdf)


def _forms(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form":
            yield item


def _replace(pdf: pikepdf.Pdf, holder: Any, content: bytes) -> None:
    if isinstance(holder, pikepdf.Page):
        holder.Contents = pdf.make_stream(content)
    else:
        holder.write(content)


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()
