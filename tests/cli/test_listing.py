"""``briefing list``."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from briefing.cli.listing import KINDS
from tests.cli.command import Command

IDS = {
    "audiences": ["readers"],
    "sections": ["first", "kenya"],
    "charts": ["reports-by-place", "reports-by-year"],
    "facts": [
        *("reports-2022", "reports-2023", "reports-2023-ken", "told-somebody"),
        *("polled-ages", "reports-a-day"),
    ],
    "sources": ["hotline", "ours"],
}


@pytest.mark.parametrize("kind", KINDS)
def test_table(briefing: Command, publication: Path, kind: str) -> None:
    """A list is a table with a header row, a row to each thing, in the publication's order."""
    outcome = briefing("list", kind)
    assert (outcome.code, outcome.err) == (0, "")
    header, *rows = outcome.out.splitlines()
    assert header.split()[0] == "id"
    assert [row.split()[0] for row in rows] == IDS[kind]


@pytest.mark.parametrize("kind", KINDS)
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


def test_quiet_still_lists(briefing: Command, publication: Path) -> None:
    """--quiet leaves out what was not asked for, not the list."""
    assert briefing("list", "facts", "--quiet").out == briefing("list", "facts").out


def test_theme_is_not_needed(briefing: Command, publication: Path) -> None:
    """A list does not look at the theme."""
    (publication / "assets" / "theme.toml").unlink()
    assert briefing("list", "sources").code == 0
