"""A disk that is full, or may not be written: one message, and what was there stays."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.store import cache
from tests.cli.command import PDF, Command, assert_message, leftovers
from tests.cli.test_process import environment

ARGUMENTS = [sys.executable, "-m", "briefing"]
OLD = b"%PDF-1.7 an older one"
ROOM = 8192
"""Bytes that a file may have at most in the tests below."""

posix = pytest.mark.skipif(os.name == "nt", reason="needs limits of POSIX")


def limited(*arguments: str, stdout: Path, **changes: str) -> tuple[int, str]:
    """Exit code and stderr of the command where no file may grow beyond ``ROOM`` bytes."""
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))

    with stdout.open("wb") as file:
        done = subprocess.run(
            [*ARGUMENTS, *arguments],
            env=environment(**changes),
            stdout=file,
            stderr=subprocess.PIPE,
            preexec_fn=limit,
            timeout=60,
            check=False,
        )
    return done.returncode, done.stderr.decode()


@posix
def test_full_while_writing_the_pdf(publication: Path, tmp_path: Path) -> None:
    """The PDF that was there stays whole, and nothing half-written lies beside it."""
    target = publication / "out" / PDF
    target.parent.mkdir()
    target.write_bytes(OLD)
    code, err = limited("build", "-a", "readers", stdout=tmp_path / "said")
    assert code == 1
    assert_message(err)
    assert err.startswith(f"out/{PDF}: error: this file is too large for its file system\n")
    assert target.read_bytes() == OLD
    assert leftovers(publication) == []
    assert (tmp_path / "said").read_bytes() == b""


@posix
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_full_while_writing_stdout(publication: Path, tmp_path: Path, unbuffered: str) -> None:
    """A result that came out in part is told, in an unbuffered process as well."""
    quotes = (publication / "data/quotes.csv").read_text(encoding="utf-8")
    more = "".join(f"q{n},Ada,,{'word ' * 40},hotline,yes\n" for n in range(90))
    (publication / "data/quotes.csv").write_text(quotes + more, encoding="utf-8")
    section = publication / "data/sections/en/first.md"
    with section.open("a", encoding="utf-8") as file:
        file.write("\n" + "\n\n".join(f'{{{{ quote("q{n}") }}}}' for n in range(90)))
    said = tmp_path / "said"
    code, err = limited("show", "-a", "readers", stdout=said, PYTHONUNBUFFERED=unbuffered)
    assert (code, said.stat().st_size) == (1, ROOM)
    assert err == (
        "error: the output cannot be written: file too large\n  hint: send it to another place\n"
    )


def test_full_while_writing_the_cache(
    briefing: Command, publication: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache that takes nothing is done without: another folder serves, and the PDF is made."""
    full = tmp_path / "full"
    monkeypatch.setenv("BRIEFING_CACHE", str(full))
    temporary_file = cache.tempfile.TemporaryFile

    def refuse(*, dir: Path) -> object:
        if Path(dir) == full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return temporary_file(dir=dir)

    monkeypatch.setattr(cache.tempfile, "TemporaryFile", refuse)
    cache._writable.cache_clear()
    try:
        outcome = briefing("build", "-a", "readers")
        assert cache.cache_dir() != full
    finally:
        cache._writable.cache_clear()
    assert (outcome.code, outcome.err) == (0, "")
    assert (publication / "out" / PDF).is_file()
    assert list(full.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
def test_dev_full_as_the_file(briefing: Command, publication: Path) -> None:
    """A device that is always full is told as what it is."""
    outcome = briefing("build", "-a", "readers", "-o", "/dev/full")
    assert (outcome.code, outcome.out) == (1, "")
    assert_message(outcome.err)
    assert "error: this file does not fit: no space is left" in outcome.err


@posix
@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.EACCES, "this file may not be written\n"),
        (errno.EROFS, "this file lies on a read-only file system\n"),
    ],
)
def test_a_read_only_folder(
    briefing: Command,
    publication: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    message: str,
) -> None:
    """A folder that may not be written is named, and the PDF in it stays.

    The refusal is faked: these tests may run as a user whom nothing is forbidden.
    """
    target = publication / "out" / PDF
    target.parent.mkdir()
    target.write_bytes(OLD)
    real = os.open

    def refuse(path: os.PathLike[str] | str, *arguments: int) -> int:
        if os.fspath(path).endswith(".tmp"):
            raise OSError(number, os.strerror(number), os.fspath(path))
        return real(path, *arguments)

    monkeypatch.setattr(os, "open", refuse)
    outcome = briefing("build", "-a", "readers")
    monkeypatch.undo()
    assert (outcome.code, outcome.out) == (1, "")
    assert_message(outcome.err)
    assert outcome.err.startswith(f"out/{PDF}: error: {message}")
    assert target.read_bytes() == OLD


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_for_real(briefing: Command, publication: Path) -> None:
    """The same, without a fake, for users to whom the system can forbid something."""
    (publication / "out").mkdir(mode=0o555)
    outcome = briefing("build", "-a", "readers")
    assert outcome.code == 1
    assert outcome.err.startswith(f"out/{PDF}: error: this file may not be written\n")
    (publication / "out").chmod(0o755)


def test_the_output_is_a_folder(briefing: Command, publication: Path) -> None:
    """A folder named as the file is told, with a file to name in it."""
    (publication / "handouts").mkdir()
    outcome = briefing("build", "-a", "readers", "-o", "handouts")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        'error: "handouts" is a folder, not a file\n'
        '  hint: name a file in it, such as "handouts/handout.pdf", '
        'or write --out-dir "handouts"\n'
    )
