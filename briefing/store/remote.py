"""A part of an object store as a shelf."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from briefing.store.lease import Lease
from briefing.store.objects import Objects
from briefing.store.shelf import PRIVATE, README, Stamp

FEW = 3
"""So many files are asked for one by one; of more a listing is made."""
AT_ONCE = 16
"""Files that are read at the same time."""
LINES, SECONDS = 300, 5.0
"""A killed run loses at most so many lines of its journal, or those of so many seconds."""


class RemoteShelf:
    """The objects below a URL: each is replaced by one PUT."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._objects = Objects(url)
        self._lease: Lease | None = None

    def shown(self, name: str = "") -> str:
        """The object's URL."""
        return f"{self.url}/{name}" if name else self.url

    def write(self, name: str, data: bytes) -> Stamp:
        """One PUT."""
        self.held()
        return self._objects.put(name, data)

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """A file on the local disk, which goes to the store at the end."""
        with tempfile.TemporaryDirectory(prefix="briefing-") as folder:
            path = Path(folder) / PurePosixPath(name).name
            with open(path, "wb") as file:
                yield file
            self.held()
            self._objects.upload(name, path)

    def read(self, name: str) -> bytes:
        """One GET."""
        return self._objects.get(name)

    def read_each(self, names: Iterable[str]) -> Iterator[bytes]:
        """Several at once, and never more in memory."""
        begun: deque[Future[bytes]] = deque()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for name in names:
                begun.append(pool.submit(self.read, name))
                if len(begun) >= AT_ONCE:
                    yield begun.popleft().result()
            while begun:
                yield begun.popleft().result()

    def remove(self, name: str) -> None:
        """One DELETE; a store has no folders that could be left."""
        self.held()
        self._objects.delete(name)

    def stamps(self, names: Collection[str]) -> dict[str, Stamp]:
        """Of many files in one listing of their folder: stores give a thousand at once."""
        if len(names) <= FEW:
            asked = ((name, self._objects.info(name)) for name in names)
            return {name: info.stamp for name, info in asked if info is not None}
        found = {}
        for folder in {name.rpartition("/")[0] for name in names}:
            before = f"{folder}/" if folder else ""
            listed = self._objects.listed(folder)
            found.update({f"{before}{name}": stamp for name, stamp in listed.items()})
        return {name: found[name] for name in names if name in found}

    def names(self, folder: str) -> set[str]:
        """One listing."""
        return set(self._objects.listed(folder))

    def journal(self, name: str) -> RemoteJournal:
        """Nothing can be added to an object: several are written, one after the other."""
        return RemoteJournal(self, name)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """A lease, which another run may take once nobody renews it."""
        heeded = self._objects.creates_once(f"{PRIVATE}/README", README)
        self._lease = Lease(self._objects, conditional=heeded and self._objects.s3)
        try:
            with self._lease.kept():
                yield
        finally:
            self._lease = None

    def held(self) -> None:
        """Look at the lease, which a thread of its own renews."""
        if self._lease is not None:
            self._lease.check()


class RemoteJournal:
    """One object with what was there at the run's begin, and others for what came since.

    The others are named after the content of the first, so that those of an older run, or of one
    that had lost its lease, are never read as a part of it.
    """

    def __init__(self, shelf: RemoteShelf, name: str) -> None:
        self._shelf = shelf
        self._name = name
        self._stored: bytes | None = None
        self._lines: list[bytes] = []
        self._written = 0
        self._latest = 0.0

    def read(self) -> bytes:
        """The first, and the others up to one that is missing."""
        try:
            whole = self._shelf.read(self._name)
        except FileNotFoundError:
            return b""
        parts = [whole]
        try:
            while True:
                parts.append(self._shelf.read(self._part(whole, len(parts))))
        except FileNotFoundError:
            self._stored = whole
            return b"".join(parts)

    def begin(self, whole: bytes) -> None:
        """Write the first, and remove what others are there."""
        self._write(whole)

    def add(self, line: bytes) -> None:
        """Write another one if this line is one too many, or the last was too long ago."""
        self._lines.append(line)
        if len(self._lines) >= LINES or time.monotonic() - self._latest > SECONDS:
            self._written += 1
            assert self._stored is not None
            self._shelf.write(self._part(self._stored, self._written), b"".join(self._lines))
            self._lines, self._latest = [], time.monotonic()

    def end(self, whole: Callable[[], bytes] | None, stale: bool) -> None:
        """Write one that holds all, and remove the others, if there are any."""
        if whole is not None:
            self._write(whole())

    def _write(self, whole: bytes) -> None:
        if whole != self._stored:  # a run that makes nothing has nothing new to write
            self._shelf.write(self._name, whole)
        folder, _, own = self._name.rpartition("/")
        stem = PurePosixPath(own).stem
        for name in self._shelf.names(folder):
            if name.startswith(f"{stem}-"):
                self._shelf.remove(f"{folder}/{name}")
        self._stored, self._lines, self._written = whole, [], 0
        self._latest = time.monotonic()

    def _part(self, whole: bytes, number: int) -> str:
        path = PurePosixPath(self._name)
        digest = hashlib.sha256(whole).hexdigest()[:16]
        return str(path.with_name(f"{path.stem}-{digest}-{number:06}{path.suffix}"))
