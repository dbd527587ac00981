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
from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from briefing.pack.folder import MANIFEST
from briefing.pack.numbered import Answers, Numbered
from briefing.store import Journal, Shelf
from briefing.values import value

VERSION = 2
"""Of the file's form: another one is read as if nothing were there."""


@value
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
        self._answers = Answers()
        self._identity: Mapping[str, str] = {}
        self._begun = self._added = self._stale = False

    @classmethod
    def read(cls, shelf: Shelf) -> Manifest:
        """The manifest on ``shelf``; what is torn or not of this form counts as not there.

        Raises StoreError.
        """
        journal = shelf.journal(MANIFEST)
        manifest = cls(journal)
        lines = journal.read().split(b"\n")
        if _parsed(lines[0]).get("manifest") != VERSION:
            return manifest
        for line in lines[1:]:
            entry = _entry(_parsed(line), manifest._answers)
            if entry is not None:
                manifest.entries[entry.edition] = entry
        return manifest

    def begin(self) -> None:
        """Write the file anew, and let ``add`` add to it."""
        self._journal.begin(self._whole())
        self._begun = True

    def add(self, entry: Entry) -> None:
        """Note an edition, in the file too."""
        self._stale = self._stale or entry.edition in self.entries
        line = self._kept(entry)
        if self._begun:
            self._journal.add(line)
            self._added = True

    def end(self) -> None:
        """Write the file anew without what newer lines have replaced, if there are any."""
        if self._begun:
            self._begun = False
            self._journal.end(self._whole if self._added else None, self._stale)

    def _whole(self) -> bytes:
        self._answers = Answers()
        entries = list(self.entries.values())
        return b"".join([_line({"manifest": VERSION}), *map(self._kept, entries)])

    def _kept(self, entry: Entry) -> bytes:
        """The line of an entry, which is kept in little memory: most identities are one."""
        if entry.identity != self._identity:
            self._identity = entry.identity
        answers, known = self._answers, len(self._answers)
        numbered = {name: answers.numbers(getattr(entry, name)) for name in _NUMBERED}
        trace = Numbered(answers, numbered["trace"])
        self.entries[entry.edition] = replace(entry, identity=self._identity, trace=trace)
        plain = {name: getattr(entry, name) for name in _PLAIN}
        return _line({"new": answers.since(known), **plain, **numbered})


def _line(value: Mapping[str, Any]) -> bytes:
    return _encoded(value).encode("utf-8", "surrogatepass") + b"\n"


_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}


def _entry(value: dict[str, Any], answers: Answers) -> Entry | None:
    """The entry of a line; the questions that are new in it are added to ``answers``."""
    try:
        answers.add([(str(question), str(digest)) for question, digest in value.pop("new")])
        identity, trace = (Numbered(answers, value.pop(name)) for name in _NUMBERED)
        return Entry(**value, identity=dict(identity.items()), trace=trace)
    except (KeyError, TypeError, ValueError, IndexError, OverflowError):
        return None
