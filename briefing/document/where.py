"""The place in an author's file that something came from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Where:
    """File, line and column; lines and columns count from 1.

    ``path`` is relative to the publication folder, with forward slashes, so that it reads the
    same on every machine.
    """

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.path, self.line, self.column]
        return ":".join(str(part) for part in parts if part is not None)
