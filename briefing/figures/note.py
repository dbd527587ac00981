"""The note under a chart: where its numbers come from, what they do not say, the author's words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Protocol, TypeAlias

from briefing.document import Citation, Inline, Text, Where
from briefing.locale import Locale
from briefing.publication.records import ChartSpec

if TYPE_CHECKING:
    from briefing.publication import Questions

Cite: TypeAlias = Callable[[str, bool], Citation]
"""Makes the next citation of a source; True where what it supports is doubtful."""

DAGGER = "†"


class Author(Protocol):
    """Reads what an author wrote in a chart's file."""

    def headline(self, spec: ChartSpec, row: Callable[[str, str], str]) -> str:
        """The headline's override, with ``row`` for the value at an x of a line."""

    def note(self, spec: ChartSpec) -> tuple[Inline, ...]:
        """The note after the source line."""


def note(
    questions: Questions,
    locale: Locale,
    cited: Iterable[tuple[str, bool]],
    cite: Cite,
    where: Where,
    caveats: Mapping[str, Where],
    last: tuple[Inline, ...],
) -> tuple[Inline, ...]:
    """Source line, ``caveats`` (text to its place), then ``last``.

    ``cited`` are the sources of all rows, each with whether what it supports is doubtful.
    """
    out: list[Inline] = _source_line(questions, locale, cited, cite, where)
    if caveats or last:
        out.append(Text(" ", where=where))
    for number, (caveat, place) in enumerate(caveats.items(), start=1):
        gap = " " * bool(last or number < len(caveats))
        out.append(Text(_sentence(locale, caveat) + gap, where=place))
    return (*out, *last)


def _source_line(
    questions: Questions,
    locale: Locale,
    cited: Iterable[tuple[str, bool]],
    cite: Cite,
    where: Where,
) -> list[Inline]:
    publishers = _publishers(questions, cited)
    out: list[Inline] = []
    for number, (publisher, sources) in enumerate(publishers.items()):
        opening = "source.one" if len(publishers) == 1 else "source.many"
        before = locale.say(opening) if number == 0 else " "
        after = "." if number == len(publishers) - 1 else ","
        out.append(Text(before + publisher + after, where=where))
        citations = [cite(source, doubtful) for source, doubtful in sources.items()]
        citations.sort(key=lambda citation: citation.number)
        out += citations
    return out


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
