"""Options that commands share, and the publication they lead to."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from briefing.cli.completion import folders, names_of
from briefing.cli.usage import OneOf
from briefing.diagnostics import Problem, UsageError
from briefing.values import value

if TYPE_CHECKING:
    from briefing.document import Edition, Theme
    from briefing.publication import Publication

Command: TypeAlias = Callable[..., Any]
Decorator: TypeAlias = Callable[[Command], Command]


@value
class Common:
    """What every command is told: the publication's folder, and how much to say."""

    folder: Path | None
    quiet: bool
    verbose: bool

    def load(self) -> Publication:
        """The publication; with ``--verbose`` says on stderr which one, and how long it took."""
        import time

        from briefing.publication import find, load
        from briefing.publication.folder import mistaken

        started = time.perf_counter()
        start = Path() if self.folder else _current_folder()
        root = find(start, self.folder)
        if not self.folder and (problem := mistaken(start, root)):
            click.echo(str(problem), err=True)
        publication = load(root)
        self.note(f"publication: {root}, read in {time.perf_counter() - started:.2f} s")
        return publication

    def place(self) -> str:
        """The folder of the publication in force, in words; loading has told if there is none."""
        from briefing.publication import find
        from briefing.publication.folder import is_built_in

        root = find(Path() if self.folder else _current_folder(), self.folder)
        return "the built-in publication" if is_built_in(root) else str(root)

    def note(self, message: str) -> None:
        """A line on stderr that only ``--verbose`` shows."""
        if self.verbose:
            click.echo(message, err=True)


def _current_folder() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        hint = "change to a folder that is there"
        raise UsageError(Problem("the current folder has been removed", hint=hint)) from None


def common_options(function: Command) -> Command:
    """``--publication``, ``--quiet`` and ``--verbose``, handed on as ``common``."""

    @click.option(
        "--publication",
        "folder",
        metavar="DIR",
        type=click.Path(path_type=Path),
        shell_complete=folders,
        help="The publication's folder.  [default: the nearest upward, else the built-in one]",
    )
    @click.option("-q", "--quiet", is_flag=True, help="Print no summary and no warnings.")
    @click.option("-v", "--verbose", is_flag=True, help="Say more, on stderr.")
    @wraps(function)
    def with_common(
        *args: Any, folder: Path | None, quiet: bool, verbose: bool, **kwargs: Any
    ) -> Any:
        return function(*args, common=Common(folder, quiet, verbose), **kwargs)

    return with_common


def format_option(*names: str, help: str) -> Decorator:
    """``--format``, handed on as ``form``: one of ``names``, the first unless another is given."""
    return click.option(
        "--format",
        "form",
        type=OneOf("format", names),
        default=names[0],
        show_default=True,
        help=help,
    )


class Place(click.ParamType["Path | str"]):
    """A folder; with ``stores`` the URL of one in an object store as well, which stays text."""

    name = "place"

    def __init__(self, stores: bool = True) -> None:
        self.stores = stores

    def convert(
        self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path | str:
        """``value`` as ``store.folder_or_url`` reads it; UsageError for a URL of no use here."""
        if isinstance(value, Path) or "://" not in value:
            return Path(value)
        from briefing.store.address import folder_or_url

        found = folder_or_url(value)
        if isinstance(found, str) and not self.stores:
            message = "this command writes to a folder, and not to a store"
            hint = (
                "write to a store with `briefing pack --out-dir URL`, where -a and --place choose"
            )
            raise UsageError(Problem(message, hint=hint))
        return found


def out_dir_option(help: str, stores: bool = True) -> Decorator:
    """``--out-dir``: where files named by their edition go, a folder or (``stores``) a URL."""
    return click.option(
        "--out-dir",
        type=Place(stores),
        default=Path("out"),
        show_default=True,
        metavar="DIR|URL" if stores else "DIR",
        shell_complete=folders,
        help=help,
    )


def place_option(help: str) -> Decorator:
    """``--place``: an id or a name of ``data/places.csv``; empty where none is given."""
    return click.option(
        "--place", default="", metavar="PLACE", shell_complete=names_of("place"), help=help
    )


@value
class Choice:
    """What is chosen of an edition besides its audience; empty where the publication decides."""

    place: str
    paper: str
    language: str
    profile: str

    def edition(self, publication: Publication, theme: Theme, audience: str) -> Edition:
        """The edition for ``audience``; UsageError for what is not there."""
        from briefing.make import edition_of

        return edition_of(
            publication, theme, audience, self.paper, self.language, self.profile, self.place
        )


def edition_options(function: Command) -> Command:
    """``--place``, ``--paper``, ``--language`` and ``--profile``, handed on as ``choice``."""

    @place_option("World, region or country, by id or name.  [default: the publication's]")
    @click.option(
        "--paper",
        default="",
        metavar="PAPER",
        shell_complete=names_of("paper"),
        help="a4 or letter, laid out each for itself.  [default: the publication's]",
    )
    @click.option(
        "--language",
        default="",
        metavar="LANG",
        shell_complete=names_of("language"),
        help="Language of the edition.  [default: the publication's]",
    )
    @click.option(
        "--profile",
        default="",
        metavar="PROFILE",
        help="Kind of output: office.  [default: the publication's]",
    )
    @wraps(function)
    def with_choice(
        *args: Any, place: str, paper: str, language: str, profile: str, **kwargs: Any
    ) -> Any:
        return function(*args, choice=Choice(place, paper, language, profile), **kwargs)

    return with_choice
