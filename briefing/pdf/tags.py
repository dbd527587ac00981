"""The structure tree: how a paragraph becomes marked content (ISO 32000-1, 14.7 and 14.8).

A page holds glyphs at places and knows no paragraphs. The structure tree says beside it what they
are and in which order they are read. The two meet in numbers. Take a paragraph with a link, the
link at the foot of one page and the words after it on the next:

1. Layout makes an ``Element`` P, and in it in reading order a ``Slot`` ("See "), an ``Element``
   Link with a slot of its own ("the report"), and a slot (" of 2024.").
2. Drawing a slot's line (``TaggedCanvas.show``) wraps it in a marked-content sequence with the
   next number of that page, its MCID, and notes page and number in the slot's ``marks``:

       page 1   /P<</MCID 0>>BDC     ... [<0018>]TJ ... EMC     slot 1: marks [(0, 0)]
                /Link<</MCID 1>>BDC  ... [<0024>]TJ ... EMC     slot 2: marks [(0, 1)]
       page 2   /P<</MCID 0>>BDC     ... [<0011>]TJ ... EMC     slot 3: marks [(1, 0)]

   The link's rectangle on the page is an annotation, and an ``Annotation`` among the children of
   the Link. Whatever has no slot (rules, grounds, header and footer, the repeated head of a table)
   is drawn as an artifact, and so is not here at all.
3. ``write_tree`` turns the elements into objects. One P, though it stands on two pages:

       7 0 obj <</S/P /P 6 0 R /Pg 3 0 R /K[0 8 0 R <</Type/MCR/Pg 4 0 R/MCID 0>>]>>
       8 0 obj <</S/Link /P 7 0 R /Pg 3 0 R /K[1 <</Type/OBJR/Pg 3 0 R/Obj 9 0 R>>]>>

   A bare number is a mark on the element's own page (Pg), an MCR one on another page.
4. The parent tree is the way back, for a reader that knows a page and a number: entry 0 is page
   1's ``[7 0 R 8 0 R]``, entry 1 page 2's ``[7 0 R]``; the next are one for each annotation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing.document import Where
from briefing.pdf.objects import Raw, name, numbers, reference, string

Mark: TypeAlias = tuple[int, int]
"""A marked-content sequence: the index of its page, and its MCID."""


@dataclass(eq=False, slots=True)
class Slot:
    """A stretch of an element's own content, in its place among the element's children.

    It has no text: lines are drawn under it, over as many pages as they need.

    ``actual`` is what is read instead of what is drawn. ``target`` makes it a link, ``anchor`` a
    place that links lead to, ``where`` the author's line that a link stands on.
    """

    element: Element
    actual: str = ""
    target: str = ""
    contents: str = ""
    anchor: str = ""
    where: Where | None = None
    marks: list[Mark | Element] = field(default_factory=list)
    """Each marked-content sequence; and a Span for what its glyphs do not tell."""

    def spoken(self, text: str, drawn_in_order: bool) -> Slot:
        """The slot of a Span with its text beside it (14.9.4), next in this one's content.

        Where glyphs are ``drawn_in_order`` of reading the text stands in the content as well, for
        who extracts it from there. Text that runs from right to left is drawn as it is seen:
        extractors turn it round themselves, whatever its ActualText.
        """
        span = Element("Span", actual=text)
        self.marks.append(span)
        return span.slot(actual=text if drawn_in_order else "")


@dataclass(eq=False, slots=True)
class Annotation:
    """A link annotation's place among the children of its Link element; ``box`` is on ``page``.

    A link of several lines has one annotation for each, all in the one element.
    """

    page: int
    box: tuple[float, float, float, float]
    slot: Slot
    item: Raw = field(default_factory=Raw)
    """The annotation's own object: ``links.py`` fills it."""


@dataclass(eq=False, slots=True)
class Element:
    """A structure element. ``children`` in reading order.

    ``tag`` is its structure type (14.8.4): P, H1, L ... ``attributes`` are attribute objects by
    owner, each a mapping of key to PDF bytes.
    """

    tag: str
    language: str = ""
    alt: str = ""
    title: str = ""
    id: str = ""
    actual: str = ""
    children: list[Element | Slot | Annotation] = field(default_factory=list)
    attributes: dict[str, dict[str, bytes]] = field(default_factory=dict)
    files: list[bytes] = field(default_factory=list)
    """References to associated files (ISO 19005-3, Annex E)."""
    item: Raw = field(default_factory=Raw)
    """The StructElem object: empty, but referred to, until ``write_tree`` fills it."""

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
    for element in elements:  # object numbers in reading order
        reference(document, element.item)
    root_reference = _write(document, root, tree_reference, pages)
    entries = _page_parents(document, elements, len(pages))
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


def _page_parents(document: PDFDocument, elements: list[Element], pages: int) -> list[bytes]:
    """Each page's entry of the parent tree: the element of each MCID, in order (14.7.4.4)."""
    owners: list[dict[int, bytes]] = [{} for _ in range(pages)]
    for element in elements:
        own = reference(document, element.item)
        for child in element.children:
            if isinstance(child, Slot):
                for page, mark in (it for it in child.marks if not isinstance(it, Element)):
                    owners[page][mark] = own
    return [
        b"%d[" % page + b" ".join(found[mark] for mark in sorted(found)) + b"]"
        for page, found in enumerate(owners)
    ]


def _elements(root: Element) -> list[Element]:
    found = [root]
    for child in root.children:
        if isinstance(child, Element):
            found += _elements(child)
        elif isinstance(child, Slot):
            for span in child.marks:
                found += _elements(span) if isinstance(span, Element) else []
    return found


def _write(document: PDFDocument, element: Element, parent: bytes, pages: list[bytes]) -> bytes:
    """Fill the object of ``element`` and of all below it (14.7.2); the reference to it."""
    own = reference(document, element.item)
    home = _home(element)
    kids = _kids(document, element, own, pages, home)
    out = [b"<</S", name(element.tag), b"/P ", parent]
    if kids:
        out.append(b"/K[" + b" ".join(kids) + b"]" if len(kids) > 1 else b"/K " + kids[0])
    if home is not None:
        out.append(b"/Pg " + pages[home])
    if element.language:
        out.append(b"/Lang" + string(element.language))  # 14.9.2
    if element.alt:
        out.append(b"/Alt" + string(element.alt))  # 14.9.3; a Figure must: 14289-1, 7.3
    if element.actual:
        out.append(b"/ActualText" + string(element.actual))  # 14.9.4
    if element.title:
        out.append(b"/T" + string(element.title))
    if element.id:
        out.append(b"/ID" + string(element.id))  # what Headers of a cell name: 14.8.5.7
    if element.files:
        out.append(b"/AF[" + b" ".join(element.files) + b"]")  # 19005-3, Annex E
    out.append(_attributes(element))
    element.item.content = b"".join(out) + b">>"
    return own


def _home(element: Element) -> int | None:
    """The page of an element's first own content: marks there are written as bare numbers."""
    for child in element.children:
        for mark in child.marks if isinstance(child, Slot) else ():
            if not isinstance(mark, Element):
                return mark[0]
    return None


def _kids(
    document: PDFDocument, element: Element, own: bytes, pages: list[bytes], home: int | None
) -> list[bytes]:
    """The entries of K: child elements, marks and annotations in reading order (14.7.2)."""
    kids: list[bytes] = []
    for child in element.children:
        if isinstance(child, Element):
            kids.append(_write(document, child, own, pages))
        elif isinstance(child, Slot):
            for mark in child.marks:
                if isinstance(mark, Element):
                    kids.append(_write(document, mark, own, pages))
                else:
                    kids.append(_mark(pages[mark[0]], mark[1], mark[0] == home))
        else:
            item = reference(document, child.item)  # 14.7.4.3
            kids.append(b"<</Type/OBJR/Pg %s/Obj %s>>" % (pages[child.page], item))
    return kids


def _mark(page: bytes, mark: int, at_home: bool) -> bytes:
    # 14.7.4.2; most are at home, and a bare number is 40 bytes shorter
    return b"%d" % mark if at_home else b"<</Type/MCR/Pg %s/MCID %d>>" % (page, mark)


def _attributes(element: Element) -> bytes:
    """A: one attribute object, or an array with one for each owner (14.7.5)."""
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
