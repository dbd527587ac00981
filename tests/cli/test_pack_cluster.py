"""``briefing pack --scheduler``: what it tells, and its exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.pack import workers
from tests.cli.command import Command, assert_message, leftovers
from tests.cli.test_process import INTERRUPTED, environment, posix
from tests.pack import making
from tests.pack.clusters import Started, started

WITHIN = 20.0
"""Seconds for a cluster to have let go of a run; it takes parts of one."""


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """A scheduler and two workers."""
    with started(tmp_path_factory.mktemp("cluster"), workers=2) as running:
        yield running


def _break(folder: Path, old: str, new: str) -> None:
    path = folder / "data/audiences/writers.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


@posix
def test_some_fail(briefing: Command, folder: Path, cluster: Started) -> None:
    """Exit code 3 and a log here, as if it had been made here."""
    _break(folder, "find.", "find {{ fact('none') }}.")
    there = briefing("pack", "--place", "world", "--scheduler", cluster.address)
    assert there.code == 3
    log = folder / "out/logs/writers--world--en--a4--office.log"
    told = log.read_text(encoding="utf-8")
    assert 'no fact "none"' in told
    here = briefing("pack", "--place", "world", "-j", "1", "--out-dir", "here")
    assert there.err == here.err.replace("here/logs", "out/logs")
    assert told == (folder / "here/logs" / log.name).read_text(encoding="utf-8")
    assert sorted(making.hashes(folder / "out")) == sorted(making.hashes(folder / "here"))


@posix
def test_a_missing_glyph_has_its_place(briefing: Command, folder: Path, cluster: Started) -> None:
    """Though it stands where only the authors' files can tell, and no worker has them."""
    sources = folder / "data/sources.csv"
    text = sources.read_text(encoding="utf-8")
    sources.write_text(text.replace("Annual report", "Annual \U00012000 report"), encoding="utf-8")
    there = briefing("pack", "--place", "world", "--scheduler", cluster.address)
    here = briefing("pack", "--place", "world", "-j", "1", "--out-dir", "here")
    assert (there.code, here.code) == (3, 3)
    assert "data/sources.csv:2:" in there.err
    first = [err.partition("failed:")[0] for err in (there.err, here.err)]
    assert sorted(first[0].splitlines()) == sorted(first[1].splitlines())


@posix
def test_json_and_zip(briefing: Command, folder: Path, cluster: Started) -> None:
    """All other options as on this machine."""
    options = ("--format", "json", "--zip", "--place", "world")
    outcome = briefing("pack", "--scheduler", cluster.address, *options)
    assert (outcome.code, outcome.err) == (0, "")
    assert [json.loads(line)["status"] for line in outcome.out.splitlines()] == ["made"] * 3
    assert (folder / "out/pack.zip").is_file()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--scheduler", "tcp://127.0.0.1:1", "--jobs", "2"), "--jobs is for this machine alone"),
        (("--scheduler", "127.0.0.1"), '"127.0.0.1" is no address of a scheduler'),
    ],
)
def test_wrong_use(
    briefing: Command, folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    """A usage error, and no file is made."""
    outcome = briefing("pack", "--place", "world", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert message in outcome.err
    assert making.hashes(folder / "out") == {}


def test_without_dask(briefing: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What to install is said; a pack on this machine never asks."""
    monkeypatch.setattr(workers, "find_spec", lambda name: None)
    outcome = briefing("pack", "--place", "world", "--scheduler", "tcp://127.0.0.1:1")
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert "pip install 'briefing-builder[dask]'" in outcome.err
    assert briefing("pack", "--place", "world", "-j", "1", "-q").code == 0


def test_dask_is_imported_for_clusters_only(folder: Path) -> None:
    """Neither the command nor a pack on this machine knows it."""
    code = (
        "import sys; from briefing.cli.boundary import run; from briefing.cli.main import cli\n"
        "code = run(cli, ['pack', '--place', 'world', '-j', '1', '-q'])\n"
        "sys.exit(code or any(name in sys.modules for name in ('dask', 'distributed')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment(), check=False)
    assert done.returncode == 0


def _begun(address: str, *before: str) -> subprocess.Popen[str]:
    """A pack of the shipped publication, which lasts a while, once it has made something."""
    code = "\n".join([*before, "from briefing.cli.main import main; main()"])
    process = subprocess.Popen(
        [sys.executable, "-c", code, "pack", "--scheduler", address, "--format", "json"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdout
    assert json.loads(process.stdout.readline())["status"] == "made"
    return process


@posix
def test_interrupted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cluster: Started) -> None:
    """One line and exit code 130; the workers are free; --resume makes the rest."""
    from distributed import Client

    monkeypatch.chdir(tmp_path)
    process = _begun(cluster.address)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.strip()) == (130, INTERRUPTED)
    assert leftovers(tmp_path) == []
    done = making.hashes(tmp_path / "out")
    assert 0 < len(done) < 660
    with Client(cluster.address, set_as_default=False) as client:
        ended = time.monotonic() + WITHIN
        while any(client.processing().values()) and time.monotonic() < ended:
            time.sleep(0.05)
        assert not any(client.processing().values())
        idle = client.run(lambda dask_worker: dask_worker.state.executing_count)
        while any(idle.values()) and time.monotonic() < ended:
            idle = client.run(lambda dask_worker: dask_worker.state.executing_count)
        assert not any(idle.values())


@posix
def test_the_scheduler_dies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message with what is left, nothing of Dask's beside it; what is done is not made again."""
    monkeypatch.chdir(tmp_path)
    with started(tmp_path / "c", workers=1) as running:
        soon = "import briefing.pack.link as link; link.CONNECT = 2.0"
        process = _begun(running.address, soon)
        running.kill(running.scheduler.pid)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert_message(err)
    first, second = err.splitlines()
    made = len(list((tmp_path / "out").glob("*--*.pdf")))
    assert 0 < made < 660
    assert first.endswith(f"was lost; {660 - made} editions are left to make")
    assert "`briefing pack --resume` goes on from there" in second
    assert leftovers(tmp_path) == []
