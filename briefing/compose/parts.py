"""The parts of a briefing that its audience's file and the tables give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from briefing.compose.blocks import read_blocks
from briefing.compose.calls import BlockMaker
from briefing.compose.citations import place, settle, spread
from briefing.compose.pieces import Cite, Piece
from briefing.compose.signatures import ExpressionError
from briefing.compose.sourcemap import Origin
from briefing.compose.writer import Writer
from briefing.document import (
    Block,
    Callout,
    Emphasis,
    Fact,
    Heading,
    Inline,
    KeyFigure,
    KeyFigures,
    Link,
    ListItem,
    NumberedList,
    Paragraph,
    Strong,
    Text,
    Where,
)
from briefing.publication.records import AudienceSpec, KeyFigureSpec, Recommendation, Section


def audience_origin(audience: AudienceSpec, key: str, text: str) -> Origin:
    """A text of an audience's file with its place."""
    where = audience.places.get(key)
    return Origin(text, where or audience.where, exact=where is not None)


def section_origin(section: Section) -> Origin:
    """The body of a section with its place."""
    return Origin(section.body, Where(section.where.path, section.body_line, 1))


def key_figures(writer: Writer, audience: AudienceSpec) -> KeyFigures | None:
    """The key figures that stand side by side under the message."""
    found = [
        _key_figure(writer, audience, number, spec)
        for number, spec in enumerate(audience.key_figures)
    ]
    items = tuple(item for item in found if item is not None)
    if not items:
        return None
    return KeyFigures(items, language=writer.locale.language, where=items[0].where)


def _key_figure(
    writer: Writer, audience: AudienceSpec, number: int, spec: KeyFigureSpec
) -> KeyFigure | None:
    try:
        if writer.calculations.rows.missing(spec.fact):
            return None
        result = writer.calculations.fact(spec.fact, spec.style or "full", True)
    except ExpressionError as error:
        where = audience.places.get(f"key_figures.{number}.fact", spec.where)
        writer.wrong(error.message, where, error.hint)
        return None
    value = result.fact
    writer.calculated = writer.calculated or bool(value.calculation)
    label = writer.pieces(audience_origin(audience, f"key_figures.{number}.label", spec.label))
    label += [Cite(source, value.doubtful) for source in value.sources]
    placed = place(label, writer.numbering)
    note = writer.text(audience_origin(audience, f"key_figures.{number}.note", spec.note))
    capital = Fact(
        writer.locale.capital(value.text),
        value.facts,
        value.sources,
        value.value,
        value.unit,
        value.calculation,
        value.doubtful,
        where=spec.where,
    )
    return KeyFigure(capital, placed, note, where=spec.where)


def asks(writer: Writer, audience: AudienceSpec) -> list[Block]:
    """What we ask of the audience, under its heading."""
    records = writer.questions.recommendations(audience.id)
    if not records:
        return []
    language = writer.locale.language
    where = audience.places.get("asks_heading", audience.where)
    heading = Heading(
        2, (Text(audience.asks_heading, where=where),), language=language, where=where
    )
    items = tuple(_ask(writer, record) for record in records)
    where = records[0].where
    return [heading, NumberedList(items, "asks", language=language, where=where)]


def _ask(writer: Writer, record: Recommendation) -> ListItem:
    asked = writer.once(("ask", record, record.where), lambda: spread(_asked(writer, record)))
    where = record.where
    children: list[Inline] = [Strong((Text(record.lead, where=where),)), Text(" ", where=where)]
    children += settle(asked, writer.numbering)
    if record.basis == "inference":
        words = Text(writer.locale.say("ask.inference"), where=where)
        children += [Text(" (", where=where), Emphasis((words,)), Text(")", where=where)]
    return ListItem(tuple(children), where=where)


def _asked(writer: Writer, record: Recommendation) -> list[Piece]:
    exact = bool(record.text_where.path)
    origin = Origin(record.text, record.text_where if exact else record.where, exact)
    pieces: list[Piece] = writer.pieces(origin)
    source = writer.questions.source(record.source)
    if source is not None:
        pieces.append(Cite(record.source, not source.original_seen))
    return pieces


def callouts(
    writer: Writer, maker: BlockMaker, sections: Sequence[Section], role: str
) -> list[Block]:
    """The boxes of one role, a box for each section."""
    out: list[Block] = []
    for section in sections:
        if section.role == role and (paragraphs := box_text(writer, maker, section)):
            title = section.title or writer.locale.say(f"box.{role}")
            kind = cast(Literal["content_note", "reading", "about"], role)
            language = writer.locale.language
            out.append(Callout(kind, title, paragraphs, language=language, where=section.where))
    return out


def box_text(writer: Writer, maker: BlockMaker, section: Section) -> tuple[tuple[Inline, ...], ...]:
    """The paragraphs of a section that fills a box."""
    paragraphs = []
    for block in read_blocks(writer, section_origin(section), maker.make):
        if isinstance(block, Paragraph):
            paragraphs.append(block.children)
        else:
            message = f"a section of role {section.role} holds paragraphs only"
            writer.wrong(message, block.where, "give the section the role body")
    return tuple(paragraphs)


def about(writer: Writer, maker: BlockMaker, sections: Sequence[Section]) -> Callout:
    """Who publishes this, in the author's words and then in ours."""
    own = [section for section in sections if section.role == "about"]
    paragraphs = [text for section in own for text in box_text(writer, maker, section)]
    locale, settings = writer.locale, writer.questions.settings()
    where = settings.where
    address = Text(settings.contact, where=where)
    contact = Link(f"mailto:{settings.contact}", (address,), where=where)
    publisher = locale.say("about.publisher", publisher=settings.publisher)
    paragraphs.append((Text(publisher, where=where), contact, Text(".", where=where)))
    sentences = (
        locale.say("about.as_of", date=locale.date(settings.as_of)),
        locale.say("about.licence", licence=settings.licence),
        locale.say(f"about.{settings.state}"),
        locale.say("about.independent"),
    )
    paragraphs.append((Text(" ".join(sentences), where=settings.where),))
    title = next((section.title for section in own if section.title), locale.say("box.about"))
    where = own[0].where if own else settings.where
    return Callout("about", title, tuple(paragraphs), language=locale.language, where=where)
