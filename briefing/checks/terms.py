"""Words that the terminology guidelines discourage."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.checks.places import place_in, shown_at
from briefing.checks.walk import Run, labels_of, runs_of
from briefing.diagnostics import Problem
from briefing.document import Briefing, Where
from briefing.publication import Publication, Term

_ASIDE = re.compile(r"\s*\([^)]*\)")


def discouraged_terms(publication: Publication, briefing: Briefing) -> list[Problem]:
    """Each discouraged term in running text, captions and alternative text, with what to write.

    A term that goes over a line's end, or from plain into strong text, is found too.
    """
    problems = []
    patterns = _patterns(publication.terms)
    for run in runs_of(briefing):
        for pattern, term in patterns:
            for found in pattern.finditer(run.text):
                where = _place(publication, run, found)
                line = shown_at(publication, where)
                problems.append(_discouraged(found[0], term, where, line))
    for text, where in labels_of(briefing):
        for pattern, term in patterns:
            for found in pattern.finditer(text):
                problems.append(_discouraged(found[0], term, where, ""))
    return list(dict.fromkeys(problems))


def _place(publication: Publication, run: Run, found: re.Match[str]) -> Where | None:
    begin, inline = run.inline_at(found.start())
    start = found.start() - begin
    end = min(found.end() - begin, len(inline.text))
    if not inline.where or inline.type == "fact":
        return inline.where or run.where
    return place_in(publication, inline.text, inline.where, start, end)


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


def _discouraged(found: str, term: Term, where: Where | None, line: str) -> Problem:
    return Problem(
        f'discouraged term "{" ".join(found.split())}"',
        where,
        hint=f"write: {term.recommended}",
        severity="warning",
        line=line,
        code="discouraged-term",
    )
