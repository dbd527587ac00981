"""``briefing schema``: the forms that programs read, as JSON Schema."""

from __future__ import annotations

import click

from briefing.cli.usage import OneOf


@click.command()
@click.argument("form", type=OneOf("schema", ("briefing",)))
def schema(form: str) -> None:
    """Print the JSON Schema of a form: briefing, which `show --format json` prints."""
    import json

    from briefing.document.schema import briefing_schema

    click.echo(json.dumps(briefing_schema(), ensure_ascii=False, indent=2))
