"""A folder of a disk as a shelf."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedWriter
from pathlib import Path
from typing import BinaryIO

from briefing.store.files import TEMPORARY, atomic_write, commit, stage, sync_folder
from briefing.store.shelf import PRIVATE, README, Stamp, occupied
from briefing.values import value


@value
class LocalShelf:
    """The files below ``path``: each is replaced by renaming one that is whole."""

    path: Path

    @property
    def private(self) -> Path:
        """For lock, manifest and staged files; on the same disk as the others."""
        return self.path / PRIVATE

    def shown(self, name: str = "") -> str:
        """The file's path."""
        return str(self.path / name)

    def write(self, name: str, data: bytes) -> Stamp:
        """Write it in ``private``, where those of a killed run are cleared away; then rename it."""
        path = self.path / name
        with suppress(OSError):  # ``commit`` tells what is wrong
            path.parent.mkdir(parents=True, exist_ok=True)
        staged = stage(self.private, data)
        try:
            commit(staged, path)
        finally:
            with suppress(OSError):
                staged.unlink(missing_ok=True)
        return _stamp(path)

    def take(self, staged: Path, name: str) -> Stamp:
        """Let a file that is staged in ``private`` appear under ``name``."""
        path = self.path / name
        commit(staged, path, synced=False)  # ``locked`` ends with that, once for all
        return _stamp(path)

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """As ``write``, little by little."""
        staged = self.private / f".briefing-{secrets.token_hex(8)}.tmp"
        try:
            with open(staged, "wb") as file:
                yield file
            commit(staged, self.path / name)
        finally:
            with suppress(OSError):
                staged.unlink(missing_ok=True)

    def read(self, name: str) -> bytes:
        """Its bytes; raises OSError."""
        return (self.path / name).read_bytes()

    def read_each(self, names: Iterable[str]) -> Iterator[bytes]:
        """One after the other."""
        return map(self.read, names)

    def remove(self, name: str) -> None:
        """As far as the system lets us: it is only tidying."""
        path = self.path / name
        with suppress(OSError):
            path.unlink()
            if path.parent != self.path:
                path.parent.rmdir()

    def stamps(self, names: Collection[str]) -> dict[str, Stamp]:
        """The system knows them all without reading a file."""
        found = {}
        for name in names:
            with suppress(OSError):
                found[name] = _stamp(self.path / name)
        return found

    def names(self, folder: str) -> set[str]:
        """What the folder lists."""
        with suppress(OSError):
            return {path.name for path in (self.path / folder).iterdir()}
        return set()

    def journal(self, name: str) -> LocalJournal:
        """One file, to which lines are added."""
        return LocalJournal(self.path / name)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """A lock that the system frees with the process that holds it."""
        from filelock import FileLock, Timeout  # only where something is made

        atomic_write(self.private / "README", README)  # and the folder is there
        lock = FileLock(self.private / "lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise occupied(self.path.as_posix()) from None
        try:
            self._clear()
            yield
        finally:
            self._clear()
            sync_folder(self.path)
            lock.release()

    def held(self) -> None:
        """The system sees to that."""

    def _clear(self) -> None:
        """Remove staged files: whoever staged them has gone, as we hold the lock."""
        for left in self.private.glob(TEMPORARY):
            with suppress(OSError):
                left.unlink()


class LocalJournal:
    """Each line is in the file at once, so a killed run loses none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BufferedWriter | None = None

    def read(self) -> bytes:
        """The file; nothing where it cannot be read."""
        try:
            return self._path.read_bytes()
        except OSError:
            return b""

    def begin(self, whole: bytes) -> None:
        """Write the file and keep it open."""
        atomic_write(self._path, whole)
        self._file = open(self._path, "ab")  # noqa: SIM115  ``end`` closes it

    def add(self, line: bytes) -> None:
        """Write the line, not only into our own memory."""
        assert self._file is not None
        self._file.write(line)
        self._file.flush()

    def end(self, whole: Callable[[], bytes] | None, stale: bool) -> None:
        """Close the file, and write it anew if some of its lines are no longer true."""
        assert self._file is not None
        self._file.close()
        self._file = None
        if whole is not None and stale:
            atomic_write(self._path, whole())


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return Stamp(found.st_size, str(found.st_mtime_ns))
