"""Small counts: what is below a measure's smallest count stays unknown to all that follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from briefing.publication.records import FactRecord, Measure, SeriesRow

R = TypeVar("R", FactRecord, SeriesRow)

UNDER = "under"


def suppressed(records: Iterable[R], measures: Mapping[str, Measure]) -> list[R]:
    """``records``, each value below its measure's ``smallest`` replaced by "under" that number.

    Done once, while loading: nothing can print, hash, list or attach what is not there any more.
    """
    return [_suppressed(record, measures.get(record.measure)) for record in records]


def _suppressed(record: R, measure: Measure | None) -> R:
    if measure is None or not measure.smallest or record.value is None:
        return record
    if record.value >= measure.smallest:
        return record
    if isinstance(record, FactRecord):
        return replace(record, value=measure.smallest, upper=None, qualifier=UNDER)
    return replace(record, value=measure.smallest, qualifier=UNDER)
