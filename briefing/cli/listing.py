"""``briefing list``: what a publication holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing.cli.options import Common, common_options, format_option
from briefing.cli.usage import OneOf

if TYPE_CHECKING:
    from briefing.publication import Publication

KINDS = ("audiences", "sections", "charts", "facts", "sources")


@click.command("list")
@click.argument("kind", type=OneOf("list", KINDS))
@format_option("table", "json", "csv", help="For people, or for a program.")
@common_options
def list_(common: Common, kind: str, form: str) -> None:
    """List the publication's audiences, sections, charts, facts or sources."""
    from briefing.cli.tables import show_table

    columns, rows = rows_of(common.load(), kind)
    show_table(columns, rows, form)


def rows_of(publication: Publication, kind: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The columns and rows of one list, in the publication's order; all cells as text."""
    return _LISTS[kind](publication)


Rows = tuple[tuple[str, ...], list[tuple[str, ...]]]


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


def _facts(publication: Publication) -> Rows:
    columns = ("id", "value", "unit", "qualifier", "period", "place", "source", "confidence")
    rows: list[tuple[str, ...]] = []
    for it in publication.facts.values():
        value = "" if it.value is None else str(it.value)
        value += "" if it.upper is None else f"-{it.upper}"
        unit = publication.measures[it.measure].unit
        rows.append(
            (it.id, value, unit, it.qualifier, it.period, it.place, it.source, it.confidence)
        )
    return columns, rows


def _sources(publication: Publication) -> Rows:
    columns = ("id", "publisher", "title", "published", "basis", "confidence", "url")
    return columns, [
        (it.id, it.publisher, it.title, it.published, it.basis, it.confidence, it.url)
        for it in publication.sources.values()
    ]


_LISTS = {
    "audiences": _audiences,
    "sections": _sections,
    "charts": _charts,
    "facts": _facts,
    "sources": _sources,
}
