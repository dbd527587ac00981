"""Where errors become messages and exit codes."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from briefing.cli.usage import usage_problem
from briefing.diagnostics import BriefingError, Problem, program_fault

INTERRUPTED = 130


def run(command: click.Command, arguments: Sequence[str]) -> int:
    """Run ``command``; the exit code. Messages go to stderr, in the one shape of Problem."""
    try:
        return _run(command, arguments)
    except BrokenPipeError:
        _drop_output()
        return 0


def _run(command: click.Command, arguments: Sequence[str]) -> int:
    try:
        result = command.main(list(arguments), "briefing", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except BriefingError as error:
        show_problems(error.problems)
        return error.exit_code
    except click.exceptions.NoArgsIsHelpError as error:  # `briefing` alone: help, on stderr
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except click.ClickException as error:
        show_problems([usage_problem(error)])
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted: nothing half-written was left behind", err=True)
        return INTERRUPTED
    except SystemExit:  # click's own way out of a closed pipe
        _drop_output()
        return 0
    except BrokenPipeError:
        raise
    except Exception as error:  # the last resort: a fault of the program is still a message
        show_problems([_last_resort(error)])
        if "--verbose" in arguments or "-v" in arguments:
            _show_where(error)
        return 1


def show_problems(problems: Sequence[Problem]) -> None:
    """Each problem on stderr; its severity in bold and colour on a terminal that wants it."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    for problem in problems:
        text = str(problem)
        label = f"{problem.severity}:"
        colour = "red" if problem.severity == "error" else "yellow"
        shown = label if plain else click.style(label, fg=colour, bold=True)
        click.echo(text.replace(label, shown, 1), err=True)


def _last_resort(error: Exception) -> Problem:
    if isinstance(error, MemoryError):
        hint = "shorten the longest texts, or use a machine with more of it"
        return Problem("there is not enough memory", hint=hint)
    if isinstance(error, OSError) and error.filename is None and error.strerror:
        _drop_output()  # else Python would fail at it again when it ends
        message = f"the output cannot be written: {error.strerror.lower()}"
        return Problem(message, hint="send it to another place")
    return program_fault(error, "--verbose shows where it happened")


def _show_where(error: Exception) -> None:
    import traceback

    for frame in traceback.extract_tb(error.__traceback__):
        click.echo(f"  at {frame.filename}:{frame.lineno} in {frame.name}", err=True)


def _drop_output() -> None:
    # The reader of our output has gone (`briefing list facts | head`), or nothing more can be
    # written to it: keep Python from trying to flush what is left when it ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def open_streams() -> None:
    """Make stdout and stderr take every character.

    A closed one leads nowhere. A file or pipe gets UTF-8, as authors' files are, whatever the
    system would choose; a terminal shows a question mark for what it cannot show.
    """
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115  it stays open, as the stream
            continue
        own = isinstance(stream, io.TextIOWrapper) and stream is getattr(sys, f"__{name}__")
        if own and isinstance(stream.buffer, io.RawIOBase):
            # PYTHONUNBUFFERED: Python drops what a nearly full disk did not take of one write.
            encoding = stream.encoding
            buffer = io.BufferedWriter(stream.detach())
            stream = io.TextIOWrapper(buffer, encoding, line_buffering=True)
            setattr(sys, name, stream)
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty() or "PYTHONIOENCODING" in os.environ:
                stream.reconfigure(errors="replace")
            else:  # names of files that are no UTF-8 come out as they are
                stream.reconfigure(encoding="utf-8", errors="surrogateescape")
