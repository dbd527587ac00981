"""Numbers of other places in the edition of a country or region."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.places import shown_at
from briefing.checks.walk import facts_of
from briefing.diagnostics import Problem
from briefing.document import Briefing, Figure, Where
from briefing.publication import Publication

PLACELESS = ("survey-region", "other")
"""Kinds of place that are no country and no region of countries: studies and organisations."""


def foreign_numbers(publication: Publication, briefing: Briefing) -> list[Problem]:
    """Each value in print of another country or region than the edition's own and those around it.

    A country is set beside itself over time, its region as a whole and the world. The other
    countries of its region stand unnamed in a chart of dots, whose rows name no place.
    """
    place = publication.places.get(briefing.edition.place)
    if place is None or place.kind == "world":
        return []
    own = {*publication.geography.around(place.id), publication.geography.home(place.id), ""}
    problems = []
    for what, found, where in _places(publication, briefing):
        record = publication.places.get(found)
        if record and found not in own and record.kind not in PLACELESS:
            problems.append(
                Problem(
                    f'{what} is of "{found}", which is neither "{place.id}" nor around it',
                    where,
                    hint="print values of the edition's own place: a row such as SERIES:PERIOD",
                    line=shown_at(publication, where),
                    code="foreign-number",
                )
            )
    return list(dict.fromkeys(problems))


def _places(
    publication: Publication, briefing: Briefing
) -> Iterator[tuple[str, str, Where | None]]:
    """What prints a value, the place that the value is of, and where it stands."""
    for fact in facts_of(briefing):
        for name in fact.facts:
            if name in publication.facts:
                yield f'"{name}"', publication.facts[name].place, fact.where
            elif name.count(":") == 2:
                yield f'"{name}"', name.rpartition(":")[2], fact.where
    for block in briefing.blocks:
        if isinstance(block, Figure):
            column = block.table.columns.index("place") if "place" in block.table.columns else -1
            for found in dict.fromkeys(str(row[column]) for row in block.table.rows):
                if column >= 0:
                    yield f'a row of the chart "{block.id}"', found, block.where
