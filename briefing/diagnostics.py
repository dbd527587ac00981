"""One error tree and one message shape, used by every layer.

    BriefingError               exit 1, the base: catch this to catch all
      UsageError                exit 2, an option, audience, paper or folder that is not there
      PublicationError          exit 1, an author's file is missing, unreadable or wrong
      ComposeError              exit 1, a section or expression cannot be composed
      RenderError               exit 1, a page or chart cannot be set
      OutputError               exit 1, a file cannot be written or did not come out whole
        StoreError              exit 1, an object store refuses, or does not answer
      ClusterError              exit 1, a cluster cannot be used or was lost
      SomeFailed                exit 3, some editions of a pack failed
      CheckRefused              exit 4, a check refused

A message says what is wrong, where, and how to mend it: lower case, no full stop.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal

if TYPE_CHECKING:  # `briefing --help` needs the exit codes, not the document model
    from briefing.document.where import Where

EXIT_CODES = {
    0: "done",
    1: "the publication or the build has an error",
    2: "usage: unknown option, audience, place, paper, profile, publication folder",
    3: "some editions of a pack failed",
    4: "a check refused (check --strict)",
    130: "interrupted",
}
"""Every exit code of the command, in one place; ``briefing --help`` prints them."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: ``message``, its place, and ``hint``, the way to mend it.

    ``line`` is the author's line as it stands in the file, shown with a caret under the column
    and cut around it where it is long.
    ``about`` are the very words that are wrong, where their place must still be found.
    """

    message: str
    where: Where | None = None
    hint: str = ""
    severity: Literal["error", "warning"] = "error"
    edition: str = ""
    block: str = ""
    line: str = ""
    code: str = ""
    about: str = ""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        lines = [f"{place}{self.severity}: {self.message}"]
        if self.line and self.where and self.where.column:
            shown, before = excerpt(self.line, self.where.column)
            lines += [f"    {shown}", "    " + " " * before + "^"]
        if self.edition or self.block:
            named = [part for part in (self.edition, self.block) if part]
            lines.append("  in: " + ", ".join(named))
        if self.hint:
            lines.append(f"  hint: {self.hint}")
        return "\n".join(lines)


class BriefingError(Exception):
    """The base of all errors that a user is shown; carries one or more problems."""

    exit_code: ClassVar[int] = 1

    def __init__(self, *problems: Problem | str) -> None:
        self.problems = tuple(
            problem if isinstance(problem, Problem) else Problem(problem) for problem in problems
        )
        super().__init__("\n".join(map(str, self.problems)))

    def in_edition(self, edition: str) -> BriefingError:
        """The same error with the edition named in each problem."""
        return type(self)(*(replace(problem, edition=edition) for problem in self.problems))


class UsageError(BriefingError):
    """The command asked for something that is not there."""

    exit_code = 2


class PublicationError(BriefingError):
    """An author's file is missing, unreadable or wrong."""


class ComposeError(BriefingError):
    """A section or an expression cannot be composed."""


class RenderError(BriefingError):
    """A page or a chart cannot be set: a character without a glyph, a block too tall."""


class OutputError(BriefingError):
    """A file cannot be written, or did not come out whole."""


class StoreError(OutputError):
    """An object store refuses, or does not answer: nothing more can be read or written there."""


class ClusterError(BriefingError):
    """A cluster cannot be reached, is not all of this version, or was lost."""


class SomeFailed(BriefingError):
    """Some editions of a pack failed; the others are done."""

    exit_code = 3


class CheckRefused(BriefingError):
    """A check refused what it was shown."""

    exit_code = 4


def program_fault(error: Exception, hint: str) -> Problem:
    """What a user is told of an error that nobody foresaw; ``hint`` says how to see more of it."""
    message = f"a fault of the program: {type(error).__name__}: {error}"
    return Problem(message, hint=f"please report it; {hint}")


WIDEST = 100
"""An author's line is shown up to so many characters."""


def excerpt(line: str, column: int) -> tuple[str, int]:
    """``line`` as a message shows it, and how many columns of a terminal stand before its caret.

    A longer line than ``WIDEST`` is cut around ``column``, which counts from 1, with an ellipsis
    at each end that is cut.
    """
    at = max(column - 1, 0)
    first = min(max(at - WIDEST * 2 // 3, 0), max(len(line) - WIDEST, 0))
    shown = line[first : first + WIDEST]
    opening = "\u2026" if first else ""
    closing = "\u2026" if first + WIDEST < len(line) else ""
    before = opening + shown[len(opening) : at - first]
    shown = opening + shown[len(opening) : len(shown) - len(closing)] + closing
    beyond = max(at - len(line), 0)
    return "".join(map(_visible, shown)).rstrip(), sum(map(_columns, before)) + beyond


def _visible(character: str) -> str:
    # A tab is as wide as the terminal likes, and another control character may do anything to it.
    if character == "\t":
        return " "
    return "\ufffd" if unicodedata.category(character) == "Cc" else character


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def nearest(name: str, legal: Iterable[str]) -> str:
    """A hint for an unknown ``name``: the nearest legal one, and all of them where they are few."""
    import difflib  # only when something is wrong

    names = sorted(legal)
    hints = []
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        hints.append(f'did you mean "{close[0]}"?')
    if names and len(names) <= 16:
        hints.append("known: " + ", ".join(names))
    return " ".join(hints)
