"""What is wrong with a line of a file whatever the file holds, or whatever Markdown it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.diagnostics import Problem
from briefing.document import Where

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_CONFLICT = re.compile(r"<{7} |={7}$|>{7} ")
_ONE_BRACE = re.compile(r"(?<!\{)\{\s*[a-z_]+\(\s*[\"'\u2018\u201c]")

_CLOSE_HEADING = re.compile(r"(#{2,6})([^#\s].*|\u00a0.*)")
_CLOSE_ITEM = re.compile(r"\s*([-*+]|\d+[.)])\u00a0")
_BULLET = re.compile("\\s*([\u2022\u25aa\u25ab\u25cf\u25cb\u25e6\u2023\u2219\u00b7\uf0b7])\\s")


def wrong_characters(path: str, lines: Sequence[str]) -> list[Problem]:
    """What keeps a file from being read at all: a conflict of two versions, control characters."""
    for number, line in enumerate(lines, 1):
        if line[:1] in "<=>" and _CONFLICT.match(line) and _is_conflict(lines):
            message = "two versions of this file meet here, and none was chosen"
            hint = "keep one of them, and remove the lines of <<<<<<<, ======= and >>>>>>>"
            return [Problem(message, Where(path, number, 1), hint, line=line)]
    found = []
    for number, line in enumerate(lines, 1):
        match = None if line.isprintable() else _CONTROL.search(line)
        if match:
            message = f"a character that cannot be printed (U+{ord(match[0]):04X})"
            hint = "remove it: it was copied along from another program"
            where = Where(path, number, match.start() + 1)
            found.append(Problem(message, where, hint, line=line))
    return found


def _is_conflict(lines: Sequence[str]) -> bool:
    # A line of equals signs alone is a heading to some, and a rule to others.
    return any(line.startswith("<<<<<<< ") for line in lines)


def wrong_marks(path: str, lines: Sequence[str]) -> list[Problem]:
    """Expressions in one brace; in Markdown, headings and lists that would be plain text."""
    found = []
    for number, line in enumerate(lines, 1):
        problem = _expression(path, number, line)
        if problem is None and path.endswith(".md"):
            problem = _markdown(path, number, line)
        if problem is not None:
            found.append(problem)
    return found


def _expression(path: str, number: int, line: str) -> Problem | None:
    match = _ONE_BRACE.search(line) if "{" in line else None
    if match is None:
        return None
    where = Where(path, number, match.start() + 1)
    hint = "write {{ before the expression and }} after it"
    return Problem("an expression stands in two braces, not one", where, hint, line=line)


def _markdown(path: str, number: int, line: str) -> Problem | None:
    if line.startswith("##") and (match := _CLOSE_HEADING.fullmatch(line)):
        column = len(match[1]) + 1
        message = f"a blank is missing after {match[1]}: this is no heading"
        hint = f"write {match[1]} {match[2].strip()[:40]}"
    elif match := _CLOSE_ITEM.match(line):
        column = match.end()
        message = "a no-break space stands in place of a blank: this is no item of a list"
        hint = "write a plain blank"
    elif match := _BULLET.match(line):
        column = match.start(1) + 1
        message = f'"{match[1]}" makes no list'
        hint = "begin each item with a hyphen and a blank, below an empty line"
    else:
        return None
    return Problem(message, Where(path, number, column), hint, line=line)
