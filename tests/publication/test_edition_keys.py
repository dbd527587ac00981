"""What authors write for the editions of countries and regions."""

from __future__ import annotations

from pathlib import Path

from briefing.publication import load
from tests import regions, small_publication
from tests.publication.faults import message

AUDIENCE = "data/audiences/readers.toml"
SECTION = "data/sections/en/text.md"


def _audience(old: str, new: str) -> dict[str, str | None]:
    assert regions.AUDIENCE.count(old) == 1
    return {**regions.FILES, AUDIENCE: regions.AUDIENCE.replace(old, new)}


def test_a_page_for_countries_is_read(tmp_path: Path) -> None:
    """It has the audience's own name and label, and knows where its texts stand."""
    audience = load(regions.written(tmp_path)).audiences["readers"]
    page = audience.of_kind("country")
    assert (page.id, page.name, page.label) == ("readers", "readers", "Briefing for readers")
    assert page.title.startswith("{{ place }}")
    where = page.places["key_figures.1.label"]
    assert where.line == regions.AUDIENCE.split('label = "reports before"')[0].count("\n") + 1
    assert audience.of_kind("region") is audience
    assert audience.of_kind("world") is audience


def test_a_key_is_missing(tmp_path: Path) -> None:
    """A page for countries has all keys of the world's."""
    overrides = _audience('message = "Of {{ place() }}, beside {{ region() }}."\n', "")
    assert 'missing key "message"' in message(tmp_path, overrides)


def test_too_few_key_figures(tmp_path: Path) -> None:
    """A page for countries has three key figures at least, of which an edition may lack some."""
    overrides = {**regions.FILES, AUDIENCE: regions.AUDIENCE.rpartition("[[country")[0]}
    assert "there are 2 key figures" in message(tmp_path, overrides)


def test_a_key_figure_of_an_unknown_series(tmp_path: Path) -> None:
    """The series of a row is held against those that are there, with its place."""
    told = message(tmp_path, _audience('"by-country:2022:region"', '"by-contry:2022:region"'))
    assert 'unknown series "by-contry"' in told
    assert 'did you mean "by-country"?' in told


def test_an_unknown_place_of_a_section(tmp_path: Path) -> None:
    """A section names places or kinds of places; anything else is told with the nearest."""
    section = regions.SECTION.format(places="country, nort", body="Nothing.")
    told = message(tmp_path, {**regions.FILES, SECTION: section})
    assert 'unknown place "nort"' in told
    assert 'did you mean "north"?' in told
    assert "country" not in told.partition("hint")[0].replace("places: [country, nort]", "")


def test_an_unknown_series_of_editions(tmp_path: Path) -> None:
    """The series that makes a country eligible must be there."""
    settings = regions.SETTINGS.replace('"by-country"', '"by-contry"')
    told = message(tmp_path, {**regions.FILES, "briefing.toml": settings})
    assert 'unknown series "by-contry"' in told


def test_a_row_of_a_place_that_is_not_listed(tmp_path: Path) -> None:
    """Each place of a series is in the table of places."""
    rows = regions.rows() + "counted,2022,zzz,,120,,hotline,high,\n"
    told = message(tmp_path, {**regions.FILES, "data/series/by-country.csv": rows})
    assert 'unknown place "zzz"' in told


def test_an_unknown_kind_of_place(tmp_path: Path) -> None:
    """A kind is one of a list."""
    places = regions.PLACES.replace("union,Union,the Union,other", "union,Union,the Union,othr")
    told = message(tmp_path, {**regions.FILES, "data/places.csv": places})
    assert 'unknown kind "othr"' in told


def test_the_smallest_count_is_a_number(tmp_path: Path) -> None:
    """Ten is written as a number."""
    measures = regions.MEASURES.replace("by country,10", "by country,ten")
    told = message(tmp_path, {**regions.FILES, "data/measures.csv": measures})
    assert '"ten" is not a whole number' in told


def test_nothing_of_this_is_needed(tmp_path: Path) -> None:
    """A publication without any of it reads as it did."""
    made = load(small_publication.write(tmp_path))
    assert made.settings.eligible_series == ""
    assert not made.audiences["readers"].editions
