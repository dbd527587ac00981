"""The structure tree: how a paragraph becomes marked content (ISO 32000-1, 14.7 and 14.8).

Layout makes an ``Element`` for each paragraph, list, figure ... in reading order, and a ``Slot``
for each stretch of its content. Drawing a slot's lines opens a marked-content sequence with the
next id of that page (``/P <</MCID 4>> BDC ... EMC``) and notes the id in the slot; a paragraph
that runs over a page break stays one element with ids on both pages. ``write_tree`` then turns
elements into StructElem objects, and the parent tree leads from each page's ids, and from each
link annotation, back to its element.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.document import Where
from briefing.pdf.objects import Raw, name, numbers, reference, string


@dataclass(eq=False, slots=True)
class Slot:
    """A stretch of an element's own content, in its place among the element's children.

    ``actual`` is what is read instead of what is drawn. ``target`` makes it a link, ``anchor`` a
    place that links lead to, ``where`` the author's line that a link stands on.
    """

    element: Element
    actual: str = ""
    target: str = ""
    contents: str = ""
    anchor: str = ""
    where: Where | None = None
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Page index and MCID of each marked-content sequence."""


@dataclass(eq=False, slots=True)
class Annotation:
    """A link annotation's place among the children of its Link element."""

    page: int
    box: tuple[float, float, float, float]
    slot: Slot
    item: Raw = field(default_factory=Raw)


@dataclass(eq=False, slots=True)
class Element:
    """A structure element. ``children`` in reading order.

    ``attributes`` are attribute objects by owner, each a mapping of key to PDF bytes.
    """

    tag: str
    language: str = ""
    alt: str = ""
    title: str = ""
    id: str = ""
    children: list[Element | Slot | Annotation] = field(default_factory=list)
    attributes: dict[str, dict[str, bytes]] = field(default_factory=dict)
    files: list[bytes] = field(default_factory=list)
    """References to associated files (ISO 19005-3, Annex E)."""
    item: Raw = field(default_factory=Raw)

    def add(self, tag: str, alt: str = "", title: str = "", id: str = "") -> Element:
        """A new child element at the end."""
        child = Element(tag, alt=alt, title=title, id=id)
        self.children.append(child)
        return child

    def slot(
        self,
        actual: str = "",
        target: str = "",
        contents: str = "",
        anchor: str = "",
        where: Where | None = None,
    ) -> Slot:
        """A new stretch of content at the end."""
        slot = Slot(self, actual, target, contents, anchor, where)
        self.children.append(slot)
        return slot

    def attribute(self, owner: str, key: str, value: bytes) -> None:
        """Set an attribute (14.8.5)."""
        self.attributes.setdefault(owner, {})[key] = value


def write_tree(
    document: PDFDocument, root: Element, pages: list[bytes], annotations: list[Annotation]
) -> tuple[bytes, dict[int, int]]:
    """Enter the tree below ``root``; the reference to the StructTreeRoot.

    ``pages`` are references to the page objects. A page's key in the parent tree is its index;
    annotations follow in their order: the second value gives each one's key, by position.
    """
    tree = Raw()
    tree_reference = reference(document, tree)
    elements = _elements(root)
    for element in elements:
        reference(document, element.item)
    root_reference = _write(document, root, tree_reference, pages)
    marks: dict[int, dict[int, bytes]] = {index: {} for index in range(len(pages))}
    for element in elements:
        own = reference(document, element.item)
        for child in element.children:
            if isinstance(child, Slot):
                for page, mark in child.marks:
                    marks[page][mark] = own
    entries = [
        b"%d[" % page + b" ".join(found[mark] for mark in sorted(found)) + b"]"
        for page, found in marks.items()
    ]
    keys = {}
    for index, annotation in enumerate(annotations):
        keys[index] = len(pages) + index
        entries.append(b"%d %s" % (keys[index], reference(document, annotation.slot.element.item)))
    parents = Raw(b"<</Nums[" + b" ".join(entries) + b"]>>")
    tree.content = b"<</Type/StructTreeRoot/K[%s]/ParentTree %s/ParentTreeNextKey %d%s>>" % (
        root_reference,
        reference(document, parents),
        len(pages) + len(annotations),
        _ids(document, elements),
    )
    return tree_reference, keys


def _elements(root: Element) -> list[Element]:
    found = [root]
    for child in root.children:
        if isinstance(child, Element):
            found += _elements(child)
    return found


def _write(document: PDFDocument, element: Element, parent: bytes, pages: list[bytes]) -> bytes:
    own = reference(document, element.item)
    home = _home(element)
    kids = _kids(document, element, own, pages, home)
    out = [b"<</S", name(element.tag), b"/P ", parent]
    if kids:
        out.append(b"/K[" + b" ".join(kids) + b"]" if len(kids) > 1 else b"/K " + kids[0])
    if home is not None:
        out.append(b"/Pg " + pages[home])
    if element.language:
        out.append(b"/Lang" + string(element.language))
    if element.alt:
        out.append(b"/Alt" + string(element.alt))
    if element.title:
        out.append(b"/T" + string(element.title))
    if element.id:
        out.append(b"/ID" + string(element.id))
    if element.files:
        out.append(b"/AF[" + b" ".join(element.files) + b"]")
    out.append(_attributes(element))
    element.item.content = b"".join(out) + b">>"
    return own


def _home(element: Element) -> int | None:
    """The page of an element's first own content: marks there are written as bare numbers."""
    marks = [mark for child in element.children if isinstance(child, Slot) for mark in child.marks]
    return marks[0][0] if marks else None


def _kids(
    document: PDFDocument, element: Element, own: bytes, pages: list[bytes], home: int | None
) -> list[bytes]:
    kids: list[bytes] = []
    for child in element.children:
        if isinstance(child, Element):
            kids.append(_write(document, child, own, pages))
        elif isinstance(child, Slot):
            kids += [_mark(pages[page], mark, page == home) for page, mark in child.marks]
        else:
            item = reference(document, child.item)
            kids.append(b"<</Type/OBJR/Pg %s/Obj %s>>" % (pages[child.page], item))
    return kids


def _mark(page: bytes, mark: int, at_home: bool) -> bytes:
    return b"%d" % mark if at_home else b"<</Type/MCR/Pg %s/MCID %d>>" % (page, mark)


def _attributes(element: Element) -> bytes:
    written = [
        b"<</O"
        + name(owner)
        + b"".join(name(key) + b" " + value for key, value in keys.items())
        + b">>"
        for owner, keys in element.attributes.items()
    ]
    if not written:
        return b""
    return b"/A" + (written[0] if len(written) == 1 else b"[" + b"".join(written) + b"]")


def _ids(document: PDFDocument, elements: list[Element]) -> bytes:
    """The name tree of element ids, which table cells use for their headers (14.7.2)."""
    named = sorted((element.id, element) for element in elements if element.id)
    if not named:
        return b""
    pairs = [string(key) + reference(document, element.item) for key, element in named]
    limits = string(named[0][0]) + string(named[-1][0])
    leaf = Raw(b"<</Limits[" + limits + b"]/Names[" + b"".join(pairs) + b"]>>")
    return b"/IDTree<</Kids[" + reference(document, leaf) + b"]>>"


def box_attribute(element: Element, box: tuple[float, float, float, float]) -> None:
    """The bounding box that a Figure must have (ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4)."""
    element.attribute("Layout", "BBox", b"[" + numbers(*box) + b"]")
    element.attribute("Layout", "Placement", b"/Block")
