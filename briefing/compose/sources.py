"""The list of sources: numbered by first citation, each linked back to where it is cited."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlsplit

from briefing.compose.writer import Writer
from briefing.document import Emphasis, Foreign, Inline, Link, SourceItem, SourceList, Text
from briefing.document.reading import shown_address
from briefing.publication.records import Source

LONGEST = 34
"""Characters of an address that is printed whole."""


def source_list(writer: Writer) -> SourceList | None:
    """The sources of all that has been composed so far, None where nothing was cited."""
    items = []
    for number, (source, anchors) in enumerate(writer.numbering.anchors.items(), start=1):
        record = writer.questions.source(source)
        children: tuple[Inline, ...] = (Text(source),)
        if record:
            children = writer.once(("source", source), partial(_entry, writer, record))
        items.append(SourceItem(number, source, children, tuple(anchors)))
    where = writer.questions.settings().where
    return SourceList(tuple(items), language=writer.locale.language, where=where) if items else None


def _entry(writer: Writer, source: Source) -> tuple[Inline, ...]:
    """Publisher, title, date, address, and what to know of how the source was read."""
    locale = writer.locale
    out: list[Inline] = [Text(_stop(source.publisher) + " ", where=source.where)]
    out.append(Emphasis(_title(source, locale.language)))
    ending = "" if source.title.endswith((".", "?", "!")) else "."
    if source.published:
        ending += " " + locale.date(source.published) + "."
    out.append(Text(ending, where=source.where))
    if source.url:
        out.append(Text(" ", where=source.where))
        address = Text(short_address(source.url), where=source.where)
        out.append(Link(source.url, (address,), where=source.where))
    if source.basis not in ("seen", "dataset"):
        out.append(Text(f" ({locale.say(f'source.{source.basis}')})", where=source.where))
    return _merged(out)


def _title(source: Source, language: str) -> tuple[Inline, ...]:
    title = Text(source.title, where=source.where)
    return (Foreign(source.language, (title,)) if source.language not in ("", language) else title,)


def _stop(text: str) -> str:
    return text if text.endswith(".") else text + "."


def _merged(inlines: list[Inline]) -> tuple[Inline, ...]:
    out: list[Inline] = []
    for inline in inlines:
        if out and isinstance(inline, Text) and isinstance(last := out[-1], Text):
            out[-1] = Text(last.text + inline.text, where=last.where)
        elif not isinstance(inline, Text) or inline.text:
            out.append(inline)
    return tuple(out)


def short_address(url: str) -> str:
    """An address as it is printed: host and path, or the host where that is long.

    Nobody types a long path from paper: the title finds the page, and the link leads to it.

    >>> short_address("https://www.example.org/reports/2023/")
    'example.org/reports/2023'
    """
    whole = shown_address(urlsplit(url)._replace(query="", fragment="").geturl())
    return whole if len(whole) <= LONGEST else whole.partition("/")[0]
