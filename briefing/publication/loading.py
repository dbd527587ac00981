"""Reads a publication folder, and holds all of it against itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, TypeVar

from briefing.diagnostics import Problem, UsageError, nearest
from briefing.document import Where
from briefing.publication import consistency, tables
from briefing.publication.files import Files
from briefing.publication.folder import SETTINGS_FILE
from briefing.publication.frozen import FrozenMap
from briefing.publication.problems import Problems
from briefing.publication.publication import Publication
from briefing.publication.records import AudienceSpec, ChartSpec, Section, SeriesRow
from briefing.publication.references import References
from briefing.publication.rows import read_table
from briefing.publication.sheets import Sheet
from briefing.publication.specs import SpecReader, stem
from briefing.publication.tables import Table
from briefing.publication.values import is_id


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_HasId)
R = TypeVar("R")


def load(path: Path) -> Publication:
    """The publication in the folder ``path``, with nothing wrong in it.

    Raises one ``PublicationError`` with the problems of all files, and ``UsageError`` where there
    is no such folder.
    """
    path = Path(path)
    if not path.is_dir():
        hint = f"a publication is a folder that holds {SETTINGS_FILE}"
        raise UsageError(Problem(f'there is no publication folder "{path.as_posix()}"', hint=hint))
    return _Loader(Files(path.absolute(), Problems())).load()


@dataclass
class _Loader:
    """Reads file after file, and collects what is wrong."""

    files: Files
    references: References = field(default_factory=References)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    doubtful_series: set[str] = field(default_factory=set)

    @property
    def problems(self) -> Problems:
        return self.files.problems

    def load(self) -> Publication:
        """The publication; raises ``PublicationError``."""
        specs = SpecReader(self.files, self.references)
        settings = specs.settings()
        sources = _by_id(self.table(tables.SOURCES))
        measures = _by_id(self.table(tables.MEASURES))
        facts = self.table(tables.FACTS)
        places = _by_id(self.table(tables.PLACES))
        series = self.series(specs)
        charts = self.charts(specs, series)
        audiences = self.audiences(specs)
        sections = self.sections(specs)
        quotes = _by_id(self.table(tables.QUOTES))
        recommendations = [
            replace(each, text_where=self.cell(each.where, "text"))
            for each in self.table(tables.RECOMMENDATIONS)
        ]
        chronology = self.table(tables.CHRONOLOGY)
        helplines = self.table(tables.HELPLINES)
        terms = self.table(tables.TERMS)
        self.strays()
        known = self.references.known.get("fact", set())
        consistency.check_facts(facts, sources, known, self.cell, self.problems)
        consistency.check_places(places, self.cell, self.problems)
        consistency.check_recommendations(recommendations, self.cell, self.problems)
        self.references.check(self.problems)
        self.problems.raise_any()
        assert settings is not None  # else there was a problem
        return Publication(
            root=self.files.root,
            settings=settings,
            sources=sources,
            measures=measures,
            facts=_by_id(facts),
            series=FrozenMap(series),
            charts=charts,
            audiences=audiences,
            quotes=quotes,
            places=places,
            sections=tuple(sections),
            terms=tuple(terms),
            helplines=tuple(helplines),
            recommendations=tuple(recommendations),
            chronology=tuple(chronology),
            sheets=FrozenMap(self.sheets),
        )

    def table(self, table: Table[R]) -> list[R]:
        """The records of a table that are right."""
        sheet, records = read_table(self.files, table, self.references)
        if sheet is not None:
            self.sheets[table.path] = sheet
        return records

    def series(self, specs: SpecReader) -> dict[str, tuple[SeriesRow, ...]]:
        """The rows of each series by its id."""
        found = {}
        for path in specs.paths(tables.SERIES_FOLDER, ".csv", "series"):
            before = len(self.problems)
            found[stem(path)] = tuple(self.table(tables.series_table(path, stem(path))))
            if len(self.problems) > before:
                self.doubtful_series.add(stem(path))
        return found

    def charts(
        self, specs: SpecReader, series: dict[str, tuple[SeriesRow, ...]]
    ) -> FrozenMap[str, ChartSpec]:
        """The charts by id; one whose series has problems of its own is not held against it."""
        found: list[ChartSpec] = []
        for path in specs.paths("data/charts", ".toml", "chart"):
            read = specs.chart(path)
            if read is None:
                continue
            chart, tree = read
            found.append(chart)
            if chart.series in series and chart.series not in self.doubtful_series:
                consistency.check_chart(chart, tree, series[chart.series], self.problems)
        return _by_id(found)

    def audiences(self, specs: SpecReader) -> FrozenMap[str, AudienceSpec]:
        """The audiences by id; there is one at least."""
        folder = "data/audiences"
        paths = specs.paths(folder, ".toml", "audience")
        if not paths:
            hint = f"write {folder}/<id>.toml for each kind of reader"
            self.problems.add("there is no audience", Where(folder), hint)
            self.references.broken.add("audience")
        return _by_id(filter(None, map(specs.audience, paths)))

    def sections(self, specs: SpecReader) -> list[Section]:
        """The sections of all languages, by language and file name."""
        found = []
        for language in self.files.folders("data/sections"):
            if not is_id(language):
                where = Where(f"data/sections/{language}")
                self.problems.add(f'illegal language "{language}"', where, "name it en, fr, pt-br")
                continue
            for path in specs.paths(f"data/sections/{language}", ".md", "section"):
                section = specs.section(path, language)
                if section is not None:
                    found.append(section)
        return found

    def strays(self) -> None:
        """Report a CSV file whose name is nearly that of a table that is not there."""
        missing = [path for path in tables.PATHS if not self.files.exists(path)]
        for path in self.files.names("data", ".csv"):
            hint = nearest(path, missing) if path not in tables.PATHS else ""
            if hint.startswith("did you mean"):
                self.problems.add("unknown file", Where(path), hint.partition(" known:")[0])

    def cell(self, where: Where, column: str) -> Where:
        """The place of a cell of the record at ``where``."""
        sheet = self.sheets.get(where.path)
        return sheet.cell(where.line, column) if sheet and where.line else where


def _by_id(records: Iterable[N]) -> FrozenMap[str, N]:
    return FrozenMap({record.id: record for record in records})
