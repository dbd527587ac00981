"""What a pack's folder holds: each edition's file, and what it was made from.

One file of JSON lines. A run adds a line as each edition ends, so a killed one loses nothing of
what was finished (in a store: what of the last seconds); at its end the file is written anew
without what is out of date. A line:

    {"new": [[question, hash], ...], "edition": "...", "size": 1, "trace": [0, 1, 7], ...}

Questions are numbered through the file in the order of their first line: most editions ask the
same, and a pack of hundreds has thousands of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from briefing.pack.folder import MANIFEST
from briefing.pack.packed import Packed
from briefing.publication.memory import Memory
from briefing.store import Journal, Shelf

VERSION = 2
"""Of the file's form: another one is read as if nothing were there."""

Answer = tuple[str, str]
"""A question, and the hash of what was answered."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition as it was made.

    ``size`` and ``mark`` are the stamp of its file; ``identity`` is what decided its bytes besides
    ``trace``. A failed one has no file and ``failed`` is true.
    """

    edition: str
    size: int
    mark: str
    sha256: str
    pages: int
    warnings: int
    identity: Mapping[str, str]
    trace: Mapping[str, str]
    failed: bool = False


_NUMBERED = ("identity", "trace")
_PLAIN = tuple(field.name for field in fields(Entry) if field.name not in _NUMBERED)


class Manifest:
    """The entries of a folder, by edition id; the newest of each."""

    def __init__(self, journal: Journal) -> None:
        self.entries: dict[str, Entry] = {}
        self._journal = journal
        self._numbers: Memory[Answer, int] = Memory()
        self._numbered = 0
        self._identity: Mapping[str, str] = {}
        self._begun = self._added = False

    @classmethod
    def read(cls, shelf: Shelf) -> Manifest:
        """The manifest on ``shelf``; what is torn or not of this form counts as not there.

        Raises StoreError.
        """
        journal = shelf.journal(MANIFEST)
        manifest = cls(journal)
        known: list[Answer] = []
        lines = journal.read().split(b"\n")
        if _parsed(lines[0]).get("manifest") != VERSION:
            return manifest
        for line in lines[1:]:
            entry = _entry(_parsed(line), known)
            if entry is not None:
                manifest.entries[entry.edition] = entry
        return manifest

    def begin(self) -> None:
        """Write the file anew, and let ``add`` add to it."""
        self._journal.begin(self._whole())
        self._begun = True

    def add(self, entry: Entry) -> None:
        """Note an edition, in the file too."""
        if self._begun:
            self._journal.add(self._encoded(entry))
            self._added = True
        self.entries[entry.edition] = self._kept(entry)

    def _kept(self, entry: Entry) -> Entry:
        """The same in less memory: most identities are one, and nobody reads the traces soon."""
        if entry.identity != self._identity:
            self._identity = entry.identity
        return replace(entry, identity=self._identity, trace=Packed(entry.trace))

    def end(self) -> None:
        """Write the file anew without what newer lines have replaced, if there are any."""
        if self._begun:
            self._begun = False
            self._journal.end(self._whole() if self._added else None)

    def _whole(self) -> bytes:
        self._numbers, self._numbered = Memory(), 0
        lines = [_line({"manifest": VERSION}), *map(self._encoded, self.entries.values())]
        return b"".join(lines)

    def _encoded(self, entry: Entry) -> bytes:
        new: list[Answer] = []
        numbered = {
            name: [self._number(answer, new) for answer in getattr(entry, name).items()]
            for name in _NUMBERED
        }
        plain = {name: getattr(entry, name) for name in _PLAIN}
        return _line({"new": new, **plain, **numbered})

    def _number(self, answer: Answer, new: list[Answer]) -> int:
        number = self._numbers.get(answer)
        if number is None:  # new, or forgotten: then it has two numbers
            number = self._numbered
            self._numbered += 1
            self._numbers.put(answer, number)
            new.append(answer)
        return number


def _line(value: Mapping[str, Any]) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass") + b"\n"


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _entry(value: dict[str, Any], known: list[Answer]) -> Entry | None:
    """The entry of a line; the questions that are new in it are appended to ``known``."""
    try:
        known += ((question, digest) for question, digest in value.pop("new"))
        for name in _NUMBERED:
            value[name] = dict(_answers(value[name], known))
        return Entry(**value)
    except (KeyError, TypeError, ValueError, IndexError):
        return None


def _answers(numbers: list[int], known: list[Answer]) -> Iterator[Answer]:
    for number in numbers:
        yield known[number]
