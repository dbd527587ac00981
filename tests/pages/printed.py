"""Which facts of the publication an edition prints."""

from __future__ import annotations

from briefing.document import Briefing, Figure
from briefing.publication import FactRecord
from tests.pages.pieces import pieces_of

_KEY = ("measure", "period", "place", "group", "source")


def is_printed(fact: FactRecord, briefing: Briefing) -> bool:
    """Whether a value is in the text, or drawn in a chart as the same value of the same thing."""
    inline = any(fact.id in shown.facts for piece in pieces_of(briefing) for shown in piece.facts)
    return inline or _key(fact) in _drawn(briefing)


def _drawn(briefing: Briefing) -> set[tuple[object, ...]]:
    found: set[tuple[object, ...]] = set()
    for figure in (block for block in briefing.blocks if isinstance(block, Figure)):
        if "value" not in figure.table.columns:  # events, not facts
            continue
        places = [figure.table.columns.index(column) for column in (*_KEY, "value")]
        found |= {tuple(row[place] for place in places) for row in figure.table.rows}
    return found


def _key(fact: FactRecord) -> tuple[object, ...]:
    return (*(getattr(fact, column) for column in _KEY), fact.value)
