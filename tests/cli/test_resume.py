"""``briefing pack --resume``: the last pack, where it was left."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.command import Command, assert_message
from tests.pack import making

CHOICES = ("-a", "editors,writers", "--place", "world", "--paper", "letter")
CHOSEN = ["editors--world--en--letter--office", "writers--world--en--letter--office"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication for three audiences; it is the current folder."""
    made = making.write(tmp_path / "p")
    monkeypatch.chdir(made)
    return made


def _statuses(briefing: Command, *arguments: str) -> dict[str, str]:
    outcome = briefing("pack", "--resume", "--format", "json", *arguments)
    assert (outcome.code, outcome.err) == (0, "")
    return {it["edition"]: it["status"] for it in map(json.loads, outcome.out.splitlines())}


def test_the_last_pack(
    briefing: Command, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its editions into its folder, from wherever; what is done is left."""
    briefing("pack", "-a", "readers", "--place", "world", "-j", "1", "-q")
    briefing("pack", *CHOICES, "--out-dir", "last", "-j", "1", "-q")
    (folder / "last" / f"{CHOSEN[1]}.pdf").unlink()
    monkeypatch.chdir(tmp_path)
    found = _statuses(briefing, "--publication", "p", "-j", "1", "--zip")
    assert found == {CHOSEN[0]: "reused", CHOSEN[1]: "made"}
    with zipfile.ZipFile(folder / "last/pack.zip") as archive:
        assert len(archive.namelist()) == 4
    assert not (tmp_path / "last").exists()


def test_of_another_folder(briefing: Command, folder: Path) -> None:
    """Whatever is named, also where it was not the last."""
    briefing("pack", *CHOICES, "--out-dir", "first", "-j", "1", "-q")
    briefing("pack", "-a", "readers", "--place", "world", "-j", "1", "-q")
    assert list(_statuses(briefing, "--out-dir", "first", "-j", "1")) == CHOSEN
    assert list(_statuses(briefing, "--dry-run")) == CHOSEN


def test_after_the_first_moment(briefing: Command, folder: Path) -> None:
    """A run that ended before it made anything is known by its plan."""
    outcome = briefing("pack", *CHOICES, "--scheduler", "nonsense")
    assert outcome.code == 2
    assert list(_statuses(briefing, "-j", "1").values()) == ["made", "made"]


def test_a_narrowed_run_has_the_whole_plan(briefing: Command, folder: Path) -> None:
    """--only-failed makes less, but is a run of all that was chosen."""
    text = (folder / "data/audiences/editors.toml").read_text(encoding="utf-8")
    wrong = text.replace("find.", "find {{ fact('none') }}.")
    (folder / "data/audiences/editors.toml").write_text(wrong, encoding="utf-8")
    assert briefing("pack", *CHOICES, "-j", "1", "-q").code == 3
    (folder / "data/audiences/editors.toml").write_text(text, encoding="utf-8")
    assert _statuses(briefing, "--only-failed", "-j", "1") == {CHOSEN[0]: "made"}
    assert list(_statuses(briefing, "-j", "1").values()) == ["reused", "reused"]


@pytest.mark.parametrize(
    "option",
    [("-a", "readers"), ("--place", "ken"), ("--profile", "office"), ("--editions", "list.txt")],
)
def test_it_stands_alone(briefing: Command, folder: Path, option: tuple[str, str]) -> None:
    """Beside it no choice of editions has a meaning."""
    outcome = briefing("pack", "--resume", *option)
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert "names the editions: leave the other choices out" in outcome.err


def test_no_last_pack(briefing: Command, folder: Path) -> None:
    """A message, for this publication or for the folder that is named."""
    outcome = briefing("pack", "--resume")
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert "no pack of this publication is known" in outcome.err
    outcome = briefing("pack", "--resume", "--out-dir", "elsewhere")
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert "there is no pack in elsewhere that could be resumed" in outcome.err


def test_the_publication_has_changed(briefing: Command, folder: Path) -> None:
    """An edition that cannot be made any more is named, with a way on."""
    briefing("pack", *CHOICES, "-j", "1", "-q")
    (folder / "data/audiences/writers.toml").unlink()
    outcome = briefing("pack", "--resume")
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert 'unknown audience "writers"' in outcome.err
    assert "the publication has changed since" in outcome.err
