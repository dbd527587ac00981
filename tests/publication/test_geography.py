"""How places lie in one another, and which have editions."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.publication import Publication, Questions, Trace, load
from tests import regions
from tests.small_publication import write


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """The publication with a region of countries."""
    return regions.publication(tmp_path)


def test_what_lies_around(publication: Publication) -> None:
    """A place comes first, then its regions, the world, and what else it is part of."""
    assert publication.geography.around("aaa") == ["aaa", "far-north", "north", "world", "union"]
    assert publication.geography.around("world") == ["world"]


def test_countries_of_a_region(publication: Publication) -> None:
    """Countries at any depth count, with or without an edition, in the file's order."""
    questions = Questions(publication)
    assert questions.members("far-north") == ("aaa", "bbb", "ccc", "ddd", "eee", "fff")
    assert questions.members("north")[-2:] == ("ggg", "hhh")
    assert questions.members("union") == ("aaa",)
    assert questions.members("aaa") == ()


def test_a_country_is_set_beside_a_region_of_enough_countries(publication: Publication) -> None:
    """Where the nearest region has fewer than five editions, the next wider one is taken."""
    questions = Questions(publication)
    assert questions.home("aaa") == "far-north"
    assert questions.home("ggg") == "north"
    assert questions.home("north") == "north"
    assert questions.home("world") == "world"


def test_places_with_editions(publication: Publication) -> None:
    """They are the world, regions of five countries in print, and countries with enough reports."""
    found = publication.geography.editions
    assert found == ("world", "north", "far-north", "aaa", "bbb", "ccc", "ddd", "eee", "ggg")


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("hhh", "uninhabited"),
        ("union", "an organisation"),
        ("fff", "fewer than 100 were counted in 2022"),
        ("lone-coast", "fewer than 5 of its countries have an edition"),
        ("nowhere", "it is not in data/places.csv"),
    ],
)
def test_why_not(publication: Publication, place: str, reason: str) -> None:
    """A place without an edition says why, and never its count."""
    assert publication.geography.refusal(place) == reason


def test_without_a_series_the_table_decides(tmp_path: Path) -> None:
    """A publication that names no series has an edition wherever its places say yes."""
    publication = load(write(tmp_path))
    assert publication.geography.editions == ("world", "ken")


def test_samples(publication: Publication) -> None:
    """The samples are the world, the first region and country, and the country with least."""
    assert publication.geography.samples() == ("world", "north", "aaa")


def test_eligibility_is_traced(tmp_path: Path) -> None:
    """A country whose count changes is asked about again."""
    trace = Trace()
    Questions(regions.publication(tmp_path / "old"), trace).refusal("aaa")
    changed = regions.rows().replace("2022,aaa,,240", "2022,aaa,,40")
    folder = regions.written(tmp_path / "new", **{"data/series/by-country.csv": changed})
    assert trace.changed(load(folder)) == ('refusal("aaa")',)


def test_a_kind_that_is_not_written(tmp_path: Path) -> None:
    """An id of three letters is a country's, and the name in a text is the name."""
    places = load(write(tmp_path)).places
    assert [places[it].kind for it in ("world", "africa", "ken")] == ["world", "region", "country"]
    assert places["ken"].in_text == "Kenya"


def test_rows_by_place_keep_their_order(publication: Publication) -> None:
    """Rows asked for by place stand in the file's order, each once."""
    questions = Questions(publication)
    found = questions.rows("by-country", {"place": ("ccc", "aaa", "ccc")})
    assert [(row.place, row.period) for row in found] == [
        *(("aaa", "2021"), ("aaa", "2022"), ("ccc", "2021"), ("ccc", "2022"))
    ]
