"""Small briefings for the checks: composed from files, or of given blocks."""

from __future__ import annotations

from pathlib import Path

from briefing.compose import compose
from briefing.diagnostics import Problem
from briefing.document import Block, Briefing, Edition, Furniture, Meta
from briefing.publication import Publication, load
from tests import small_publication


def composed(folder: Path, **overrides: str) -> tuple[Publication, Briefing]:
    """The small publication with files overridden, and its readers' briefing."""
    publication = load(small_publication.write(folder, **overrides))
    return publication, compose(publication, Edition("readers"))


def of_blocks(*blocks: Block, state: str = "draft") -> Briefing:
    """A briefing of these blocks."""
    meta = Meta("Title", "Small", "briefing", "a@example.org", "", "2026-11-24", state, "CC")
    furniture = Furniture("", "", "", "", "", "{page}", "")
    return Briefing(Edition("readers"), meta, furniture, blocks)


def told(problems: list[Problem]) -> list[str]:
    """Place and message of each problem."""
    return [f"{problem.where} {problem.message}" for problem in problems]


def pointed_at(problem: Problem, length: int) -> str:
    """The characters of the author's line that the caret stands under."""
    assert problem.where is not None
    assert problem.where.column is not None
    start = problem.where.column - 1
    return problem.line[start : start + length]
