"""Completion of commands, options and their values in the user's shell.

Nothing of a publication is read but the names of its files, and the one table that lists what is
asked for. Whatever goes wrong while completing, the shell is told nothing, and no message
disturbs the line that the user is writing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class, shell_complete

from briefing.cli.usage import OneOf

SHELLS = ("bash", "zsh", "fish")
PROGRAM = "briefing"
VARIABLE = "_BRIEFING_COMPLETE"
"""The environment variable by which the shell's script asks, as click names it."""

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


@click.command()
@click.argument("shell", type=OneOf("shell", SHELLS))
def completion(shell: str) -> None:
    """Print the script that makes a shell complete commands, options and names.

    \b
    bash: add to ~/.bashrc   eval "$(briefing completion bash)"   (bash 4.4 or newer)
    zsh:  add to ~/.zshrc    eval "$(briefing completion zsh)"
    fish: run once           briefing completion fish > ~/.config/fish/completions/briefing.fish
    """
    found = get_completion_class(shell)
    assert found is not None  # click has all of SHELLS
    script = found(click.Group(), {}, PROGRAM, VARIABLE)
    # Not source(): that of bash starts another bash, to ask for its version.
    click.echo(script.source_template % script.source_vars())


def complete(command: click.Command) -> int:
    """Answer the shell, on stdout; the exit code. Errors are silent."""
    try:
        return shell_complete(command, {}, PROGRAM, VARIABLE, os.environ[VARIABLE])
    except Exception:  # the user is writing a line, and did not ask for anything
        return 1


def names_of(kind: str) -> Completer:
    """Completes the names of a ``kind`` that the publication in force has: see ``_NAMES``."""

    def completed(
        context: click.Context, parameter: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        try:
            names = sorted(set(_NAMES[kind](folder_in_force(context.params.get("folder")))))
        except Exception:  # a broken publication has no names; `check` says why
            return []
        start = incomplete.casefold()
        return [CompletionItem(name) for name in names if name.casefold().startswith(start)]

    return completed


def folders(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Lets the shell complete the name of a folder."""
    return [CompletionItem(incomplete, type="dir")]


def folder_in_force(given: Path | None) -> Path:
    """The publication's folder, as ``publication.folder.find`` answers; FileNotFoundError.

    Asked here anew: the package that holds ``find`` takes longer to load than all the rest.
    """
    here = Path.cwd()
    package = Path(__file__).resolve().parents[1]
    own = (package / "builtin", package.parent)
    for folder in (given.absolute(),) if given else (here, *here.parents, *own):
        if os.path.isfile(folder / "briefing.toml"):
            return folder
    raise FileNotFoundError("briefing.toml")


def _files(folder: str, ending: str) -> Callable[[Path], Iterable[str]]:
    """The names of the files in a folder, which are the ids of what they hold."""

    def names(root: Path) -> Iterable[str]:
        found = [path.name for path in (root / folder).iterdir()]
        return [n.removesuffix(ending) for n in found if n.endswith(ending) and n[0] not in ".~"]

    return names


def _ids(table: str) -> Callable[[Path], Iterable[str]]:
    """The first column of a table."""

    def names(root: Path) -> Iterable[str]:
        import csv

        with open(root / table, encoding="utf-8-sig", newline="") as file:
            rows = [row for row in csv.reader(file) if row]
        return [row[0].strip() for row in rows[1:]]

    return names


def _papers(root: Path) -> Iterable[str]:
    import tomllib

    theme = tomllib.loads((root / "assets" / "theme.toml").read_text(encoding="utf-8-sig"))
    return list(theme["papers"])


def _places(root: Path) -> Iterable[str]:
    """The ids of the places of which the table does not say that they have no edition.

    Which countries have enough reports is told by the publication as a whole: not read here.
    """
    import csv

    with open(root / "data/places.csv", encoding="utf-8-sig", newline="") as file:
        return [row["id"] for row in csv.DictReader(file) if row["edition"].lower() == "yes"]


def _languages(root: Path) -> Iterable[str]:
    return [path.name for path in (root / "data" / "sections").iterdir() if path.is_dir()]


_NAMES: dict[str, Callable[[Path], Iterable[str]]] = {
    "audience": _files("data/audiences", ".toml"),
    "fact": _ids("data/facts.csv"),
    "language": _languages,
    "paper": _papers,
    "place": _places,
}
