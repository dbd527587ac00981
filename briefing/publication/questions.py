"""The only way in which composing reads a publication: each method is one question."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from briefing.publication.answers import ANSWERS
from briefing.publication.publication import Publication
from briefing.publication.records import (
    AudienceSpec,
    ChartSpec,
    FactRecord,
    Helpline,
    Measure,
    Milestone,
    Place,
    QuoteRecord,
    Recommendation,
    Section,
    SeriesRow,
    Settings,
    Source,
)
from briefing.publication.trace import Trace, question_text, value_hash

KINDS = ("fact", "source", "measure", "chart", "audience", "place", "quote", "series")
"""What ``Questions.names`` can list."""


T = TypeVar("T")


class Asked:
    """A question that was asked of a publication, its text as in a trace, and the answer.

    The publication cannot change, and hundreds of editions ask the same of it.
    """

    def __init__(self, publication: Publication, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "rows":
            series, kept = arguments
            arguments = (series, {column: sorted(values) for column, values in kept})
        self._memory = publication.memory
        self.question = question_text(name, *arguments)
        self.answer = ANSWERS[name](publication, *arguments)

    @cached_property
    def digest(self) -> str:
        """The hash of the answer: only where there is a trace does anybody need it."""
        if not isinstance(self.answer, tuple):
            return value_hash(self.answer)
        # Other places are answered with the same records: an audience's sections and helplines.
        key = ("digest", *map(id, self.answer))
        known = self._memory.get(key)
        if known is None:
            known = (self.answer, value_hash(self.answer))  # kept with them, for their identity
            self._memory.put(key, known)
        digest: str = known[1]
        return digest


@dataclass(frozen=True, slots=True)
class Kept:
    """What was made once, and what was asked for it."""

    value: Any
    asked: tuple[Asked, ...]


class Questions:
    """Asks ``publication``, and notes each question and the hash of its answer in ``trace``.

    A look-up that finds nothing answers None, and is noted as well: an author may add the thing.
    """

    def __init__(self, publication: Publication, trace: Trace | None = None) -> None:
        self._publication = publication
        self._trace = trace
        self._noted: dict[str, Asked] = {}

    def settings(self) -> Settings:
        """The publication as a whole."""
        answer: Settings = self._ask("settings")
        return answer

    def fact(self, id: str) -> FactRecord | None:
        """The fact of this id."""
        answer: FactRecord | None = self._ask("fact", id)
        return answer

    def source(self, id: str) -> Source | None:
        """The source of this id."""
        answer: Source | None = self._ask("source", id)
        return answer

    def measure(self, id: str) -> Measure | None:
        """The measure of this id."""
        answer: Measure | None = self._ask("measure", id)
        return answer

    def chart(self, id: str) -> ChartSpec | None:
        """The chart of this id."""
        answer: ChartSpec | None = self._ask("chart", id)
        return answer

    def audience(self, id: str) -> AudienceSpec | None:
        """The audience of this id."""
        answer: AudienceSpec | None = self._ask("audience", id)
        return answer

    def place(self, id: str) -> Place | None:
        """The place of this id."""
        answer: Place | None = self._ask("place", id)
        return answer

    def home(self, place: str) -> str:
        """The region that a country is set beside; a region is its own."""
        answer: str = self._ask("home", place)
        return answer

    def refusal(self, place: str) -> str:
        """Why a place has no edition; empty where it has one."""
        answer: str = self._ask("refusal", place)
        return answer

    def members(self, place: str) -> tuple[str, ...]:
        """The ids of the countries in a region, at any depth, in the file's order."""
        answer: tuple[str, ...] = self._ask("members", place)
        return answer

    def quote(self, id: str) -> QuoteRecord | None:
        """The quote of this id."""
        answer: QuoteRecord | None = self._ask("quote", id)
        return answer

    def rows(self, series: str, selection: Mapping[str, tuple[str, ...]]) -> tuple[SeriesRow, ...]:
        """The rows of a series, in the file's order, whose cells are among those selected.

        ``selection`` maps measure, period, place or group to the values kept.
        """
        kept = tuple(selection.items())
        answer: tuple[SeriesRow, ...] = self._ask("rows", series, kept)
        return answer

    def sections(self, audience: str, place: str, language: str) -> tuple[Section, ...]:
        """The sections of an edition by order, then id; one without places is for all places."""
        answer: tuple[Section, ...] = self._ask("sections", audience, place, language)
        return answer

    def recommendations(self, audience: str) -> tuple[Recommendation, ...]:
        """What is asked of an audience, by order."""
        answer: tuple[Recommendation, ...] = self._ask("recommendations", audience)
        return answer

    def chronology(self, audience: str, place: str) -> tuple[Milestone, ...]:
        """The events that an audience is told of, oldest first: all in the world's edition."""
        answer: tuple[Milestone, ...] = self._ask("chronology", audience, place)
        return answer

    def events(self, ids: Sequence[str]) -> tuple[Milestone, ...]:
        """The events of these ids, oldest first."""
        answer: tuple[Milestone, ...] = self._ask("events", tuple(ids))
        return answer

    def helplines(self, audience: str, place: str) -> tuple[Helpline, ...]:
        """The services for an audience in a place and the places around it, the nearest first."""
        answer: tuple[Helpline, ...] = self._ask("helplines", audience, place)
        return answer

    def periods(self, series: str) -> tuple[str, ...]:
        """The periods of a series, to tell a misspelt one from one without a row: not recorded."""
        return self._publication.periods.get(series, ())

    def names(self, kind: str) -> tuple[str, ...]:
        """The ids of a kind, for hints: not recorded, as they never reach a page."""
        if kind not in KINDS:
            raise ValueError(f"no names of {kind}")
        known = getattr(self._publication, kind if kind == "series" else f"{kind}s")
        return tuple(known)

    def once(
        self,
        key: Hashable,
        make: Callable[[], T],
        needs: Callable[[], Sequence[str] | None],
        own: Mapping[str, str],
    ) -> T:
        """What ``make`` gives, made once for all editions that are alike in what it needs.

        ``needs``, called after it, names what of this edition's ``own`` it depends on; with None it
        is not kept. What it asks is noted in the trace of each edition that uses it.
        """
        kept = self._kept(key, own)
        if kept is not None:
            for each in kept.asked:
                self._note(each)
            made: T = kept.value
            return made
        outer, self._noted = self._noted, {}
        try:
            value = make()
            needed = needs()
            if needed is not None:
                self._keep(key, Kept(value, tuple(self._noted.values())), tuple(needed), own)
        finally:
            outer.update(self._noted)
            self._noted = outer
        return value

    def same(self, key: Hashable, value: T) -> T:
        """What was first given under ``key``, as long as that is remembered."""
        known = self._publication.passing.get(key)
        if known is None:
            self._publication.passing.put(key, value)
            return value
        first: T = known
        return first

    def _kept(self, key: Hashable, own: Mapping[str, str]) -> Kept | None:
        kept: Kept | tuple[str, ...] | None = self._publication.memory.get(key)
        if isinstance(kept, tuple):  # the names of what it needs
            of_own = tuple([(name, own[name]) for name in kept])
            found: Kept | None = self._publication.passing.get((key, *of_own))
            return found
        return kept

    def _keep(
        self, key: Hashable, kept: Kept, needed: tuple[str, ...], own: Mapping[str, str]
    ) -> None:
        if needed:
            self._publication.memory.put(key, needed)
            self._publication.passing.put((key, *((name, own[name]) for name in needed)), kept)
        else:
            self._publication.memory.put(key, kept)

    def _ask(self, name: str, *arguments: Hashable) -> Any:
        key = (name, arguments)
        asked = self._publication.memory.get(key)
        if asked is None:
            asked = Asked(self._publication, name, arguments)
            self._publication.memory.put(key, asked)
        self._note(asked)
        return asked.answer

    def _note(self, asked: Asked) -> None:
        # Within ``once`` it is noted a second time, for the editions to come.
        if asked.question not in self._noted:
            self._noted[asked.question] = asked
            if self._trace is not None:
                self._trace.record(asked.question, asked.digest)
