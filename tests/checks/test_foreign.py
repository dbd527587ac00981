"""Numbers of other places in an edition."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.checks import check_briefing
from briefing.checks.foreign import foreign_numbers
from briefing.compose import compose
from briefing.document import Edition, Figure
from tests import regions
from tests.shipped import publication


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('{{ fact("by-country:2022") }} came.', []),
        ('{{ fact("by-country:2022:region") }} came.', []),
        ('{{ fact("reports-2023") }} came.', []),
        ('{{ fact("reports-2023-ken") }} came.', ['"reports-2023-ken" is of "ken"']),
        (
            '{{ ratio("reports-2023-ken", "reports-2023") }} came.',
            ['"reports-2023-ken" is of "ken"'],
        ),
    ],
)
def test_facts(tmp_path: Path, body: str, found: list[str]) -> None:
    """A fact of another country is refused, one of the place, its region or the world is not."""
    made = regions.publication(tmp_path, body)
    problems = foreign_numbers(made, compose(made, Edition("readers", "aaa")))
    assert [it.message.partition(", which")[0] for it in problems] == found
    assert all(it.severity == "error" and it.where is not None for it in problems)


def test_the_world_may_name_countries(tmp_path: Path) -> None:
    """The edition of the world prints values of any place."""
    made = regions.publication(tmp_path, '{{ fact("reports-2023-ken") }} came.', "world")
    assert foreign_numbers(made, compose(made, Edition("readers"))) == []


def test_charts() -> None:
    """A row of another country in a chart is refused; rows that name no place are not."""
    briefing = compose(publication(), Edition("ngo", "ken"))
    assert foreign_numbers(publication(), briefing) == []
    block = next(b for b in briefing.blocks if isinstance(b, Figure) and b.chart.kind == "dots")
    at = block.table.columns.index("place")
    named = tuple((*row[:at], "uga", *row[at + 1 :]) for row in block.table.rows)
    wrong = replace(block, table=replace(block.table, rows=named))
    blocks = tuple(wrong if it is block else it for it in briefing.blocks)
    (problem,) = foreign_numbers(publication(), replace(briefing, blocks=blocks))
    assert 'chart "country-region" is of "uga"' in problem.message


@pytest.mark.parametrize("place", publication().geography.samples())
@pytest.mark.parametrize("audience", ["government", "ngo", "tech-industry"])
def test_samples_pass_every_check(audience: str, place: str) -> None:
    """The places that stand for all have nothing wrong."""
    briefing = compose(publication(), Edition(audience, place))
    assert check_briefing(publication(), briefing) == ()
