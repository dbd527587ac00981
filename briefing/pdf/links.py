"""Link annotations (ISO 32000-1, 12.5.6.5), and the places in the document they lead to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from string import punctuation
from urllib.parse import quote

from briefing.diagnostics import Problem, RenderError
from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.objects import numbers, string
from briefing.pdf.tags import LinkTo, Slot

ACTIONS_KEPT = 256
"""Addresses that are remembered: documents share their sources."""


def write_links(canvas: TaggedCanvas, pages: Sequence[bytes], first_key: int) -> None:
    """Give each annotation its key in the parent tree (ISO 14289-1, 7.18.1), and its target.

    The keys count from ``first_key``.
    """
    for key, annotation in enumerate(canvas.annotations, first_key):
        action = _action(canvas, pages, annotation.link)
        content = b"%s%d%s>>" % (annotation.entries, key, action)
        canvas.objects.fill(annotation.number, content)


def _action(canvas: TaggedCanvas, pages: Sequence[bytes], link: LinkTo) -> bytes:
    if not link.target.startswith("#"):
        return _to_address(link.target)
    if link.target[1:] not in canvas.anchors:
        message = f'a link leads to "{link.target}", and nothing in the document has that name'
        hint = "link to the address of a page on the web"
        raise RenderError(Problem(message, link.where, hint=hint))
    return b"/Dest" + destination(canvas, pages, link.target[1:])


@lru_cache(maxsize=ACTIONS_KEPT)
def _to_address(address: str) -> bytes:
    """A URI action; a URI is ASCII (12.6.4.7), other characters are percent-encoded."""
    return b"/A<</S/URI/URI%s>>" % string(quote(address, safe=punctuation))


def destination(canvas: TaggedCanvas, pages: Sequence[bytes], anchor: str | Slot) -> bytes:
    """An explicit destination: the page, its height there, the reader's zoom (12.3.2.2)."""
    page, y = canvas.anchors[anchor]
    return b"[%s/XYZ %s null]" % (pages[page], numbers(0, y))
