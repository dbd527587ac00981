"""Numbers that nobody can trace, or that nobody has checked."""

from __future__ import annotations

import re

from briefing.checks.latest import Known
from briefing.checks.places import place_in, shown_at
from briefing.checks.walk import facts_of, inlines_of
from briefing.diagnostics import Problem
from briefing.document import Block, Briefing, Chronology, Figure, Quote, SourceList, Text, Where
from briefing.publication import Publication

RELEASED = ("released", "corrected")
_NUMBER = re.compile(r"\d(?:[\d.,\u00a0\u202f]*\d)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def unsourced_numbers(publication: Publication, briefing: Briefing) -> list[Problem]:
    """A digit in prose that no fact produced: a warning in draft, an error in release.

    A year standing alone is no such number; nor are the numbers of a chronology and of quotes.csv,
    which carry their source, those of the source list, and the program's own words.
    """
    problems = []
    for block in briefing.blocks:
        for inline, found in _numbers_in(block):
            if _prose(publication, block, inline):
                problems.append(_unsourced(publication, briefing, inline, found))
    return problems


@Known
def _numbers_in(block: Block) -> tuple[tuple[Text, re.Match[str]], ...]:
    """The numbers of a block that no fact has produced, each with its text."""
    if isinstance(block, (SourceList, Chronology)):
        return ()
    texts = [inline for inline in inlines_of(block) if isinstance(inline, Text)]
    found = ((text, number) for text in texts for number in _NUMBER.finditer(text.text))
    return tuple((text, number) for text, number in found if not _YEAR.fullmatch(number[0]))


def _prose(publication: Publication, block: Block, text: Text) -> bool:
    if text.where is None or text.where == publication.settings.where:
        return False
    return not (isinstance(block, Quote) and text.where.path == "data/quotes.csv")


def _unsourced(
    publication: Publication, briefing: Briefing, text: Text, found: re.Match[str]
) -> Problem:
    where = place_in(publication, text.text, text.where, found.start(), found.end())
    return Problem(
        f'unsourced number "{found[0]}"',
        where,
        hint='print it with {{ fact("...") }}, so that it carries its source',
        severity="error" if briefing.meta.state in RELEASED else "warning",
        line=shown_at(publication, where),
        code="unsourced-number",
    )


def doubtful_when_released(publication: Publication, briefing: Briefing) -> list[Problem]:
    """A value that someone must still check may not stand in a released edition."""
    if briefing.meta.state not in RELEASED:
        return []
    seen: dict[str, Where | None] = {}
    for fact in facts_of(briefing):
        if fact.doubtful:
            seen.setdefault(f'"{", ".join(fact.facts)}" is doubtful', fact.where)
    for block in briefing.blocks:
        if isinstance(block, Figure) and _draws_doubtful(block):
            seen.setdefault(f'the chart "{block.id}" draws doubtful values', block.where)
    return [
        Problem(
            f"{what}: low confidence, or its original was not found",
            where,
            hint="open the source and set its basis and confidence, or do not print it",
            line=shown_at(publication, where),
            code="doubtful-fact",
        )
        for what, where in seen.items()
    ]


def _draws_doubtful(figure: Figure) -> bool:
    return any(point.doubtful for line in figure.chart.lines for point in line.points)
