"""Which publication a command works on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests import whole_publication
from tests.cli.command import Command, assert_message


def test_nearest_publication_upward(
    briefing: Command, publication: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Deep inside a publication it is that publication that is used."""
    monkeypatch.chdir(publication / "data" / "sections" / "en")
    assert "Briefing for readers" in briefing("list", "audiences").out


def test_built_in_publication(
    briefing: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In an empty folder it is the built-in publication."""
    monkeypatch.chdir(tmp_path)
    out = briefing("list", "audiences").out
    assert all(name in out for name in ("government", "ngo", "tech-industry"))


def test_explicit_publication(
    briefing: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--publication names a folder, with spaces and other letters in its path as well."""
    whole_publication.write(tmp_path / "mes données" / "été 儿")
    monkeypatch.chdir(tmp_path)
    outcome = briefing("list", "audiences", "--publication", "mes données/été 儿")
    assert outcome.code == 0
    assert "readers" in outcome.out


def test_verbose_names_the_publication(briefing: Command, publication: Path) -> None:
    """--verbose says on stderr which publication was read; stdout stays as it is."""
    plain = briefing("list", "audiences")
    verbose = briefing("list", "audiences", "--verbose")
    assert plain.err == ""
    assert f"publication: {publication}, read in " in verbose.err
    assert verbose.out == plain.out


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that is in use")
def test_removed_folder(
    briefing: Command, publication: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A current folder that is no longer there is told; an absolute --publication needs none."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    shutil.rmtree(gone)
    outcome = briefing("list", "audiences")
    assert outcome.code == 2
    assert_message(outcome.err)
    assert "the current folder has been removed" in outcome.err
    assert briefing("list", "audiences", "--publication", str(publication)).code == 0
