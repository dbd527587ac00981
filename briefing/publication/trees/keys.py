"""The keys that a TOML table or front matter may hold, as data; and their reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from difflib import get_close_matches
from functools import partial
from typing import Any

from briefing.diagnostics import nearest
from briefing.publication.frozen import FrozenMap
from briefing.publication.problems import Problems, listed
from briefing.publication.references import References
from briefing.publication.scanner import KeyPath
from briefing.publication.sheets.values import id_hint, is_id
from briefing.publication.trees.key_hints import type_hint, unknown_hint
from briefing.publication.trees.tree import Tree


@dataclass(frozen=True, slots=True)
class Key:
    """A key: its ``kind`` is a key of ``KINDS``.

    ``optional``: it may be left out, and then reads as ``default`` or as its kind's empty value.
    ``blank``: its text or list may be empty. ``legal``: the only texts. ``refers``: the kind of
    thing that each text must name ("audience"). ``keys``: of a table, or of each table of a list.
    """

    name: str
    kind: str = "text"
    optional: bool = False
    blank: bool = False
    legal: tuple[str, ...] = ()
    refers: str = ""
    keys: tuple[Key, ...] = ()
    default: Any = None


@dataclass(frozen=True, slots=True)
class _Kind:
    words: str
    fits: Callable[[Any], bool]
    empty: Any
    convert: Callable[[Any], Any]


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_day(value: Any) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict)


def _same(value: Any) -> Any:
    return value


KINDS = {
    "text": _Kind("text in quotes", _is_text, "", str.rstrip),
    "id": _Kind("an id in quotes", _is_text, "", _same),
    "whole": _Kind("a whole number", _is_whole, 0, _same),
    "number": _Kind("a number", _is_number, 0, _same),
    "day": _Kind("a date such as 2026-11-24, without quotes", _is_day, "", date.isoformat),
    "texts": _Kind("a list of texts in quotes", _is_list, (), tuple),
    "table": _Kind("a table", _is_table, FrozenMap(), _same),
    "tables": _Kind("a list of tables", _is_list, (), tuple),
    "words": _Kind("a table of texts", _is_table, FrozenMap(), FrozenMap),
}
"""What each kind is called in a message, what fits it, and what stands for a key left out.

``words`` maps any names to texts.
"""


@dataclass(frozen=True, slots=True)
class KeyReader:
    """Reads the values of one file by their keys, adding problems and references."""

    tree: Tree
    problems: Problems
    references: References
    top: tuple[Key, ...] = ()

    def read(self, keys: tuple[Key, ...]) -> dict[str, Any] | None:
        """The file's values by key; None where any is wrong."""
        return replace(self, top=keys)._table(self.tree.data, keys, ())

    def _table(
        self, data: Mapping[str, Any], keys: tuple[Key, ...], path: KeyPath
    ) -> dict[str, Any] | None:
        names = [key.name for key in keys]
        meant = {
            like for name in data if name not in names for like in get_close_matches(name, names, 1)
        }
        right = True
        for name in data:
            if name not in names:
                self._unknown(name, names, path)
                right = False
        values: dict[str, Any] = {}
        missing: list[str] = []
        for key in keys:
            # YAML reads "places:" as a key with nothing: the same as a key left out.
            if data.get(key.name) is not None:
                values[key.name] = self._value(data[key.name], key, (*path, key.name))
            elif key.optional:
                values[key.name] = self._left_out(key, path)
            else:
                values[key.name] = None
                if key.name not in meant:  # else its misspelt name is a problem already
                    missing.append(key.name)
            right = right and values[key.name] is not None
        if missing:
            self._missing(missing, names, path)
        return values if right else None

    def _unknown(self, name: str, names: list[str], path: KeyPath) -> None:
        top = [key.name for key in self.top] if path else []
        inner = {} if path else {key.name: [part.name for part in key.keys] for key in self.top}
        hint = unknown_hint(name, names, top, inner)
        self.problems.add(f'unknown key "{name}"', self.tree.key((*path, name)), hint)

    def _left_out(self, key: Key, path: KeyPath) -> Any:
        if key.kind == "table":
            return {part.name: self._left_out(part, path) for part in key.keys}
        if key.default is None:
            return KINDS[key.kind].empty
        if key.refers:
            self.references.name(key.refers, key.default, partial(self.tree.key, path))
        return key.default

    def _missing(self, missing: list[str], names: list[str], path: KeyPath) -> None:
        message = f"missing {'keys' if len(missing) > 1 else 'key'} {listed(missing)}"
        hint = "its keys: " + ", ".join(names)
        self.problems.add(message, self.tree.key(path), hint, caret=bool(path))

    def _value(self, value: Any, key: Key, path: KeyPath) -> Any:
        kind = KINDS[key.kind]
        if not kind.fits(value):
            hint = type_hint(str(path[-1]), value, key.kind, matter=self._is_matter)
            return self._wrong(f'"{path[-1]}" must be {self._words_of(kind)}', path, hint)
        if key.kind == "table":
            return self._table(value, key.keys, path)
        if key.kind == "tables":
            return self._each(value, replace(key, kind="table"), path)
        if key.kind == "texts":
            if not value and not key.blank:
                return self._wrong(f'"{path[-1]}" is empty', path, "name one at least")
            return self._each(value, replace(key, kind="text", blank=False), path)
        if key.kind == "words":
            return self._words(value, path)
        value = kind.convert(value)
        return self._text(value, key, path) if isinstance(value, str) else value

    def _text(self, value: str, key: Key, path: KeyPath) -> Any:
        if not value:
            hint = "write something, or remove the key" if key.optional else "write something"
            return value if key.blank else self._wrong(f'"{path[-1]}" is empty', path, hint)
        if key.legal and value not in key.legal:
            return self._wrong(f'unknown {key.name} "{value}"', path, nearest(value, key.legal))
        if key.kind == "id" and not is_id(value):
            return self._wrong(f'illegal id "{value}"', path, id_hint(value))
        if key.refers:
            self.references.name(key.refers, value, partial(self.tree.value, path))
        return value

    def _each(self, items: list[Any], key: Key, path: KeyPath) -> tuple[Any, ...] | None:
        values = []
        for index, item in enumerate(items):
            if KINDS[key.kind].fits(item):
                values.append(self._value(item, key, (*path, index)))
            else:
                message = f'each of "{key.name}" must be {self._words_of(KINDS[key.kind])}'
                hint = type_hint(key.name, item, key.kind, matter=self._is_matter)
                values.append(self._wrong(message, (*path, index), hint))
        return None if None in values else tuple(values)

    def _words(self, table: dict[str, Any], path: KeyPath) -> FrozenMap[str, str] | None:
        values = {
            name: self._value(value, Key(name), (*path, name)) for name, value in table.items()
        }
        return None if None in values.values() else FrozenMap(values)

    @property
    def _is_matter(self) -> bool:
        return self.tree.path.endswith(".md")

    def _words_of(self, kind: _Kind) -> str:
        return kind.words.replace(" in quotes", "") if self._is_matter else kind.words

    def _wrong(self, message: str, path: KeyPath, hint: str = "") -> Any:
        self.problems.add(message, self.tree.value(path), hint)
        return None  # stands for a value that is not right
