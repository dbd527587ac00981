"""What must agree between the records of a publication, beyond that each name is known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from briefing.diagnostics import nearest
from briefing.document import Where
from briefing.publication.problems import Problems
from briefing.publication.records import (
    ChartSpec,
    FactRecord,
    Place,
    Recommendation,
    SeriesRow,
    Source,
)
from briefing.publication.scanner import KeyPath
from briefing.publication.trees.tree import Tree

CellPlace = Callable[[Where, str], Where]
"""Gives the place of a record's cell: of the record at a place, the cell of a column."""

_OPERAND = re.compile(r"[a-z0-9-]*[a-z][a-z0-9-]*")


def check_facts(
    facts: Iterable[FactRecord],
    sources: Mapping[str, Source],
    known: set[str],
    cell: CellPlace,
    problems: Problems,
) -> None:
    """A fact has a value or words, and a calculation exactly where it is ours.

    ``known`` are the ids of all facts, which a calculation may name.
    """
    for fact in facts:
        if fact.value is None and not fact.note:
            where = cell(fact.where, "value")
            hint = 'write a number, or say the fact in words in the column "note"'
            problems.add('the cell "value" is empty', where, hint)
        source = sources.get(fact.source)
        if source and (source.basis == "derived") != bool(fact.calculation):
            _report_calculation(fact, cell(fact.where, "calculation"), problems)
        for name in _OPERAND.findall(fact.calculation):
            if name not in known:
                where = cell(fact.where, "calculation")
                problems.add(f'unknown fact "{name}" in a calculation', where, nearest(name, known))


def _report_calculation(fact: FactRecord, where: Where, problems: Problems) -> None:
    if fact.calculation:
        message = f'a calculation, but source "{fact.source}" is not derived'
        hint = "leave the cell empty, or name a source whose basis is derived"
    else:
        message = f'no calculation, but source "{fact.source}" is derived'
        hint = "write how it is calculated, such as first-fact / second-fact"
    problems.add(message, where, hint)


def check_places(places: Mapping[str, Place], cell: CellPlace, problems: Problems) -> None:
    """No place lies in itself, by way of whatever regions."""
    for place in places.values():
        passed = {place.id}
        region = places.get(place.region)
        while region and region.id not in passed:
            passed.add(region.id)
            region = places.get(region.region)
        if region and region.id == place.id:
            where = cell(place.where, "region")
            problems.add(f'place "{place.id}" lies in itself', where, "name a wider region")


def check_recommendations(
    recommendations: Iterable[Recommendation], cell: CellPlace, problems: Problems
) -> None:
    """What a source recommends names the source."""
    for each in recommendations:
        if each.basis == "source" and not each.source:
            where = cell(each.where, "source")
            problems.add("no source, but the basis is source", where, "name it, or write inference")


def check_chart(
    chart: ChartSpec, tree: Tree, rows: Sequence[SeriesRow], problems: Problems
) -> None:
    """Each value that a chart names is in the rows of its series."""
    check = _ChartCheck(chart, tree, problems)
    if not check.selection(rows):
        return
    selected = rows
    for column, kept in chart.rows.items():
        selected = [row for row in selected if getattr(row, column) in kept]
    if not selected:
        check.nothing()
        return
    for axis in filter(None, (chart.x, chart.split)):
        check.column(axis, selected)
    one_line = chart.kind in ("columns", "bars", "waffle")
    marked = chart.split if chart.split and not one_line else chart.x
    for at, value in enumerate(chart.highlight):
        check.value(value, marked, selected, ("highlight", at))
    check.labels(selected)
    check.headline(selected)


class _ChartCheck:
    """Holds the values of one chart against rows of its series."""

    def __init__(self, chart: ChartSpec, tree: Tree, problems: Problems) -> None:
        self.chart = chart
        self.tree = tree
        self.problems = problems
        self.series = f'series "{chart.series}"'

    def value(self, value: str, column: str, rows: Sequence[SeriesRow], path: KeyPath) -> None:
        """``value`` stands in ``column`` of one of ``rows``."""
        values = {getattr(row, column) for row in rows} - {""}
        if value not in values:
            message = f'no row of {self.series} has the {column} "{value}"'
            self.problems.add(message, self.tree.value(path), _one_of(value, values, self.series))

    def selection(self, rows: Sequence[SeriesRow]) -> bool:
        """Each value that the chart selects by stands in one of ``rows``."""
        before = len(self.problems)
        for column, kept in self.chart.rows.items():
            for at, value in enumerate(kept):
                self.value(value, column, rows, ("rows", column, at))
        return len(self.problems) == before

    def nothing(self) -> None:
        """No row is left, though each value of the selection stands in one."""
        where = self.tree.key(("rows",) if self.chart.rows else ("series",))
        hint = "no row has all of these values: keep other ones"
        self.problems.add(f"the chart keeps no row of {self.series}", where, hint)

    def column(self, column: str, rows: Sequence[SeriesRow]) -> None:
        """``column`` says something in one of ``rows`` at least."""
        if not any(getattr(row, column) for row in rows):
            path: KeyPath = ("x",) if column == self.chart.x else ("split",)
            message = f"no row of {self.series} has a {column}"
            hint = f"fill the column {column}, or keep other rows"
            self.problems.add(message, self.tree.value(path), hint)

    def labels(self, rows: Sequence[SeriesRow]) -> None:
        """Each label is for a value of ``x`` or ``split``."""
        columns = [column for column in (self.chart.x, self.chart.split) if column]
        values = {getattr(row, column) for row in rows for column in columns} - {""}
        for name in self.chart.labels:
            if name not in values:
                message = f'no row of {self.series} has the {" or ".join(columns)} "{name}"'
                where = self.tree.key(("labels", name))
                self.problems.add(message, where, _one_of(name, values, self.series))

    def headline(self, rows: Sequence[SeriesRow]) -> None:
        """The ends of a change or comparison, and its line, are in ``rows``."""
        headline = self.chart.headline
        if headline.say == "change" and "period" not in (self.chart.x, self.chart.split):
            where = self.tree.value(("headline", "say"))
            hint = 'for two groups or places use say = "compare"'
            self.problems.add('a headline of change needs x = "period"', where, hint)
            return
        column = "period" if headline.say == "change" else self.chart.x
        for name, value in (("start", headline.start), ("end", headline.end)):
            if value:
                self.value(value, column, rows, ("headline", name))
        if headline.line and self.chart.split:
            self.value(headline.line, self.chart.split, rows, ("headline", "line"))
        elif headline.line:
            where = self.tree.key(("headline", "line"))
            self.problems.add('"line" without "split"', where, "only a split chart has lines")


def _one_of(value: str, values: set[str], series: str) -> str:
    """The nearest value that a series has, or some of its values."""
    hint = nearest(value, values)
    some = ", ".join(sorted(values)[:6])
    return hint or (f"{series} has {some}, ..." if some else "fill that column of the series")
