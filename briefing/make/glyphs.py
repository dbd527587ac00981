"""Where a character stands that no font of the theme has."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from briefing.checks.places import line_at, place_in
from briefing.checks.walk import runs_of
from briefing.diagnostics import Problem, RenderError
from briefing.document import Briefing, Text, Where
from briefing.publication import Publication
from briefing.publication.problems import shown_line


def with_place(error: RenderError, publication: Publication, briefing: Briefing) -> RenderError:
    """The same error, each missing glyph with the place where its character was written.

    Pages and charts know at most the block; the character is found again in the authors' files.
    """
    return RenderError(*(_placed(problem, publication, briefing) for problem in error.problems))


def _placed(problem: Problem, publication: Publication, briefing: Briefing) -> Problem:
    if problem.code != "missing-glyph":
        return problem
    found = _found(problem.about, publication, briefing)
    if found is None:
        return in_files(problem, publication.root)
    where, line = found
    return replace(problem, where=where, line=shown_line(line, where))


def in_files(problem: Problem, root: Path) -> Problem:
    """The problem with the place of a missing glyph's character in the authors' files.

    As it is where it is another problem, shows its line already, or the files do not hold it.
    """
    if problem.code != "missing-glyph" or problem.line:
        return problem
    found = _in_files(problem.about, root)
    if found is None:
        return problem
    where, line = found
    return replace(problem, where=where, line=shown_line(line, where))


def _found(
    character: str, publication: Publication, briefing: Briefing
) -> tuple[Where, str] | None:
    for run in runs_of(briefing):
        at = run.text.find(character)
        if at < 0:
            continue
        begin, inline = run.inline_at(at)
        where = inline.where
        if isinstance(inline, Text) and where is not None and where != publication.settings.where:
            start = at - begin
            place = place_in(publication, inline.text, where, start, start + 1)
            line = line_at(publication, place)
            # Column 1 of a file without lines is a record's place, not the text's.
            if place is not None and (character in line or (not line and where.column != 1)):
                return place, line
    return _in_files(character, publication.root)


def _in_files(character: str, root: Path) -> tuple[Where, str] | None:
    """The words of a chart, the title of a source, the header of the pages: wherever it is."""
    for path in _paths(root):
        with contextlib.suppress(OSError):
            lines = (root / path).read_text(encoding="utf-8-sig", errors="replace").split("\n")
            for number, line in enumerate(lines, 1):
                if character in line:
                    return Where(path, number, line.index(character) + 1), line
    return None


def _paths(root: Path) -> Iterator[str]:
    yield "briefing.toml"
    for folder, folders, names in os.walk(root / "data"):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".toml", ".csv", ".md")):
                yield os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")
