"""Words that the terminology guidelines discourage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefing.checks.places import place_in, shown_at
from briefing.checks.walk import Run, labels_of, runs_of, words_of
from briefing.diagnostics import Problem
from briefing.document import Briefing, Where
from briefing.publication import Publication, Term
from briefing.publication.addresses import spellings
from briefing.publication.memory import Harmless

_harmless = Harmless()


def discouraged_terms(publication: Publication, briefing: Briefing) -> list[Problem]:
    """Each discouraged term in running text, captions and alternative text, with what to write.

    A term that goes over a line's end, or from plain into strong text, is found too.
    """
    new = _harmless.others(words_of(briefing), publication.terms)
    if not _may_hold("\n".join(new), publication.terms):
        _harmless.add(new)
        return []
    problems = []
    for run in runs_of(briefing):
        for found, term in _found_in(run.text, publication.terms):
            where = _place(publication, run, found)
            problems.append(_discouraged(found[0], term, where, shown_at(publication, where)))
    for text, where in labels_of(briefing):
        for found, term in _found_in(text, publication.terms):
            problems.append(_discouraged(found[0], term, where, ""))
    return list(dict.fromkeys(problems))


def _found_in(text: str, terms: tuple[Term, ...]) -> Iterator[tuple[re.Match[str], Term]]:
    """Each term in ``text``. Most texts hold none, which one look at all of them together says."""
    if _may_hold(text, terms):
        for pattern, term in _patterns(terms):
            for found in pattern.finditer(text):
                yield found, term


def _may_hold(text: str, terms: tuple[Term, ...]) -> bool:
    """Whether a term may stand in ``text``, as a word or as part of one: quick, and mostly no."""
    return _anywhere(terms).search(text.casefold()) is not None


@lru_cache(maxsize=8)
def _anywhere(terms: tuple[Term, ...]) -> re.Pattern[str]:
    # Small letters and no word's edge before them: so a search leaps from one first letter to the
    # next, which is twice as fast.
    every = "|".join(_words(spelling.casefold()) for term in terms for spelling in spellings(term))
    return re.compile(every or "(?!)")


def _place(publication: Publication, run: Run, found: re.Match[str]) -> Where | None:
    begin, inline = run.inline_at(found.start())
    start = found.start() - begin
    end = min(found.end() - begin, len(inline.text))
    if not inline.where or inline.type == "fact":
        return inline.where or run.where
    return place_in(publication, inline.text, inline.where, start, end)


@lru_cache(maxsize=8)
def _patterns(terms: tuple[Term, ...]) -> tuple[tuple[re.Pattern[str], Term], ...]:
    """A pattern for each spelling."""
    return tuple((_pattern(spelling), term) for term in terms for spelling in spellings(term))


def _pattern(spelling: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words(spelling)}s?(?!\w)", re.IGNORECASE)


def _words(spelling: str) -> str:
    return r"\s+".join(map(re.escape, spelling.split()))


def _discouraged(found: str, term: Term, where: Where | None, line: str) -> Problem:
    return Problem(
        f'discouraged term "{" ".join(found.split())}"',
        where,
        hint=f"write: {term.recommended}",
        severity="warning",
        line=line,
        code="discouraged-term",
    )
