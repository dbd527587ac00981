"""The figures that the project began with are all in print."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.document import DataTable, Fact, Paragraph, Text
from briefing.publication import FactRecord
from tests import samples, shipped
from tests.pages.editions import Shelf
from tests.pages.printed import is_printed

MORE = ("ei21-minority-58",)
"""What the first article says, under the id of its original."""


def _seed(shelf: Shelf) -> list[FactRecord]:
    return [
        fact
        for fact in shelf.publication.facts.values()
        if fact.id.startswith("seed-") or fact.id in MORE
    ]


def test_the_seed_facts_are_there(shelf: Shelf) -> None:
    """Every one that must be printed is a fact of the publication."""
    names = {fact.id for fact in _seed(shelf)}
    assert names > set(MORE)
    assert len(names) >= 28


def test_every_seed_fact_is_printed(shelf: Shelf) -> None:
    """In the text or in a chart of at least one edition."""
    briefings = [shelf.edition(audience, "a4").briefing for audience in shipped.AUDIENCES]
    missing = [
        fact.id
        for fact in _seed(shelf)
        if not any(is_printed(fact, briefing) for briefing in briefings)
    ]
    assert missing == []


FACT = FactRecord(
    "reports-2019", "reports", 17, None, "", "2019", "world", "", "hotline", "", "high", "", ""
)


def test_a_fact_in_the_text_is_printed() -> None:
    """By its id; the same words that no fact gave do not count."""
    inline = Paragraph((Text("There were "), Fact("17", ("reports-2019",), ("hotline",))))
    assert is_printed(FACT, samples.briefing(inline))
    assert not is_printed(FACT, samples.briefing(samples.paragraph("There were 17")))


@pytest.mark.parametrize(
    "change", [{}, {"value": 18}, {"period": "2020"}, {"place": "ken"}, {"source": "survey"}]
)
def test_a_fact_in_a_chart_is_printed(change: dict[str, object]) -> None:
    """Where measure, period, place, group, source and value are all those of a row."""
    columns = ("measure", "period", "place", "group", "value", "source")
    table = DataTable(columns, (("reports", "2019", "world", "", 17, "hotline"),))
    figure = replace(samples.figure(), table=table)
    fact = replace(FACT, **change)  # type: ignore[arg-type]
    assert is_printed(fact, samples.briefing(figure)) == (not change)
