"""From a publication and an edition to the briefing, part by part in reading order."""

from __future__ import annotations

from briefing.compose import parts
from briefing.compose.blocks import read_blocks
from briefing.compose.calculations import Calculations
from briefing.compose.calls import BlockMaker
from briefing.compose.same import same
from briefing.compose.sources import source_list
from briefing.compose.writer import Writer
from briefing.diagnostics import Problem, UsageError, nearest
from briefing.document import (
    Block,
    Briefing,
    Edition,
    Furniture,
    Heading,
    Inline,
    Meta,
    Paragraph,
    Text,
    plain_text,
)
from briefing.locale import Locale
from briefing.publication import Publication, Questions, Trace
from briefing.publication.geography import no_edition
from briefing.publication.records import AudienceSpec, Place, Section, Settings


def compose(publication: Publication, edition: Edition, trace: Trace | None = None) -> Briefing:
    """The briefing of ``edition``; each question asked of the publication goes to ``trace``.

    UsageError for an audience, place or language that is not there. ComposeError with every
    problem found in the authors' texts, each with its place.
    """
    questions = Questions(publication, trace)
    locale = Locale(edition.language)
    place = _place(questions, edition)
    audience = _audience(questions, edition).of_kind(place.kind)
    writer = Writer(edition, questions, locale, Calculations(questions, locale, edition.place))
    title = writer.heading(parts.audience_origin(audience, "title", audience.title))
    blocks = _blocks(writer, audience, title)
    writer.raise_problems()
    meta, furniture = _meta(writer, audience, title)
    return Briefing(edition, meta, furniture, tuple([same(questions, block) for block in blocks]))


def compose_chart(publication: Publication, edition: Edition, id: str) -> None:
    """Compose one chart that no edition shows, for what may be wrong with it: ComposeError."""
    questions, locale = Questions(publication), Locale(edition.language)
    writer = Writer(edition, questions, locale, Calculations(questions, locale, edition.place))
    BlockMaker(writer).chart(id, publication.charts[id].where)
    writer.raise_problems()


def _audience(questions: Questions, edition: Edition) -> AudienceSpec:
    audience = questions.audience(edition.audience)
    if audience is None:
        hint = nearest(edition.audience, questions.names("audience"))
        raise UsageError(Problem(f'there is no audience "{edition.audience}"', hint=hint))
    return audience


def _place(questions: Questions, edition: Edition) -> Place:
    """The place of ``edition``; UsageError where it has no edition."""
    place = questions.place(edition.place)
    if place is None:
        hint = nearest(edition.place, questions.names("place"))
        raise UsageError(Problem(f'there is no place "{edition.place}"', hint=hint))
    if reason := questions.refusal(edition.place):
        raise UsageError(no_edition(place, reason))
    return place


def _blocks(writer: Writer, audience: AudienceSpec, title: tuple[Inline, ...]) -> list[Block]:
    """All blocks; what is composed first is cited first, so the order is the reading order."""
    language = writer.locale.language
    edition = writer.edition
    sections = writer.questions.sections(audience.id, edition.place, edition.language)
    maker = BlockMaker(writer)
    where = audience.places.get("title", audience.where)
    out: list[Block] = [Heading(1, title, language=language, where=where)]
    out += _page_one(writer, maker, audience, sections)
    for section in sections:
        if section.role == "body":
            out += read_blocks(writer, parts.section_origin(section), maker.make)
    # The box of the publisher may cite too: the list of sources stands before it, made after.
    about = parts.about(writer, maker, sections)
    return [*out, *_sources(writer), about]


def _page_one(
    writer: Writer, maker: BlockMaker, audience: AudienceSpec, sections: tuple[Section, ...]
) -> list[Block]:
    language = writer.locale.language
    where = audience.places.get("message", audience.where)
    message = writer.text(parts.audience_origin(audience, "message", audience.message))
    out: list[Block] = [Paragraph(message, "deck", language=language, where=where)]
    out += parts.callouts(writer, maker, sections, "content_note")
    if figures := parts.key_figures(writer, audience):
        out.append(figures)
    for number, chart in enumerate(audience.lead_charts):
        where = audience.places.get(f"lead_charts.{number}", audience.where)
        if drawn := maker.chart(chart, where):
            out.append(drawn)
    out += parts.asks(writer, audience)
    return out + parts.callouts(writer, maker, sections, "reading")


def _sources(writer: Writer) -> list[Block]:
    """The list of sources under its heading, and the notes on daggers and calculations."""
    locale = writer.locale
    sources = source_list(writer)
    if sources is None:
        return []
    where = writer.questions.settings().where
    words = (Text(locale.say("source.heading"), where=where),)
    out: list[Block] = [Heading(2, words, language=locale.language, where=where), sources]
    for needed, key in (
        (writer.numbering.doubtful, "source.dagger_note"),
        (writer.calculated, "calculation.note"),
    ):
        if needed:
            note = (Text(locale.say(key), where=where),)
            out.append(Paragraph(note, "note", language=locale.language, where=where))
    return out


def _meta(
    writer: Writer, audience: AudienceSpec, title: tuple[Inline, ...]
) -> tuple[Meta, Furniture]:
    edition = writer.edition
    place = writer.questions.place(edition.place)
    place_name = place.name if place else edition.place
    words = plain_text(title)
    settings = writer.questions.settings()
    return meta_of(settings, writer.locale, edition, words, audience.label, place_name)


def meta_of(
    settings: Settings, locale: Locale, edition: Edition, words: str, label: str, place_name: str
) -> tuple[Meta, Furniture]:
    """What a document called ``words``, of the kind ``label``, says of itself and at its edges."""
    date = locale.date(settings.as_of)
    state = locale.say(f"state.{settings.state}")
    if settings.state != "released":
        words = locale.say("page.title_with_state", state=state, title=words)
    meta = Meta(
        title=words,
        publication=settings.title,
        publisher=settings.publisher,
        contact=settings.contact,
        subject=locale.say("page.subject", audience=label, place=place_name, date=date),
        as_of=settings.as_of,
        state=settings.state,
        licence=settings.licence,
        language=edition.language,
    )
    furniture = Furniture(
        header=label,
        header_place=locale.say("page.edition", place=place_name),
        header_title=settings.title,
        state=state,
        footer=locale.say("page.footer", date=date, edition=edition.id),
        page=locale.say("page.number", page="{page}", pages="{pages}"),
        continued=locale.say("page.continued"),
        to_source=locale.say("page.to_source", number="{number}"),
        to_citation=locale.say("page.to_citation", number="{number}"),
    )
    return meta, furniture
