"""Files appear whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from briefing.diagnostics import OutputError
from briefing.store import atomic_write


def failing(error: BaseException) -> object:
    """A function that raises ``error`` whatever it is given."""

    def fail(*_: object) -> NoReturn:
        raise error

    return fail


def refusal(path: Path) -> str:
    """The message about a file that cannot be written."""
    with pytest.raises(OutputError) as caught:
        atomic_write(path, b"new")
    return str(caught.value)


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    """Folders that are missing are made, and nothing else is left beside the file."""
    path = tmp_path / "a" / "b" / "c.pdf"
    atomic_write(path, b"data\n")
    assert path.read_bytes() == b"data\n"
    assert list(path.parent.iterdir()) == [path]


def test_an_existing_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    """A file that was private stays private."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o600)
    atomic_write(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_a_new_file_has_the_mode_that_the_user_wants(tmp_path: Path) -> None:
    """The umask decides, as for any file that a program makes."""
    before = os.umask(0o027)
    try:
        atomic_write(tmp_path / "a.pdf", b"data")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.pdf").stat().st_mode) == 0o640


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "No space"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    """Whatever fails or interrupts the writing, the old content stays and no other file does."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, step, failing(error))
    with pytest.raises((OutputError, KeyboardInterrupt)):
        atomic_write(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.ENOSPC, "does not fit: no space is left\n  hint: free some space, or "),
        (errno.EROFS, "lies on a read-only file system\n  hint: choose a folder on another one"),
        (errno.EACCES, "may not be written\n  hint: "),
        (errno.EIO, "cannot be written: input/output error"),
    ],
)
def test_each_fault_has_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str
) -> None:
    """The message names the file, what is wrong with it, and what to do."""
    path = tmp_path / "a.pdf"
    monkeypatch.setattr(os, "replace", failing(OSError(number, "Input/output error")))
    assert refusal(path).startswith(f"{path.as_posix()}: error: this file {message}")


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    """A folder with the file's name is left alone."""
    assert refusal(tmp_path) == (
        f"{tmp_path.as_posix()}: error: this file is a folder\n"
        "  hint: name a file, or remove the folder"
    )


def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path) -> None:
    """A path through a file cannot be written, and the file stays."""
    (tmp_path / "a").write_bytes(b"old")
    path = tmp_path / "a" / "b.pdf"
    assert refusal(path) == (
        f"{path.as_posix()}: error: this file has a file where a folder should be\n"
        "  hint: choose another folder"
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows reports another error")
def test_a_name_that_is_too_long_is_said_so(tmp_path: Path) -> None:
    """A name beyond what the system allows is told so."""
    message = refusal(tmp_path / ("x" * 300))
    assert message.endswith(
        "this file has too long a name\n  hint: choose a shorter name or folder"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows needs a right to make links")
def test_a_link_is_followed(tmp_path: Path) -> None:
    """A symbolic link stays one, and what it leads to is written."""
    (tmp_path / "real").mkdir()
    link = tmp_path / "a.pdf"
    link.symlink_to(tmp_path / "real" / "b.pdf")
    atomic_write(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "real" / "b.pdf").read_bytes() == b"new"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with a name")
def test_what_is_no_regular_file_is_written_straight(tmp_path: Path) -> None:
    """A pipe such as /dev/stdout is written to, never replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        atomic_write(pipe, b"data")
        assert os.read(reader, 16) == b"data"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
