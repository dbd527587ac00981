"""``briefing show``: the composed briefing, as read aloud or as data."""

from __future__ import annotations

import click

from briefing.cli.completion import names_of
from briefing.cli.options import Choice, Common, common_options, edition_options, format_option


@click.command()
@click.option(
    "-a",
    "--audience",
    default="",
    metavar="AUDIENCE",
    shell_complete=names_of("audience"),
    help="For whom; `briefing list audiences` shows the names.",
)
@format_option(
    "text", "json", help="text: as it is read aloud; json: the document model, see docs/json.md."
)
@edition_options
@common_options
def show(common: Common, audience: str, form: str, choice: Choice) -> None:
    """Show the composed briefing of an audience without making a PDF."""
    from briefing.checks import check_refusals
    from briefing.compose import compose
    from briefing.diagnostics import PublicationError
    from briefing.document.jsonform import to_json_text
    from briefing.document.reading import read_aloud
    from briefing.publication.theme import load_theme

    publication = common.load()
    theme = load_theme(publication.root)
    edition = choice.edition(publication, theme, audience)
    briefing = compose(publication, edition)
    refused = check_refusals(publication, briefing)
    if refused:
        raise PublicationError(*refused).in_edition(edition.id)
    text = to_json_text(briefing) if form == "json" else read_aloud(briefing)
    click.echo(text, nl=False)
