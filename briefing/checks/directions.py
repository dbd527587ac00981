"""Words of rise and fall around a calculated change, held against its sign."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.checks.latest import Known
from briefing.checks.places import shown_at
from briefing.checks.walk import Run, runs_in
from briefing.diagnostics import Problem
from briefing.document import Block, Briefing, Fact
from briefing.locale import Locale
from briefing.publication import Publication

CHANGES = ("percent", "points")
"""Units of what ``change()`` prints, which is without a sign."""

_GAP = r"(?:\W+\w+)?\W*"  # "rose by about", "fell by only"
_NEAR = 200
"""Characters before a number among which words that say its direction stand."""


def wrong_directions(publication: Publication, briefing: Briefing) -> list[Problem]:
    """ "rose by" before a fall, or "less than" after a rise: the number is right, the word not."""
    language = briefing.edition.language
    changes = (each for block in briefing.blocks for each in _changes_in(block))
    found = ((fact, _wrong(run.text, start, fact, language)) for run, start, fact in changes)
    return [_problem(publication, fact, words) for fact, words in found if words]


@Known
def _changes_in(block: Block) -> tuple[tuple[Run, int, Fact], ...]:
    """The printed changes of a block, each with its run of words and where it begins there."""
    return tuple(
        (run, start, inline)
        for run in runs_in(block)
        for start, inline in run.starts
        if isinstance(inline, Fact) and _is_change(inline)
    )


def _is_change(fact: Fact) -> bool:
    return fact.unit in CHANGES and len(fact.facts) == 2 and fact.calculation is not None


def _wrong(text: str, start: int, fact: Fact, language: str) -> str:
    """The words beside ``fact``, at ``start``, that say the other direction; empty if none do."""
    end = start + len(fact.text)
    for way, sign in _WAYS.items():
        pattern = _pattern(way, language)
        if way.endswith("before"):
            found = pattern.search(text, max(0, start - _NEAR), start)
        else:
            found = pattern.match(text, end)
        if found and (fact.value or 0) * sign < 0:
            return found[1]
    return ""


_WAYS = {"rise_before": 1, "fall_before": -1, "rise_after": 1, "fall_after": -1}
"""Lists of words in the catalogue, and the sign that each says."""


@lru_cache(maxsize=64)
def _pattern(way: str, language: str) -> re.Pattern[str]:
    words = Locale(language).say(f"direction.{way}").split("|")
    options = "|".join(map(re.escape, words))
    before = way.endswith("before")
    pattern = rf"\b({options}){_GAP}\Z" if before else rf"\s+({options})\b"
    return re.compile(pattern, re.IGNORECASE)


def _problem(publication: Publication, fact: Fact, words: str) -> Problem:
    side = "rise" if (fact.value or 0) > 0 else "fall"
    return Problem(
        f'"{words}" beside {fact.text}, which is a {side}',
        fact.where,
        hint='let change(..., style="words") say it, or set the words in {% if %}',
        line=shown_at(publication, fact.where),
        code="wrong-direction",
    )
