"""Completion in the user's shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.shell_completion import CompletionItem, get_completion_class

from briefing.cli.completion import (
    PROGRAM,
    SHELLS,
    VARIABLE,
    complete,
    folder_in_force,
    names_of,
)
from briefing.cli.main import cli
from briefing.publication import find
from tests import whole_publication
from tests.cli.command import Command, assert_message

REPOSITORY = Path(__file__).parents[2]


def items(*words: str, command: click.Command = cli) -> list[CompletionItem]:
    """What completes the last of ``words``."""
    kind = get_completion_class("bash")
    assert kind is not None
    return kind(command, {}, PROGRAM, VARIABLE).get_completions(list(words[:-1]), words[-1])


def completed(*words: str, command: click.Command = cli) -> list[str]:
    """The words that complete the last of ``words``."""
    return [item.value for item in items(*words, command=command)]


CASES = {
    "a command": (["sh"], ["show"]),
    "commands": (
        [""],
        ["build", "check", "completion", "explain", "list", "pack", "schema", "show"],
    ),
    "an option": (["build", "--pap"], ["--paper"]),
    "audiences": (["build", "-a", ""], ["readers", "writers"]),
    "a second audience": (["build", "-a", "readers", "--audience", "w"], ["writers"]),
    "capitals": (["show", "-a", "READ"], ["readers"]),
    "papers": (["show", "--paper", ""], ["a4", "letter"]),
    "languages": (["build", "--language", ""], ["en"]),
    "kinds of list": (["list", "me"], ["measures"]),
    "kinds of format": (["list", "facts", "--format", ""], ["table", "json", "csv"]),
    "shells": (["completion", ""], ["bash", "zsh", "fish"]),
    "schemas": (["schema", ""], ["briefing"]),
    "nothing like it": (["build", "-a", "zz"], []),
}


@pytest.fixture
def writers(publication: Path) -> Path:
    """The small publication with a second audience, and a file that only looks like one."""
    readers = (publication / "data" / "audiences" / "readers.toml").read_text("utf-8")
    files = {"writers.toml": readers, ".hidden.toml": readers, "~$readers.toml": "", "a.txt": ""}
    names = {f"data/audiences/{name}": text for name, text in files.items()}
    return whole_publication.write(publication, **names)


@pytest.mark.parametrize("case", CASES)
def test_completed(writers: Path, case: str) -> None:
    """Commands, options, kinds and names complete, of the publication in force."""
    words, expected = CASES[case]
    assert completed(*words) == expected


def test_facts_and_places(writers: Path) -> None:
    """Ids that stand in a table complete for any option that takes them."""

    @click.command()
    @click.option("--fact", shell_complete=names_of("fact"))
    @click.option("--place", shell_complete=names_of("place"))
    def explain() -> None:
        """Nothing."""

    assert completed("--fact", "reports-20", command=explain) == [
        *("reports-2022", "reports-2023", "reports-2023-ken")
    ]
    assert completed("--place", "", command=explain) == ["ken", "world"]


def test_of_another_publication(writers: Path, tmp_path: Path) -> None:
    """--publication says whose names they are."""
    other = whole_publication.write(tmp_path / "other")
    assert completed("build", "--publication", str(other), "-a", "") == ["readers"]
    assert completed("build", "--publication", str(tmp_path / "none"), "-a", "") == []


def test_folders(publication: Path) -> None:
    """Where a folder is wanted the shell completes folders."""
    for words in (["list", "facts", "--publication", "x"], ["build", "--out-dir", "x"]):
        assert [(item.type, item.value) for item in items(*words)] == [("dir", "x")]


def test_broken_publication(publication: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be read completes to nothing, without a word; file names are still names."""
    (publication / "assets" / "theme.toml").write_text("broken = ", encoding="utf-8")
    (publication / "briefing.toml").write_text("broken = ", encoding="utf-8")
    assert completed("build", "--paper", "") == []
    assert completed("build", "-a", "") == ["readers"]
    shutil.rmtree(publication / "data")
    assert completed("build", "-a", "") == []
    assert capsys.readouterr() == ("", "")


def test_the_folder_is_that_of_the_commands(
    publication: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Completing looks for the publication where the commands do."""
    for here in (publication, publication / "data" / "sections", tmp_path):
        monkeypatch.chdir(here)
        assert folder_in_force(None) == find(Path())
    relative = Path("publication")
    assert folder_in_force(relative) == find(Path(), relative)
    with pytest.raises(FileNotFoundError):
        folder_in_force(tmp_path)


@pytest.mark.parametrize("instruction", ["", "nonsense", "bash", "bash_nonsense", "bash_complete"])
def test_errors_are_silent(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], instruction: str
) -> None:
    """A question that makes no sense gets no answer and no message."""
    monkeypatch.setenv(VARIABLE, instruction)
    monkeypatch.delenv("COMP_WORDS", raising=False)
    assert complete(cli) == 1
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_script(
    briefing: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shell: str
) -> None:
    """The script is printed anywhere, and is click's own for the shell."""
    monkeypatch.chdir(tmp_path)
    outcome = briefing("completion", shell)
    assert (outcome.code, outcome.err) == (0, "")
    assert f"{VARIABLE}={shell}_complete" in outcome.out


def test_help_says_how_to_install(briefing: Command) -> None:
    """The help has one line for each shell."""
    lines = briefing("completion", "--help").out.splitlines()
    for shell in SHELLS:
        assert sum(f"briefing completion {shell}" in line for line in lines) == 1


def test_unknown_shell(briefing: Command) -> None:
    """Another shell is an error of usage, with those that are known."""
    outcome = briefing("completion", "tcsh")
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert "known: bash, fish, zsh" in outcome.err


def test_nothing_heavy_is_imported(writers: Path) -> None:
    """To complete a name neither the publication is loaded nor any library but click."""
    code = (
        "import sys\n"
        "from briefing.cli.completion import complete\n"
        "from briefing.cli.main import cli\n"
        "assert complete(cli) == 0\n"
        "print([m for m in sys.modules if m.startswith(('briefing.publication', 'briefing.make'))"
        " or m in ('yaml', 'babel', 'pydantic', 'jinja2', 'matplotlib', 'reportlab')])\n"
    )
    asked = {VARIABLE: "bash_complete", "COMP_WORDS": "briefing build -a wri", "COMP_CWORD": "3"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **asked, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert (done.stdout, done.stderr) == ("plain,writers\n[]\n", "")


def _bash(folder: Path, *words: str) -> str:
    """What a real bash has in COMPREPLY once it has completed the last of ``words``."""
    command = folder / "bin" / "briefing"
    command.parent.mkdir(exist_ok=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefing "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    script = (
        'eval "$(briefing completion bash)"\n'
        "complete -p briefing >&2\n"
        'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))\n'
        "_briefing_completion briefing\n"
        'echo "${COMPREPLY[*]}"\n'
    )
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script, "bash", *words],
        env={**os.environ, "PATH": path, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == "complete -o nosort -F _briefing_completion briefing\n"
    return done.stdout.strip()


@pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="needs bash")
def test_in_bash(writers: Path) -> None:
    """In a real bash the script is installed and completes; in a broken publication, silently."""
    assert _bash(writers, "briefing", "bu") == "build"
    assert _bash(writers, "briefing", "build", "-a", "") == "readers writers"
    assert _bash(writers, "briefing", "show", "--paper", "le") == "letter"
    shutil.rmtree(writers / "data")
    assert _bash(writers, "briefing", "build", "-a", "") == ""
