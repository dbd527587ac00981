"""The words that the program itself prints, one catalogue a language."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import TYPE_CHECKING

from briefing.diagnostics import Problem, UsageError, nearest

if TYPE_CHECKING:
    from icu4py.messageformat import MessageFormat


class Catalogue:
    """The messages of one language, by dotted key (``headline.rose``)."""

    def __init__(self, language: str, patterns: Mapping[str, str]) -> None:
        self.language = language
        self.patterns = patterns
        self._formats: dict[str, MessageFormat] = {}

    def say(self, key: str, **values: str | int | float) -> str:
        """The message ``key`` filled with ``values``.

        A text value is set as it stands. A missing key is a mistake in the program: KeyError.
        """
        pattern = self.patterns[key]
        if "{" not in pattern and "'" not in pattern:
            return pattern
        return self._format(key).format({**values})

    def has(self, key: str) -> bool:
        """Whether the catalogue holds ``key``."""
        return key in self.patterns

    def _format(self, key: str) -> MessageFormat:
        if key not in self._formats:
            # ICU costs 20 ms to import: only who prints a message pays for it.
            from icu4py.messageformat import MessageFormat

            self._formats[key] = MessageFormat(self.patterns[key], self.language)
        return self._formats[key]


@functools.cache
def languages() -> tuple[str, ...]:
    """The languages that have a catalogue, sorted."""
    folder = resources.files("briefing.locale").joinpath("messages")
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml")))


@functools.cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of ``language``, read once; UsageError where there is none."""
    if language not in languages():
        hint = nearest(language, languages())
        raise UsageError(Problem(f'there are no messages in the language "{language}"', hint=hint))
    file = resources.files("briefing.locale").joinpath("messages", f"{language}.toml")
    tables = tomllib.loads(file.read_text("utf-8"))
    patterns = {
        f"{table}.{key}": pattern
        for table, entries in tables.items()
        for key, pattern in entries.items()
    }
    return Catalogue(language, patterns)
