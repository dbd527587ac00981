"""Writes a file so that nobody ever sees a part of it."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from collections.abc import Iterator
from pathlib import Path

from briefing.diagnostics import OutputError, Problem
from briefing.document import Where

_BINARY = getattr(os, "O_BINARY", 0)  # Windows would write other line ends

_FAULTS = {
    errno.EACCES: ("may not be written", "make the folder writable, or choose another one"),
    errno.EPERM: ("may not be written", "make the folder writable, or choose another one"),
    errno.EROFS: ("lies on a read-only file system", "choose a folder on another one"),
    errno.ENOSPC: ("does not fit: no space is left", "free some space, or choose another disk"),
    errno.EDQUOT: ("does not fit: the quota is used up", "free some space, or choose another disk"),
    errno.EFBIG: ("is too large for its file system", "choose a folder on another one"),
    errno.ENAMETOOLONG: ("has too long a name", "choose a shorter name or folder"),
    errno.ENOTDIR: ("has a file where a folder should be", "choose another folder"),
    errno.EEXIST: ("has a file where a folder should be", "choose another folder"),
    errno.EISDIR: ("is a folder", "name a file, or remove the folder"),
}
"""What went wrong with the file, and the remedy, by the system's error number."""


def atomic_write(path: Path, data: bytes) -> None:
    """Make ``data`` the content of the file at ``path``, creating its folder where it is missing.

    The data goes to a temporary file beside it, which then takes its name: whatever fails or
    interrupts this, an existing file stays as it was and nothing is left over. An existing file
    keeps its mode; a symbolic link is followed. What is no regular file (``/dev/stdout``) is
    written straight. Raises ``OutputError``.
    """
    try:
        # A link stays a link, and the temporary file stands beside what it leads to.
        target = Path(os.path.realpath(path))
        mode = _mode(target)
        if mode is not None and stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if mode is not None and not stat.S_ISREG(mode):
            target.write_bytes(data)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(target, data, mode)
    except OSError as error:
        raise OutputError(_problem(path, error)) from error


def stage(folder: Path, data: bytes) -> Path:
    """Write ``data`` to a temporary file in ``folder``; ``commit`` gives it its name.

    So that one process can make a file and another one, which holds the folder's lock, decide that
    it shall appear. It is not safe from a power cut before that: the other one waits for the disk,
    while the first goes on. Raises ``OutputError``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _write_temporary(folder, data, synced=False)
    except OSError as error:
        raise OutputError(_problem(folder, error)) from error


def commit(staged: Path, path: Path, synced: bool = True) -> None:
    """Let a staged file take the place of ``path``, on the same disk. Raises ``OutputError``.

    The file is whole in any case; its name is safe from a power cut only if ``synced``, or after
    ``sync_folder``, once for many.
    """
    try:
        mode = _mode(path)
        if mode is not None and stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        _sync(staged)
        _take_place(staged, path, mode, synced)
    except OSError as error:
        raise OutputError(_problem(path, error)) from error


TEMPORARY = ".briefing-*.tmp"
"""The names of files that are not whole yet: what is left of them was lost by a killed process."""


def _mode(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return None


def _write_beside(target: Path, data: bytes, mode: int | None) -> None:
    _take_place(_write_temporary(target.parent, data), target, mode)


def _write_temporary(folder: Path, data: bytes, synced: bool = True) -> Path:
    temporary = folder / f".briefing-{secrets.token_hex(8)}.tmp"
    with _removed_on_failure(temporary):
        # Not tempfile: its files are private to the user, and only os.open heeds the umask.
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
        with os.fdopen(os.open(temporary, flags, 0o666), "wb") as file:
            file.write(data)
            file.flush()
            if synced:
                os.fsync(file.fileno())
    return temporary


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR | _BINARY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _take_place(temporary: Path, target: Path, mode: int | None, synced: bool = True) -> None:
    with _removed_on_failure(temporary):
        if mode is not None:
            os.chmod(temporary, stat.S_IMODE(mode))
        os.replace(temporary, target)
    if synced:
        sync_folder(target.parent)


@contextlib.contextmanager
def _removed_on_failure(temporary: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can do that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _problem(path: Path, error: OSError) -> Problem:
    reason = (error.strerror or "unknown reason").lower()
    fault, remedy = _FAULTS.get(error.errno or 0, (f"cannot be written: {reason}", ""))
    if os.name == "nt" and error.errno in (errno.EACCES, errno.EPERM):
        remedy = f"close it where it is open, or {remedy}"
    return Problem(f"this file {fault}", Where(path.as_posix()), hint=remedy)
