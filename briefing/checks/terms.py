"""Words that the terminology guidelines discourage."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.checks.walk import prose_of
from briefing.diagnostics import Problem
from briefing.document import Briefing, Figure, Where
from briefing.publication import Publication, Term

_ASIDE = re.compile(r"\s*\([^)]*\)")


def discouraged_terms(publication: Publication, briefing: Briefing) -> list[Problem]:
    """Each discouraged term in running text, captions and alternative text, with what to write."""
    problems = []
    for text, where in [*prose_of(briefing), *_figures(briefing)]:
        for pattern, term in _patterns(publication.terms):
            for found in pattern.finditer(text):
                problems.append(_discouraged(found[0], term, where))
    return problems


def _figures(briefing: Briefing) -> list[tuple[str, Where | None]]:
    return [
        (text, block.where)
        for block in briefing.blocks
        if isinstance(block, Figure)
        for text in (block.headline, block.subtitle, block.alt)
    ]


@lru_cache(maxsize=8)
def _patterns(terms: tuple[Term, ...]) -> tuple[tuple[re.Pattern[str], Term], ...]:
    """A pattern for each spelling; what stands in brackets is a remark, not part of the term."""
    patterns = []
    for term in terms:
        for spelling in _ASIDE.sub("", term.discouraged).split("/"):
            words = spelling.strip()
            if words:
                escaped = r"\s+".join(map(re.escape, words.split()))
                pattern = re.compile(rf"(?<!\w){escaped}s?(?!\w)", re.IGNORECASE)
                patterns.append((pattern, term))
    return tuple(patterns)


def _discouraged(found: str, term: Term, where: Where | None) -> Problem:
    return Problem(
        f'discouraged term "{found}"',
        where,
        hint=f"write: {term.recommended}",
        severity="warning",
        code="discouraged-term",
    )
