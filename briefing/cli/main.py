"""The ``briefing`` command. Nothing heavy is imported until a command runs."""

from __future__ import annotations

import os
import signal
import sys

import click

from briefing.cli.build import build
from briefing.cli.check import check
from briefing.cli.completion import VARIABLE, complete, completion
from briefing.cli.explain import explain
from briefing.cli.listing import list_
from briefing.cli.pack import pack
from briefing.cli.schema import schema
from briefing.cli.show import show
from briefing.cli.version import version_option
from briefing.diagnostics import EXIT_CODES

EPILOG = "\b\nExit codes:\n" + "\n".join(f"  {code:<4} {text}" for code, text in EXIT_CODES.items())


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)
@version_option
def cli() -> None:
    """Make printable, accessible briefings from one publication of sourced figures.

    A publication is a folder with a briefing.toml, data/ and assets/. Without --publication it is
    the nearest one from the current folder upward, else the one that comes with the program.
    """


for command in (build, check, completion, explain, list_, pack, schema, show):
    cli.add_command(command)


def main() -> None:
    """Run the command and leave with its exit code; no traceback ever reaches the user."""
    try:
        from briefing.cli.boundary import open_streams, run

        open_streams()
        code = complete(cli) if VARIABLE in os.environ else run(cli, sys.argv[1:])
    except KeyboardInterrupt:  # before or after the command, or twice in a row
        code = 130
    # All is done: a late Ctrl-C must not become a traceback from Python's own ending.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(code)
