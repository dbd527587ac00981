"""``briefing list``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from briefing.cli.listing import KINDS
from tests import whole_publication
from tests.cli.command import Command, assert_message
from tests.small_publication import FILES, changed

IDS = {
    "audiences": ["readers"],
    "sections": ["first", "kenya"],
    "charts": ["reports-by-place", "reports-by-year"],
    "facts": [
        *("reports-2022", "reports-2023", "reports-2023-ken", "told-somebody"),
        *("polled-ages", "reports-a-day"),
    ],
    "sources": ["hotline", "ours"],
    "measures": ["reports", "polled"],
    "places": ["world", "africa", "ken"],
}
A4 = "readers--{}--en--a4--office"


@pytest.mark.parametrize("kind", IDS)
def test_table(briefing: Command, publication: Path, kind: str) -> None:
    """A list is a table with a header row, a row to each thing, in the publication's order."""
    outcome = briefing("list", kind)
    assert (outcome.code, outcome.err) == (0, "")
    header, *rows = outcome.out.splitlines()
    assert header.split()[0] == "id"
    assert [row.split()[0] for row in rows] == IDS[kind]


@pytest.mark.parametrize("kind", IDS)
def test_json(briefing: Command, publication: Path, kind: str) -> None:
    """--format json is a list of objects with an id."""
    objects = json.loads(briefing("list", kind, "--format", "json").out)
    assert [each["id"] for each in objects] == IDS[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_csv_says_the_same_as_json(briefing: Command, publication: Path, kind: str) -> None:
    """--format csv reads back as the same rows."""
    rows = list(csv.DictReader(io.StringIO(briefing("list", kind, "--format", "csv").out)))
    assert rows == json.loads(briefing("list", kind, "--format", "json").out)


def test_range_and_unit(briefing: Command, publication: Path) -> None:
    """A fact shows its range and its unit."""
    objects = json.loads(briefing("list", "facts", "--format", "json").out)
    ages = next(each for each in objects if each["id"] == "polled-ages")
    assert (ages["value"], ages["unit"]) == ("12-17", "percent")


def test_terms(briefing: Command, publication: Path) -> None:
    """Terms have no id: each is named by what is discouraged."""
    assert json.loads(briefing("list", "terms", "--format", "json").out) == [
        {
            "discouraged": "bad word / bad words",
            "recommended": "good word",
            "reason": "It is kinder.",
            "source": "hotline",
        }
    ]


def test_places(briefing: Command, publication: Path) -> None:
    """A place says whether it has editions, in the words of its table."""
    rows = json.loads(briefing("list", "places", "--format", "json").out)
    assert [row["edition"] for row in rows] == ["yes", "no", "yes"]


def test_columns_of_facts(briefing: Command, publication: Path) -> None:
    """Facts have exactly these columns, in this order."""
    out = briefing("list", "facts", "--format", "csv").out
    assert out.splitlines()[0] == "id,value,unit,source,confidence,editions"


def _editions(briefing: Command) -> dict[str, list[str]]:
    rows = json.loads(briefing("list", "facts", "--format", "json", "-q").out)
    return {row["id"]: row["editions"].split() for row in rows}


def test_editions_of_facts(briefing: Command, publication: Path) -> None:
    """A fact names the editions that print it: in a text, or as a mark of a chart."""
    editions = _editions(briefing)
    both = [A4.format("world"), A4.format("ken")]
    assert editions["told-somebody"] == both  # a key figure
    assert editions["reports-2022"] == both  # in a calculation of the title
    assert editions["reports-2023-ken"] == both  # a row of a chart only
    assert editions["polled-ages"] == []


def test_a_chart_prints_what_it_draws(briefing: Command, publication: Path) -> None:
    """A fact is no row of a chart that leaves the row out, has a hole, or has another source."""
    chart = "data/charts/reports-by-place.toml"
    kept = FILES[chart].replace("[labels]", '[rows]\nplace = ["world"]\n\n[labels]')
    kept = kept.replace('"ken" = "Kenya"', '"world" = "World"')
    series = "data/series/reports.csv"
    row = "reports,2023,ken,,8400,,hotline,medium,"
    for files in (
        {chart: kept},
        changed(series, row, "reports,2023,ken,,,,hotline,medium,"),
        changed(series, row, "reports,2023,ken,,8400,,ours,medium,"),
    ):
        whole_publication.write(publication, **{**FILES, **files})
        assert _editions(briefing)["reports-2023-ken"] == []


def test_an_edition_that_cannot_be_composed(briefing: Command, publication: Path) -> None:
    """The others are listed, and stderr says which edition is left out and why."""
    whole_publication.write(publication, **whole_publication.FAILING)
    outcome = briefing("list", "facts", "--format", "json")
    assert outcome.code == 0
    rows = {row["id"]: row["editions"] for row in json.loads(outcome.out)}
    assert rows["told-somebody"] == " ".join([A4.format("world"), A4.format("ken")])
    assert_message(outcome.err)
    for place in ("world", "ken"):
        assert f"  in: failing--{place}--en--a4--office" in outcome.err
    assert (
        "data/audiences/failing.toml:4:12: warning: this edition is left out of"
        ' the column "editions": there is no fact "nothing"'
    ) in outcome.err
    assert briefing("list", "facts", "-q").err == ""


def test_a_refused_name_in_an_escape(briefing: Command, publication: Path) -> None:
    """A name that TOML spells with an escape passes the reading of files, and is not listed."""
    whole_publication.write(
        publication,
        **whole_publication.REFUSED,
        **changed("data/audiences/readers.toml", '"Briefing for', r'"Ex\u0061mplesite for'),
    )
    outcome = briefing("list", "audiences")
    assert (outcome.code, outcome.out) == (1, "")
    assert_message(outcome.err)
    assert "a name that must not be printed" in outcome.err
    assert "mplesite" not in outcome.err


def test_quiet_still_lists(briefing: Command, publication: Path) -> None:
    """--quiet leaves out what was not asked for, not the list."""
    assert briefing("list", "facts", "--quiet").out == briefing("list", "facts").out


def test_theme_is_not_needed(briefing: Command, publication: Path) -> None:
    """A list does not look at the theme."""
    (publication / "assets" / "theme.toml").unlink()
    assert briefing("list", "sources").code == 0
