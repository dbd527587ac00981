"""Editions of countries and regions."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.compose import compose
from briefing.diagnostics import UsageError
from briefing.document import Edition, Figure, KeyFigures, Text, plain_text
from briefing.document.reading import read_aloud
from briefing.publication import Trace, load
from tests import regions
from tests.shipped import publication


def test_the_page_of_a_country(tmp_path: Path) -> None:
    """Title, message and key figures are those that the audience's file has for countries."""
    briefing = regions.edition(tmp_path, "bbb")
    assert plain_text(briefing.blocks[0].children) == "Long Islands: 300 reports"
    assert plain_text(briefing.blocks[1].children) == "Of the Long Islands, beside the Far North."


def test_a_key_figure_without_a_value_is_left_out(tmp_path: Path) -> None:
    """A row that an edition lacks makes no key figure; a small count is printed as such."""
    values = {
        place: [
            item.value.text
            for block in regions.edition(tmp_path / place, place).blocks
            if isinstance(block, KeyFigures)
            for item in block.items
        ]
        for place in ("aaa", "bbb", "ggg")
    }
    assert values["aaa"] == ["240", "120", "2,590"]
    assert values["bbb"] == ["300", "Fewer than 10", "2,590"]
    assert values["ggg"] == ["900", "3,490"]


def test_a_kind_without_a_page_of_its_own(tmp_path: Path) -> None:
    """An audience that says nothing for regions says to them what it says to the world."""
    assert plain_text(regions.edition(tmp_path, "north").blocks[0].children).startswith("Reports ")


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ("world", ["world"]),
        ("country", ["aaa"]),
        ("region", ["north"]),
        ("country, region", ["aaa", "north"]),
        ("aaa", ["aaa"]),
        ("", ["world", "aaa", "north"]),
    ],
)
def test_sections_for_kinds_of_places(tmp_path: Path, places: str, found: list[str]) -> None:
    """A section names ids or kinds of places; one that names none is for all."""
    made = regions.publication(tmp_path, "Here.", places)
    editions = ("world", "aaa", "north")
    shown = [it for it in editions if "Here." in read_aloud(compose(made, Edition("readers", it)))]
    assert shown == found


def test_names_of_places(tmp_path: Path) -> None:
    """A place is named as in a sentence, with a capital where one begins."""
    body = "{{ place() }} lies there. In {{ place() }} and {{ region() }} it is {{ place }}."
    assert regions.said(tmp_path, "bbb", body) == (
        "The Long Islands lies there. In the Long Islands and the Far North it is Long Islands."
    )


def test_a_condition_on_a_place(tmp_path: Path) -> None:
    """In a condition the helpers are ids."""
    body = 'A{% if place() == "bbb" and region() == "far-north" %} b{% endif %}.'
    assert regions.said(tmp_path, "bbb", body) == "A b."


@pytest.mark.parametrize("place", ["fff", "hhh", "union", "lone-coast"])
def test_no_edition(tmp_path: Path, place: str) -> None:
    """A place without an edition is a usage error that tells why and no count."""
    with pytest.raises(UsageError) as caught:
        compose(regions.publication(tmp_path), Edition("readers", place))
    (problem,) = caught.value.problems
    assert problem.message.startswith(f'there is no edition for the place "{place}"')
    assert "list places" in problem.hint
    assert " 3" not in problem.message.replace("2022", "")


def test_only_editions_whose_rows_changed_are_made_anew(tmp_path: Path) -> None:
    """The trace of a country holds its own rows, and of others only those of its region."""
    traces = {}
    made = regions.publication(tmp_path / "old")
    for place in ("aaa", "ggg", "world"):
        traces[place] = Trace()
        compose(made, Edition("readers", place), traces[place])
    changed = regions.rows().replace("2022,ggg,,900", "2022,ggg,,901")
    section = regions.SECTION.format(places="country, region", body="Nothing.")
    files = {"data/series/by-country.csv": changed, "data/sections/en/text.md": section}
    new = load(regions.written(tmp_path / "new", **files))
    assert traces["ggg"].changed(new)
    assert not traces["aaa"].changed(new)
    assert not traces["world"].changed(new)


@pytest.mark.parametrize("audience", ["government", "ngo", "tech-industry"])
@pytest.mark.parametrize("place", ["ken", "nld", "civ", "cod", "vct", "nru", "phl", "africa"])
def test_shipped_editions(audience: str, place: str) -> None:
    """The shipped editions name their place and are whole sentences, whatever is known of it."""
    briefing = compose(publication(), Edition(audience, place))
    record = publication().places[place]
    words = read_aloud(briefing)
    assert words.startswith(record.name)
    assert record.in_text in words
    for wrong in ("the the", "The the", "  ", " . ", " ,", "None", "{", " 0%", "@"):
        assert wrong not in words.replace("briefing@example.org", "")


def test_a_chart_of_countries_names_only_one() -> None:
    """In the chart of a region the others stay unnamed, in its words, alt text and data."""
    briefing = compose(publication(), Edition("government", "nld"))
    (dots,) = [b for b in briefing.blocks if isinstance(b, Figure) and b.chart.kind == "dots"]
    others = [it for it in publication().places.values() if it.region == "western-europe"]
    texts = " ".join(
        (
            *(dots.headline, dots.subtitle, dots.alt),
            *(str(cell) for row in dots.table.rows for cell in row),
            *(inline.text for inline in dots.note if isinstance(inline, Text)),
        )
    )
    assert "Netherlands" in texts
    assert not [it.name for it in others if it.id != "nld" and it.name in texts]


def test_world_editions_have_nothing_of_countries() -> None:
    """The editions of the world ask nothing of the counts by country."""
    for audience in publication().audiences:
        trace = Trace()
        compose(publication(), Edition(audience), trace)
        assert not [it for it in trace if "by-country" in it]
