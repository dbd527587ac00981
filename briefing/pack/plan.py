"""Which editions a pack has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from itertools import product
from pathlib import Path

from briefing.diagnostics import BriefingError, Problem, UsageError
from briefing.document import Edition, Theme, Where
from briefing.make import edition_of
from briefing.make.editions import check_place, place_of
from briefing.publication import Publication
from briefing.values import value


@value
class Wanted:
    """What is asked for; an empty one stands for what the publication says, or for all there is."""

    audiences: Sequence[str] = ()
    places: Sequence[str] = ()
    papers: Sequence[str] = ()
    languages: Sequence[str] = ()
    profile: str = field(default="", kw_only=True)


def planned(publication: Publication, theme: Theme, wanted: Wanted) -> list[Edition]:
    """Every combination of what is wanted, by audience, then place; UsageError names the rest.

    Places: a region stands for each country in it that has an edition; without any it is the world
    and every such country.
    """
    places = list(dict.fromkeys(_places(publication, wanted.places)))
    audiences = wanted.audiences or publication.settings.pack_audiences or publication.audiences
    papers = wanted.papers or publication.settings.pack_papers or ("",)
    editions = [
        edition_of(publication, theme, audience, paper, language, wanted.profile, place)
        for audience, language, paper, place in product(
            audiences, wanted.languages or ("",), papers, places
        )
    ]
    return list(dict.fromkeys(editions))


def _places(publication: Publication, wanted: Sequence[str]) -> Iterator[str]:
    geography = publication.geography
    wanted = wanted or publication.settings.pack_places
    if not wanted:
        kinds = ((place, publication.places[place].kind) for place in geography.editions)
        yield from (place for place, kind in kinds if kind != "region")
    for given in wanted:
        place = place_of(publication, given)
        if publication.places[place].kind != "region":
            check_place(publication, place)
            yield place
            continue
        inside = [it for it in geography.countries.get(place, ()) if it in geography.editions]
        if not inside:
            message = f'no country in "{place}" has an edition'
            raise UsageError(Problem(message, hint="`briefing list places` shows which have one"))
        yield from inside


def read_list(publication: Publication, theme: Theme, path: Path) -> list[Edition]:
    """The editions of a file with an id on each line; blank lines and # comments count for none.

    Raises UsageError with each line that is no edition of the publication.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        message = f"this list cannot be read: {reason.lower()}"
        hint = "name a text file with the id of an edition on each line"
        raise UsageError(Problem(message, Where(path.as_posix()), hint)) from error
    return listed(publication, theme, lines, path.as_posix())


def listed(
    publication: Publication, theme: Theme, lines: Iterable[str], shown: str
) -> list[Edition]:
    """The editions of lines, as ``read_list`` reads them; ``shown`` is what they stand in."""
    editions: list[Edition] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        text = line.partition("#")[0].strip()
        if not text:
            continue
        try:
            editions.append(edition_called(publication, theme, text))
        except BriefingError as error:
            where = Where(shown, number, 1)
            problems += (replace(problem, where=where) for problem in error.problems)
    if problems:
        raise UsageError(*problems)
    return list(dict.fromkeys(editions))


def edition_called(publication: Publication, theme: Theme, id: str) -> Edition:
    """The edition of an id, or of its file's name; UsageError where there is none."""
    parts = id.removesuffix(".pdf").split("--")
    if len(parts) != 5 or not all(parts):
        message = f'"{id}" is not the id of an edition'
        hint = "write AUDIENCE--PLACE--LANGUAGE--PAPER--PROFILE, as its file is named"
        raise UsageError(Problem(message, hint=hint))
    audience, place, language, paper, profile = parts
    return edition_of(publication, theme, audience, paper, language, profile, place)
