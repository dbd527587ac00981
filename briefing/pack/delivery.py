"""How a made file goes from the worker that made it to the place where it appears."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from briefing.store import atomic_write, commit, stage


class Delivered(Protocol):
    """A file that a worker has handed over and that the run has not yet let appear."""

    def place(self, path: Path) -> None:
        """Let the file appear, whole, at ``path``. Raises OutputError."""


class Delivery(Protocol):
    """A worker's end: it is told to the worker once, and pickled on the way."""

    def deliver(self, data: bytes) -> Delivered:
        """Hand over the file with the content ``data``. Raises OutputError."""


@dataclass(frozen=True, slots=True)
class Staging:
    """For workers that see the pack's disk: under a temporary name in ``folder``."""

    folder: Path

    def deliver(self, data: bytes) -> Staged:
        """Write the file where only a name is missing to let it appear."""
        return Staged(str(stage(self.folder, data)))


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that stands under a temporary name."""

    name: str

    def place(self, path: Path) -> None:
        """Let it take the place of the file at ``path``."""
        commit(Path(self.name), path)


@dataclass(frozen=True, slots=True)
class Carrying:
    """For workers on another machine: the file comes back with what is told of it."""

    def deliver(self, data: bytes) -> Carried:
        """Take the file along."""
        return Carried(data)


@dataclass(frozen=True, slots=True)
class Carried:
    """A file that only this value holds."""

    data: bytes

    def place(self, path: Path) -> None:
        """Write it."""
        atomic_write(path, self.data)
