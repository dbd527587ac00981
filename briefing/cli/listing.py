"""``briefing list``: what a publication holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing.cli.boundary import show_problems
from briefing.cli.options import Common, common_options, format_option, place_option
from briefing.cli.usage import OneOf

if TYPE_CHECKING:
    from briefing.publication import Publication

KINDS = (
    *("audiences", "sections", "charts", "facts", "sources"),
    *("measures", "places", "terms"),
)

BY_PLACE = ("sections", "facts", "places")
"""What can be listed for one place."""


@click.command("list")
@click.argument("kind", type=OneOf("list", KINDS))
@place_option("Only what is for this place: sections, facts and places.")
@format_option("table", "json", "csv", help="For people, or for a program.")
@common_options
@click.pass_context
def list_(context: click.Context, common: Common, kind: str, place: str, form: str) -> None:
    """List the publication's audiences, sections, charts, facts, sources, measures, places, terms.

    The column "editions" of facts names the editions that print a fact, in a text or a chart: of
    the places that `briefing check` composes, or of --place. That of places says which have one.
    """
    from briefing.cli.tables import show_table

    if place and kind not in BY_PLACE:
        raise click.UsageError(f"--place goes with {', '.join(BY_PLACE)}", context)
    publication = common.load()
    named = _place(publication, place)
    if kind == "facts":
        columns, rows = _facts(publication, named, quiet=common.quiet)
    elif kind == "sections":
        columns, rows = _sections(publication, named)
    elif kind == "places":
        columns, rows = _places(publication, named)
    else:
        columns, rows = _LISTS[kind](publication)
    _refuse_names(publication, rows)
    show_table(columns, rows, form)


def _place(publication: Publication, given: str) -> str:
    from briefing.make import place_of

    return place_of(publication, given) if given else ""


Rows = tuple[tuple[str, ...], list[tuple[str, ...]]]


def _refuse_names(publication: Publication, rows: list[tuple[str, ...]]) -> None:
    # Loading looked at the files as they are written: TOML can also spell a letter as \u0061.
    from briefing.diagnostics import Problem, PublicationError
    from briefing.publication.refused import CODE, HINT, holds

    if holds((cell for row in rows for cell in row), publication.refused):
        raise PublicationError(
            Problem("this list has a name that must not be printed", hint=HINT, code=CODE)
        )


def _audiences(publication: Publication) -> Rows:
    columns = ("id", "name", "label")
    return columns, [(it.id, it.name, it.label) for it in publication.audiences.values()]


def _sections(publication: Publication, place: str) -> Rows:
    columns = ("id", "language", "audiences", "places", "order", "role", "file")
    kinds = {place, publication.places[place].kind} if place else set()
    return columns, [
        (
            *(it.id, it.language, " ".join(it.audiences), " ".join(it.places)),
            *(str(it.order), it.role, it.where.path),
        )
        for it in publication.sections
        if not place or not it.places or not kinds.isdisjoint(it.places)
    ]


def _charts(publication: Publication) -> Rows:
    columns = ("id", "kind", "series", "span")
    return columns, [
        (it.id, it.kind, it.series, f"{it.span:g}") for it in publication.charts.values()
    ]


def _facts(publication: Publication, place: str, *, quiet: bool) -> Rows:
    from briefing.cli.editions import editions_of_facts
    from briefing.make import check_place

    if place:
        check_place(publication, place)
    editions, problems = editions_of_facts(publication, (place,) if place else ())
    if not quiet:
        show_problems(problems)
    columns = ("id", "value", "unit", "source", "confidence", "editions")
    rows: list[tuple[str, ...]] = []
    for it in publication.facts.values():
        value = "" if it.value is None else str(it.value)
        value += "" if it.upper is None else f"-{it.upper}"
        unit = publication.measures[it.measure].unit
        rows.append((it.id, value, unit, it.source, it.confidence, " ".join(editions[it.id])))
    return columns, rows


def _sources(publication: Publication) -> Rows:
    columns = ("id", "publisher", "title", "published", "basis", "confidence", "url")
    return columns, [
        (it.id, it.publisher, it.title, it.published, it.basis, it.confidence, it.url)
        for it in publication.sources.values()
    ]


def _measures(publication: Publication) -> Rows:
    columns = ("id", "name", "unit", "counts", "excludes", "caveat")
    return columns, [
        (it.id, it.name, it.unit, it.counts, it.excludes, it.caveat)
        for it in publication.measures.values()
    ]


def _places(publication: Publication, place: str) -> Rows:
    """All places, or one with all that lies in it; why there is no edition, without its count."""
    columns = ("id", "name", "kind", "region", "edition", "reason")
    geography = publication.geography
    reasons = {name: geography.refusal(name) for name in publication.places}
    return columns, [
        (
            *(it.id, it.name, it.kind, it.region),
            *("no" if reasons[it.id] else "yes", reasons[it.id]),
        )
        for it in publication.places.values()
        if not place or place in geography.around(it.id)
    ]


def _terms(publication: Publication) -> Rows:
    columns = ("discouraged", "recommended", "reason", "source")
    return columns, [
        (it.discouraged, it.recommended, it.reason, it.source) for it in publication.terms
    ]


_LISTS = {
    "audiences": _audiences,
    "charts": _charts,
    "sources": _sources,
    "measures": _measures,
    "terms": _terms,
}
