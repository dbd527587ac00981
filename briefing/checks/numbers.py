"""Numbers that nobody can trace, or that nobody has checked."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.checks.walk import facts_of, inlines_of
from briefing.diagnostics import Problem
from briefing.document import Briefing, Callout, Chronology, SourceList, Text, Where
from briefing.publication import Publication

RELEASED = ("released", "corrected")
_NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f]*\d)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def unsourced_numbers(publication: Publication, briefing: Briefing) -> list[Problem]:
    """A digit in prose that no fact produced: a warning in draft, an error in release.

    A year standing alone is no such number; nor are the dates of a chronology, the source list
    and the program's own closing words.
    """
    severity = "error" if briefing.meta.state in RELEASED else "warning"
    problems = []
    for block in briefing.blocks:
        if isinstance(block, (SourceList, Chronology)) or _generated(block):
            continue
        for inline in inlines_of(block):
            if isinstance(inline, Text) and inline.where is not None:
                for found in _NUMBER.finditer(inline.text):
                    if not _YEAR.fullmatch(found[0]):
                        problems.append(_unsourced(found, inline, severity))
    return problems


def _generated(block: object) -> bool:
    return isinstance(block, Callout) and block.role == "about"


def _unsourced(found: re.Match[str], inline: Text, severity: str) -> Problem:
    where = inline.where
    if where is not None and where.column is not None and "\n" not in inline.text:
        where = replace(where, column=where.column + found.start())
    return Problem(
        f'unsourced number "{found[0]}"',
        where,
        hint='print it with {{ fact("...") }}, so that it carries its source',
        severity="error" if severity == "error" else "warning",
        code="unsourced-number",
    )


def doubtful_when_released(publication: Publication, briefing: Briefing) -> list[Problem]:
    """A value that someone must still check may not stand in a released edition."""
    if briefing.meta.state not in RELEASED:
        return []
    seen: dict[tuple[str, ...], Where | None] = {}
    for fact in facts_of(briefing):
        if fact.doubtful:
            seen.setdefault(fact.facts, fact.where)
    return [
        Problem(
            f'"{", ".join(facts)}" is doubtful: low confidence, or its original was not found',
            where,
            hint="open the source and set its basis and confidence, or do not print it",
            code="doubtful-fact",
        )
        for facts, where in seen.items()
    ]
