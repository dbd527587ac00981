"""What the command line objects to, in the one shape of our messages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from briefing.diagnostics import Problem, UsageError, nearest


class OneOf(click.Choice[str]):
    """One of a few ``names``; whoever writes another one is told the nearest.

    ``kind`` says what they are names of: "unknown format ...".
    """

    def __init__(self, kind: str, names: Sequence[str]) -> None:
        super().__init__(names)
        self.kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """``value`` where it is one of the names; raises UsageError."""
        if value not in self.choices:
            hint = nearest(str(value), self.choices)
            raise UsageError(Problem(f'unknown {self.kind} "{value}"', hint=hint))
        return str(value)


def usage_problem(error: click.ClickException) -> Problem:
    """An objection of click as a Problem: what is wrong, and where help is to be had."""
    hints = []
    if isinstance(error, click.MissingParameter) and error.param is not None:
        message = f'missing {error.param.param_type_name} "{error.param.human_readable_name}"'
        if isinstance(error.param.type, OneOf):
            hints.append(nearest("", error.param.type.choices))
    else:
        # NoSuchOption and, in newer versions of click, NoSuchCommand; their own words for the
        # nearest name are no part of the message.
        close = getattr(error, "possibilities", None)
        message = error.message if close else error.format_message()
        if close:
            hints.append(f'did you mean "{close[0]}"?')
    if isinstance(error, click.BadOptionUsage):
        hints.append("write its value after it")
    context = getattr(error, "ctx", None)
    hints.append(f'try "{context.command_path if context else "briefing"} --help"')
    return Problem(_in_our_style(message), hint="; ".join(hints).replace("?;", "?"))


def _in_our_style(message: str) -> str:
    message = message.strip().rstrip(".").replace("'", '"')
    return message[:1].lower() + message[1:]
