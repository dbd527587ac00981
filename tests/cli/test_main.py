"""The command as a whole: help, version, what it imports."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli.main import cli
from briefing.diagnostics import EXIT_CODES
from tests.cli.command import Command

COMMANDS = ["build", "check", "completion", "explain", "list", "pack", "schema", "show"]
READERS = ["build", "check", "list", "pack", "show"]
"""The commands that read a publication."""

HEAVY = ["matplotlib", "reportlab", "pydantic", "jinja2", "babel", "uharfbuzz", "yaml", "rich"]


def test_help_has_every_exit_code(briefing: Command) -> None:
    """``briefing --help`` prints the whole table of exit codes on stdout."""
    outcome = briefing("--help")
    assert outcome.code == 0
    assert outcome.err == ""
    for code, meaning in EXIT_CODES.items():
        assert f"{code:<4} {meaning}" in outcome.out


def test_commands_are_listed(briefing: Command) -> None:
    """``briefing --help`` lists every command."""
    out = briefing("--help").out
    assert sorted(cli.commands) == COMMANDS
    for name in COMMANDS:
        assert f"\n  {name} " in out


@pytest.mark.parametrize("name", COMMANDS)
def test_help_mentions_every_option(briefing: Command, name: str) -> None:
    """The help of a command mentions each of its options."""
    outcome = briefing(name, "--help")
    assert outcome.code == 0
    for parameter in cli.commands[name].params:
        for option in parameter.opts:
            assert option in outcome.out or parameter.param_type_name == "argument"


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("option", ["--publication", "--quiet", "--verbose"])
def test_every_command_shares(briefing: Command, name: str, option: str) -> None:
    """Every command that reads a publication takes --publication, --quiet and --verbose."""
    assert option in briefing(name, "-h").out


@pytest.mark.parametrize("name", COMMANDS)
def test_help_needs_no_publication(
    briefing: Command, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Help is to be had in the folder of a broken publication."""
    (tmp_path / "briefing.toml").write_text("broken = ", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    outcome = briefing(name, "--help")
    assert (outcome.code, outcome.err) == (0, "")


def test_version(briefing: Command) -> None:
    """``--version`` prints name and version, on one line."""
    outcome = briefing("--version")
    assert outcome.code == 0
    assert outcome.out.startswith("briefing ")
    assert outcome.out.count("\n") == 1


def test_nothing_asked(briefing: Command) -> None:
    """Without arguments the help goes to stderr, and it is a usage error."""
    outcome = briefing()
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("Usage: briefing ")
    assert "error:" not in outcome.err


def test_start_imports_nothing_heavy() -> None:
    """Importing the command line brings in none of the heavy libraries."""
    code = f"import briefing.cli.main, sys; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"
