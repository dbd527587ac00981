"""Where CSV cells and TOML keys stand; lines and columns count characters from 1.

``csv`` and ``tomllib`` say what is in a file but not where. This scanner walks the same text a
second time. It is only asked about text that they have accepted (or, for a CSV record, about the
record at which they stopped), so it checks nothing itself. Line ends are ``\\n``.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Spot: TypeAlias = tuple[int, int]
"""Line and column."""

KeyPath: TypeAlias = tuple[str | int, ...]
"""The way to a value: ``("key_figures", 0, "label")``."""


def cell_spots(lines: Sequence[str], first: int, separator: str = ",") -> list[Spot]:
    """Where each cell of the record that begins on line ``first`` stands.

    A quoted cell stands at the first character inside its quotes. Where the record is broken the
    list ends with the broken cell.
    """
    spots: list[Spot] = []
    fresh, quoted, closed = True, False, False
    for number in range(first, len(lines) + 1):
        text = lines[number - 1]
        column = 0
        while column < len(text):
            character = text[column]
            if fresh:
                quoted, closed, fresh = character == '"', False, False
                spots.append((number, _past_blanks(text, column + quoted, separator) + 1))
                if quoted:
                    column += 1
                    continue
            if quoted and character == '"':
                if text[column + 1 : column + 2] == '"':
                    column += 1
                else:
                    quoted, closed = False, True
            elif not quoted and character == separator:
                fresh = True
            elif closed:
                return spots
            column += 1
        if fresh:
            spots.append((number, len(text) + 1))
        if not quoted:
            return spots
    return spots


def _past_blanks(text: str, column: int, separator: str) -> int:
    # A message about " x" points at the x, but an empty cell stands where it begins.
    end = column
    while text[end : end + 1] in (" ", "\xa0"):
        end += 1
    return column if text[end : end + 1] in ("", separator) else end


_SPACE = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*'""")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_STRING = re.compile(
    r'"""\n?(?:[^"\\]|\\[\s\S]|"(?!""))*"{3,5}'
    r"|'''\n?(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
)
_SCALAR = re.compile(r"[^,\]}#\n]+")


def toml_spots(text: str) -> Mapping[KeyPath, tuple[Spot, Spot]]:
    """For each key, list element and table of ``text``: where its key and its value stand.

    The value of a quoted text stands at the first character inside the quotes. A table's key and
    value both stand at its name.
    """
    return _TomlScanner(text).scan()


class _TomlScanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self.spots: dict[KeyPath, tuple[Spot, Spot]] = {}
        self.lists: dict[KeyPath, int] = {}  # how often [[name]] has stood

    def scan(self) -> dict[KeyPath, tuple[Spot, Spot]]:
        table: KeyPath = ()
        self._skip()
        while self.at < len(self.text):
            table = self._header() if self.text[self.at] == "[" else self._pair(table)
            self._skip()
        return self.spots

    def _header(self) -> KeyPath:
        several = self.text.startswith("[[", self.at)
        self.at += 2 if several else 1
        self._skip()
        spot = self._spot(self.at)
        *parents, last = self._key()
        self._skip()
        self.at += 2 if several else 1
        path: KeyPath = ()
        for part in parents:
            self.spots.setdefault((*path, part), (spot, spot))
            path = self._latest((*path, part))
        path = (*path, last)
        self.spots.setdefault(path, (spot, spot))
        if several:
            self.lists[path] = self.lists.get(path, 0) + 1
            path = self._latest(path)
            self.spots[path] = (spot, spot)
        return path

    def _latest(self, path: KeyPath) -> KeyPath:
        return (*path, self.lists[path] - 1) if path in self.lists else path

    def _pair(self, table: KeyPath) -> KeyPath:
        key = self._spot(self.at)
        path = table
        for part in self._key():
            path = (*path, part)
            self.spots.setdefault(path, (key, key))
        self._skip()
        self.at += 1  # the equals sign
        self._skip()
        self.spots[path] = (key, self._spot(self.at))
        self._value(path)
        return table

    def _key(self) -> list[str]:
        parts = []
        while match := _KEY.match(self.text, self.at):
            self.at = match.end()
            parts.append(_unquoted(match[0]))
            if not (dot := _DOT.match(self.text, self.at)):
                break
            self.at = dot.end()
        return parts

    def _value(self, path: KeyPath) -> None:
        opening = self.text[self.at]
        if opening == "[":
            self._list(path)
        elif opening == "{":
            self._inline_table(path)
        elif match := _STRING.match(self.text, self.at):
            self.spots[path] = (self.spots[path][0], self._spot(self._inside(match)))
            self.at = match.end()
        elif match := _SCALAR.match(self.text, self.at):
            self.at = match.end()

    def _inside(self, match: re.Match[str]) -> int:
        quotes = 3 if match[0][:3] in ('"""', "'''") else 1
        newline = quotes == 3 and match[0][3:4] == "\n"
        return match.start() + quotes + newline

    def _list(self, path: KeyPath) -> None:
        self.at += 1
        index = 0
        self._skip()
        while self.text[self.at] != "]":
            element: KeyPath = (*path, index)
            self.spots[element] = (self._spot(self.at), self._spot(self.at))
            self._value(element)
            index += 1
            self._skip_comma()
        self.at += 1

    def _inline_table(self, path: KeyPath) -> None:
        self.at += 1
        self._skip()
        while self.text[self.at] != "}":
            self._pair(path)
            self._skip_comma()
        self.at += 1

    def _skip_comma(self) -> None:
        self._skip()
        if self.text[self.at] == ",":
            self.at += 1
            self._skip()

    def _skip(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _spot(self, offset: int) -> Spot:
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def _unquoted(key: str) -> str:
    if "\\" in key and key[0] == '"':
        return str(tomllib.loads(f"key = {key}")["key"])
    return key[1:-1] if key[0] in "\"'" else key
