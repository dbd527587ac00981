"""Writes the structure tree as objects (ISO 32000-1, 14.7); ``tags.py`` says what it is.

A block that has the same marks on the same pages and the same numbers as in the document before
is taken over as it was written: of an edition in which one paragraph changed, that is most of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.pdf.objects import Objects, numbers, string
from briefing.pdf.tags import Annotation, Drawn, Element, LinkTo, Slot, attributes_of


def write_tree(
    objects: Objects,
    root: Element,
    pages: Sequence[bytes],
    drawn: Drawn,
    annotations: Sequence[Annotation],
) -> tuple[bytes, int]:
    """Enter the tree below ``root``; the reference to the StructTreeRoot.

    ``pages`` are references to the page objects. A page's key in the parent tree is its index;
    annotations follow in their order: the second value is the first one's key.
    """
    tree = objects.reserve()
    writer = _TreeWriter(objects, pages, drawn)
    root_reference = writer.write_root(root, b"%d 0 R" % tree)
    first_key = len(pages)
    entries = writer.page_parents()
    entries += [
        b"%d %s" % (key, writer.links[annotation.link])
        for key, annotation in enumerate(annotations, first_key)
    ]
    parents = objects.enter(b"<</Nums[" + b" ".join(entries) + b"]>>")
    objects.fill(
        tree,
        b"<</Type/StructTreeRoot/K[%s]/ParentTree %s/ParentTreeNextKey %d%s>>"
        % (root_reference, parents, first_key + len(annotations), writer.ids()),
    )
    return b"%d 0 R" % tree, first_key


class _TreeWriter:
    """Puts the blocks of a document together, one after the other."""

    def __init__(self, objects: Objects, pages: Sequence[bytes], drawn: Drawn) -> None:
        self._objects = objects
        self._pages = pages
        self._drawn = drawn
        self._owners: list[dict[int, bytes]] = [{} for _ in pages]
        self.links: dict[LinkTo, bytes] = {}
        """The references to Links."""
        self.named: list[tuple[str, bytes]] = []
        """Ids, and the references to what has them."""

    def write_root(self, root: Element, parent: bytes) -> bytes:
        """Enter the whole tree; the reference to ``root``, which has no content of its own."""
        number = self._objects.reserve()
        own = b"%d 0 R" % number
        blocks = [it for it in root.children if isinstance(it, Element)]
        kids = b" ".join([self._branch(block, own) for block in blocks])
        begin, said, attributes = root.entries
        k = b"/K[" + kids + b"]"
        self._objects.fill(number, b"".join((begin, parent, k, said, attributes, b">>")))
        return own

    def _branch(self, block: Element, parent: bytes) -> bytes:
        """Enter what stands right below the root: as it was written before, if it is the same."""
        branch = block.branch = block.branch or Branch.of(block)
        first = self._objects.document.objectcounter + 1
        key = branch.key_in(self._drawn, (first, parent, *self._pages))
        if branch.key != key:
            branch.key = []  # should writing fail, what there is then is of no document
            _BranchWriter(branch, first, self._pages, self._drawn).write(block, parent)
            branch.key = key
        self._objects.take(branch.objects)
        for owners, found in zip(self._owners, branch.owners, strict=True):
            owners.update(found)
        self.links.update(branch.references)
        self.named += branch.named
        return b"%d 0 R" % first

    def page_parents(self) -> list[bytes]:
        """Each page's entry of the parent tree: the element of each MCID, in order (14.7.4.4)."""
        return [
            b"%d[" % page + b" ".join([found[mark] for mark in sorted(found)]) + b"]"
            for page, found in enumerate(self._owners)
        ]

    def ids(self) -> bytes:
        """The name tree of element ids, which table cells use for their headers (14.7.2)."""
        named = sorted(self.named)
        if not named:
            return b""
        pairs = b"".join(string(key) + own for key, own in named)
        limits = string(named[0][0]) + string(named[-1][0])
        leaf = self._objects.enter(b"<</Limits[" + limits + b"]/Names[" + pairs + b"]>>")
        return b"/IDTree<</Kids[" + leaf + b"]>>"


class _BranchWriter:
    """Writes a block's elements, numbered in reading order from ``first`` on, into its branch."""

    def __init__(self, branch: Branch, first: int, pages: Sequence[bytes], drawn: Drawn) -> None:
        self._branch = branch
        self._next = first
        self._pages = pages
        self._drawn = drawn
        branch.objects = {}
        branch.owners = [{} for _ in pages]
        branch.references = {}
        branch.named = []

    def write(self, element: Element, parent: bytes) -> bytes:
        """Enter ``element`` and all below it (14.7.2); the reference to it."""
        number = self._next
        self._next += 1
        own = b"%d 0 R" % number
        if element.id:
            self._branch.named.append((element.id, own))
        if element.link:
            self._branch.references[element.link] = own
        marks = self._drawn.marks
        kids: list[bytes] = []
        home = -1  # the page of the first mark: those there are bare numbers (14.7.4.2)
        for child in element.children:
            if isinstance(child, Element):
                kids.append(self.write(child, own))
                continue
            for mark in marks.get(child, ()):
                if isinstance(mark, Element):
                    kids.append(self.write(mark, own))
                    continue
                page, index = mark
                self._branch.owners[page][index] = own
                if home < 0:
                    home = page
                kids.append(
                    b"%d" % index
                    if page == home
                    else b"<</Type/MCR/Pg %s/MCID %d>>" % (self._pages[page], index)
                )
        if element.link:
            kids += self._annotations(element.link)
        begin, said, attributes = element.entries
        if element.tag == "Figure":
            said, attributes = self._of_figure(element, said, attributes)
        k = b""
        if kids:
            k = b"/K " + kids[0] if len(kids) == 1 else b"/K[" + b" ".join(kids) + b"]"
        pg = b"/Pg " + self._pages[home] if home >= 0 else b""
        self._branch.objects[number] = b"".join((begin, parent, k, pg, said, attributes, b">>"))
        return own

    def _annotations(self, link: LinkTo) -> list[bytes]:
        """The entries of K for a link's places on the pages (14.7.4.3)."""
        return [
            b"<</Type/OBJR/Pg %s/Obj %d 0 R>>" % (self._pages[place.page], place.number)
            for place in self._drawn.links.get(link, ())
        ]

    def _of_figure(self, element: Element, said: bytes, attributes: bytes) -> tuple[bytes, bytes]:
        """What a figure has in this document besides: its data and its box on the page."""
        for slot in _slots(element):
            if slot in self._drawn.files:
                files = self._drawn.files[slot]
                said += b"/AF[" + b" ".join(files) + b"]"  # 19005-3, Annex E
            if slot in self._drawn.boxes:
                attributes = _with_box(element, self._drawn.boxes[slot])
        return said, attributes


@dataclass(slots=True)
class Branch:
    """A block's elements as objects, for the next document that has the same at the same numbers.

    ``slots``, ``links`` and ``charts`` (the slots of figures) are what is looked up below the
    block; ``key`` is what was found when it was written. ``owners``: for each page the element of
    each MCID.
    """

    slots: list[Slot]
    links: list[LinkTo]
    charts: list[Slot]
    key: list[object] = field(default_factory=list)
    objects: dict[int, bytes] = field(default_factory=dict)
    owners: list[dict[int, bytes]] = field(default_factory=list)
    references: dict[LinkTo, bytes] = field(default_factory=dict)
    named: list[tuple[str, bytes]] = field(default_factory=list)

    @classmethod
    def of(cls, block: Element) -> Branch:
        """What must be looked up for ``block``; nothing is written yet."""
        branch = cls([], [], [])
        branch._gather(block)
        return branch

    def _gather(self, element: Element) -> None:
        if element.link:
            self.links.append(element.link)
        elif element.tag == "Figure":
            self.charts += _slots(element)
        for child in element.children:
            if isinstance(child, Element):
                self._gather(child)
            else:
                self.slots.append(child)

    def key_in(self, drawn: Drawn, begin: tuple[object, ...]) -> list[object]:
        """All that decides the objects besides the elements themselves, in one document.

        Where Spans stand among the marks it equals no other: they have marks of their own.
        """
        if drawn.spanned and not drawn.spanned.isdisjoint(self.slots):
            return [object()]
        key = [*begin, *map(drawn.marks.get, self.slots)]
        for link in self.links:
            key += [(it.page, it.number) for it in drawn.links.get(link, ())]
            key.append(None)  # where the next link's begin
        key += map(drawn.boxes.get, self.charts)
        key += map(drawn.files.get, self.charts)
        return key


def _slots(element: Element) -> list[Slot]:
    return [child for child in element.children if isinstance(child, Slot)]


def _with_box(element: Element, box: tuple[float, float, float, float]) -> bytes:
    """The attributes with the bounding box that a Figure must have.

    ISO 14289-1, 7.3; ISO 32000-1, 14.8.5.4.
    """
    layout = {"BBox": b"[" + numbers(*box) + b"]", "Placement": b"/Block"}
    return attributes_of({**element.attributes, "Layout": layout})
