"""``--version``, looked up only when it is asked for."""

from __future__ import annotations

import click


def _show(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if not value or context.resilient_parsing:
        return
    from importlib.metadata import version  # takes longer than all the rest of --help

    click.echo(f"briefing {version('briefing-builder')}")
    context.exit()


version_option = click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show,
    help="Show the version and exit.",
)
