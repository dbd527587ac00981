"""The steps of one edition, in order."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from briefing.checks import check_briefing, check_pages
from briefing.diagnostics import (
    BriefingError,
    OutputError,
    Problem,
    PublicationError,
    RenderError,
)
from briefing.document import Briefing, Edition, Theme, Where
from briefing.make.glyphs import with_place
from briefing.publication import Publication, Trace
from briefing.publication.theme import load_theme
from briefing.store import atomic_write

AUTHORS = ("briefing.toml", "data", "assets")
"""What of a publication's folder is its authors': nothing but a PDF is ever written there."""

_IDENTIFIER = b"<dc:identifier>", b"</dc:identifier>"


@dataclass(frozen=True, slots=True)
class Result:
    """One finished edition: its file, pages, seconds, and the warnings of its checks."""

    edition: Edition
    path: Path
    pages: int
    size: int
    seconds: float
    problems: tuple[Problem, ...]


def compose_checked(
    publication: Publication, edition: Edition, trace: Trace | None = None
) -> tuple[Briefing, tuple[Problem, ...]]:
    """The composed briefing and the warnings about it; raises PublicationError on an error."""
    # Markdown and Jinja2: a run that only deals work out needs neither.
    from briefing.compose import compose

    briefing = compose(publication, edition, trace)
    problems = check_briefing(publication, briefing)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise PublicationError(*errors)
    return briefing, problems


@dataclass(frozen=True, slots=True)
class Produced:
    """The bytes of an edition's PDF, its pages, and the warnings of its checks."""

    data: bytes
    pages: int
    problems: tuple[Problem, ...]


def make(
    publication: Publication, edition: Edition, out: Path, theme: Theme | None = None
) -> Result:
    """Make the PDF of ``edition`` at ``out``, which is replaced only by a whole file.

    ``theme`` is the publication's own unless given. Raises BriefingError, with the edition named.
    """
    started = time.perf_counter()
    try:
        _check_target(out, publication)
        theme = theme or load_theme(publication.root)
        made = produce(publication, edition, theme)
        atomic_write(out, made.data)
    except BriefingError as error:
        raise error.in_edition(edition.id) from error
    seconds = time.perf_counter() - started
    return Result(edition, out, made.pages, len(made.data), seconds, made.problems)


def produce(
    publication: Publication, edition: Edition, theme: Theme, trace: Trace | None = None
) -> Produced:
    """The PDF of ``edition``, checked and read back, but stored nowhere.

    Each question asked of the publication goes to ``trace``. Raises BriefingError.
    """
    briefing, problems = compose_checked(publication, edition, trace)
    data, pages, more = _rendered(publication, briefing, theme)
    _read_back(data, edition)
    return Produced(data, pages, (*problems, *more))


def _check_target(out: Path, publication: Publication) -> None:
    """A mistyped name must not cost the author a table."""
    inside = Path(os.path.realpath(out)).parts
    root = Path(os.path.realpath(publication.root)).parts
    own = inside[: len(root)] == root and inside[len(root) : len(root) + 1]
    if own and own[0] in AUTHORS and out.suffix.lower() != ".pdf":
        message = "this is a place for the publication's own files"
        raise OutputError(
            Problem(message, Where(out.as_posix()), hint="name a file that ends with .pdf")
        )


def _rendered(
    publication: Publication, briefing: Briefing, theme: Theme
) -> tuple[bytes, int, tuple[Problem, ...]]:
    from briefing.make.drawings import drawn  # ReportLab: only once something is rendered
    from briefing.pdf import render_pages
    from briefing.typeset import keep_hyphens

    try:
        rendered = render_pages(briefing, theme, drawn(briefing, theme))
    except RenderError as error:
        raise with_place(error, publication, briefing) from error
    keep_hyphens()
    problems = check_pages(briefing, rendered.report)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise RenderError(*errors)
    return rendered.data, rendered.report.pages, problems


def _read_back(data: bytes, edition: Edition) -> None:
    """Hold the edition's id inside the file against the one that was asked for."""
    begin, end = _IDENTIFIER
    _, found, rest = data.partition(begin)
    inside = rest[: rest.find(end)].decode("utf-8", "replace") if found else "none"
    if inside != edition.id:
        message = f'the file says it is edition "{inside}"'
        raise OutputError(Problem(message, hint="this is a fault of the program: please report it"))
