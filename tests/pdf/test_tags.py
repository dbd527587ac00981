"""The structure tree of each feature and how it is read aloud, as golden text in ``golden/``.

After a change that is meant: ``BRIEFING_GOLDEN=write pytest tests/pdf/test_tags.py``, then read
what git shows.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.document import (
    Block,
    BulletList,
    Callout,
    Chronology,
    ChronologyItem,
    Citation,
    Column,
    Emphasis,
    Fact,
    Foreign,
    Heading,
    HelplineItem,
    Helplines,
    KeyFigure,
    KeyFigures,
    Link,
    ListItem,
    NumberedList,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from tests.pdf.making import everything, find, pdf_of, tree_of
from tests.pdf.tree import Content, aloud, open_pdf, page_marks, printed, read_tree, short
from tests.samples import figure, lorem, paragraph, sources, text

GOLDEN = Path(__file__).parent / "golden"

TALL_ROW = Table(
    (Column("Domain"), Column("Question"), Column("Reports", numeric=True)),
    ((text("One"), text(lorem(1100)), text("11")), (text("Two"), text("Who?"), ())),
    caption=text("Who answers"),
)
LONG_TABLE = Table(
    (Column("Domain"), Column("Question")),
    tuple((text(f"Domain {number}"), text(lorem(320))) for number in range(1, 5)),
    caption=text("Who answers"),
)

CASES: dict[str, tuple[Block, ...]] = {
    "paragraph-over-pages": (paragraph(lorem(1400)),),
    "headings": (
        Heading(1, text("Title")),
        Heading(2, text("Section")),
        Heading(3, (Text("Part "), Emphasis(text("one")))),
        Paragraph((Text("Text in "), Strong(text("bold")), Text(" type.")), role="deck"),
    ),
    "link-over-lines": (
        Paragraph((Text("See "), Link("https://example.org/a", text(lorem(26))), Text(" now."))),
    ),
    "citations": (
        Paragraph(
            (
                Text("Reports rose to "),
                Fact("36.2 million", ("a",), ("b",)),
                Citation(1, "b", "cite-1"),
                Citation(2, "c", "cite-2", doubtful=True),
                Text(" and rose again."),
                Citation(1, "b", "cite-3"),
            )
        ),
        sources(("cite-1", "cite-3"), ("cite-2",), ()),
    ),
    "foreign": (
        Paragraph(
            (
                Text("The "),
                Foreign("de", (Text("Bundeskriminalamt "), Strong(text("zählt")))),
                Text(", "),
                Link("https://example.org/a", (Foreign("fr", text("le rapport")),)),
                Text(" too."),
            )
        ),
    ),
    "bullets": (BulletList((ListItem(text("One")), ListItem((Strong(text("Two")),)))),),
    "numbers": (NumberedList((ListItem(text("One")), ListItem(text("Two")))),),
    "asks": (
        NumberedList(
            tuple(ListItem((Strong(text("Do.")), Text(f" It {n}."))) for n in range(1, 4)),
            role="asks",
        ),
    ),
    "key-figures": (
        KeyFigures(
            (
                KeyFigure(Fact("over 36.2 million", ("a",), ("b",)), text("reports"), text("so")),
                KeyFigure(Fact("3%", ("a",), ("b",)), text("told"), ()),
                KeyFigure(Fact("18–20", ("a",), ("b",)), text("years"), ()),
            )
        ),
    ),
    "figures": (
        figure("first", span=0.5),
        figure("second", span=0.5),
        sources(("cite-first", "cite-second")),
    ),
    "table": (
        Table(
            (Column("Domain"), Column("Reports", numeric=True), Column("Question")),
            (
                (text("One"), text("11"), (Text("Who "), Strong(text("answers?")))),
                (text("Two"), text("22"), ()),
            ),
        ),
    ),
    "table-over-pages": (LONG_TABLE,),
    "tall-row": (TALL_ROW,),
    "list-over-pages": (
        NumberedList(tuple(ListItem(text(lorem(count))) for count in (20, 1400, 20))),
    ),
    "link-over-pages": (
        Paragraph(
            (
                Text(f"{lorem(1023)} "),
                Link("https://example.org/a", text(lorem(33))),
                Text(" for all of it."),
            )
        ),
    ),
    "callout-over-pages": (Callout("reading", "How to read", (text(lorem(1600)),)),),
    "arabic-with-link-and-number": (
        Paragraph(
            (
                Text("تلقى المركز "),
                Fact("36.2 مليون", ("a",), ("b",)),
                Text(" بلاغ، انظر "),
                Link("https://example.org/a", text("example.org")),
                Text(" الآن."),
            )
        ),
    ),
    "hindi": (paragraph("राष्ट्रीय प्रतिक्रिया के लिए क्षमता"),),
    "quote-over-pages": (Quote(text(lorem(700)), text("Ada Example, the Hotline")),),
    "figure-note": (
        replace(
            figure("only"),
            note=(Text("Source: "), Link("https://example.org/a", text("Hotline")), Text(".")),
        ),
    ),
    "note": (Paragraph((Text("Our "), Emphasis(text("calculation")), Text(".")), role="note"),),
    "quote": (Quote(text("Each report is read."), text("Ada Example, the Hotline")),),
    "callouts": (
        Callout("content_note", "Before you read", (text("It speaks of abuse."),)),
        Callout("reading", "How to read", (text("Not children."), text("Nor images."))),
        Callout("about", "", (text("Published by briefing."),)),
    ),
    "chronology": (
        Chronology((ChronologyItem("1996", text("Founded.")), ChronologyItem("2021", text("On.")))),
    ),
    "helplines": (
        Helplines((HelplineItem("Line", "Talk to somebody", "https://www.example.org/talk/"),)),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_tree_is_as_it_was_agreed(case: str) -> None:
    """Elements, attributes, content and links of one feature; below, what a reader hears."""
    path = GOLDEN / f"{case}.txt"
    tree = tree_of(*CASES[case])
    heard = [short(line) for line in aloud(tree) if line]
    found = "\n".join([printed(tree), "", "read aloud:", *heard]) + "\n"
    if os.environ.get("BRIEFING_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_there_is_no_golden_file_without_a_case() -> None:
    """What is not compared is not kept."""
    assert {path.stem for path in GOLDEN.iterdir()} == set(CASES)


def test_a_paragraph_over_two_pages_is_one() -> None:
    """One P with content on both, the space at the page's end included."""
    (found,) = find(tree_of(*CASES["paragraph-over-pages"]), "P")
    contents = [child for child in found.children if isinstance(child, Content)]
    assert [content.page for content in contents] == [1, 2]
    assert found.text == lorem(1400)


def test_a_repeated_header_is_no_content() -> None:
    """Its words are an artifact on the second page, and its cells are in the tree once."""
    pdf = pdf_of(LONG_TABLE)
    tree = read_tree(pdf)
    assert len(find(tree, "Table")) == len(find(tree, "THead")) == 1
    assert [node.text for node in find(tree, "TH")][:2] == ["Domain", "Question"]
    for number, sheet in enumerate(pdf.pages):
        _, artifacts = page_marks(sheet)
        assert ({"Domain", "Question"} <= set(artifacts)) == (number > 0)
    assert len(pdf.pages) > 1


def test_headers_of_cells_exist() -> None:
    """Each id that a cell names is the id of one header, and the id tree leads to it."""
    pdf = open_pdf(everything().data)
    tree = read_tree(pdf)
    ids = [node.id for node in tree.walk() if node.id]
    assert len(ids) == len(set(ids))
    named = {name for node in find(tree, "TD") for name in node.attributes["Headers"].split()}
    assert named <= set(ids)
    leaf = pdf.Root.StructTreeRoot.IDTree.Kids[0]
    keys = [str(key) for key in list(leaf.Names)[::2]]
    assert keys == sorted(ids)
    assert [str(limit) for limit in leaf.Limits] == [keys[0], keys[-1]]
    for key, element in zip(keys, list(leaf.Names)[1::2], strict=True):
        assert str(element.ID) == key


def test_the_parent_tree_leads_back_to_each_element() -> None:
    """For each mark of each page it names the element that holds the mark."""
    pdf = open_pdf(everything().data)
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
    for index, sheet in enumerate(pdf.pages):
        marks, _ = page_marks(sheet)
        assert len(parents[index]) == len(marks)
        for mark, (tag, _) in marks.items():
            assert str(parents[index][mark].S) == f"/{tag}"
    assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == max(parents) + 1


def test_a_figure_has_its_box_on_the_page() -> None:
    """The BBox attribute is where the chart was drawn, and as large as the chart."""
    pdf = pdf_of(*CASES["figures"])
    boxes = [
        [float(value) for value in item.A.BBox]
        for item in pdf.objects
        if getattr(item, "get", None) and item.get("/S") == "/Figure" and "/A" in item
    ]
    assert len(boxes) == 2
    width, height = (float(value) for value in pdf.pages[0].mediabox[2:])
    for left, bottom, right, top in boxes:
        assert 0 < left < right < width
        assert 0 < bottom < top < height
    first, second = sorted(boxes)
    assert first[2] < second[0]
