"""Each chart's data is in the file, tied to its figure."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from briefing.document import DataTable, Figure
from briefing.pdf.attachments import data_of
from tests import samples, shipped
from tests.pdf.making import everything, find, pdf_of
from tests.pdf.tree import open_pdf, read_tree


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode("utf-8"), newline="")))


def _figure(table: DataTable) -> Figure:
    return Figure(
        "try", samples.chart(1, 2), "Rose", "Reports", "A chart", samples.text("note"), table
    )


def test_the_table_as_csv() -> None:
    """A header row, numbers unformatted, holes empty, commas and quotes kept."""
    rows = (("over, 17", 17, 0.5), ('"so called"', None, 36_200_000), ("Côte", 1e-7, ""))
    attachment = data_of(_figure(DataTable(("name", "a", "b"), rows)))
    assert (attachment.name, attachment.media_type) == ("try.csv", "text/csv")
    assert attachment.relationship == "Data"
    assert attachment.data.endswith(b"\r\n")
    assert _rows(attachment.data) == [
        ["name", "a", "b"],
        ["over, 17", "17", "0.5"],
        ['"so called"', "", "36200000"],
        ["Côte", "1e-07", ""],
    ]


def test_the_file_inside_is_the_figures_table() -> None:
    """Byte for byte, with its type, its size and what it is."""
    pdf = pdf_of(samples.figure("reports"), samples.sources(("cite-reports",)))
    (spec,) = pdf.Root.AF
    assert (spec.F, spec.UF) == ("reports.csv", "reports.csv")
    assert spec.AFRelationship == "/Data"
    assert str(spec.Desc) == "Data of the chart: Reports of reports rose"
    file = spec.EF.F
    assert file.objgen == spec.EF.UF.objgen
    assert file.Subtype == "/text/csv"
    assert file.Params.ModDate == "D:20261124000000Z"
    data = file.read_bytes()
    assert data == b"year,value\r\n2019,17\r\n2020,36.2\r\n2021,\r\n2022,29\r\n"
    assert int(file.Params.Size) == len(data)
    assert list(pdf.attachments) == ["reports.csv"]


@pytest.mark.parametrize(("audience", "paper"), shipped.EDITIONS)
def test_each_shipped_chart_has_its_data(audience: str, paper: str) -> None:
    """The Figure element, the catalog and the list of attachments name the same file."""
    made = shipped.made(audience, paper)
    pdf = open_pdf(made.data)
    figures = [block for block in made.briefing.blocks if isinstance(block, Figure)]
    elements = find(read_tree(pdf), "Figure")
    assert [element.files for element in elements] == [(f"{one.id}.csv",) for one in figures]
    assert sorted(pdf.attachments) == sorted(f"{one.id}.csv" for one in figures)
    inside = {str(spec.UF): spec for spec in pdf.Root.AF}
    for block in figures:
        data = inside[f"{block.id}.csv"].EF.F.read_bytes()
        assert data == data_of(block).data
        header, *rows = _rows(data)
        assert tuple(header) == block.table.columns
        expected = [["" if cell is None else str(cell) for cell in row] for row in block.table.rows]
        assert rows == expected


def test_the_sample_has_a_file_for_each_figure() -> None:
    """In the order of their names, as a name tree must be."""
    pdf = open_pdf(everything().data)
    names = [str(name) for name in pdf.Root.Names.EmbeddedFiles.Names][::2]
    assert names == ["bars.csv", "columns.csv", "line.csv"]


def test_a_briefing_without_charts_has_no_files() -> None:
    """Neither AF nor a list of attachments."""
    pdf = pdf_of(samples.paragraph("text"))
    assert "/AF" not in pdf.Root
    assert list(pdf.attachments) == []
