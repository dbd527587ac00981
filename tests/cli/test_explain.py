"""``briefing explain``: why an edition would be made, and from which rows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import regions, whole_publication
from tests.cli.command import Command, assert_message
from tests.pack import making

READERS = "readers--world--en--a4--office"
FILE = Path("out") / f"{READERS}.pdf"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication for three audiences whose pack was made; it is the current folder."""
    made = making.write(tmp_path / "p")
    monkeypatch.chdir(made)
    making.run(made)
    return made


def _change(folder: Path) -> None:
    path = folder / "data/series/reports.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("29400000", "29500000"), encoding="utf-8")


def test_up_to_date(briefing: Command, folder: Path) -> None:
    """The file is as it must be; each answer has the places of its rows, and none is marked."""
    outcome = briefing("explain", READERS)
    assert (outcome.code, outcome.err) == (0, "")
    first, second, *asked = outcome.out.splitlines()
    assert first == f"{FILE}: is up to date"
    assert second.startswith(f"it was made from {len(asked)} answers")
    assert '  fact("reports-2023"): data/facts.csv:3:1' in asked
    assert all(line.startswith("  ") for line in asked)


def test_a_changed_row_is_marked(briefing: Command, folder: Path) -> None:
    """The reason names the question, and the rows behind it have a star."""
    _change(folder)
    first, _, *asked = briefing("explain", READERS).out.splitlines()
    assert first.startswith(f'{FILE}: would be made: changed: rows("reports", ')
    marked = [line for line in asked if line.startswith("* ")]
    assert marked
    assert all(line.startswith('* rows("reports"') for line in marked)
    assert "data/series/reports.csv:2:1" in marked[0]
    other = briefing("explain", "editors--world--en--a4--office").out
    assert "is up to date" in other.splitlines()[0]


def test_json(briefing: Command, folder: Path) -> None:
    """The same for a program, with all places."""
    _change(folder)
    value = json.loads(briefing("explain", READERS, "--format", "json").out)
    assert list(value) == ["edition", "path", "status", "reason", "made", "asked"]
    assert (value["edition"], value["path"]) == (READERS, str(FILE))
    assert (value["status"], value["made"]) == ("make", True)
    changed = [it["question"] for it in value["asked"] if it["changed"]]
    assert value["reason"].startswith(f"changed: {changed[0]}")
    rows = next(it for it in value["asked"] if it["changed"])
    assert rows["places"][0] == "data/series/reports.csv:2:1"


def test_the_name_of_its_file_will_do(briefing: Command, folder: Path) -> None:
    """With .pdf at its end."""
    assert briefing("explain", f"{READERS}.pdf").out == briefing("explain", READERS).out


def test_never_made(briefing: Command, folder: Path) -> None:
    """It says what the edition asks of the publication now, and writes nothing."""
    outcome = briefing("explain", READERS, "--out-dir", "elsewhere")
    assert outcome.code == 0
    first, second, *_ = outcome.out.splitlines()
    assert first == f"{Path('elsewhere') / FILE.name}: would be made: it is new here"
    assert second.startswith("it would be made from ")
    assert not (folder / "elsewhere").exists()


def test_a_file_that_is_gone(briefing: Command, folder: Path) -> None:
    """The reason is the file's, and no row is marked."""
    FILE.unlink()
    first, _, *asked = briefing("explain", READERS).out.splitlines()
    assert first == f"{FILE}: would be made: its file is not there"
    assert not any(line.startswith("*") for line in asked)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("nonsense", '"nonsense" is not the id of an edition'),
        ("raeders--world--en--a4--office", 'unknown audience "raeders"'),
        ("readers--xyz--en--a4--office", 'unknown place "xyz"'),
        ("readers--africa--en--a4--office", "there is no edition for the place"),
        ("readers----en--a4--office", "is not the id of an edition"),
    ],
)
def test_unknown(briefing: Command, folder: Path, name: str, message: str) -> None:
    """An edition that is none is a usage error with a way to mend it."""
    outcome = briefing("explain", name)
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert message in outcome.err


def test_what_geography_works_out(
    briefing: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Regions, members and editions are no rows of their own: their tables are named."""
    section = regions.SECTION.format(places="country", body="Nothing.")
    files = {**regions.FILES, "data/sections/en/text.md": section}
    monkeypatch.chdir(whole_publication.write(tmp_path / "c", **files))
    asked = briefing("explain", "readers--aaa--en--a4--office").out.splitlines()
    assert '  home("aaa"): data/places.csv, data/series/by-country.csv' in asked
    assert '  members("far-north"): data/places.csv' in asked
