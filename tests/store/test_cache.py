"""There is always a cache folder that can be written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest

from briefing.store import cache, cache_dir


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Forget which folders other tests have used."""
    cache._writable.cache_clear()
    yield
    cache._writable.cache_clear()


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """BRIEFING_CACHE is made and used, and nothing is left in it by the trial."""
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path / "a" / "b"))
    assert cache_dir() == tmp_path / "a" / "b"
    assert list(cache_dir().iterdir()) == []


def test_a_relative_name_becomes_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative folder is one below where the program was started."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFING_CACHE", "cache")
    assert cache_dir() == tmp_path / "cache"


def test_else_it_is_the_folder_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without BRIEFING_CACHE the system's cache folder for the user is taken."""
    monkeypatch.delenv("BRIEFING_CACHE", raising=False)
    monkeypatch.setattr(
        platformdirs, "user_cache_dir", lambda name, **_: str(tmp_path / "user" / name)
    )
    assert cache_dir() == tmp_path / "user" / "briefing"
    assert cache_dir().is_dir()


def test_a_folder_that_cannot_be_made_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a file is in the way, a temporary folder serves, the same all along."""
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path / "file" / "cache"))
    folder = cache_dir()
    assert folder.is_dir()
    assert tmp_path not in folder.parents
    assert cache_dir() == folder


def test_without_a_home_nothing_is_made_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A user without a home folder gets a temporary folder, not one named ~."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BRIEFING_CACHE", raising=False)
    monkeypatch.setattr(platformdirs, "user_cache_dir", lambda name, **_: f"~/.cache/{name}")
    assert cache_dir().is_dir()
    assert list(tmp_path.iterdir()) == []


def test_a_temporary_folder_goes_with_the_process(tmp_path: Path) -> None:
    """The folder that stood in for the cache is removed when the process ends."""
    (tmp_path / "file").write_bytes(b"")
    code = "from briefing.store import cache_dir; print(cache_dir())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "BRIEFING_CACHE": str(tmp_path / "file" / "cache")},
        capture_output=True,
        text=True,
        check=True,
    )
    folder = Path(done.stdout.strip())
    assert folder.name.startswith("briefing-")
    assert not folder.exists()
