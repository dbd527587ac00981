"""Where errors become messages and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from briefing.diagnostics import BriefingError, Problem

INTERRUPTED = 130


def run(command: click.Command, arguments: Sequence[str]) -> int:
    """Run ``command``; the exit code. Messages go to stderr, in the one shape of Problem."""
    try:
        return _run(command, arguments)
    except BrokenPipeError:
        return _quiet_end()


def _run(command: click.Command, arguments: Sequence[str]) -> int:
    try:
        result = command.main(list(arguments), "briefing", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except BriefingError as error:
        show_problems(error.problems)
        return error.exit_code
    except click.ClickException as error:
        show_problems([_of_click(error)])
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted: nothing half-written was left behind", err=True)
        return INTERRUPTED
    except SystemExit:  # click's own way out of a closed pipe
        return _quiet_end()
    except BrokenPipeError:
        raise
    except Exception as error:  # the last resort: a fault of the program is still a message
        if "--verbose" in arguments:
            raise
        show_problems([_fault(error)])
        return 1


def show_problems(problems: Sequence[Problem]) -> None:
    """Each problem on stderr; the first word of its severity in bold on a terminal."""
    for problem in problems:
        text = str(problem)
        label = f"{problem.severity}:"
        colour = "red" if problem.severity == "error" else "yellow"
        click.echo(text.replace(label, click.style(label, fg=colour, bold=True), 1), err=True)


def _of_click(error: click.ClickException) -> Problem:
    message = error.format_message().rstrip(".")
    message = message[:1].lower() + message[1:]
    context = getattr(error, "ctx", None)
    hint = f"try '{context.command_path} --help'" if context else ""
    return Problem(message, hint=hint)


def _fault(error: Exception) -> Problem:
    return Problem(
        f"a fault of the program: {type(error).__name__}: {error}",
        hint="please report it; --verbose shows where it happened",
    )


def _quiet_end() -> int:
    # The reader of our output has gone (`briefing list facts | head`): say nothing, and keep
    # Python from trying to flush into the closed pipe when it ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 0
