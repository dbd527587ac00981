"""Link annotations (ISO 32000-1, 12.5.6.5), and the places in the document they lead to."""

from __future__ import annotations

from string import punctuation
from urllib.parse import quote

from briefing.diagnostics import Problem, RenderError
from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.objects import numbers, string
from briefing.pdf.tags import Annotation


def write_links(canvas: TaggedCanvas, pages: list[bytes], keys: dict[int, int]) -> None:
    """Give each annotation its content.

    A link has Contents for those who cannot see it (ISO 14289-1, 7.18.5), its key in the parent
    tree (7.18.1) and the Print flag (ISO 19005-3, 6.3.2).
    """
    for index, annotation in enumerate(canvas.annotations):
        annotation.item.content = (
            b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%s]/Contents%s/StructParent %d%s>>"
            % (
                numbers(*annotation.box),
                string(annotation.slot.contents),
                keys[index],
                _action(canvas, pages, annotation),
            )
        )


def _action(canvas: TaggedCanvas, pages: list[bytes], annotation: Annotation) -> bytes:
    target = annotation.slot.target
    if not target.startswith("#"):
        return b"/A<</S/URI/URI%s>>" % string(_ascii(target))
    if target[1:] not in canvas.anchors:
        message = f'a link leads to "{target}", and nothing in the document has that name'
        hint = "link to the address of a page on the web"
        raise RenderError(Problem(message, annotation.slot.where, hint=hint))
    return b"/Dest" + destination(canvas, pages, target[1:])


def _ascii(address: str) -> str:
    """An address as a URI, which is ASCII (12.6.4.7): other characters percent-encoded."""
    return quote(address, safe=punctuation)


def destination(canvas: TaggedCanvas, pages: list[bytes], anchor: str) -> bytes:
    """An explicit destination: the page, its height there, the reader's zoom (12.3.2.2)."""
    page, y = canvas.anchors[anchor]
    return b"[%s/XYZ %s null]" % (pages[page], numbers(0, y))
