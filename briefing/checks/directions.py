"""Words of rise and fall around a calculated change, held against its sign."""

from __future__ import annotations

import re
from typing import TypeGuard

from briefing.checks.places import shown_at
from briefing.checks.walk import Run, runs_of
from briefing.diagnostics import Problem
from briefing.document import Briefing, Fact
from briefing.locale import Locale
from briefing.publication import Publication

CHANGES = ("percent", "points")
"""Units of what ``change()`` prints, which is without a sign."""

_GAP = r"(?:\W+\w+)?\W*"  # "rose by about", "fell by only"


def wrong_directions(publication: Publication, briefing: Briefing) -> list[Problem]:
    """ "rose by" before a fall, or "less than" after a rise: the number is right, the word not."""
    locale = Locale(briefing.edition.language)
    words = {way: locale.say(f"direction.{way}").split("|") for way in _WAYS}
    problems = []
    for run in runs_of(briefing):
        for start, inline in run.starts:
            if _is_change(inline):
                problems += _wrong(publication, run, start, inline, words)
    return problems


_WAYS = {"rise_before": 1, "fall_before": -1, "rise_after": 1, "fall_after": -1}
"""Lists of words in the catalogue, and the sign that each says."""


def _is_change(inline: object) -> TypeGuard[Fact]:
    return (
        isinstance(inline, Fact)
        and inline.unit in CHANGES
        and len(inline.facts) == 2
        and inline.calculation is not None
    )


def _wrong(
    publication: Publication, run: Run, start: int, fact: Fact, words: dict[str, list[str]]
) -> list[Problem]:
    before, after = run.text[:start], run.text[start + len(fact.text) :]
    for way, sign in _WAYS.items():
        options = "|".join(map(re.escape, words[way]))
        if way.endswith("before"):
            found = re.search(rf"\b({options}){_GAP}\Z", before, re.IGNORECASE)
        else:
            found = re.match(rf"\s+({options})\b", after, re.IGNORECASE)
        if found and (fact.value or 0) * sign < 0:
            return [_problem(publication, fact, found[1])]
    return []


def _problem(publication: Publication, fact: Fact, words: str) -> Problem:
    side = "rise" if (fact.value or 0) > 0 else "fall"
    return Problem(
        f'"{words}" beside {fact.text}, which is a {side}',
        fact.where,
        hint='let change(..., style="words") say it, or set the words in {% if %}',
        line=shown_at(publication, fact.where),
        code="wrong-direction",
    )
