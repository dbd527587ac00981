"""The place that a pack goes into, a folder or a part of a store: what lies where in it."""

from __future__ import annotations

import os
from contextlib import AbstractContextManager
from pathlib import Path

from briefing.diagnostics import OutputError, Problem
from briefing.document import Where
from briefing.make.make import AUTHORS
from briefing.pack.outcome import Failed
from briefing.store import PRIVATE, shelf_at

LOGS = "logs"
MANIFEST = f"{PRIVATE}/manifest.jsonl"
"""The file that says what was made from what."""
PLAN = f"{PRIVATE}/plan"
"""The file that says what the last run was to make: the id of an edition on each line."""


def file_of(edition: str) -> str:
    """What the PDF of an edition's id is called."""
    return f"{edition}.pdf"


def log_of(edition: str) -> str:
    """What the log of an edition that failed is called."""
    return f"{LOGS}/{edition}.log"


class PackFolder:
    """Where everything of a pack lies below ``out_dir``: a folder, or a URL.

    Raises UsageError for a URL of no store that is known here.
    """

    def __init__(self, out_dir: Path | str) -> None:
        self.out_dir = out_dir
        self.shelf = shelf_at(out_dir)
        self._logs: set[str] | None = None

    def shown(self, name: str = "") -> str:
        """Path or URL of a file, or of the whole, as people and programs are told."""
        return self.shelf.shown(name)

    def check(self, root: Path) -> None:
        """Raise OutputError for a folder of the authors' of the publication at ``root``.

        The contents sheet would lie among their tables.
        """
        if isinstance(self.out_dir, str):
            return
        inside = Path(os.path.realpath(self.out_dir)).parts
        own = Path(os.path.realpath(root)).parts
        below = inside[len(own) :] if inside[: len(own)] == own else ()
        if below and below[0] in AUTHORS:
            message = "this is a place for the publication's own files"
            hint = "choose another --out-dir"
            raise OutputError(Problem(message, Where(self.out_dir.as_posix()), hint))

    def locked(self) -> AbstractContextManager[None]:
        """Let no other run into this folder meanwhile; raises OutputError where one is at work."""
        return self.shelf.locked()

    def tell(self, failed: Failed) -> None:
        """Write the log of a failed edition, in place of an older one."""
        text = "\n".join([*map(str, failed.problems), failed.details]).strip() + "\n"
        self.shelf.write(log_of(failed.edition), text.encode("utf-8", "replace"))

    def forget(self, edition: str) -> None:
        """Remove the log of an edition that was made after all, and the folder with the last."""
        if self._logs is None:  # asked once: a store would be asked for every edition
            self._logs = {f"{LOGS}/{name}" for name in self.shelf.names(LOGS)}
        if log_of(edition) in self._logs:
            self.shelf.remove(log_of(edition))
