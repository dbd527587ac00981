"""A choice of audience, paper, language and profile, held against what there is."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.diagnostics import Problem, UsageError, nearest
from briefing.document import Edition, Theme
from briefing.locale import languages
from briefing.publication import Publication

PROFILES = ("office",)
"""Kinds of output; print profiles come later."""


def edition_of(
    publication: Publication,
    theme: Theme,
    audience: str = "",
    paper: str = "",
    language: str = "",
    profile: str = "",
) -> Edition:
    """The edition; what is not given comes from the publication's defaults.

    Raises UsageError, naming the nearest and the known ones, for each choice that is not there.
    """
    settings = publication.settings
    edition = Edition(
        audience=audience or settings.audience,
        place=settings.place,
        language=language or settings.language,
        paper=paper or settings.paper,
        profile=profile or settings.profile,
    )
    problems = [
        *_unknown("audience", edition.audience, publication.audiences),
        *_unknown("place", edition.place, publication.places),
        *_unknown("language", edition.language, languages()),
        *_unknown("paper", edition.paper, theme.papers),
        *_unknown("profile", edition.profile, PROFILES),
    ]
    if problems:
        raise UsageError(*problems)
    return edition


def _unknown(kind: str, value: str, legal: Iterable[str]) -> list[Problem]:
    known = list(legal)
    if value in known:
        return []
    if not value:
        return [Problem(f"no {kind} given", hint=nearest("", known))]
    return [Problem(f'unknown {kind} "{value}"', hint=nearest(value, known))]
