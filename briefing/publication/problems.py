"""The problems of all files, collected so that an author sees them at once."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.diagnostics import Problem, PublicationError
from briefing.document import Where

WIDEST = 100
"""A longer line is cut, or left out where its caret would stand beyond; in characters."""


class Problems:
    """What is wrong so far, and the lines of the files that were read."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._lines: dict[str, Sequence[str]] = {}

    def __len__(self) -> int:
        return len(self._found)

    def know(self, path: str, lines: Sequence[str]) -> None:
        """Keep the lines of the file at ``path``, to show the one that is wrong."""
        self._lines[path] = lines

    def add(self, message: str, where: Where, hint: str = "", *, caret: bool = True) -> None:
        """Add a problem; ``caret`` says whether the author's line helps to see it."""
        line = self._line(where) if caret else ""
        self._found.append(Problem(message, where, hint, line=line))

    def raise_any(self) -> None:
        """Raise one ``PublicationError`` with all problems, by file and line, if there are any."""
        if self._found:
            raise PublicationError(*sorted(self._found, key=_position))

    def _line(self, where: Where) -> str:
        lines = self._lines.get(where.path, ())
        if where.line is None or where.line > len(lines):
            return ""
        return shown_line(lines[where.line - 1], where)


def shown_line(line: str, where: Where | None) -> str:
    """The author's ``line`` as a message shows it above a caret; empty where that is no help."""
    if where is None or where.column is None or where.column > WIDEST:
        return ""
    # A tab is as wide as the terminal likes, and would push the caret away.
    return line.replace("\t", " ")[:WIDEST].rstrip()


def _position(problem: Problem) -> tuple[str, int, int]:
    where = problem.where or Where("")
    return where.path, where.line or 0, where.column or 0
