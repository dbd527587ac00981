"""The folder that a pack goes into: its lock, its names, and what a killed run left there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from briefing.diagnostics import OutputError, Problem
from briefing.document import Where
from briefing.make.make import AUTHORS
from briefing.pack.outcome import Failed
from briefing.store import TEMPORARY, atomic_write

PRIVATE = ".briefing"
"""The folder within for what is ours and not the user's: lock, manifest, files not yet whole."""
LOGS = "logs"


@dataclass(frozen=True, slots=True)
class PackFolder:
    """Where everything of a pack lies below ``path``."""

    path: Path

    @property
    def private(self) -> Path:
        """For lock, manifest and staged files; on the same disk as the editions."""
        return self.path / PRIVATE

    @property
    def manifest(self) -> Path:
        """The file that says what was made from what."""
        return self.private / "manifest.jsonl"

    @property
    def plan(self) -> Path:
        """The file that says what the last run was to make: the id of an edition on each line."""
        return self.private / "plan"

    def file(self, edition: str) -> Path:
        """The PDF of an edition's id."""
        return self.path / f"{edition}.pdf"

    def log(self, edition: str) -> Path:
        """The log of an edition that failed."""
        return self.path / LOGS / f"{edition}.log"

    def check(self, root: Path) -> None:
        """Raise OutputError for a folder of the authors' of the publication at ``root``.

        The contents sheet would lie among their tables.
        """
        inside = Path(os.path.realpath(self.path)).parts
        own = Path(os.path.realpath(root)).parts
        below = inside[len(own) :] if inside[: len(own)] == own else ()
        if below and below[0] in AUTHORS:
            message = "this is a place for the publication's own files"
            hint = "choose another --out-dir"
            raise OutputError(Problem(message, Where(self.path.as_posix()), hint))

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let no other run into this folder meanwhile; raises OutputError where one is at work."""
        atomic_write(self.private / "README", README)  # and the folder is there
        lock = FileLock(self.private / "lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            message = "another run is at work in this folder"
            hint = "wait until it has ended, or choose another --out-dir"
            problem = Problem(message, Where(self.path.as_posix()), hint)
            raise OutputError(problem) from None
        try:
            self._clear()
            yield
        finally:
            self._clear()
            lock.release()

    def _clear(self) -> None:
        """Remove staged files: whoever staged them has gone, as we hold the lock."""
        for left in self.private.glob(TEMPORARY):
            with suppress(OSError):
                left.unlink()

    def tell(self, failed: Failed) -> None:
        """Write the log of a failed edition, in place of an older one."""
        text = "\n".join([*map(str, failed.problems), failed.details]).strip() + "\n"
        atomic_write(self.log(failed.edition), text.encode("utf-8", "replace"))

    def forget(self, edition: str) -> None:
        """Remove the log of an edition that was made after all, and the folder with the last."""
        with suppress(OSError):
            self.log(edition).unlink()
            self.log(edition).parent.rmdir()


README = b"""\
What `briefing pack` knows of the files in the folder above: what each was made from, so that the
next run makes only what has changed. Without this folder it makes all of them again.
"""
