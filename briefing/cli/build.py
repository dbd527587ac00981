"""``briefing build``: a PDF for one audience, or for several."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.boundary import show_problems
from briefing.cli.completion import names_of
from briefing.cli.opening import open_files
from briefing.cli.options import (
    Choice,
    Common,
    Place,
    common_options,
    edition_options,
    format_option,
    out_dir_option,
)
from briefing.diagnostics import OutputError, Problem, SomeFailed

if TYPE_CHECKING:
    from briefing.document import Edition
    from briefing.make import Result
    from briefing.pack import Failure
    from briefing.publication import Publication


@click.command()
@click.option(
    "-a",
    "--audience",
    "audiences",
    multiple=True,
    metavar="AUDIENCE",
    shell_complete=names_of("audience"),
    help="For whom; may be given more than once. `briefing list audiences` shows the names.",
)
@edition_options
@click.option(
    "-o",
    "--output",
    type=Place(stores=False),
    metavar="FILE",
    help="Name the file; for one audience only.",
)
@out_dir_option("Folder for files named by their edition.", stores=False)
@click.option(
    "--open", "opened", is_flag=True, help="Open each PDF in your viewer when it is made."
)
@format_option("text", "json", help="What to print of each file: a line, or a JSON object.")
@common_options
@click.pass_context
def build(
    context: click.Context,
    common: Common,
    audiences: tuple[str, ...],
    choice: Choice,
    output: Path | None,
    out_dir: Path,
    opened: bool,
    form: str,
) -> int:
    """Build the briefing of an audience as a PDF.

    \b
    briefing build --audience government
    briefing build -a tech-industry --paper letter -o handout.pdf
    """
    from briefing.pack import Failure, run
    from briefing.publication.theme import load_theme

    _one_target(context, audiences, output)
    publication = common.load()
    theme = load_theme(publication.root)
    editions = [choice.edition(publication, theme, audience) for audience in audiences or ("",)]

    def path_of(edition: Edition) -> Path:
        return output or out_dir / f"{edition.id}.pdf"

    results = []
    for result in run(publication, list(dict.fromkeys(editions)), theme, path_of):
        _show(result, publication, form, common)
        results.append(result)
    if opened:
        open_files([result.path for result in results if not isinstance(result, Failure)])
    return _exit_code(results)


def _one_target(context: click.Context, audiences: tuple[str, ...], output: Path | None) -> None:
    given = context.get_parameter_source("out_dir")
    if output and given is not click.core.ParameterSource.DEFAULT:
        raise click.UsageError("give --output or --out-dir, not both", context)
    if output and len(set(map(str.casefold, audiences))) > 1:
        raise click.UsageError("--output names one file, but there are several audiences", context)
    if output and os.path.isdir(output):
        folder = output.as_posix()
        hint = f'name a file in it, such as "{folder}/handout.pdf", or write --out-dir "{folder}"'
        raise OutputError(Problem(f'"{folder}" is a folder, not a file', hint=hint))


def _show(result: Result | Failure, publication: Publication, form: str, common: Common) -> None:
    from briefing.pack import Failure

    if isinstance(result, Failure):
        show_problems(result.error.problems)
        return
    if not common.quiet:
        show_problems(result.problems)
    if form == "json":
        click.echo(_json(result, publication))
    elif not common.quiet:
        pages = "1 page" if result.pages == 1 else f"{result.pages} pages"
        title = publication.settings.title
        click.echo(
            f"{result.path}: {pages} in {result.seconds:.1f} s, from {title} ({publication.root})"
        )


def _json(result: Result, publication: Publication) -> str:
    import json

    return json.dumps(
        {
            "edition": result.edition.id,
            "path": str(result.path),
            "pages": result.pages,
            "bytes": result.size,
            "seconds": round(result.seconds, 3),
            "publication": str(publication.root),
            "warnings": len(result.problems),
        }
    )


def _exit_code(results: list[Result | Failure]) -> int:
    from briefing.pack import Failure

    failures = [result for result in results if isinstance(result, Failure)]
    if not failures:
        return 0
    return failures[0].error.exit_code if len(results) == 1 else SomeFailed.exit_code
