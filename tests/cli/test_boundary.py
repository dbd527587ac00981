"""Errors become messages and exit codes."""

from __future__ import annotations

import io
import sys

import click
import pytest

from briefing.cli.boundary import open_streams, run, show_problems
from briefing.diagnostics import (
    BriefingError,
    CheckRefused,
    ComposeError,
    OutputError,
    Problem,
    PublicationError,
    RenderError,
    SomeFailed,
    UsageError,
)

ERRORS = [
    (BriefingError, 1),
    (PublicationError, 1),
    (ComposeError, 1),
    (RenderError, 1),
    (OutputError, 1),
    (UsageError, 2),
    (SomeFailed, 3),
    (CheckRefused, 4),
]


def command(error: BaseException | None = None, result: object = None) -> click.Command:
    """A command that raises ``error`` or returns ``result``."""

    @click.command()
    @click.option("-v", "--verbose", is_flag=True)
    def act(verbose: bool) -> object:
        if error is not None:
            raise error
        return result

    return act


@pytest.mark.parametrize(("kind", "code"), ERRORS)
def test_errors(capsys: pytest.CaptureFixture[str], kind: type[BriefingError], code: int) -> None:
    """Each error gives its exit code, and each of its problems is told on stderr."""
    error = kind(Problem("one thing", hint="mend it"), "another thing")
    assert run(command(error), []) == code
    assert capsys.readouterr() == (
        "",
        "error: one thing\n  hint: mend it\nerror: another thing\n",
    )


@pytest.mark.parametrize(("result", "code"), [(None, 0), (0, 0), (4, 4), ("text", 0)])
def test_result_is_the_exit_code(result: object, code: int) -> None:
    """A number that a command returns is the exit code; else it is 0."""
    assert run(command(result=result), []) == code


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.Abort()])
def test_interrupt(capsys: pytest.CaptureFixture[str], error: BaseException) -> None:
    """Ctrl-C is one line and 130."""
    assert run(command(error), []) == 130
    out, err = capsys.readouterr()
    assert out == ""
    assert err.strip() == "interrupted: nothing half-written was left behind"


def test_no_memory(capsys: pytest.CaptureFixture[str]) -> None:
    """Too little memory is no fault of the program."""
    assert run(command(MemoryError()), []) == 1
    assert capsys.readouterr().err.startswith("error: there is not enough memory\n  hint: ")


def test_fault(capsys: pytest.CaptureFixture[str]) -> None:
    """A fault asks to be reported; --verbose shows where it happened, with no traceback."""
    assert run(command(ValueError("no wheel")), []) == 1
    err = capsys.readouterr().err
    assert err == (
        "error: a fault of the program: ValueError: no wheel\n"
        "  hint: please report it; --verbose shows where it happened\n"
    )
    assert run(command(ValueError("no wheel")), ["--verbose"]) == 1
    verbose = capsys.readouterr().err
    assert "test_boundary.py:" in verbose
    assert "Traceback" not in verbose


class Terminal(io.StringIO):
    """A stderr that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variable", "value", "coloured"),
    [("TERM", "xterm", True), ("TERM", "dumb", False), ("NO_COLOR", "1", False)],
)
def test_colour(monkeypatch: pytest.MonkeyPatch, variable: str, value: str, coloured: bool) -> None:
    """The severity has a colour on a terminal, unless the user wants none."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(variable, value)
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    show_problems([Problem("wrong", severity="warning")])
    assert ("\x1b[33m" in screen.getvalue()) == coloured
    assert "warning:" in screen.getvalue()


def test_no_colour_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    """Where stderr is no terminal there is no escape code."""
    show_problems([Problem("wrong")])
    assert capsys.readouterr().err == "error: wrong\n"


def test_closed_streams(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that was closed by the caller leads nowhere."""
    monkeypatch.setattr(sys, "stdout", None)
    open_streams()
    with sys.stdout:
        assert sys.stdout.write("nobody hears this") > 0


def test_streams_take_every_character(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file or pipe gets UTF-8, whatever the system would choose."""
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(data, encoding="ascii"))
    open_streams()
    sys.stdout.write("2019–2022 \udcff")
    sys.stdout.flush()
    assert data.getvalue() == "2019–2022 ".encode() + b"\xff"


def test_encoding_that_the_user_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    """PYTHONIOENCODING is kept; what it cannot say becomes a question mark."""
    monkeypatch.setenv("PYTHONIOENCODING", "latin-1")
    data = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(data, encoding="latin-1"))
    open_streams()
    sys.stdout.write("é–")
    sys.stdout.flush()
    assert data.getvalue() == b"\xe9?"
