"""The places of the shipped publication."""

from __future__ import annotations

import csv

import pytest
from babel import Locale

from briefing.publication import Questions
from tests.shipped import ROOT, publication

TERRITORIES = Locale("en").territories

OWN_NAMES = {
    "cod": "what the country is called, where CLDR gives its capital",
    "cog": "what the country is called, where CLDR gives its capital",
    "cpv": "the name that the country has asked for",
    "fsm": "told apart from the region Micronesia",
    "hkg": "short, as in the sources",
    "mac": "short, as in the sources",
    "mmr": "without the former name",
    "pse": "no capital in a sentence",
    "vct": "with its article",
    "vir": "abbreviations written out",
}
"""Places that the publication calls otherwise than CLDR, and why."""

RENAMED = {
    "atf": "French Southern Territories",
    "hmd": "Heard and McDonald Islands",
    "shn": "Saint Helena, Ascension and Tristan da Cunha",
}
"""Places that CLDR has renamed, by the one of its names that is ours: another release of Babel
knows the other."""


def _cldr(alpha3: str) -> str:
    code = ALPHA_2[alpha3]
    return TERRITORIES[code].replace(" & ", " and ").replace("St. ", "Saint ")


def _alpha_2() -> dict[str, str]:
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return {old: new[0] for old, new in aliases.items() if len(old) == 3 and len(new[0]) == 2}


ALPHA_2 = {**_alpha_2(), "XKX": "XK"}

COUNTRIES = [place for place in publication().places.values() if place.kind == "country"]


def test_names_are_those_of_cldr() -> None:
    """A country is called as CLDR calls it in English, but for a list of reasons."""
    other = {it.id for it in COUNTRIES if it.name not in (_cldr(it.id.upper()), RENAMED.get(it.id))}
    assert other == set(OWN_NAMES)


def test_every_place_lies_in_the_world() -> None:
    """From each place the regions lead to the world, and a country's nearest is a sub-region."""
    places = publication().places
    for place in places.values():
        around = publication().geography.around(place.id)
        assert "world" in around
        assert place.id == "world" or places[place.region].kind in ("region", "world")


def test_no_two_places_with_an_edition_have_one_name() -> None:
    """A reader and a command line must know which is meant."""
    names = [publication().places[it].name for it in publication().geography.editions]
    assert len(names) == len(set(names))


def test_about_220_countries_have_an_edition() -> None:
    """Each country with a hundred reports in 2022, inhabited and not former, has an edition."""
    found = publication().geography.editions
    countries = [it for it in found if publication().places[it].kind == "country"]
    assert len(countries) == 219
    assert {"xkx", "twn", "nru", "ken"} <= set(countries)
    assert not {"ata", "ant", "vat", "no-country"} & set(found)


def test_counts_add_up_to_the_totals() -> None:
    """The rows of the file, with those of no country, add up to each year's reports."""
    path = ROOT / "data/series/cybertipline-by-country.csv"
    totals: dict[str, int] = {}
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            totals[row["period"]] = totals.get(row["period"], 0) + int(row["value"])
    facts = publication().facts
    assert totals == {year: facts[f"ncmec-{year}-total"].value for year in totals}


def test_small_counts_are_not_in_the_publication() -> None:
    """What was read holds no count by country below ten."""
    rows = publication().series["cybertipline-by-country"]
    assert min(row.value for row in rows if row.value is not None) == 10
    assert sum(row.qualifier == "under" for row in rows) > 50


@pytest.mark.parametrize(
    ("place", "home"),
    [
        ("ken", "eastern-africa"),
        ("aus", "oceania"),
        ("usa", "americas"),
        ("ton", "oceania"),
        ("xkx", "southern-europe"),
        ("twn", "eastern-asia"),
        ("cyp", "western-asia"),
    ],
)
def test_regions_to_compare_with(place: str, home: str) -> None:
    """Countries are set beside their M49 sub-region, or a wider one where that is small."""
    assert Questions(publication()).home(place) == home


def test_the_union_has_27_members() -> None:
    """A country's chronology has the events of the European Union where it is a member."""
    assert len(Questions(publication()).members("european-union")) == 27


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("nld", "the Netherlands"),
        ("cod", "the Democratic Republic of the Congo"),
        ("civ", "Côte d’Ivoire"),
        ("gmb", "the Gambia"),
        ("caribbean", "the Caribbean"),
        ("americas", "the Americas"),
        ("kor", "South Korea"),
    ],
)
def test_names_in_a_sentence(place: str, words: str) -> None:
    """Names that need an article have it."""
    assert publication().places[place].in_text == words
