"""Bookmarks of the headings (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.links import destination
from briefing.pdf.objects import Raw, reference, string
from briefing.pdf.tags import Slot

OPEN_TO = 2
"""The deepest level of heading that is seen when the panel opens."""

Heading = tuple[int, str, Slot]
"""Level, text, and the slot that tells its place."""


@dataclass(eq=False, slots=True)
class _Bookmark:
    """A heading, or the root (level 0), with what stands below it."""

    level: int
    title: str = ""
    slot: Slot | None = None
    children: list[_Bookmark] = field(default_factory=list)
    item: Raw = field(default_factory=Raw)

    @property
    def seen(self) -> int:
        """How many bookmarks below this one are seen while it is open."""
        return len(self.children) + sum(child.seen for child in self.children if child.is_open)

    @property
    def is_open(self) -> bool:
        return self.level < OPEN_TO


def write_outline(canvas: TaggedCanvas, pages: list[bytes], headings: list[Heading]) -> None:
    """Enter the bookmarks, nested by level, in the document's order; none without headings."""
    document = canvas._doc
    document.Outlines = _NoOutlines()
    document.Catalog.Outlines = None
    root = _nested(headings)
    if not root.children:
        return
    document.Catalog.Outlines = root.item
    own = reference(document, root.item)
    root.item.content = b"<</Type/Outlines" + _family(canvas, root) + b">>"
    _write_children(canvas, pages, root, own)


def _nested(headings: list[Heading]) -> _Bookmark:
    root = _Bookmark(0)
    path = [root]
    for level, title, slot in headings:
        while path[-1].level >= level:
            path.pop()
        bookmark = _Bookmark(level, title, slot)
        path[-1].children.append(bookmark)
        path.append(bookmark)
    return root


def _write_children(
    canvas: TaggedCanvas, pages: list[bytes], parent: _Bookmark, parent_reference: bytes
) -> None:
    own = [reference(canvas._doc, child.item) for child in parent.children]
    for index, child in enumerate(parent.children):
        out = [b"<</Title", string(child.title), b"/Parent ", parent_reference]
        if child.slot:
            out += [b"/Dest", destination(canvas, pages, child.slot)]
        if index:
            out += [b"/Prev ", own[index - 1]]
        if index + 1 < len(own):
            out += [b"/Next ", own[index + 1]]
        child.item.content = b"".join(out) + _family(canvas, child) + b">>"
        _write_children(canvas, pages, child, own[index])


def _family(canvas: TaggedCanvas, bookmark: _Bookmark) -> bytes:
    """First and last child; Count is what is seen below, and less than zero while it is shut."""
    if not bookmark.children:
        return b""
    first, last = (reference(canvas._doc, bookmark.children[end].item) for end in (0, -1))
    count = bookmark.seen if bookmark.is_open else -bookmark.seen
    return b"/First %s/Last %s/Count %d" % (first, last, count)


class _NoOutlines:
    """Stands where ReportLab would build an outline of its own."""

    ready = 1

    def prepare(self, document: object, canvas: object) -> None:
        """Nothing to do: the outline is entered already."""
