"""Reads TOML files and YAML front matter into one shape: plain values with their places."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefing.document import Where
from briefing.publication.files.reading import Files
from briefing.publication.problems import Problems
from briefing.publication.scanner import KeyPath, Spot, toml_spots
from briefing.publication.trees.broken import place_of_error, reason_of_error
from briefing.publication.trees.hints import (
    TWICE,
    YAML_HINT,
    last_key,
    missing_fence,
    toml_hint,
    yaml_hint,
)

FENCE = "---"
"""The line before and after front matter."""


_NO_BREAK = re.compile("(?<=[:,\\[-])[ \u00a0]+|^[ \u00a0]+|[ \u00a0]+$", re.MULTILINE)
"""Blanks beside the marks of YAML, which some keyboards make no-break ones."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The keys and values of a file; ``spots`` holds where the key and the value of each stand."""

    path: str
    data: Mapping[str, Any]
    spots: Mapping[KeyPath, tuple[Spot, Spot]]

    def key(self, path: KeyPath) -> Where:
        """Where the key, list element or table at ``path`` stands; () is the file's beginning."""
        return self._where(path, 0)

    def value(self, path: KeyPath) -> Where:
        """Where the value at ``path`` stands: for a quoted text, its first character."""
        return self._where(path, 1)

    def _where(self, path: KeyPath, part: int) -> Where:
        while path and path not in self.spots:
            path = path[:-1]
        spot = self.spots[path][part] if path else (1, 1)
        return Where(self.path, *spot)


def read_toml(files: Files, path: str, hint: str = "") -> Tree | None:
    """The TOML file at ``path``; None, and a problem, where it cannot be read."""
    text = files.text(path, hint)
    if text is None:
        return None
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        _report_toml(str(error), path, text, files.problems)
        return None
    return Tree(path, data, toml_spots(text))


def _report_toml(error: str, path: str, text: str, problems: Problems) -> None:
    where = place_of_error(path, error, text)
    reason = reason_of_error(error)
    line = text.split("\n")[(where.line or 1) - 1]
    if reason.endswith(TWICE):  # tomllib has read on to the end of the line
        where = Where(path, where.line, len(line) - len(line.lstrip()) + 1)
    hint = toml_hint(line, where.column or 1, reason)
    problems.add(f"broken TOML: {reason}", where, hint)


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A Markdown file: its front matter, and the body, which begins on line ``body_line``."""

    matter: Tree
    body: str
    body_line: int


def read_marked_text(files: Files, path: str) -> MarkedText | None:
    """The Markdown file at ``path``; None, and a problem, where its front matter is not right."""
    text = files.text(path)
    if text is None:
        return None
    lines = text.split("\n")
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() != FENCE:
        hint = missing_fence(lines)
        where = Where(path, start + 1, 1)
        files.problems.add("there is no front matter", where, hint, caret=bool(lines[start]))
        return None
    end = next((at for at in range(start + 1, len(lines)) if lines[at].rstrip() == FENCE), None)
    if end is None:
        after = start + last_key(lines[start:])
        hint = f"write a line {FENCE} after the keys, below line {after}"
        files.problems.add("the front matter has no end", Where(path, start + 1, 1), hint)
        return None
    # The opening fence stays as an empty line, so that YAML counts the file's lines.
    keys = "\n".join([*[""] * (start + 1), *lines[start + 1 : end]])
    matter = _read_yaml(_NO_BREAK.sub(_as_blanks, keys), path, files.problems)
    if matter is None:
        return None
    return MarkedText(matter, "\n".join(lines[end + 1 :]), end + 2)


def _as_blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _read_yaml(text: str, path: str, problems: Problems) -> Tree | None:
    import yaml  # slow to import, and no part of each command

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        _report_yaml(error, path, text, problems)
        return None
    if root is None:
        return Tree(path, {}, {})
    if not isinstance(root, yaml.MappingNode):
        problems.add(
            "the front matter must be keys and values",
            Where(path, root.start_mark.line + 1, root.start_mark.column + 1),
            YAML_HINT,
        )
        return None
    return _YamlWalk(path, problems).tree(root)


def _report_yaml(error: Any, path: str, text: str, problems: Problems) -> None:
    mark = getattr(error, "problem_mark", None)
    if mark:
        where = Where(path, mark.line + 1, mark.column + 1)
    else:
        # A control character, which YAML counts from the beginning of the text.
        before = text[: getattr(error, "position", 0)]
        where = Where(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    reason = getattr(error, "problem", None) or "a character that YAML does not allow"
    lines = text.split("\n")
    line = lines[where.line - 1] if where.line and where.line <= len(lines) else ""
    problems.add(f"broken front matter: {reason}", where, yaml_hint(line, reason))


class _YamlWalk:
    """Turns the nodes of one front matter into plain values, keeping their places."""

    def __init__(self, path: str, problems: Problems) -> None:
        self.path = path
        self.problems = problems
        self.spots: dict[KeyPath, tuple[Spot, Spot]] = {}
        self.seen: set[int] = set()

    def tree(self, root: Any) -> Tree:
        return Tree(self.path, self._mapping(root, ()), self.spots)

    def _plain(self, node: Any, path: KeyPath) -> Any:
        # A node met twice is an alias; one that holds itself would never end.
        if id(node) in self.seen:
            where = Where(self.path, *self.spots[path][0])
            self.problems.add("an alias is not for front matter", where, "write the value again")
            return None
        self.seen.add(id(node))
        if node.id == "mapping":
            return self._mapping(node, path)
        if node.id == "sequence":
            return self._sequence(node, path)
        return _scalar(node)

    def _mapping(self, node: Any, path: KeyPath) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in node.value:
            name = str(key.value)
            spot = _spot(key)
            if name in found:
                where = Where(self.path, *spot)
                self.problems.add(f'duplicate key "{name}"', where, "remove one of the two")
                continue
            here = (*path, name)
            self.spots[here] = (spot, _spot(value))
            found[name] = self._plain(value, here)
        return found

    def _sequence(self, node: Any, path: KeyPath) -> list[Any]:
        items = []
        for index, item in enumerate(node.value):
            here = (*path, index)
            self.spots[here] = (_spot(item), _spot(item))
            items.append(self._plain(item, here))
        return items


def _scalar(node: Any) -> str | int | bool | None:
    kind = node.tag.rpartition(":")[2]
    if kind == "int" and re.fullmatch(r"[-+]?\d{1,15}", node.value):
        return int(node.value)
    if kind == "bool":
        return node.value.lower() in ("yes", "true", "on")
    if kind == "null":
        return None
    return str(node.value)


def _spot(node: Any) -> Spot:
    mark = node.start_mark
    return mark.line + 1, mark.column + 1 + (getattr(node, "style", None) in ("'", '"'))
