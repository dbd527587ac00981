"""Link annotations, and the bookmarks of the headings."""

from __future__ import annotations

from string import punctuation
from urllib.parse import quote

from briefing.diagnostics import Problem, RenderError
from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.objects import Raw, numbers, reference, string
from briefing.pdf.tags import Annotation


def write_links(
    canvas: TaggedCanvas,
    pages: list[bytes],
    keys: dict[int, int],
    headings: list[tuple[int, str, str]],
) -> None:
    """Give each annotation its content, and the document its outline.

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
    _outline(canvas, pages, headings)


def _action(canvas: TaggedCanvas, pages: list[bytes], annotation: Annotation) -> bytes:
    target = annotation.slot.target
    if not target.startswith("#"):
        return b"/A<</S/URI/URI%s>>" % string(_ascii(target))
    if target[1:] not in canvas.anchors:
        message = f'a link leads to "{target}", and nothing in the document has that name'
        hint = "link to the address of a page on the web"
        raise RenderError(Problem(message, annotation.slot.where, hint=hint))
    return b"/Dest" + _destination(canvas, pages, target[1:])


def _ascii(address: str) -> str:
    """An address as a URI, which is ASCII (12.6.4.7): other characters percent-encoded."""
    return quote(address, safe=punctuation)


def _destination(canvas: TaggedCanvas, pages: list[bytes], anchor: str) -> bytes:
    page, y = canvas.anchors[anchor]
    return b"[%s/XYZ %s null]" % (pages[page], numbers(0, y))


def _outline(
    canvas: TaggedCanvas, pages: list[bytes], headings: list[tuple[int, str, str]]
) -> None:
    """Bookmarks, nested by level under the title (ISO 32000-1, 12.3.3)."""
    document = canvas._doc
    root = Raw()
    document.Outlines = _NoOutlines()
    if not headings:
        document.Catalog.Outlines = None
        return
    items = [root, *(Raw() for _ in headings)]
    own = [reference(document, item) for item in items]
    parents = _parents([level for level, _, _ in headings])
    children: dict[int, list[int]] = {}
    for index, parent in enumerate(parents):
        children.setdefault(parent, []).append(index)
    for index, (_, text, anchor) in enumerate(headings):
        siblings = children[parents[index]]
        place = siblings.index(index)
        entry = b"<</Title" + string(text) + b"/Parent " + own[parents[index] + 1]
        entry += b"/Dest" + _destination(canvas, pages, anchor)
        if place:
            entry += b"/Prev " + own[siblings[place - 1] + 1]
        if place + 1 < len(siblings):
            entry += b"/Next " + own[siblings[place + 1] + 1]
        items[index + 1].content = entry + _family(children.get(index, []), own) + b">>"
    root.content = b"<</Type/Outlines" + _family(children.get(-1, []), own) + b">>"
    document.Catalog.Outlines = root


def _family(children: list[int], own: list[bytes]) -> bytes:
    if not children:
        return b""
    first, last = own[children[0] + 1], own[children[-1] + 1]
    return b"/First %s/Last %s/Count %d" % (first, last, len(children))


def _parents(levels: list[int]) -> list[int]:
    """The index of each heading's parent, -1 for none."""
    parents = []
    for index, level in enumerate(levels):
        above = [i for i in range(index) if levels[i] < level]
        parents.append(above[-1] if above else -1)
    return parents


class _NoOutlines:
    """Stands where ReportLab would build an outline of its own."""

    ready = 1

    def prepare(self, document: object, canvas: object) -> None:
        """Nothing to do: the outline is entered already."""
