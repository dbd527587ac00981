"""A choice of audience, place, paper, language and profile, held against what there is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from briefing.diagnostics import Problem, UsageError, nearest
from briefing.document import Edition, Theme, Where
from briefing.locale import languages
from briefing.publication import Publication
from briefing.publication.geography import no_edition

PROFILES = ("office",)
"""Kinds of output; print profiles come later."""


def edition_of(
    publication: Publication,
    theme: Theme,
    audience: str = "",
    paper: str = "",
    language: str = "",
    profile: str = "",
    place: str = "",
) -> Edition:
    """The edition; what is not given comes from the publication's defaults.

    Capitals make no difference: "A4" is the paper a4. A place is given by its id or its name.
    Raises UsageError, naming the nearest and the known ones, for each choice that is not there,
    and for a place that has no edition.
    """
    settings = publication.settings
    choice = _Choice(settings.where)
    edition = Edition(
        audience=choice.of("audience", audience, settings.audience, publication.audiences),
        place=choice.place(publication, place),
        language=choice.of("language", language, settings.language, languages()),
        paper=choice.of("paper", paper, settings.paper, theme.papers),
        profile=choice.of("profile", profile, settings.profile, PROFILES),
    )
    if choice.problems:
        raise UsageError(*choice.problems)
    return edition


def place_of(publication: Publication, given: str) -> str:
    """The id of the place that ``given`` is the id or a name of; UsageError where none is.

    Capitals, accents and "the" make no difference: "cote d'ivoire" is Côte d’Ivoire.
    """
    if given in publication.places:
        return given
    found = _named(publication).get(_bare(given))
    if found is None:
        raise UsageError(Problem(f'unknown place "{given}"', hint=_place_hint(publication, given)))
    return found


def check_place(publication: Publication, place: str) -> None:
    """Raise UsageError where ``place``, an id of the publication, has no edition."""
    if reason := publication.geography.refusal(place):
        raise UsageError(no_edition(publication.places[place], reason))


def _place_hint(publication: Publication, given: str) -> str:
    named = _named(publication)
    near = nearest(_bare(given), named)
    for name, place in named.items():
        near = near.replace(f'"{name}"', f'"{publication.places[place].name}"')
    listing = "`briefing list places` shows all of them"
    return f"{near} {listing}" if near.startswith("did you mean") else listing


def _named(publication: Publication) -> dict[str, str]:
    """Each way to write a place to its id; an id and a country's name come before another's."""
    places = sorted(publication.places.values(), key=lambda place: place.kind != "country")
    found: dict[str, str] = {}
    for place in places:
        for name in (place.id, place.name, place.in_text):
            found.setdefault(_bare(name), place.id)
    return {**found, **{_bare(place.id): place.id for place in places}}


def _bare(text: str) -> str:
    """``text`` in small letters without accents, article, marks and blanks, for comparison."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in letters if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else " " for c in kept.replace("&", " and ")).split()
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


class _Choice:
    """Chooses, and collects what cannot be chosen; a default is wrong in the settings."""

    def __init__(self, settings: Where) -> None:
        self.settings = settings
        self.problems: list[Problem] = []

    def place(self, publication: Publication, given: str) -> str:
        """The place that is given, else the default, where it has an edition."""
        place = publication.settings.place
        try:
            place = place_of(publication, given) if given else place
            check_place(publication, place)
        except UsageError as error:
            self.problems += error.problems
        return place

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
