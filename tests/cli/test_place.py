"""The option --place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli import check
from tests import regions, whole_publication
from tests.cli.command import Command, assert_message


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The publication with a region of countries and a theme; it is the current folder."""
    section = regions.SECTION.format(places="country", body="Nothing.")
    files = {**regions.FILES, "data/sections/en/text.md": section}
    made = whole_publication.write(tmp_path / "publication", **files)
    monkeypatch.chdir(made)
    return made


@pytest.mark.parametrize(
    "place", ["bbb", "BBB", "Long Islands", "the long islands", "lóng-ïslands"]
)
def test_a_place_by_id_or_name(briefing: Command, folder: Path, place: str) -> None:
    """Capitals, accents, marks and the article make no difference."""
    outcome = briefing("show", "-a", "readers", "--place", place)
    assert outcome.out.startswith("Long Islands: 300 reports")


def test_a_file_is_named_by_its_place(briefing: Command, folder: Path) -> None:
    """The edition's id names the place by its id."""
    assert briefing("build", "-a", "readers", "--place", "Far North").code == 0
    assert (folder / "out" / "readers--far-north--en--a4--office.pdf").is_file()


@pytest.mark.parametrize(
    ("place", "hint"), [("Long Ilands", 'did you mean "Long Islands"?'), ("xyz", "list places")]
)
@pytest.mark.parametrize("command", [("build", "-a", "readers"), ("check",), ("list", "facts")])
def test_unknown(
    briefing: Command, folder: Path, command: tuple[str, ...], place: str, hint: str
) -> None:
    """A place that is not there is a usage error, with the nearest name and where all are."""
    outcome = briefing(*command, "--place", place)
    assert outcome.code == 2
    assert_message(outcome.err)
    assert f'unknown place "{place}"' in outcome.err
    assert hint in outcome.err


@pytest.mark.parametrize(
    "command", [("build", "-a", "readers"), ("show", "-a", "readers"), ("check",)]
)
def test_no_edition(briefing: Command, folder: Path, command: tuple[str, ...]) -> None:
    """A place without an edition says why and where the list is, and tells no small count."""
    outcome = briefing(*command, "--place", "fff")
    assert outcome.code == 2
    assert_message(outcome.err)
    assert "fewer than 100 were counted in 2022" in outcome.err
    assert "briefing list places" in outcome.err
    assert "3" not in outcome.err.replace("data/places.csv:13:1", "")


def test_listing_places(briefing: Command, folder: Path) -> None:
    """The list of places has their kind, region and edition, and the reason where there is none."""
    rows = json.loads(briefing("list", "places", "--format", "json").out)
    found = {row["id"]: row for row in rows}
    assert (found["aaa"]["kind"], found["aaa"]["edition"]) == ("country", "yes")
    assert (found["hhh"]["edition"], found["hhh"]["reason"]) == ("no", "uninhabited")


def test_listing_one_region(briefing: Command, folder: Path) -> None:
    """With a place, the list holds it and what lies in it."""
    rows = json.loads(briefing("list", "places", "--place", "lone-coast", "--format", "json").out)
    assert [row["id"] for row in rows] == ["lone-coast", "ggg", "hhh"]


def test_listing_sections_and_facts(briefing: Command, folder: Path) -> None:
    """Sections and facts can be listed for one place; what is the same everywhere cannot."""
    sections = json.loads(briefing("list", "sections", "--place", "aaa", "--format", "json").out)
    assert [row["id"] for row in sections] == ["text"]
    assert (
        json.loads(briefing("list", "sections", "--place", "world", "--format", "json").out) == []
    )
    facts = json.loads(briefing("list", "facts", "--place", "world", "--format", "json").out)
    shown = {row["editions"] for row in facts}
    assert shown <= {"", "readers--world--en--a4--office"}
    assert briefing("list", "sources", "--place", "aaa").code == 2


def test_check_composes_samples(
    briefing: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Check looks at the samples, at one place, or at all."""
    seen: list[list[str]] = []
    whole = check._of_editions

    def noted(publication: object, theme: object, places: list[str]) -> object:
        seen.append(list(places))
        return whole(publication, theme, places)  # type: ignore[arg-type]

    monkeypatch.setattr(check, "_of_editions", noted)
    assert briefing("check").code == 0
    assert briefing("check", "--place", "ccc").code == 0
    assert briefing("check", "--all").code == 0
    assert seen[0] == ["world", "north", "aaa"]
    assert seen[1] == ["ccc"]
    assert seen[2] == ["world", "north", "far-north", "aaa", "bbb", "ccc", "ddd", "eee", "ggg"]
    assert briefing("check", "--all", "--place", "ccc").code == 2


def test_a_problem_of_countries_is_found(briefing: Command, folder: Path) -> None:
    """What is wrong only in the editions of countries is told without asking for them."""
    body = '{{ fact("reports-2023-ken") }} came.'
    text = regions.SECTION.format(places="country", body=body)
    (folder / "data/sections/en/text.md").write_text(text, encoding="utf-8")
    outcome = briefing("check")
    assert outcome.code == 1
    assert 'is of "ken", which is neither "aaa" nor around it' in outcome.out
