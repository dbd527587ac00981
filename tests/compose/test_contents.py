"""The printed sheet that says what a pack holds."""

from __future__ import annotations

from itertools import cycle, islice

from briefing.compose import compose_contents
from briefing.document import Edition, Heading, Listed, Table, plain_text
from briefing.pdf import render
from tests import shipped
from tests.pdf.making import failures


def test_one_table_for_each_audience() -> None:
    """Each audience has one heading, also where the editions go to and fro between them."""
    editions = [Edition("ngo", "ken"), Edition("government", "fra"), Edition("ngo", "fra")]
    listed = [Listed(edition, f"{edition.id}.pdf", 2) for edition in editions]
    sheet = compose_contents(shipped.publication(), listed, "a4")
    headings = [plain_text(it.children) for it in sheet.blocks if isinstance(it, Heading)]
    assert headings[1:] == ["Briefing for NGOs", "Briefing for governments"]
    tables = [it for it in sheet.blocks if isinstance(it, Table)]
    files = [[plain_text(row[1]) for row in table.rows] for table in tables]
    assert files == [
        ["ngo--ken--en--a4--office.pdf", "ngo--fra--en--a4--office.pdf"],
        ["government--fra--en--a4--office.pdf"],
    ]


def test_no_table_is_longer_than_can_be_validated() -> None:
    """A pack of thousands has several tables for an audience, under one heading, all valid."""
    editions = [Edition("ngo", place) for place in shipped.publication().places]
    listed = [Listed(each, f"{each.id}.pdf", 2) for each in islice(cycle(editions), 1100)]
    sheet = compose_contents(shipped.publication(), listed, "a4")
    tables = [it for it in sheet.blocks if isinstance(it, Table)]
    assert [len(table.rows) for table in tables] == [1000, 100]
    assert sum(isinstance(it, Heading) for it in sheet.blocks) == 2
    assert failures(render(sheet, shipped.theme(), {})) == []
