"""Why an edition is made, or its file is left as it is."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from briefing.checks.contradictions import contradictions
from briefing.document import Edition, Theme
from briefing.make.identity import theme_hash, versions
from briefing.pack.folder import file_of
from briefing.pack.manifest import Entry
from briefing.publication import Publication, Trace
from briefing.publication.trace import question_text, value_hash
from briefing.store import Shelf, Stamp

SHOWN = 3
"""Changed questions that a reason names; of the others it tells the number."""


class Files:
    """The files of some editions as they are there; all their stamps are asked for at once."""

    def __init__(self, shelf: Shelf, editions: Iterable[str]) -> None:
        self._shelf = shelf
        self._stamps = shelf.stamps([file_of(edition) for edition in editions])

    def stamp(self, edition: str) -> Stamp | None:
        """The stamp of an edition's file; None where it is not there."""
        return self._stamps.get(file_of(edition))

    def sha256(self, edition: str) -> str:
        """The hash of an edition's file, which is read; raises OSError and StoreError."""
        return hashlib.sha256(self._shelf.read(file_of(edition))).hexdigest()


class Reasons:
    """Holds the files of a folder against a publication as it is now."""

    def __init__(self, publication: Publication, theme: Theme) -> None:
        self._publication = publication
        self._theme = theme
        self._checked = value_hash((publication.terms, publication.refused))
        self._contradicted = _contradicted(publication)
        self._identities: dict[str, dict[str, str]] = {}

    def identity(self, edition: Edition) -> Mapping[str, str]:
        """What decides an edition's bytes besides the publication's answers, by name."""
        paper = edition.paper
        if paper not in self._identities:  # one for all on a paper: a run asks for each edition
            self._identities[paper] = {
                **versions(),
                "theme": theme_hash(self._theme, paper),
                "terms": self._checked,  # each text is checked against all of them
                "date": os.environ.get("SOURCE_DATE_EPOCH", ""),
            }
        return self._identities[paper]

    def reason(
        self, edition: Edition, entry: Entry | None, files: Files
    ) -> tuple[str, Entry | None]:
        """Why ``edition`` must be made, and its entry; no reason where the file is as it must be.

        A file whose stamp is that of the entry is taken as it is. One with another stamp is read,
        and its entry comes back with that stamp.
        """
        if entry is None:
            return "it is new here", None
        if entry.failed:
            return "it failed last time", entry
        changed = ", ".join(_changed(entry.identity, self.identity(edition)))
        if changed:
            return changed, entry
        questions = Trace(entry.trace).changed(self._publication)
        if questions:
            return _answers(questions), entry
        # By a row that no edition which prints the fact need have asked for.
        contradicted = ", ".join(
            question for question in entry.trace if question in self._contradicted
        )
        if contradicted:
            return f"contradicted: {contradicted}", entry
        return _file_reason(entry, files)


def _contradicted(publication: Publication) -> frozenset[str]:
    """The questions for facts that a row contradicts: who prints one must not be left as it is."""
    places = {problem.where for problem in contradictions(publication)}
    return frozenset(
        question_text("fact", fact.id)
        for fact in publication.facts.values()
        if places and publication.cell(fact.where, "value") in places
    )


def _changed(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """What of two identities differs, in words."""
    named = {
        "briefing": "the program changed",
        "theme": "the theme or one of its fonts changed",
        "terms": "the terms or names to avoid changed",
        "date": "SOURCE_DATE_EPOCH changed",
    }
    for key in [*now, *(key for key in before if key not in now)]:
        if before.get(key) != now.get(key):
            old, new = before.get(key, "none"), now.get(key, "none")
            yield named.get(key, f"{key} changed from {old} to {new}")


def _answers(questions: tuple[str, ...]) -> str:
    shown = ", ".join(questions[:SHOWN])
    more = len(questions) - SHOWN
    return f"changed: {shown}" + (f" and {more} more" if more > 0 else "")


def _file_reason(entry: Entry, files: Files) -> tuple[str, Entry | None]:
    stamp = files.stamp(entry.edition)
    if stamp == Stamp(entry.size, entry.mark):
        return "", entry
    try:
        if stamp is None:
            return "its file is not there", entry
        if files.sha256(entry.edition) != entry.sha256:
            return "its file is not the one that was made", entry
    except OSError:
        return "its file is not there", entry
    return "", replace(entry, size=stamp.size, mark=stamp.mark)
