"""What the values of facts say: printed with their sources, or worked out from one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, TypeVar

from briefing.compose.rowvalues import LIMITS, RowValues
from briefing.compose.signatures import ExpressionError
from briefing.diagnostics import nearest
from briefing.document import Fact
from briefing.locale import Locale, direction
from briefing.publication.records import FactRecord, Number
from briefing.values import value

if TYPE_CHECKING:
    from briefing.publication import Questions

T = TypeVar("T")

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@value
class Evidence:
    """What a value rests on: sources to cite, whether one is doubtful, the facts behind it."""

    sources: tuple[str, ...]
    doubtful: bool
    inputs: tuple[str, ...] = ()


@value
class Result:
    """What a helper gives: ``number`` in a condition, ``fact`` in print."""

    number: Number | str
    fact: Fact


class Calculations:
    """Values of facts for one edition; every method raises ExpressionError for what cannot be."""

    def __init__(self, questions: Questions, locale: Locale, place: str = "world") -> None:
        self.questions = questions
        self.locale = locale
        self.rows = RowValues(questions, place)

    def _once(self, key: tuple[Hashable, ...], make: Callable[[], T]) -> T:
        """What ``make`` gives: with a row in it for all editions of the place, else for all.

        The audiences of a place are told the same values in other words.
        """
        rows = self.rows
        before, rows.placed = rows.placed, False
        try:
            made, rows.placed = self.questions.once(
                (self.locale.language, "worked out", *key),
                lambda: (make(), rows.placed),
                lambda: ("place",) * rows.placed,
                {"place": rows.place},
            )
        finally:
            rows.placed = rows.placed or before
        return made

    def record(self, fact: str) -> FactRecord:
        """The record of ``fact``, an id or the name of a row."""
        if self.rows.names_row(fact):
            return self.rows.value(fact).record
        record = self.questions.fact(fact)
        if record is None:
            hint = nearest(fact, self.questions.names("fact"))
            raise ExpressionError(f'there is no fact "{fact}"', hint)
        return record

    def known(self, name: str) -> bool:
        """Whether there is a value of a fact or row with which one may compute."""
        return self._once(("known", name), lambda: self._known(name))

    def _known(self, name: str) -> bool:
        if self.rows.names_row(name):
            found = self.rows.find(name)
            record = found.record if found else None
        else:
            record = self.record(name)
        return record is not None and _is_number(record)

    def unit(self, record: FactRecord) -> str:
        """The unit of a fact's measure."""
        measure = self.questions.measure(record.measure)
        return measure.unit if measure else "count"

    def evidence(self, record: FactRecord, seen: frozenset[str] = frozenset()) -> Evidence:
        """The sources of a fact; those of its inputs where it is our calculation."""
        if self.rows.names_row(record.id):
            return self._evidence_of_row(record)
        source = self.questions.source(record.source)
        doubtful = record.confidence == "low" or (source is not None and not source.original_seen)
        if not record.calculation or record.id in seen:
            return Evidence((record.source,), doubtful)
        inputs = tuple(dict.fromkeys(self._inputs(record)))
        behind = [self.evidence(self.record(name), seen | {record.id}) for name in inputs]
        sources = dict.fromkeys(source for part in behind for source in part.sources)
        doubtful = doubtful or any(part.doubtful for part in behind)
        return Evidence(tuple(sources) or (record.source,), doubtful, inputs)

    def _evidence_of_row(self, record: FactRecord) -> Evidence:
        sources = self.rows.value(record.id).sources
        found = [self.questions.source(source) for source in sources]
        unseen = any(source is not None and not source.original_seen for source in found)
        return Evidence(sources, unseen or record.confidence == "low")

    def _inputs(self, record: FactRecord) -> list[str]:
        words = record.calculation.replace("(", " ").replace(")", " ").split()
        return [word for word in words if _ID.match(word) and not word.isdigit()]

    # Helpers

    def fact(self, fact: str, style: str, qualifier: bool) -> Result:
        """The value of one fact."""
        return self._once(
            ("fact", fact, style, qualifier), lambda: self._fact(fact, style, qualifier)
        )

    def _fact(self, fact: str, style: str, qualifier: bool) -> Result:
        record = self.record(fact)
        if record.value is None:
            raise ExpressionError(f'the fact "{fact}" has no value to print', "give it one")
        evidence = self.evidence(record)
        hidden = self._is_suppressed(record)
        printed = Fact(
            self._text(record, style, qualifier),
            (record.id, *evidence.inputs),
            evidence.sources,
            value=record.value if record.upper is None and not hidden else None,
            unit=self.unit(record),
            calculation=self._calculation(record, evidence),
            doubtful=evidence.doubtful,
        )
        # A text in a condition cannot be compared with a number: nothing is known of it.
        return Result(printed.text if hidden else record.value, printed)

    def _calculation(self, record: FactRecord, evidence: Evidence) -> str | None:
        if self.rows.names_row(record.id):
            summed = self.rows.value(record.id).summed
            if not summed:
                return None
            return self.locale.say("calculation.sum", count=summed)
        return self._words(evidence.inputs) if evidence.inputs else None

    def change(self, a: str, b: str, style: str) -> Result:
        """How much ``b`` is above or below ``a``; for shares the difference in points."""
        return self._once(("change", a, b, style), lambda: self._change(a, b, style))

    def _change(self, a: str, b: str, style: str) -> Result:
        first, last, low, high = self._pair(a, b, same_measure=True, above_zero=True)
        points = self.unit(first) == "percent"
        number: Number = high - low if points else (high - low) / low * 100
        if style == "words":
            text = self.locale.change_words(low, high)
        elif points:
            size = abs(round(number, 10))
            text = self.locale.with_unit(self.locale.value(size), size, "points")
        else:
            text = self._about(self.locale.change_percent(low, high), first, last)
        unit = "points" if points else "percent"
        return self._result(number, text, unit, (first, last))

    def ratio(self, a: str, b: str, style: str) -> Result:
        """How many times ``b`` is ``a``."""
        return self._once(("ratio", a, b, style), lambda: self._ratio(a, b, style))

    def _ratio(self, a: str, b: str, style: str) -> Result:
        first, last, low, high = self._pair(a, b, above_zero=True)
        if style == "words":
            text = self.locale.ratio_words(low, high)
        else:
            text = self._about(self.locale.ratio_times(low, high), first, last)
        return self._result(high / low, text, "times", (first, last))

    def share(self, part: str, whole: str, style: str) -> Result:
        """``part`` of ``whole``."""
        return self._once(("share", part, whole, style), lambda: self._share(part, whole, style))

    def _share(self, part: str, whole: str, style: str) -> Result:
        last, first, high, low = self._pair(part, whole, above_zero_second=True)
        if not 0 <= high <= low:
            raise ExpressionError(f'"{part}" is no part of "{whole}": it is larger')
        if style == "words":
            text = self.locale.share_words(high, low)
        else:
            text = self._about(self.locale.share_percent(high, low), first, last)
        return self._result(high / low * 100, text, "percent", (last, first))

    def compare(self, a: str, b: str) -> Result:
        """Whether ``a`` is higher or lower than ``b``: 1, -1, or 0 for about the same."""
        return self._once(("compare", a, b), lambda: self._compare(a, b))

    def _compare(self, a: str, b: str) -> Result:
        first, last, left, right = self._pair(a, b, same_measure=True)
        text = self.locale.compare_words(left, right)
        return self._result(direction(right, left), text, "", (first, last))

    def _text(self, record: FactRecord, style: str, qualifier: bool) -> str:
        assert record.value is not None
        if self._is_suppressed(record):
            return self.locale.suppressed(int(record.value))
        return self.locale.value(
            record.value,
            self.unit(record),
            style,
            upper=record.upper,
            qualifier=record.qualifier if qualifier else "",
        )

    def _is_suppressed(self, record: FactRecord) -> bool:
        measure = self.questions.measure(record.measure)
        smallest = measure.smallest if measure else 0
        return record.qualifier == "under" and record.value == smallest > 0

    def _about(self, text: str, *records: FactRecord) -> str:
        # "over 100" against "over 200" is no exact doubling.
        rough = any(record.qualifier for record in records) and not text.startswith("less")
        return self.locale.say("qualifier.about", value=text) if rough else text

    def _pair(
        self,
        a: str,
        b: str,
        *,
        same_measure: bool = False,
        above_zero: bool = False,
        above_zero_second: bool = False,
    ) -> tuple[FactRecord, FactRecord, Number, Number]:
        first, last = self.record(a), self.record(b)
        left, right = self._number(first), self._number(last)
        if self.unit(first) != self.unit(last):
            raise ExpressionError(
                f'"{a}" and "{b}" have different units: {self.unit(first)}, {self.unit(last)}',
                "set values of one measure against each other",
            )
        if same_measure and first.measure != last.measure:
            raise ExpressionError(
                f'"{a}" and "{b}" are of different measures: {first.measure}, {last.measure}',
                "what is counted differently cannot be compared",
            )
        for needed, name, number in ((above_zero, a, left), (above_zero_second, b, right)):
            if needed and number <= 0:
                raise ExpressionError(f'nothing can be worked out from "{name}": it is not above 0')
        return first, last, left, right

    def _number(self, record: FactRecord) -> Number:
        if record.value is None or not _is_number(record):
            raise ExpressionError(
                f'nothing can be worked out from "{record.id}": it is no single known number',
                "print the values themselves with fact()",
            )
        return record.value

    def _result(
        self, number: Number, text: str, unit: str, records: Sequence[FactRecord]
    ) -> Result:
        evidence = [self.evidence(record) for record in records]
        facts = tuple(record.id for record in records)
        printed = Fact(
            text,
            facts,
            tuple(dict.fromkeys(source for part in evidence for source in part.sources)),
            value=number,
            unit=unit,
            calculation=self._words(facts),
            doubtful=any(part.doubtful for part in evidence),
        )
        return Result(number, printed)

    def _words(self, facts: Sequence[str]) -> str:
        inputs = []
        for record in map(self.record, facts):
            value = self._text(record, "full", True) if record.value is not None else record.id
            period = self.locale.period(record.period)
            inputs.append(self.locale.say("calculation.input", value=value, period=period))
        return self.locale.say("calculation.from", inputs=self.locale.join(inputs))


def _is_number(record: FactRecord) -> bool:
    known = record.value is not None and record.upper is None
    return known and record.qualifier not in LIMITS
