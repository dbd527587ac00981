"""Which facts an edition prints: in its text, or as a mark of one of its charts."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.walk import printed_facts
from briefing.document import Briefing, Figure
from briefing.publication import Publication
from briefing.publication.records import NUMBER_COLUMNS, NumberKey, key_of


def facts_in_print(publication: Publication, briefing: Briefing) -> frozenset[str]:
    """The ids of the facts that ``briefing`` prints.

    A fact is printed where it is an inline of any text, or where a row that a chart draws has
    the same measure, period, place, group and source.
    """
    in_text = {fact.id for fact in printed_facts(publication, briefing)}
    drawn = set(_drawn(briefing))
    return frozenset(
        in_text | {fact.id for fact in publication.facts.values() if key_of(fact) in drawn}
    )


def _drawn(briefing: Briefing) -> Iterator[NumberKey]:
    """The key of each row behind a mark; a hole is no mark."""
    for block in briefing.blocks:
        if isinstance(block, Figure):
            for cells in block.table.rows:
                row = dict(zip(block.table.columns, cells, strict=True))
                if row.get("value") is not None:
                    yield tuple(str(row.get(column, "")) for column in NUMBER_COLUMNS)
