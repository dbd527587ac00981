"""``briefing pack``: every edition that the publication has, in one run."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import collector
from briefing.cli.completion import names_of
from briefing.cli.options import (
    Common,
    Decorator,
    common_options,
    format_option,
    out_dir_option,
)
from briefing.diagnostics import Problem, SomeFailed, UsageError

if TYPE_CHECKING:
    from briefing.document import Edition, Theme
    from briefing.pack import Pack, Scheduler, Wanted
    from briefing.publication import Publication

EMPTY = "nothing to make: the list names no edition"


class Names(click.ParamType[tuple[str, ...]]):
    """Names with commas between, for an option that may be given more than once as well."""

    name = "names"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Each name without blanks; UsageError where there is none, which must not mean all."""
        names = tuple(filter(None, (part.strip() for part in value.split(","))))
        if not names:
            option = param.opts[-1] if param else "this option"
            message = f'{option} "{value}" holds no name'
            raise UsageError(Problem(message, hint="leave the option out for the default"))
        return names


def _several(*flags: str, metavar: str, kind: str, help: str) -> Decorator:
    return click.option(
        *flags,
        multiple=True,
        type=Names(),
        metavar=metavar,
        shell_complete=names_of(kind),
        help=help,
    )


@click.command()
@_several(
    "-a", "--audience", "audiences", metavar="NAMES", kind="audience",
    help="Audiences, with commas between.  [default: the publication's]",
)  # fmt: skip
@_several(
    "--place", "places", metavar="NAMES", kind="place",
    help="Countries by id or name; a region stands for its countries.  "
    "[default: the world and every country that has an edition]",
)  # fmt: skip
@_several(
    "--paper", "papers", metavar="NAMES", kind="paper",
    help="a4, letter, or both.  [default: the publication's]",
)  # fmt: skip
@_several(
    "--language", "languages", metavar="NAMES", kind="language",
    help="Languages.  [default: the publication's]",
)  # fmt: skip
@click.option("--profile", default="", metavar="PROFILE", help="Kind of output: office.")
@click.option(
    "--editions",
    "listed",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Make the editions whose ids stand in FILE, one on each line, and no others.",
)
@click.option(
    "--resume",
    is_flag=True,
    help="Go on with the last pack: its editions, its folder unless --out-dir names one.",
)
@click.option("--only-failed", is_flag=True, help="Make those that failed in the last run.")
@click.option("--fail-fast", is_flag=True, help="End the run after the first failure.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 256),
    default=None,
    metavar="N",
    help="Processes that work at once.  [default: one for each processor]",
)
@click.option(
    "--scheduler",
    "address",
    default="",
    metavar="ADDRESS",
    help="Give the work to a Dask cluster, by its scheduler's address.",
)
@click.option("--zip", "zipped", is_flag=True, help="Put all files into pack.zip as well.")
@click.option("--dry-run", is_flag=True, help="Say what would be made, and why; make nothing.")
@out_dir_option("Folder for the files, or the URL of one in an object store.")
@format_option("text", "json", help="For people; or a JSON object for each edition, as it ends.")
@common_options
def pack(
    common: Common,
    audiences: tuple[tuple[str, ...], ...],
    places: tuple[tuple[str, ...], ...],
    papers: tuple[tuple[str, ...], ...],
    languages: tuple[tuple[str, ...], ...],
    profile: str,
    listed: Path | None,
    resume: bool,
    only_failed: bool,
    fail_fast: bool,
    jobs: int | None,
    address: str,
    zipped: bool,
    dry_run: bool,
    out_dir: Path | str,
    form: str,
) -> int:
    """Build many editions in one run, and only those that changed.

    \b
    briefing pack
    briefing pack -a government --place africa --paper a4,letter --out-dir pack
    briefing pack --dry-run --format json
    briefing pack --scheduler tcp://192.0.2.1:8786
    briefing pack --resume

    A failed edition does not stop the others: its log is in the folder's logs/, and the exit code
    is 3. What was finished stays when a run is interrupted; the same command goes on from there,
    and so does --resume.
    """
    from briefing.processes import prepare

    choices = (audiences, places, papers, languages, profile)
    if listed or resume:
        _nothing_else(f"--editions {listed}" if listed else "--resume", *choices, listed and resume)
    if jobs and address:
        message = "--jobs is for this machine alone: the cluster has the workers it has"
        raise click.UsageError(message)
    jobs = jobs or _processors()
    if jobs > 1 and not address and not dry_run:
        prepare()  # it starts while this process imports and reads
    with collector.paused():  # all that is imported and read stays
        from briefing.cli.progress import reporter
        from briefing.pack import Pack, Wanted
        from briefing.publication.theme import load_theme

        publication = common.load()
        theme = load_theme(publication.root)
    collector.settle()
    if resume:
        out_dir = _resumed_folder(publication, out_dir)
    names = [tuple(chain(*given)) for given in (audiences, places, papers, languages)]
    wanted = Wanted(*names, profile=profile)
    editions = _editions(publication, theme, wanted, listed, out_dir if resume else None)
    made = Pack(publication, theme, editions, out_dir)
    if only_failed:
        made.keep_failed()
    if dry_run:
        return _plan(made, form)
    if not made.editions and form == "text" and not common.quiet:
        click.echo("nothing to make: no edition failed in the last run" if only_failed else EMPTY)
        return 0
    with reporter(made, form, common) as report:
        for done in made.run(jobs, fail_fast, _scheduler(address, common)):
            report.done(done)
    if zipped:
        path = made.write_zip()
        if form == "text" and not common.quiet:
            click.echo(f"{path}: all files of the pack")
    return SomeFailed.exit_code if report.failed else 0


def _nothing_else(option: str, *given: object) -> None:
    if any(given):
        message = f"{option} names the editions: leave the other choices out"
        raise click.UsageError(message)


def _resumed_folder(publication: Publication, out_dir: Path | str) -> Path | str:
    """The folder of the last pack, unless another one is named."""
    from briefing.pack import last_folder

    source = click.get_current_context().get_parameter_source("out_dir")
    default = source is click.core.ParameterSource.DEFAULT
    return last_folder(publication.root) if default else out_dir


def _editions(
    publication: Publication,
    theme: Theme,
    wanted: Wanted,
    listed: Path | None,
    resumed: Path | str | None,
) -> list[Edition]:
    """What is to be made: the plan of a folder, those of a list, or what is wanted."""
    from briefing.pack import kept_plan, planned, read_list
    from briefing.pack.folder import PackFolder

    if resumed:
        return kept_plan(publication, theme, PackFolder(resumed))
    if listed:
        return read_list(publication, theme, listed)
    return planned(publication, theme, wanted)


def _scheduler(address: str, common: Common) -> Scheduler | None:
    from briefing.pack import Scheduler

    def say(message: str) -> None:
        click.echo(message, err=True)

    return Scheduler(address, say, common.verbose) if address else None


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _plan(pack: Pack, form: str) -> int:
    """What a run would do."""
    import json

    from briefing.pack import file_of

    counted = 0
    for edition, reason in pack.plan():
        counted += bool(reason)
        path = pack.folder.shown(file_of(edition.id))
        if form == "json":
            status = "make" if reason else "reuse"
            line = {"edition": edition.id, "status": status, "reason": reason, "path": path}
            click.echo(json.dumps(line, ensure_ascii=False))
        elif reason:
            click.echo(f"{path}: {reason}")
    if form == "text":
        left = len(pack.editions) - counted
        click.echo(f"{len(pack.editions)} editions: {counted} to make, {left} up to date")
    return 0
