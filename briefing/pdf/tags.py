"""The structure tree: how a paragraph becomes marked content (ISO 32000-1, 14.7 and 14.8).

A page holds glyphs at places and knows no paragraphs. The structure tree says beside it what they
are and in which order they are read. The two meet in numbers. Take a paragraph with a link, the
link at the foot of one page and the words after it on the next:

1. Layout makes an ``Element`` P, and in it in reading order a ``Slot`` ("See "), an ``Element``
   Link with a slot of its own ("the report"), and a slot (" of 2024.").
2. Drawing a slot's line (``TaggedCanvas.show``) wraps it in a marked-content sequence with the
   next number of that page, its MCID, and notes page and number in the document's ``Drawn``:

       page 1   /P<</MCID 0>>BDC     ... [(..)]TJ ... EMC     slot 1: [(0, 0)]
                /Link<</MCID 1>>BDC  ... [(..)]TJ ... EMC     slot 2: [(0, 1)]
       page 2   /P<</MCID 0>>BDC     ... [(..)]TJ ... EMC     slot 3: [(1, 0)]

   The link's rectangle on the page is an annotation, and an ``Annotation`` of the Link there.
   Whatever has no slot (rules, grounds, header and footer, the repeated head of a table) is drawn
   as an artifact, and so is not here at all.
3. ``write_tree`` (``tree.py``) turns the elements into objects. One P, though on two pages:

       7 0 obj <</S/P /P 6 0 R /Pg 3 0 R /K[0 8 0 R <</Type/MCR/Pg 4 0 R/MCID 0>>]>>
       8 0 obj <</S/Link /P 7 0 R /Pg 3 0 R /K[1 <</Type/OBJR/Pg 3 0 R/Obj 9 0 R>>]>>

   A bare number is a mark on the element's own page (Pg), an MCR one on another page.
4. The parent tree is the way back, for a reader that knows a page and a number: entry 0 is page
   1's ``[7 0 R 8 0 R]``, entry 1 page 2's ``[7 0 R]``; the next are one for each annotation.

Elements and slots say nothing of any page: the same ones serve every document that shows their
block (``layout/story.py``). What one document adds to them is in its ``Drawn``. An element knows
what is in it, and nothing knows the element that it is in: a block that no document shows any more
goes at once, and nobody has to look for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from briefing.document import Where
from briefing.pdf.objects import name, string

if TYPE_CHECKING:
    from briefing.pdf.tree import Branch

Mark: TypeAlias = tuple[int, int]
"""A marked-content sequence: the index of its page, and its MCID."""


@dataclass(eq=False, slots=True)
class Slot:
    """A stretch of an element's own content, in its place among the element's children.

    It has no text: lines are drawn under it, over as many pages as they need. ``tag`` is the
    element's. ``actual`` is what is read instead of what is drawn, ``link`` the link that it is
    part of, ``anchor`` a place that links lead to. ``headed``: bookmarks lead to it.
    """

    tag: str
    actual: str = ""
    link: LinkTo | None = None
    anchor: str = ""
    headed: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class LinkTo:
    """Where a Link element leads, and what is said of it to those who cannot see it.

    ``target`` is an address, or an anchor after "#"; ``where`` the author's line that it stands on.
    """

    target: str
    contents: str
    where: Where | None = None


@dataclass(eq=False, slots=True)
class Annotation:
    """A link annotation on ``page``; ``number`` is its object's.

    ``entries`` is the beginning of its dictionary. A link of several lines has one annotation for
    each, all of the one Link element.
    """

    page: int
    link: LinkTo
    entries: bytes
    number: int = 0


@dataclass(eq=False, slots=True)
class Element:
    """A structure element. ``children`` in reading order.

    ``tag`` is its structure type (14.8.4): P, H1, L ... ``attributes`` are attribute objects by
    owner, each a mapping of key to PDF bytes. Nothing of it changes once its block is laid out.
    ``link`` is where a Link leads. ``branch`` is how it was last written, if it stands right below
    a document's root.
    """

    tag: str
    language: str = ""
    alt: str = ""
    title: str = ""
    id: str = ""
    actual: str = ""
    children: list[Element | Slot] = field(default_factory=list)
    attributes: dict[str, dict[str, bytes]] = field(default_factory=dict)
    link: LinkTo | None = None
    _entries: tuple[bytes, bytes, bytes] | None = None
    branch: Branch | None = None

    def add(self, tag: str, alt: str = "", title: str = "", id: str = "") -> Element:
        """A new child element at the end."""
        child = Element(tag, alt=alt, title=title, id=id)
        self.children.append(child)
        return child

    def slot(
        self,
        actual: str = "",
        link: LinkTo | None = None,
        anchor: str = "",
        headed: bool = False,
    ) -> Slot:
        """A new stretch of content at the end."""
        slot = Slot(self.tag, actual, link, anchor, headed)
        self.children.append(slot)
        return slot

    def lead(self, target: str, contents: str, where: Where | None = None) -> LinkTo:
        """Let this Link lead to ``target``; its slots are given what comes back."""
        self.link = LinkTo(target, contents, where)
        return self.link

    def attribute(self, owner: str, key: str, value: bytes) -> None:
        """Set an attribute (14.8.5)."""
        self.attributes.setdefault(owner, {})[key] = value

    @property
    def entries(self) -> tuple[bytes, bytes, bytes]:
        """Its dictionary: the beginning, what is said of it, its attributes (14.7.2)."""
        if self._entries is None:
            said = []
            if self.language:
                said.append(b"/Lang" + string(self.language))  # 14.9.2
            if self.alt:
                said.append(b"/Alt" + string(self.alt))  # 14.9.3; a Figure must: 14289-1, 7.3
            if self.actual:
                said.append(b"/ActualText" + string(self.actual))  # 14.9.4
            if self.title:
                said.append(b"/T" + string(self.title))
            if self.id:
                said.append(b"/ID" + string(self.id))  # what Headers of a cell name: 14.8.5.7
            begin = b"<</S" + name(self.tag) + b"/P "
            self._entries = (begin, b"".join(said), attributes_of(self.attributes))
        return self._entries


@dataclass(slots=True)
class Drawn:
    """What drawing one document adds to its elements.

    ``marks`` are each slot's marked-content sequences, and a Span for what its glyphs do not tell:
    such slots are ``spanned``. ``links`` are each link's annotations. By the slot of a figure's
    chart: ``boxes`` on the pages, ``files`` references to associated files (ISO 19005-3, Annex E).
    """

    marks: dict[Slot, list[Mark | Element]] = field(default_factory=dict)
    spanned: set[Slot] = field(default_factory=set)
    links: dict[LinkTo, list[Annotation]] = field(default_factory=dict)
    boxes: dict[Slot, tuple[float, float, float, float]] = field(default_factory=dict)
    files: dict[Slot, list[bytes]] = field(default_factory=dict)


def attributes_of(attributes: dict[str, dict[str, bytes]]) -> bytes:
    """A: one attribute object, or an array with one for each owner (14.7.5)."""
    written = [
        b"<</O"
        + name(owner)
        + b"".join(name(key) + b" " + value for key, value in keys.items())
        + b">>"
        for owner, keys in attributes.items()
    ]
    if not written:
        return b""
    return b"/A" + (written[0] if len(written) == 1 else b"[" + b"".join(written) + b"]")
