"""The printed sheet that says what a pack holds."""

from __future__ import annotations

from dataclasses import replace

from briefing.compose import compose_contents
from briefing.document import Briefing, Edition, Heading, Listed, Paragraph, Table, plain_text
from briefing.pdf import render
from tests import shipped
from tests.pdf.making import failures


def sheet(*editions: Edition) -> Briefing:
    """The contents sheet of ``editions``, which have two pages each."""
    listed = [Listed(edition, f"{edition.id}.pdf", 2) for edition in editions]
    return compose_contents(shipped.publication(), listed, "a4")


def tables(made: Briefing) -> list[list[list[str]]]:
    """The words of each table's cells, its header first."""
    return [
        [
            [column.header for column in it.columns],
            *([plain_text(cell) for cell in row] for row in it.rows),
        ]
        for it in made.blocks
        if isinstance(it, Table)
    ]


def headings(made: Briefing) -> list[str]:
    """The words of its headings."""
    return [plain_text(it.children) for it in made.blocks if isinstance(it, Heading)]


def about(made: Briefing) -> str:
    """The words below its title."""
    return next(plain_text(it.children) for it in made.blocks if isinstance(it, Paragraph))


def test_a_row_for_each_place() -> None:
    """Its name, what stands for it in files' names, and the pages for each audience, if any."""
    made = sheet(Edition("ngo", "ken"), Edition("government", "fra"), Edition("ngo", "fra"))
    assert tables(made) == [
        [
            ["Place", "In file names", "ngo", "government"],
            ["Kenya", "ken", "2", "–"],
            ["France", "fra", "2", "2"],
        ]
    ]
    assert headings(made) == ["Contents of this pack"]
    assert about(made).startswith("3 briefings, ")
    assert about(made).endswith(" like ngo--ken--en--a4--office.pdf.")


def test_nothing_was_made() -> None:
    """Each edition failed: the sheet says so, and has no table."""
    assert about(sheet()) == "No briefing was made."
    assert tables(sheet()) == []


def test_papers_stand_apart() -> None:
    """Under the end of their files' names; a cell never means two files."""
    ken = Edition("ngo", "ken")
    letter = replace(ken, paper="letter")
    made = sheet(ken, letter, replace(ken, place="fra"))
    assert headings(made)[1:] == [
        "Files that end in --en--a4--office.pdf",
        "Files that end in --en--letter--office.pdf",
    ]
    assert [[row[1] for row in rows[1:]] for rows in tables(made)] == [["ken", "fra"], ["ken"]]
    assert failures(render(made, shipped.theme(), {})) == []


def test_many_audiences_have_several_tables() -> None:
    """Each with the places that have one of its audiences, and all fit the page."""
    names = [f"audience-number-{number}" for number in range(7)]
    others = [Edition(name, "ken") for name in names]
    made = sheet(*others, Edition(names[0], "fra"))
    assert [rows[0][2:] for rows in tables(made)] == [names[:5], names[5:]]
    assert [[row[0] for row in rows[1:]] for rows in tables(made)] == [
        ["Kenya", "France"],
        ["Kenya"],
    ]
    assert failures(render(made, shipped.theme(), {})) == []


def test_no_table_is_longer_than_can_be_validated() -> None:
    """A pack of thousands of places has several tables, under one heading, all valid."""
    publication = shipped.publication()
    world = publication.places["world"]
    places = {f"p{number}": replace(world, id=f"p{number}") for number in range(1100)}
    many = replace(publication, places={**publication.places, **places})
    listed = [Listed(Edition("ngo", place), f"{place}.pdf", 2) for place in places]
    made = compose_contents(many, listed, "a4")
    assert [len(rows) for rows in tables(made)] == [1001, 101]
    assert headings(made) == ["Contents of this pack"]
    assert failures(render(made, shipped.theme(), {})) == []
