"""``briefing explain``: why an edition is made or left, and from which rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.options import Common, common_options, format_option, out_dir_option

if TYPE_CHECKING:
    from briefing.pack import Explanation

SHOWN = 4
"""Places of one answer that are shown to people; the JSON form has all."""


@click.command()
@click.argument("edition")
@out_dir_option("The folder of the pack, or its URL.")
@format_option("text", "json", help="For people, or for a program.")
@common_options
def explain(common: Common, edition: str, out_dir: Path | str, form: str) -> int:
    """Say why an edition would be made or is up to date, and which rows it was made from.

    \b
    briefing explain government--world--en--a4--office
    """
    from briefing.pack import edition_called
    from briefing.pack import explain as explanation_of
    from briefing.publication.theme import load_theme

    publication = common.load()
    theme = load_theme(publication.root)
    chosen = edition_called(publication, theme, edition)
    explanation = explanation_of(publication, theme, chosen, out_dir)
    if form == "json":
        _show_json(explanation)
    else:
        _show(explanation)
    return 0


def _show(explanation: Explanation) -> None:
    reason = explanation.reason
    click.echo(f"{explanation.path}: {f'would be made: {reason}' if reason else 'is up to date'}")
    verb = "was made from" if explanation.made else "would be made from"
    click.echo(f"it {verb} {len(explanation.asked)} answers of the publication (* changed since):")
    for asked in explanation.asked:
        places = ", ".join(asked.places[:SHOWN]) or "nothing there"
        more = len(asked.places) - SHOWN
        places += f" and {more} more" if more > 0 else ""
        click.echo(f"{'*' if asked.changed else ' '} {asked.question}: {places}")


def _show_json(explanation: Explanation) -> None:
    import json

    value = {
        "edition": explanation.edition,
        "path": str(explanation.path),
        "status": "make" if explanation.reason else "reuse",
        "reason": explanation.reason,
        "made": explanation.made,
        "asked": [
            {"question": it.question, "places": list(it.places), "changed": it.changed}
            for it in explanation.asked
        ],
    }
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))
