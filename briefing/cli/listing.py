"""``briefing list``: what a publication holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing.cli.boundary import show_problems
from briefing.cli.options import Common, common_options, format_option
from briefing.cli.usage import OneOf

if TYPE_CHECKING:
    from briefing.publication import Publication

KINDS = (
    *("audiences", "sections", "charts", "facts", "sources"),
    *("measures", "places", "terms"),
)


@click.command("list")
@click.argument("kind", type=OneOf("list", KINDS))
@format_option("table", "json", "csv", help="For people, or for a program.")
@common_options
def list_(common: Common, kind: str, form: str) -> None:
    """List the publication's audiences, sections, charts, facts, sources, measures, places, terms.

    The column "editions" of facts names the editions that print a fact, in a text or a chart.
    """
    from briefing.cli.tables import show_table

    publication = common.load()
    if kind == "facts":
        columns, rows = _facts(publication, quiet=common.quiet)
    else:
        columns, rows = _LISTS[kind](publication)
    _refuse_names(publication, rows)
    show_table(columns, rows, form)


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


def _sections(publication: Publication) -> Rows:
    columns = ("id", "language", "audiences", "order", "role", "file")
    return columns, [
        (it.id, it.language, " ".join(it.audiences), str(it.order), it.role, it.where.path)
        for it in publication.sections
    ]


def _charts(publication: Publication) -> Rows:
    columns = ("id", "kind", "series", "span")
    return columns, [
        (it.id, it.kind, it.series, f"{it.span:g}") for it in publication.charts.values()
    ]


def _facts(publication: Publication, *, quiet: bool) -> Rows:
    from briefing.cli.editions import editions_of_facts

    editions, problems = editions_of_facts(publication)
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


def _places(publication: Publication) -> Rows:
    columns = ("id", "name", "region", "edition")
    return columns, [
        (it.id, it.name, it.region, "yes" if it.edition else "no")
        for it in publication.places.values()
    ]


def _terms(publication: Publication) -> Rows:
    columns = ("discouraged", "recommended", "reason", "source")
    return columns, [
        (it.discouraged, it.recommended, it.reason, it.source) for it in publication.terms
    ]


_LISTS = {
    "audiences": _audiences,
    "sections": _sections,
    "charts": _charts,
    "sources": _sources,
    "measures": _measures,
    "places": _places,
    "terms": _terms,
}
