"""``briefing check``: what is wrong with the publication."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any

import click

from briefing.cli.options import Common, common_options, format_option, place_option
from briefing.diagnostics import CheckRefused, PublicationError

if TYPE_CHECKING:
    from briefing.diagnostics import Problem
    from briefing.document import Edition, Theme
    from briefing.publication import Publication


@click.command()
@click.option("--strict", is_flag=True, help="Let warnings refuse, too (exit code 4).")
@click.option("--all", "every", is_flag=True, help="Compose the editions of all places.")
@place_option("Compose the editions of this place only.")
@format_option("text", "json", help="For people, or for a program.")
@common_options
@click.pass_context
def check(
    context: click.Context, common: Common, strict: bool, every: bool, place: str, form: str
) -> int:
    """Say what is wrong with the publication, with file and line.

    Reads every file, composes every audience's briefing and every chart, and holds words and
    numbers against the publication's own rules. Of places other than the default one it composes
    the first region, the first country and the country with the least data, unless --all or
    --place says otherwise. Errors exit with 1; warnings alone with 0, and with --strict 4.
    """
    if every and place:
        raise click.UsageError("give --all or --place, not both", context)
    problems = list(dict.fromkeys(_problems(common, every, place)))
    folder = common.place()
    errors = sum(problem.severity == "error" for problem in problems)
    # What makes the exit code is said, however quiet.
    shown = [it for it in problems if strict or it.severity == "error" or not common.quiet]
    _show(shown, problems, form, common, folder)
    if errors:
        return PublicationError.exit_code
    return CheckRefused.exit_code if strict and problems else 0


def _problems(common: Common, every: bool, place: str) -> Iterable[Problem]:
    from briefing.checks import check_publication
    from briefing.publication.theme import load_theme

    try:
        publication = common.load()
    except PublicationError as error:
        return error.problems  # nothing can be composed from what cannot be read
    found = list(check_publication(publication))
    try:
        theme = load_theme(publication.root)
    except PublicationError as error:
        return [*found, *error.problems]
    places = _places(publication, every, place)
    return [*found, *_of_editions(publication, theme, places)]


def _places(publication: Publication, every: bool, place: str) -> Sequence[str]:
    """The places whose editions are composed; UsageError for one that has none."""
    from briefing.make import check_place, place_of

    if place:
        found = place_of(publication, place)
        check_place(publication, found)
        return (found,)
    return publication.geography.editions if every else publication.geography.samples()


def _of_editions(
    publication: Publication, theme: Theme, places: Sequence[str]
) -> Iterable[Problem]:
    """The problems of each audience's editions; the same one of several is told once."""
    from briefing.checks import check_briefing
    from briefing.compose import compose
    from briefing.diagnostics import BriefingError
    from briefing.make import edition_of

    shown: set[str] = set()
    whole = True
    default = publication.settings.place
    places = list(dict.fromkeys((*(p for p in places if p == default), *places)))
    edition = None
    for audience, place in product(publication.audiences, places):
        try:
            edition = edition_of(publication, theme, audience, place=place)
            document = compose(publication, edition)
            shown |= {block.id for block in document.blocks if block.type == "figure"}
            yield from check_briefing(publication, document)
        except BriefingError as error:
            whole = False
            yield from error.problems
    if whole and edition is not None:
        yield from _of_charts(publication, edition, shown)


def _of_charts(
    publication: Publication, edition: Edition, shown: Collection[str]
) -> Iterable[Problem]:
    """Charts that no edition shows are composed as well: a mistake must not wait there."""
    from briefing.compose import compose_chart
    from briefing.diagnostics import ComposeError

    for chart in publication.charts.values():
        if chart.id in shown:
            continue
        try:
            compose_chart(publication, edition, chart.id)
        except ComposeError as error:
            yield from error.problems


def _show(
    shown: list[Problem], problems: list[Problem], form: str, common: Common, place: str
) -> None:
    if form == "json":
        import json

        objects = [_object(problem) for problem in problems]
        click.echo(json.dumps(objects, ensure_ascii=False, indent=2))
        return
    for problem in shown:
        click.echo(str(problem))
    if not common.quiet:
        errors = sum(problem.severity == "error" for problem in problems)
        warnings = len(problems) - errors
        click.echo(f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')} in {place}")


def _object(problem: Problem) -> dict[str, Any]:
    where = problem.where
    return {
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "path": where.path if where else None,
        "line": where.line if where else None,
        "column": where.column if where else None,
    }


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
