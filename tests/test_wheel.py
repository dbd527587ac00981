"""The wheel is whole: in a clean environment and an empty folder it builds what a checkout does."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from briefing import api
from tests import shipped

SCRIPTS = "Scripts" if os.name == "nt" else "bin"


@dataclass(frozen=True)
class Installed:
    """A wheel, and the scripts folder of an environment that holds it."""

    wheel: Path
    scripts: Path

    def run(self, folder: Path, name: str, *arguments: str) -> str:
        """What a command of the environment prints, run in ``folder``."""
        hidden = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")
        environment = {key: value for key, value in os.environ.items() if key not in hidden}
        done = subprocess.run(
            [str(self.scripts / name), *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel of this checkout, installed by pip beside nothing else.

    Its dependencies are read from the environment that runs the tests, so that no network is
    needed; a path in a .pth file does not bring the editable install of that environment along.
    """
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=shipped.ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False, symlinks=os.name != "nt")
    scripts = folder / "venv" / SCRIPTS
    python = scripts / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q"]
    subprocess.run([*pip, "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    find = [str(python), "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"]
    packages = subprocess.run(find, check=True, capture_output=True, text=True).stdout.strip()
    here = sysconfig.get_paths()
    borrowed = dict.fromkeys((here["purelib"], here["platlib"]))
    (Path(packages) / "borrowed.pth").write_text("\n".join(borrowed) + "\n", encoding="utf-8")
    return Installed(wheel, scripts)


def test_it_is_the_wheel_that_runs(installed: Installed, tmp_path: Path) -> None:
    """Not the checkout that the tests run from."""
    where = installed.run(tmp_path, "python", "-c", "import briefing; print(briefing.__file__)")
    assert installed.scripts.parent in Path(where.strip()).parents


@pytest.mark.parametrize("audience", shipped.AUDIENCES)
def test_it_builds_the_same_bytes(installed: Installed, tmp_path: Path, audience: str) -> None:
    """In an empty folder, with the publication that comes with it."""
    installed.run(tmp_path, "briefing", "build", "-a", audience)
    edition = api.Edition(audience)
    (made,) = (tmp_path / "out").iterdir()
    assert made.name == f"{edition.id}.pdf"
    api.make(api.load(shipped.ROOT), edition, tmp_path / "checkout.pdf")
    assert made.read_bytes() == (tmp_path / "checkout.pdf").read_bytes()


def test_it_holds_the_publication_and_nothing_else(installed: Installed) -> None:
    """Every file of data/ and assets/, and neither tests nor caches."""
    with zipfile.ZipFile(installed.wheel) as archive:
        names = set(archive.namelist())
    for folder in ("data", "assets"):
        for path in (shipped.ROOT / folder).rglob("*"):
            if path.is_file():
                name = path.relative_to(shipped.ROOT).as_posix()
                assert f"briefing/builtin/{name}" in names
    assert "briefing/builtin/briefing.toml" in names
    assert "briefing/py.typed" in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"briefing"}
    assert not [name for name in names if name.endswith(".pyc")]
