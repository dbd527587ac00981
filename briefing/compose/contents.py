"""The printed sheet that says what a pack holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.compose.compose import meta_of
from briefing.document import (
    Block,
    Briefing,
    Column,
    Edition,
    Heading,
    Inline,
    Listed,
    Paragraph,
    Table,
    Text,
)
from briefing.locale import Locale
from briefing.publication import Publication

AUDIENCE = "contents"
"""Stands for an audience in the id of the sheet."""

MOST_ROWS = 1000
"""Of one table: the validator of our tests looks at no more than 1024."""


def compose_contents(publication: Publication, listed: Sequence[Listed], paper: str) -> Briefing:
    """The sheet for ``listed``: tables for each audience, in the order given."""
    settings = publication.settings
    edition = Edition(AUDIENCE, settings.place, settings.language, paper, settings.profile)
    locale = Locale(settings.language)
    title, label = locale.say("contents.title"), locale.say("contents.label")
    place = publication.places[settings.place].name
    meta, furniture = meta_of(settings, locale, edition, title, label, place)
    blocks: list[Block] = [
        Heading(1, _text(title), language=edition.language),
        Paragraph(_text(locale.say("contents.about", n=len(listed))), language=edition.language),
        *_tables(publication, listed, locale),
    ]
    return Briefing(edition, meta, furniture, tuple(blocks))


def _tables(
    publication: Publication, listed: Iterable[Listed], locale: Locale
) -> Iterator[Heading | Table]:
    columns = tuple(
        Column(locale.say(f"contents.{name}"), numeric)
        for name, numeric in (("place", False), ("file", False), ("pages", True))
    )
    groups: dict[str, list[Listed]] = {}
    for it in listed:  # a list of editions may go to and fro between audiences
        groups.setdefault(it.edition.audience, []).append(it)
    for audience, group in groups.items():
        label = publication.audiences[audience].label
        yield Heading(2, _text(label), language=locale.language)
        rows = tuple(
            (
                _text(publication.places[it.edition.place].name),
                _text(it.file),
                _text(str(it.pages)),
            )
            for it in group
        )
        for first in range(0, len(rows), MOST_ROWS):
            yield Table(columns, rows[first : first + MOST_ROWS], language=locale.language)


def _text(words: str) -> tuple[Inline, ...]:
    return (Text(words),)
