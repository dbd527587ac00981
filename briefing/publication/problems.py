"""The problems of all files, collected so that an author sees them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from briefing.diagnostics import Problem, PublicationError
from briefing.document import Where

ALIKE = 3
"""The same message stands so often in one file; where it would more often, it stands once."""

LINES = 6
"""So many lines are named where one message stands for many."""

MOST = 20
"""So many problems are told; the others are counted."""


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

    def tell(self, problem: Problem) -> None:
        """Add a problem that has its line already."""
        self._found.append(problem)

    def raise_any(self) -> None:
        """Raise one ``PublicationError`` with the problems, by file and line, if there are any.

        What is said more than ``ALIKE`` times of one file is said once, with the lines; beyond
        ``MOST`` problems the last one says how many more there are.
        """
        if self._found:
            raise PublicationError(*_first(_gathered(sorted(self._found, key=_position))))

    def _line(self, where: Where) -> str:
        lines = self._lines.get(where.path, ())
        if where.line is None or where.line > len(lines):
            return ""
        return shown_line(lines[where.line - 1], where)


def shown_line(line: str, where: Where | None) -> str:
    """The author's ``line`` for a message about ``where``; empty where that is no help."""
    return "" if where is None or where.column is None else line.rstrip()


def listed(names: list[str]) -> str:
    """Names in quotes: ``"a"``, ``"a" and "b"``, ``"a", "b" and "c"``."""
    quoted = [f'"{name}"' for name in names]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)


def _position(problem: Problem) -> tuple[str, int, int]:
    where = problem.where or Where("")
    return where.path, where.line or 0, where.column or 0


def _gathered(problems: Sequence[Problem]) -> list[Problem]:
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in dict.fromkeys(problems):
        alike.setdefault((_position(problem)[0], problem.message), []).append(problem)
    found = []
    for group in alike.values():
        found += group if len(group) <= ALIKE else [_with_lines(group)]
    return sorted(found, key=_position)


def _with_lines(group: Sequence[Problem]) -> Problem:
    numbers = [str(_position(problem)[1]) for problem in group[1:]]
    more = len(numbers) - LINES
    named = ", ".join(numbers[:LINES]) + (f" and {more} more" if more > 0 else "")
    hint = f"{group[0].hint}; " if group[0].hint else ""
    return replace(group[0], hint=f"{hint}the same on line {named}")


def _first(problems: list[Problem]) -> list[Problem]:
    rest = problems[MOST:]
    if len(rest) < 2:
        return problems
    files = groupby(_position(problem)[0] for problem in rest)
    named = ", ".join(f"{path} ({len(list(group))})" for path, group in files)
    message = f"{len(rest)} more problems are not shown, in {named}"
    return [*problems[:MOST], Problem(message, hint="mend these first, and run it again")]
