"""Killed at any moment a pack leaves whole files only, and the next run ends with the same ones."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefing.store import TEMPORARY
from tests.pack import making

ROOT = Path(__file__).parents[2]
POINTS = 20
UNDISTURBED = 3.0
"""Seconds within which the kills fall; most runs have not ended by then."""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The hashes of the files of a run that nothing disturbs."""
    folder = making.write(tmp_path_factory.mktemp("undisturbed") / "p")
    making.run(folder, making.editions("world", "ken"))
    return making.hashes(folder / "out")


def _begun(folder: Path, jobs: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.pack.killed", str(folder), str(jobs)]
    environment = {**os.environ, "BRIEFING_CACHE": str(folder / "cache")}
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("point", range(POINTS))
def test_a_killed_run_is_taken_up(tmp_path: Path, undisturbed: dict[str, str], point: int) -> None:
    """At twenty points of time, each with an empty cache of its own; workers are killed too.

    In every second case only the run itself is: its workers must not put anything in its place.
    """
    folder = making.write(tmp_path / "p")
    process = _begun(folder, jobs=1 + point % 2)
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    time.sleep(random.Random(point).uniform(0, UNDISTURBED))
    if point % 4 < 2:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()
    left = making.hashes(folder / "out")
    left.pop("contents.pdf", None)
    assert left.items() <= undisturbed.items()
    making.run(folder, making.editions("world", "ken"))
    assert making.hashes(folder / "out") == undisturbed
    assert list((folder / "out").rglob(TEMPORARY)) == []
