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

MOST_AUDIENCES = 5
"""Of one table: beside each other on the narrowest paper."""


def compose_contents(publication: Publication, listed: Sequence[Listed], paper: str) -> Briefing:
    """The sheet for ``listed``: a row for each place, a column for each audience.

    Places and audiences stand in the order in which they first come. Editions that differ in
    language, paper or profile stand apart, under the end of their files' names.
    """
    settings = publication.settings
    edition = Edition(AUDIENCE, settings.place, settings.language, paper, settings.profile)
    locale = Locale(settings.language)
    title, label = locale.say("contents.title"), locale.say("contents.label")
    place = publication.places[settings.place].name
    meta, furniture = meta_of(settings, locale, edition, title, label, place)
    about = locale.say("contents.nothing")
    if listed:
        about = locale.say("contents.about", n=len(listed), file=listed[0].file)
    blocks: list[Block] = [
        Heading(1, _text(title), language=edition.language),
        Paragraph(_text(about), language=edition.language),
        *_groups(publication, listed, locale),
    ]
    return Briefing(edition, meta, furniture, tuple(blocks))


def _groups(
    publication: Publication, listed: Iterable[Listed], locale: Locale
) -> Iterator[Heading | Table]:
    """Tables of what differs in audience and place alone."""
    groups: dict[str, list[Listed]] = {}
    for it in listed:  # a list of editions may go to and fro
        edition = it.edition
        ending = f"--{edition.language}--{edition.paper}--{edition.profile}.pdf"
        groups.setdefault(ending, []).append(it)
    for ending, group in groups.items():
        if len(groups) > 1:
            title = locale.say("contents.ending", ending=ending)
            yield Heading(2, _text(title), language=locale.language)
        audiences = list(dict.fromkeys(it.edition.audience for it in group))
        for first in range(0, len(audiences), MOST_AUDIENCES):
            some = audiences[first : first + MOST_AUDIENCES]
            yield from _tables(publication, group, some, locale)


def _tables(
    publication: Publication, group: Iterable[Listed], audiences: Sequence[str], locale: Locale
) -> Iterator[Table]:
    """The places that have an edition for one of ``audiences``: as few tables as may be."""
    columns = (
        Column(locale.say("contents.place")),
        Column(locale.say("contents.id")),
        *(Column(audience, numeric=True) for audience in audiences),
    )
    pages: dict[str, dict[str, int]] = {}
    for it in group:
        if it.edition.audience in audiences:
            pages.setdefault(it.edition.place, {})[it.edition.audience] = it.pages
    none = locale.say("contents.none")
    rows = []
    for place, here in pages.items():
        counts = [str(here.get(audience, none)) for audience in audiences]
        rows.append(tuple(map(_text, (publication.places[place].name, place, *counts))))
    for first in range(0, len(rows), MOST_ROWS):
        yield Table(columns, tuple(rows[first : first + MOST_ROWS]), language=locale.language)


def _text(words: str) -> tuple[Inline, ...]:
    return (Text(words),)
