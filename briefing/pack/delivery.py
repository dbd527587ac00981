"""How a made file goes from the worker that made it to the place where it appears."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Protocol

from briefing.store import Shelf, Stamp, shelf_at, stage
from briefing.store.address import protocol_of
from briefing.store.local import LocalShelf
from briefing.values import value

WITHIN = ("memory",)
"""Stores that each process has for itself: nothing that a worker puts there is seen by others."""


class Delivered(Protocol):
    """A file that a worker has handed over, and that the run notes."""

    def place(self, shelf: Shelf, name: str) -> Stamp:
        """Let the file appear, whole, as ``name`` on the run's shelf. Raises OutputError."""


class Delivery(Protocol):
    """A worker's end: it is told to the worker once, and pickled on the way."""

    def deliver(self, name: str, data: bytes) -> Delivered:
        """Hand over the file that shall be called ``name``. Raises OutputError."""


def delivery_to(out_dir: Path | str, here: bool = True) -> Delivery:
    """How files reach ``out_dir``, a folder or a URL, from workers on this machine or others."""
    if isinstance(out_dir, str) and protocol_of(out_dir) not in WITHIN:
        return Putting(out_dir)
    if isinstance(out_dir, Path) and here:
        return Staging(LocalShelf(out_dir).private)
    return Carrying()


@value
class Staging:
    """For workers that see the pack's disk: under a temporary name in ``folder``."""

    folder: Path

    def deliver(self, name: str, data: bytes) -> Staged:
        """Write the file where only a name is missing to let it appear."""
        return Staged(str(stage(self.folder, data)))


@value
class Staged:
    """A file that stands under a temporary name at ``path``."""

    path: str

    def place(self, shelf: Shelf, name: str) -> Stamp:
        """Let it take the place of the file ``name``."""
        assert isinstance(shelf, LocalShelf)  # whose disk it was staged on
        return shelf.take(Path(self.path), name)


@value
class Carrying:
    """For workers on another machine: the file comes back with what is told of it."""

    def deliver(self, name: str, data: bytes) -> Carried:
        """Take the file along."""
        return Carried(data)


@value
class Carried:
    """A file that only this value holds."""

    data: bytes

    def place(self, shelf: Shelf, name: str) -> Stamp:
        """Write it."""
        return shelf.write(name, self.data)


@value
class Putting:
    """For a store that every worker reaches: the file goes straight there.

    A worker is told the URL and nothing else; it finds credentials as fsspec does where it runs.
    """

    url: str

    def deliver(self, name: str, data: bytes) -> Put:
        """Write the object: this is what lets it appear."""
        return Put(_shelf(self.url).write(name, data))


@value
class Put:
    """A file that a worker has put in its place already."""

    stamp: Stamp

    def place(self, shelf: Shelf, name: str) -> Stamp:
        """Only see to it that this run may still note it."""
        shelf.held()
        return self.stamp


@lru_cache(maxsize=8)
def _shelf(url: str) -> Shelf:
    return shelf_at(url)
