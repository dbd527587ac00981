"""A choice of audience, paper, language and profile, held against what there is."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.diagnostics import Problem, UsageError, nearest
from briefing.document import Edition, Theme, Where
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

    Capitals make no difference: "A4" is the paper a4. Raises UsageError, naming the nearest and
    the known ones, for each choice that is not there.
    """
    settings = publication.settings
    choice = _Choice(settings.where)
    edition = Edition(
        audience=choice.of("audience", audience, settings.audience, publication.audiences),
        place=choice.of("place", "", settings.place, publication.places),
        language=choice.of("language", language, settings.language, languages()),
        paper=choice.of("paper", paper, settings.paper, theme.papers),
        profile=choice.of("profile", profile, settings.profile, PROFILES),
    )
    if choice.problems:
        raise UsageError(*choice.problems)
    return edition


class _Choice:
    """Chooses, and collects what cannot be chosen; a default is wrong in the settings."""

    def __init__(self, settings: Where) -> None:
        self.settings = settings
        self.problems: list[Problem] = []

    def of(self, kind: str, given: str, default: str, legal: Iterable[str]) -> str:
        """The one of ``legal`` that is given, else the default."""
        known = list(legal)
        value = given or default
        alike = [name for name in known if name.casefold() == value.casefold()]
        if value in known or len(alike) == 1:
            return value if value in known else alike[0]
        if value:
            where = None if given else self.settings
            hint = nearest(value, known)
            self.problems.append(Problem(f'unknown {kind} "{value}"', where, hint))
        else:
            hint = f"name one: {', '.join(sorted(known))}"
            self.problems.append(Problem(f"no {kind} given", hint=hint))
        return value
