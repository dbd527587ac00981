"""A publication that can be built, and the command in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import whole_publication
from tests.cli.command import Command
from tests.pack import making


@pytest.fixture
def briefing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """The command, run in this process."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return Command(capsys)


@pytest.fixture
def publication(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small publication with a theme; it is the current folder."""
    folder = whole_publication.write(tmp_path / "publication")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication for three audiences with a world and Kenya; it is the current folder."""
    made = making.write(tmp_path / "p")
    monkeypatch.chdir(made)
    return made
