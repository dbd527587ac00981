"""The note under a chart: where its numbers come from, what they do not say, the author's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeAlias

from briefing.document import Citation, Figure, Inline, Text, Where
from briefing.locale import Locale
from briefing.publication.records import ChartSpec
from briefing.values import value

if TYPE_CHECKING:
    from briefing.publication import Questions

Cite: TypeAlias = Callable[[str, bool], Citation]
"""Makes the next citation of a source; True where what it supports is doubtful."""

DAGGER = "†"


class Author(Protocol):
    """Reads what an author wrote in a chart's file."""

    def headline(self, spec: ChartSpec, row: Callable[[str, str], str]) -> str:
        """The headline's override, with ``row`` for the value at an x of a line."""


@value
class Note:
    """What the program says under a chart, until its citations have their numbers.

    ``sources``: each publisher's words and its sources, with whether what they support is doubtful.
    """

    sources: tuple[tuple[Text, tuple[tuple[str, bool], ...]], ...]
    caveats: tuple[Text, ...]

    def cited(self, cite: Cite) -> tuple[Inline, ...]:
        """Source line and caveats with the next citations."""
        out: list[Inline] = []
        for words, sources in self.sources:
            out.append(words)
            citations = [cite(source, doubtful) for source, doubtful in sources]
            citations.sort(key=lambda citation: citation.number)
            out += citations
        return (*out, *self.caveats)


@value
class Draft:
    """A figure that has no note yet: the same in all editions of its place."""

    figure: Figure
    note: Note

    def settled(
        self, cite: Cite, last: Callable[[], tuple[Inline, ...]] | None, where: Where | None
    ) -> Figure:
        """The figure as it stands at ``where``; ``last`` are the author's words of its note."""
        note = self.note.cited(cite)
        if last is not None and (words := last()):
            note = (*note, Text(" ", where=self.figure.where), *words)
        return replace(self.figure, note=note, where=where or self.figure.where)


def note(
    questions: Questions,
    locale: Locale,
    cited: Iterable[tuple[str, bool]],
    where: Where,
    caveats: Mapping[str, Where],
) -> Note:
    """Source line, then ``caveats`` (text to its place).

    ``cited`` are the sources of all rows, each with whether what it supports is doubtful.
    """
    said = tuple(
        Text(f" {_sentence(locale, caveat)}", where=place) for caveat, place in caveats.items()
    )
    return Note(_sources(questions, locale, cited, where), said)


def _sources(
    questions: Questions, locale: Locale, cited: Iterable[tuple[str, bool]], where: Where
) -> tuple[tuple[Text, tuple[tuple[str, bool], ...]], ...]:
    publishers = _publishers(questions, cited)
    opening = locale.say("source.one" if len(publishers) == 1 else "source.many")
    out = []
    for number, (publisher, sources) in enumerate(publishers.items(), 1):
        before = opening if number == 1 else " "
        after = "." if number == len(publishers) else ","
        out.append((Text(before + publisher + after, where=where), tuple(sources.items())))
    return tuple(out)


def _sentence(locale: Locale, caveat: str) -> str:
    ending = "" if caveat.endswith((".", "!", "?")) else "."
    return locale.capital(caveat) + ending


def _publishers(
    questions: Questions, cited: Iterable[tuple[str, bool]]
) -> dict[str, dict[str, bool]]:
    """Publisher to its sources, in the order of the alphabet, each with whether it is doubtful."""
    found: dict[str, dict[str, bool]] = {}
    for name, doubtful in cited:
        source = questions.source(name)
        own = found.setdefault(source.publisher if source else name, {})
        own[name] = own.get(name, False) or doubtful
    return dict(sorted(found.items(), key=lambda item: item[0].casefold()))
