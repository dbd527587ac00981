"""Tables fill the measure; numbers stand at the right."""

from __future__ import annotations

import pytest

from briefing.document import Column, Table
from tests import samples, shipped
from tests.pdf.making import rendered
from tests.pdf.places import Shown, overlaps, watch
from tests.samples import text


def _shown(monkeypatch: pytest.MonkeyPatch, block: Table) -> list[Shown]:
    shown = watch(monkeypatch)
    rendered(samples.briefing(block))
    return shown


def test_numbers_end_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """A numeric column and its header are set to the right."""
    rows = tuple((text(f"Row {value}"), text(value)) for value in ("7", "1,234", "36,200,000"))
    columns = (Column("Domain"), Column("Reports", numeric=True))
    shown = _shown(monkeypatch, Table(columns, rows))
    column = [one for one in shown if one.text in ("Reports", "7", "1,234", "36,200,000")]
    assert len({round(one.right, 2) for one in column}) == 1
    assert len({round(one.left, 2) for one in column}) == 4


def test_cells_stay_in_their_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Long words, long cells and empty ones: nothing runs into its neighbour."""
    columns = tuple(Column(name) for name in ("A", "Responsibilities", "Telecommunications", "B"))
    row = (text("x"), text(samples.lorem(60)), text("interoperability" * 3), ())
    shown = _shown(monkeypatch, Table(columns, (row, row), caption=text("A caption")))
    assert overlaps(shown) == []
    paper = shipped.theme().papers["a4"]
    assert max(one.right for one in shown) <= paper.width - paper.right + 0.1


def test_a_table_of_a_header_alone_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without rows there is still the header."""
    shown = _shown(monkeypatch, Table((Column("Only"), Column("headers")), ()))
    assert {"Only", "headers"} <= {one.text for one in shown}


def test_rows_are_not_parted(monkeypatch: pytest.MonkeyPatch) -> None:
    """All lines of a row stand on one page."""
    rows = tuple((text(f"Row {number}"), text(samples.lorem(120))) for number in range(12))
    block = Table((Column("Domain"), Column("Text")), rows)
    report = rendered(samples.briefing(block)).report
    assert report.pages > 1
    shown = _shown(monkeypatch, block)
    firsts = {one.text: one.page for one in shown if one.text.startswith("Row ")}
    assert len(firsts) == 12
    assert len(set(firsts.values())) == report.pages


def test_the_caption_is_repeated_with_the_header(monkeypatch: pytest.MonkeyPatch) -> None:
    """On the next page both stand again, and the caption says that it is continued."""
    rows = tuple((text(f"Row {number}"), text(samples.lorem(120))) for number in range(12))
    columns = (Column("Domain"), Column("Text"))
    shown = _shown(monkeypatch, Table(columns, rows, caption=text("Who answers")))
    pages = {page: " ".join(one.text for one in shown if one.page == page) for page in (0, 1)}
    assert "Who answers continued" in pages[1]
    assert "Who answers continued" not in pages[0]
    assert "Domain" in pages[1]
