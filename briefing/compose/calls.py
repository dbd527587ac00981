"""The blocks that helpers stand for: charts, quotes, the chronology, helplines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from briefing.compose.evaluator import BlockCall
from briefing.compose.sourcemap import Origin
from briefing.compose.writer import Writer
from briefing.diagnostics import ComposeError, nearest
from briefing.document import (
    Block,
    Chronology,
    ChronologyItem,
    Figure,
    HelplineItem,
    Helplines,
    Inline,
    Quote,
    Text,
    Where,
)
from briefing.figures import Draft, figure, possible
from briefing.publication.records import ChartSpec, Milestone
from briefing.values import value


@dataclass(slots=True)
class BlockMaker:
    """Makes blocks for one edition; a chart that already stands in it is not drawn again."""

    writer: Writer
    drawn: set[str] = field(default_factory=set)

    def make(self, call: BlockCall, where: Where, line: str) -> Block | None:
        """The block of ``call``, None where there is none; problems go to the writer."""
        match call.helper:
            case "chart":
                return self.chart(call.id, where, line)
            case "quote":
                return self.quote(call.id, where, line)
            case "chronology":
                return self.chronology(where, line)
        return self.helplines(where, line)

    def chart(self, id: str, where: Where, line: str = "") -> Figure | None:
        """The figure of a chart."""
        questions = self.writer.questions
        spec = questions.chart(id)
        if spec is None:
            hint = nearest(id, questions.names("chart"))
            self.writer.wrong(f'there is no chart "{id}"', where, hint, line)
            return None
        if id in self.drawn:
            return None
        try:
            draft = self.writer.once(("chart", id), lambda: self._draft(spec))
        except ComposeError as error:
            self.drawn.add(id)
            for problem in error.problems:
                self.writer.wrong(problem.message, problem.where, problem.hint)
            return None
        if draft is None:
            return None
        self.drawn.add(id)
        return draft.settled(self.writer.numbering.cite, self._note(spec), where)

    def _draft(self, spec: ChartSpec) -> Draft | None:
        """The figure until it is cited; None for one of the place with too little to show of it."""
        writer = self.writer
        place = writer.place if spec.around else writer.edition.place
        if not possible(writer.questions, writer.locale, spec, place):
            return None
        return figure(writer.questions, writer.locale, spec, _ChartAuthor(writer), place)

    def _note(self, spec: ChartSpec) -> Callable[[], tuple[Inline, ...]] | None:
        """What reads the author's words of a chart's note: cited after the source line."""
        origin = _origin(spec, "note", spec.note)
        return (lambda: self.writer.text(origin)) if spec.note else None

    def quote(self, id: str, where: Where, line: str) -> Quote | None:
        """Somebody's own words."""
        questions, locale = self.writer.questions, self.writer.locale
        record = questions.quote(id)
        if record is None:
            hint = nearest(id, questions.names("quote"))
            self.writer.wrong(f'there is no quote "{id}"', where, hint, line)
            return None
        if not record.verbatim:
            message = f'the quote "{id}" is not verbatim and must not stand as a quote'
            hint = "report it in your own words, with cite(...) after them"
            self.writer.wrong(message, where, hint, line)
            return None
        source = questions.source(record.source)
        doubtful = source is not None and not source.original_seen
        key = "quote.speaker" if record.role else "quote.speaker_alone"
        said_by = locale.say(key, speaker=record.speaker, role=record.role)
        citation = self.writer.numbering.cite(record.source, doubtful)
        return Quote(
            (Text(locale.say("quote.words", words=record.quote), where=record.where),),
            (Text(said_by, where=record.where), citation),
            language=locale.language,
            where=where,
        )

    def chronology(self, where: Where, line: str) -> Chronology | None:
        """The events that the audience is told of."""
        edition = self.writer.edition
        events = self.writer.questions.chronology(edition.audience, edition.place)
        if not events:
            hint = "name the audience in data/chronology.csv"
            self.writer.wrong("there is no event for this audience", where, hint, line)
            return None
        items = tuple(map(self._event, events))
        return Chronology(items, language=self.writer.locale.language, where=where)

    def _event(self, event: Milestone) -> ChronologyItem:
        source = self.writer.questions.source(event.source)
        doubtful = event.confidence == "low" or (source is not None and not source.original_seen)
        gap = "\N{NO-BREAK SPACE}" if event.event[-1:].isdigit() else ""
        children: list[Inline] = [Text(event.event + gap, where=event.where)]
        if source is not None:
            children.append(self.writer.numbering.cite(event.source, doubtful))
        date = self.writer.locale.date(event.date)
        return ChronologyItem(date, tuple(children), where=event.where)

    def helplines(self, where: Where, line: str) -> Helplines | None:
        """Services by address; a telephone number is printed nowhere yet."""
        edition = self.writer.edition
        items = tuple(
            HelplineItem(record.name, record.purpose, record.url, where=record.where)
            for record in self.writer.questions.helplines(edition.audience, edition.place)
            if record.url
        )
        if not items:
            hint = "name the audience in a row of data/helplines.csv with an address"
            self.writer.wrong("there is no helpline for this edition", where, hint, line)
            return None
        return Helplines(items, language=self.writer.locale.language, where=where)


@value
class _ChartAuthor:
    """Reads the Markdown of a chart's file."""

    writer: Writer

    def headline(self, spec: ChartSpec, row: Callable[[str, str], str]) -> str:
        """The headline's override."""
        return self.writer.headline(_origin(spec, "headline.text", spec.headline.text), row)


def _origin(spec: ChartSpec, key: str, text: str) -> Origin:
    where = spec.places.get(key)
    return Origin(text, where or spec.where, exact=where is not None)
