"""A setup as bytes: whole without the publication's folder and without the fonts' files."""

from __future__ import annotations

import dataclasses
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.document import FontFile, Theme
from briefing.pack.delivery import Carrying
from briefing.pack.outcome import Made
from briefing.pack.parcel import opened, packed
from briefing.pack.worker import Setup
from briefing.pack.workers import Here
from briefing.publication import load
from briefing.publication.theme import load_theme
from tests.pack import making

ROOT = Path(__file__).parents[2]

ELSEWHERE = """
import hashlib, sys
from pathlib import Path
from briefing.pack.outcome import Made
from briefing.pack.parcel import opened
from briefing.pack.workers import Here
from tests.pack import making

folder = Path(sys.argv[1])
setup = opened((folder / "parcel").read_bytes(), folder / "laid")
for outcome in Here(setup).outcomes(making.editions("world", "ken")):
    assert isinstance(outcome, Made), outcome
    print(outcome.edition, outcome.sha256, sorted(outcome.trace.items()) != [])
"""


def _with_own_fonts(theme: Theme, folder: Path) -> Theme:
    """The theme with copies of its fonts in a folder that can be taken away."""
    folder.mkdir()

    def copied(font: FontFile) -> FontFile:
        path = str(shutil.copy(font.path, folder))
        return dataclasses.replace(font, path=path, fallback=tuple(map(copied, font.fallback)))

    return dataclasses.replace(theme, fonts={role: copied(it) for role, it in theme.fonts.items()})


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    """A small publication with fonts of its own."""
    folder = making.write(tmp_path / "p")
    theme = _with_own_fonts(load_theme(folder), tmp_path / "fonts")
    return Setup(load(folder), theme, Carrying())


def test_nothing_of_this_machine_is_needed(tmp_path: Path, setup: Setup) -> None:
    """Another process makes the same bytes when folder and fonts have gone."""
    editions = making.editions("world", "ken")
    here = {it.edition: it.sha256 for it in Here(setup).outcomes(editions) if isinstance(it, Made)}
    (tmp_path / "parcel").write_bytes(packed(setup).data)
    shutil.rmtree(tmp_path / "p")
    shutil.rmtree(tmp_path / "fonts")
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), "BRIEFING_CACHE": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    there = dict(line.split()[:2] for line in done.stdout.splitlines())
    assert there == here
    assert len(here) == 6


def test_no_path_is_inside(tmp_path: Path, setup: Setup) -> None:
    """Not of the publication, a font, or the cache of this machine."""
    assert str(tmp_path).encode() not in packed(setup).data
    assert os.environ["BRIEFING_CACHE"].encode() not in packed(setup).data


def test_a_cache_that_all_can_reach_is_told(setup: Setup) -> None:
    """An address is no folder of this machine."""
    address = {"BRIEFING_CACHE": "s3://bucket/cache", "SOURCE_DATE_EPOCH": "1"}
    setup = dataclasses.replace(setup, environment=address)
    assert address["BRIEFING_CACHE"].encode() in packed(setup).data


def test_the_same_setup_has_the_same_key(tmp_path: Path, setup: Setup) -> None:
    """Also in another process, and after the publication was asked something."""
    code = (
        "import sys; from pathlib import Path; from briefing import api\n"
        "from briefing.pack.delivery import Carrying; from briefing.pack.parcel import packed\n"
        "from briefing.pack.worker import Setup\n"
        "root = Path(sys.argv[1])\n"
        "print(packed(Setup(api.load(root), api.load_theme(root), Carrying())).key)"
    )
    keys = {
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "p")],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    own = Setup(setup.publication, load_theme(tmp_path / "p"), Carrying())
    list(Here(own).outcomes(making.editions()))
    assert keys == {packed(own).key}


def test_fonts_are_laid_once(tmp_path: Path, setup: Setup) -> None:
    """Under their hashes: a second parcel takes the same files."""
    data = packed(setup).data
    opened(data, tmp_path / "laid")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "laid").iterdir()}
    opened(data, tmp_path / "laid")
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert len(before) == len({font.name for font in (tmp_path / "fonts").iterdir()})
