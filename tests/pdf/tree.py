"""Reads a PDF's structure tree as a screen reader would, from the file alone.

Nothing here knows how the program writes its tree: pages are parsed with pikepdf, the text of each
marked-content sequence is decoded through the fonts' ToUnicode maps.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf


@dataclass
class Content:
    """A marked-content sequence of a structure element: its text, and its page from 1."""

    text: str
    page: int


@dataclass
class LinkPlace:
    """A link annotation of a Link element: its description, where it leads, its rectangle."""

    contents: str
    target: str
    page: int
    box: tuple[float, float, float, float]


@dataclass
class Node:
    """A structure element, its children in reading order."""

    tag: str
    language: str = ""
    alt: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    id: str = ""
    title: str = ""
    actual: str = ""
    children: list[Node | Content | LinkPlace] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This element and all below it."""
        yield self
        for child in self.children:
            if isinstance(child, Node):
                yield from child.walk()

    @property
    def text(self) -> str:
        """All text of the element, in reading order."""
        if self.actual:
            return self.actual
        return "".join(child.text for child in self.children if isinstance(child, (Node, Content)))


Marks = dict[int, tuple[str, str]]
"""The tag and the text of each marked-content sequence of a page, by MCID."""


_OPEN: deque[pikepdf.Pdf] = deque(maxlen=32)
"""The PDFs opened last: pikepdf's objects die with the file that they come from."""


def open_pdf(data: bytes) -> pikepdf.Pdf:
    """The PDF in ``data``."""
    _OPEN.append(pikepdf.open(BytesIO(data)))
    return _OPEN[-1]


def read_tree(pdf: pikepdf.Pdf) -> Node:
    """The Document element with everything below it."""
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    marks = [page_marks(page)[0] for page in pdf.pages]
    root = pdf.Root.StructTreeRoot.K
    return _node(root[0] if isinstance(root, pikepdf.Array) else root, pages, marks)


def page_marks(page: pikepdf.Page) -> tuple[Marks, list[str]]:
    """What each MCID of a page says, and the texts of its artifacts.

    Text outside every mark, nested marks and an MCID used twice raise AssertionError.
    """
    fonts = {key: to_unicode(font) for key, font in page.obj.Resources.Font.items()}
    marks: Marks = {}
    artifacts: list[str] = []
    open_mark: tuple[str, Any] | None = None
    text: list[str] = []
    current: Mapping[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            assert open_mark is None, "marks are nested"
            open_mark = (str(operands[0]), operands[1])
            text = []
        elif name == "EMC":
            assert open_mark is not None
            _close(open_mark, "".join(text), marks, artifacts)
            open_mark = None
        elif name == "Tf":
            current = fonts[str(operands[0])]
        elif name in ("Tj", "TJ"):
            assert open_mark is not None, "text outside every mark"
            text.append(_shown(operands[0], current))
    assert open_mark is None
    return marks, artifacts


def _close(mark: tuple[str, Any], text: str, marks: Marks, artifacts: list[str]) -> None:
    tag, properties = mark
    if tag == "/Artifact":
        artifacts.append(text)
        return
    number = int(properties.MCID)
    assert number not in marks, f"MCID {number} stands twice on a page"
    marks[number] = (tag.removeprefix("/"), str(properties.get("/ActualText", text)))


def _shown(operand: Any, font: Mapping[int, str]) -> str:
    pieces = operand if isinstance(operand, pikepdf.Array) else [operand]
    codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    return "".join(
        font[int.from_bytes(codes[index : index + 2], "big")] for index in range(0, len(codes), 2)
    )


def to_unicode(font: Any) -> dict[int, str]:
    """The text of each code of a font, from its ToUnicode map."""
    content = font.ToUnicode.read_bytes().decode("ascii")
    found = {}
    for block in re.findall(r"beginbfchar\n(.*?)\nendbfchar", content, re.DOTALL):
        for code, text in re.findall(r"<([0-9a-f]+)> <([0-9a-f]+)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    return found


def _node(item: Any, pages: dict[Any, int], marks: list[Marks]) -> Node:
    node = Node(
        tag=_name(item.S),
        language=str(item.get("/Lang", "")),
        alt=str(item.get("/Alt", "")),
        attributes=_attributes(item.get("/A")),
        files=tuple(str(spec.UF) for spec in item.get("/AF", [])),
        id=str(item.get("/ID", "")),
        actual=str(item.get("/ActualText", "")),
        title=str(item.get("/T", "")),
    )
    kids = item.get("/K", pikepdf.Array())
    home = item.get("/Pg")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        node.children.append(_child(kid, item, home, pages, marks))
    return node


def _child(
    kid: Any, parent: Any, home: Any, pages: dict[Any, int], marks: list[Marks]
) -> Node | Content | LinkPlace:
    if not isinstance(kid, pikepdf.Dictionary):
        return _content(int(kid), home, _name(parent.S), pages, marks)
    kind = kid.get("/Type")
    if kind == "/MCR":
        return _content(int(kid.MCID), kid.Pg, _name(parent.S), pages, marks)
    if kind == "/OBJR":
        return _link_place(kid, pages)
    assert kid.P.objgen == parent.objgen, "an element does not know its parent"
    return _node(kid, pages, marks)


def _content(
    number: int, page: Any, tag: str, pages: dict[Any, int], marks: list[Marks]
) -> Content:
    index = pages[page.objgen]
    marked, text = marks[index][number]
    assert marked == tag, f"content marked {marked} belongs to an element {tag}"
    return Content(text, index + 1)


def _link_place(kid: Any, pages: dict[Any, int]) -> LinkPlace:
    note = kid.Obj
    index = pages[kid.Pg.objgen]
    target = str(note.A.URI) if "/A" in note else f"page {pages[note.Dest[0].objgen] + 1}"
    left, bottom, right, top = (float(value) for value in note.Rect)
    return LinkPlace(str(note.Contents), target, index + 1, (left, bottom, right, top))


def _name(value: Any) -> str:
    return str(value).removeprefix("/")


def _attributes(value: Any) -> dict[str, str]:
    if value is None:
        return {}
    found = {}
    for owner in value if isinstance(value, pikepdf.Array) else [value]:
        for key, item in owner.items():
            if key != "/O":
                found[_name(key)] = _shown_attribute(item)
    return found


def _shown_attribute(item: Any) -> str:
    if isinstance(item, pikepdf.Array):
        numbers = all(not isinstance(part, pikepdf.String) for part in item)
        return f"[{len(item)} numbers]" if numbers else " ".join(map(str, item))
    return _name(item)


def printed(node: Node, depth: int = 0) -> str:
    """The tree as text: an element a line, its content in quotation marks, links as arrows."""
    indent = "  " * depth
    parts = [node.tag]
    parts += [f"{key}={value}" for key, value in sorted(node.attributes.items())]
    for key, value in (("lang", node.language), ("id", node.id), ("alt", node.alt)):
        if value:
            parts.append(f'{key}="{value}"')
    parts += [f"file={name}" for name in node.files]
    lines = [indent + " ".join(parts)]
    for child in node.children:
        if isinstance(child, Node):
            lines.append(printed(child, depth + 1))
        elif isinstance(child, Content):
            lines.append(f'{indent}  p{child.page} "{short(child.text)}"')
        else:
            contents = short(child.contents)
            lines.append(f'{indent}  p{child.page} -> {child.target} "{contents}"')
    return "\n".join(lines)


def short(text: str) -> str:
    """A long text with its middle left out."""
    return text if len(text) <= 80 else f"{text[:36]} [...] {text[-36:]}"


_BLOCKS = {"P", "L", "H1", "H2", "H3", "Div", "Table", "Figure", "BlockQuote", "LI", "Caption"}


def aloud(node: Node) -> list[str]:
    """The tree as lines: what a reader hears, piece by piece.

    A figure's own content is its alternative text, an item's label stands before its text, the
    cells of a row are parted by bars.
    """
    nodes = [child for child in node.children if isinstance(child, Node)]
    if node.tag == "Figure":
        return [*(line for child in nodes for line in aloud(child)), node.alt]
    if node.tag == "LI":
        label = "".join(child.text for child in nodes if child.tag == "Lbl")
        first, *rest = [line for child in nodes if child.tag != "Lbl" for line in aloud(child)]
        return [f"{label} {first}" if label else first, *rest]
    if node.tag == "TR":
        return [" | ".join(child.text for child in nodes)]
    if any(child.tag in _BLOCKS or child.tag in ("THead", "TBody", "TR") for child in nodes):
        return [line for child in nodes for line in aloud(child)]
    return [node.text]
