"""``briefing build --open``."""

from __future__ import annotations

import os
import shutil
import sys
import time
from pathlib import Path

import pytest

from briefing.cli import opening
from tests import whole_publication
from tests.cli.command import PDF, Command
from tests.cli.test_process import posix, shell

SECOND = "writers--world--en--a4--office.pdf"


class Launcher:
    """Stands for click.launch: notes what is opened, and answers with a status."""

    def __init__(self, status: int = 0) -> None:
        self.status = status
        self.opened: list[str] = []

    def __call__(self, url: str) -> int:
        assert Path(url).read_bytes().startswith(b"%PDF-1.7")
        self.opened.append(url)
        return self.status


def _launcher(monkeypatch: pytest.MonkeyPatch, status: int = 0) -> Launcher:
    launcher = Launcher(status)
    monkeypatch.setattr("click.launch", launcher)
    monkeypatch.setattr(opening, "has_display", lambda: True)
    return launcher


def test_opened(briefing: Command, publication: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The finished PDF is opened by its full path; nothing else is said."""
    launcher = _launcher(monkeypatch)
    outcome = briefing("build", "-a", "readers", "--open")
    assert (outcome.code, outcome.err) == (0, "")
    assert launcher.opened == [str(publication / "out" / PDF)]


def test_not_asked(briefing: Command, publication: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --open nothing is opened."""
    launcher = _launcher(monkeypatch)
    briefing("build", "-a", "readers")
    assert launcher.opened == []


def test_each_audience(
    briefing: Command, publication: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of several audiences each PDF is opened; one that was not made is not."""
    launcher = _launcher(monkeypatch)
    readers = (publication / "data" / "audiences" / "readers.toml").read_text("utf-8")
    whole_publication.write(
        publication, **whole_publication.FAILING, **{"data/audiences/writers.toml": readers}
    )
    outcome = briefing("build", "-a", "readers", "-a", "failing", "-a", "writers", "--open")
    assert outcome.code == 3
    assert launcher.opened == [str(publication / "out" / name) for name in (PDF, SECOND)]


def test_failed_build(
    briefing: Command, publication: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An older PDF is not opened where the build fails."""
    launcher = _launcher(monkeypatch)
    whole_publication.write(publication, **whole_publication.FAILING)
    old = publication / "out" / "failing--world--en--a4--office.pdf"
    old.parent.mkdir()
    old.write_bytes(b"%PDF-1.7 an older one")
    assert briefing("build", "-a", "failing", "--open").code == 1
    assert launcher.opened == []


@pytest.mark.parametrize("quiet", [[], ["--quiet"]])
def test_no_viewer(
    briefing: Command, publication: Path, monkeypatch: pytest.MonkeyPatch, quiet: list[str]
) -> None:
    """Where no viewer starts, one line says where the file is, and the build is done."""
    _launcher(monkeypatch, status=1)
    outcome = briefing("build", "-a", "readers", "--open", "-o", "a.pdf", *quiet)
    assert outcome.code == 0
    assert outcome.err == "no viewer can be started here: the file is a.pdf\n"


def test_no_display(briefing: Command, publication: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a display no viewer is even tried: it would only complain."""
    launcher = _launcher(monkeypatch)
    monkeypatch.setattr(opening, "has_display", lambda: False)
    outcome = briefing("build", "-a", "readers", "--open", "--format", "json")
    assert (outcome.code, launcher.opened) == (0, [])
    assert outcome.err.count("\n") == 1
    assert PDF in outcome.err


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_display(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], expected: bool
) -> None:
    """Linux names its display in the environment; Windows and macOS always have one."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert opening.has_display() is expected


def _viewer(folder: Path) -> Path:
    """A fake xdg-open that notes the file it is given; the folder it stands in."""
    command = folder / "viewer" / "xdg-open"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\necho "$@" >> "{folder}/opened"\n', encoding="utf-8")
    command.chmod(0o755)
    return command.parent


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has another command")
def test_real(publication: Path, tmp_path: Path) -> None:
    """With a display xdg-open is started with the file; without one, or without it, a line."""
    path = f"{_viewer(tmp_path)}{os.pathsep}{os.environ['PATH']}"
    line = "$briefing build -q -a readers --open"
    done = shell(line, publication, PATH=path, DISPLAY=":0", WAYLAND_DISPLAY="")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    opened = tmp_path / "opened"
    deadline = time.monotonic() + 20  # the viewer is not waited for
    while not opened.exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert opened.read_text(encoding="utf-8") == f"{publication / 'out' / PDF}\n"
    said = f"no viewer can be started here: the file is out/{PDF}\n"
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "bash").symlink_to(shutil.which("bash") or "")
    for without in ({"PATH": path, "DISPLAY": ""}, {"PATH": str(bare), "DISPLAY": ":0"}):
        done = shell(line, publication, WAYLAND_DISPLAY="", **without)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", said)
    assert opened.read_text(encoding="utf-8").count("\n") == 1
