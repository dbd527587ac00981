"""Why an edition is made or left, and which rows of the publication it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

from briefing.document import Edition, Theme, Where
from briefing.pack.folder import PackFolder, file_of
from briefing.pack.manifest import Manifest
from briefing.pack.reasons import Files, Reasons
from briefing.publication import Publication, Trace
from briefing.publication.trace import answer_to
from briefing.values import value

GEOGRAPHY = ("home", "members", "refusal")
"""Questions whose answers are worked out of whole tables."""


@value
class Asked:
    """One question, where its answer stands in the authors' files, and whether it changed."""

    question: str
    places: tuple[str, ...]
    changed: bool


@value
class Explanation:
    """An edition, its file, why it would be made (empty: it is as it must be), and what it asked.

    ``path`` may be a URL.
    ``made``: whether ``asked`` is what the file at ``path`` was made from; else it is what the
    edition asks of the publication now.
    """

    edition: str
    path: str
    reason: str
    made: bool
    asked: tuple[Asked, ...]


def explain(
    publication: Publication, theme: Theme, edition: Edition, out_dir: Path | str
) -> Explanation:
    """The explanation of ``edition`` at ``out_dir``, a folder or a URL. Raises BriefingError."""
    from briefing.compose import compose  # Markdown and Jinja2: a pack's own process needs neither

    folder = PackFolder(out_dir)
    entry = Manifest.read(folder.shelf).entries.get(edition.id)
    files = Files(folder.shelf, [edition.id])
    reason, _ = Reasons(publication, theme).reason(edition, entry, files)
    made = entry is not None and not entry.failed
    if entry is not None and made:
        trace = Trace(entry.trace)
    else:
        compose(publication, edition, trace := Trace())
    changed = set(trace.changed(publication))
    asked = tuple(
        Asked(question, tuple(dict.fromkeys(_places(publication, question))), question in changed)
        for question in trace
    )
    return Explanation(edition.id, folder.shown(file_of(edition.id)), reason, made, asked)


def _places(publication: Publication, question: str) -> Iterator[str]:
    """File and line of each record in the answer; the tables that it is worked out of."""
    name = question.partition("(")[0]
    if name in GEOGRAPHY:
        yield "data/places.csv"
        series = publication.settings.eligible_series
        if series and name != "members":  # they depend on which countries have an edition
            yield f"data/series/{series}.csv"
        return
    with suppress(LookupError):
        yield from map(str, _wheres(answer_to(publication, question)))


def _wheres(answer: Any) -> Iterator[Where]:
    """The places of the outermost records."""
    if is_dataclass(answer) and not isinstance(answer, type):
        where = getattr(answer, "where", None)
        if isinstance(where, Where) and where.path:
            yield where
    elif isinstance(answer, (tuple, list)):
        for item in answer:
            yield from _wheres(item)
    elif isinstance(answer, Mapping):
        for item in answer.values():
            yield from _wheres(item)
