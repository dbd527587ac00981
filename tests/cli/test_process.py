"""The command as a process of its own: signals, pipes, terminals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import PDF, leftovers

ARGUMENTS = [sys.executable, "-m", "briefing"]
INTERRUPTED = "interrupted: nothing half-written was left behind"

posix = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell and signals")


def environment(**changes: str) -> dict[str, str]:
    """The environment of a user in another folder than this repository."""
    repository = str(Path(__file__).parents[2])
    return {**os.environ, "PYTHONPATH": repository, **changes}


def shell(line: str, folder: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in ``folder``, with ``$briefing`` for the command."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=folder,
        env=environment(briefing=" ".join(ARGUMENTS), **changes),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_build(publication: Path) -> None:
    """The command builds a PDF and leaves with 0."""
    done = subprocess.run(
        [*ARGUMENTS, "build", "-a", "readers"],
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert (publication / "out" / PDF).read_bytes().startswith(b"%PDF-1.7")


# Each stops the program as it comes by, so that the signal finds it there and nowhere else.
MOMENTS = {
    "while it starts": ("briefing.cli.main", "import"),
    "while it reads": ("briefing.publication.loading", "import"),
    "before it draws": ("briefing.artwork", "import"),
    "before it renders": ("briefing.pdf.render", "import"),
    "while it writes": ("os.fsync", "call"),
}

HALTING = """
import os, sys, time
name, how = {moment!r}

def halt():
    print("halted", flush=True)
    time.sleep(30)

class Halting:
    def find_spec(self, module, path=None, target=None):
        if module == name:
            halt()

if how == "import":
    sys.meta_path.insert(0, Halting())
else:
    os.fsync = lambda descriptor: halt()
sys.argv = ["briefing", "build", "-a", "readers"]
from briefing.cli import main
main()
"""


@posix
@pytest.mark.parametrize("moment", MOMENTS)
def test_interrupt(publication: Path, moment: str) -> None:
    """Ctrl-C at any moment: one line, exit code 130, the old PDF whole, no temporary file."""
    target = publication / "out" / PDF
    target.parent.mkdir()
    target.write_bytes(b"%PDF-1.7 an older one")
    process = subprocess.Popen(
        [sys.executable, "-c", HALTING.format(moment=MOMENTS[moment])],
        env={**environment(), "BRIEFING_CACHE": str(publication / "cache")},  # it must draw
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "halted\n"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert out == ""
    assert err.strip() == INTERRUPTED
    assert target.read_bytes() == b"%PDF-1.7 an older one"
    assert leftovers(publication) == []


ENDING = """
import atexit, sys, time

def halt():
    print("halted", flush=True)
    time.sleep(0.5)

atexit.register(halt)
sys.argv = ["briefing", "list", "facts"]
from briefing.cli import main
main()
"""


@posix
def test_interrupt_of_the_end(publication: Path) -> None:
    """Ctrl-C when all is done changes nothing, and brings no traceback."""
    process = subprocess.Popen(
        [sys.executable, "-c", ENDING],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    while process.stdout.readline() != "halted\n":
        pass
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, "")


@posix
def test_closed_pipe(publication: Path) -> None:
    """A reader that goes away ends the command quietly."""
    for arguments in ("list facts", "show -a readers --format json", "--help"):
        done = shell(f"$briefing {arguments} | head -n 1", publication)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.count("\n") == 1


@posix
def test_closed_pipe_before_a_result(publication: Path) -> None:
    """The PDF is made even if nobody reads that it was."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*ARGUMENTS, "build", "-a", "readers"],
        env=environment(),
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (publication / "out" / PDF).is_file()


@posix
def test_closed_stdout(publication: Path) -> None:
    """A stdout or stderr that is closed is no fault."""
    assert shell("$briefing list facts >&-", publication).stderr == ""
    assert shell("$briefing list facts >&-", publication).returncode == 0
    done = shell("$briefing list fcts 2>&-", publication)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_full_output(publication: Path) -> None:
    """A stdout with no space left is one message, and exit code 1."""
    for arguments in ("list facts", "show -a readers --format json"):
        done = shell(f"$briefing {arguments} >/dev/full", publication)
        assert done.returncode == 1
        assert done.stderr == (
            "error: the output cannot be written: no space left on device\n"
            "  hint: send it to another place\n"
        )


@posix
def test_output_is_utf_8(publication: Path) -> None:
    """A pipe gets UTF-8 in a C locale as well."""
    c_locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = shell("$briefing show -a readers | cat", publication, **c_locale)
    assert (done.returncode, done.stderr) == (0, "")
    assert "world, 2021–2023" in done.stdout


@posix
def test_no_terminal(publication: Path) -> None:
    """Without a terminal there are no escape codes, and columns are full, in COLUMNS=40 too."""
    narrow = shell("$briefing list facts; $briefing build -a x", publication, COLUMNS="40")
    wide = shell("$briefing list facts; $briefing build -a x", publication, COLUMNS="200")
    assert narrow.stdout == wide.stdout
    assert "\x1b" not in narrow.stdout + narrow.stderr
    assert "reports-2023-ken  8400      count    hotline  medium " in narrow.stdout
