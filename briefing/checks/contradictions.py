"""One number in two tables: a fact and a row of a series that must agree."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.checks.places import shown_at
from briefing.checks.walk import printed_facts
from briefing.diagnostics import Problem
from briefing.document import Briefing
from briefing.publication import FactRecord, Publication, SeriesRow
from briefing.publication.records import key_of


def contradictions(publication: Publication) -> list[Problem]:
    """Each fact whose value a series has otherwise, for the same measure, time, place and source.

    A reader who finds one number in the text and another in the chart beside it believes neither.
    """
    return _contradicted(publication.facts.values(), publication)


def contradictions_printed(publication: Publication, briefing: Briefing) -> list[Problem]:
    """The same, of the facts that an edition prints."""
    return _contradicted(printed_facts(publication, briefing), publication)


def _contradicted(facts: Iterable[FactRecord], publication: Publication) -> list[Problem]:
    rows = publication.rows_by_key
    return [
        _problem(fact, row, publication)
        for fact in facts
        for row in rows.get(key_of(fact), ())
        if fact.value is not None
        and fact.upper is None
        and row.value is not None
        and row.value != fact.value
    ]


def _problem(fact: FactRecord, row: SeriesRow, publication: Publication) -> Problem:
    where = publication.cell(fact.where, "value")
    other = publication.cell(row.where, "value")
    return Problem(
        f'"{fact.id}" is {fact.value}, but {other} has {row.value} for the same measure, period,'
        " place, group and source",
        where,
        hint="open the source, and correct the one that is wrong",
        line=shown_at(publication, where),
        code="contradiction",
    )
