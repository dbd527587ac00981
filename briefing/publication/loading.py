"""Reads a publication folder, and holds all of it against itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol, TypeVar

from briefing.diagnostics import Problem, UsageError
from briefing.document import Where
from briefing.publication import consistency
from briefing.publication.addresses import refuse_addresses
from briefing.publication.files.reading import Files
from briefing.publication.folder import SETTINGS_FILE
from briefing.publication.frozen import FrozenMap
from briefing.publication.problems import Problems
from briefing.publication.publication import Publication
from briefing.publication.records import AudienceSpec, ChartSpec, Section, SeriesRow
from briefing.publication.references import References
from briefing.publication.refused import TABLE as REFUSED
from briefing.publication.refused import KnownTexts, check_list, refuse
from briefing.publication.sheets import tables
from briefing.publication.sheets.rows import read_table
from briefing.publication.sheets.sheet import Sheet
from briefing.publication.sheets.tables import Table
from briefing.publication.sheets.values import is_id
from briefing.publication.specs import SpecReader, stem
from briefing.publication.strays import report_strays
from briefing.publication.suppression import suppressed


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
    known = KnownTexts()
    return _Loader(Files(path.absolute(), known), known).load()


@dataclass
class _Loader:
    """Reads file after file, and collects what is wrong."""

    files: Files
    known: KnownTexts
    references: References = field(default_factory=References)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    doubtful_series: set[str] = field(default_factory=set)

    @property
    def problems(self) -> Problems:
        return self.files.problems

    def load(self) -> Publication:
        """The publication; raises ``PublicationError``."""
        refused = tuple(self.table(REFUSED))
        check_list(self.files.root, refused, self.cell, self.problems)
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
        report_strays(self.files)
        known = self.references.known.get("fact", set())
        consistency.check_facts(facts, sources, known, self.cell, self.problems)
        consistency.check_places(places, self.cell, self.problems)
        consistency.check_recommendations(recommendations, self.cell, self.problems)
        refuse(self.files.root, self.known.texts, refused)
        refuse_addresses(self.known.texts, tuple(terms), self.problems)
        self.references.check(self.problems)
        self.problems.raise_any()
        assert settings is not None  # else there was a problem
        measured = {name: suppressed(rows, measures) for name, rows in series.items()}
        return Publication(
            root=self.files.root,
            settings=settings,
            sources=sources,
            measures=measures,
            facts=_by_id(suppressed(facts, measures)),
            series=FrozenMap({name: tuple(rows) for name, rows in measured.items()}),
            charts=charts,
            audiences=audiences,
            quotes=quotes,
            places=places,
            sections=tuple(sections),
            terms=tuple(terms),
            refused=refused,
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

    def paths(self, specs: SpecReader, folder: str, ending: str, kind: str) -> list[str]:
        """The files of a folder; where it cannot be read, what names them is no fault as well."""
        before = len(self.problems)
        found = specs.paths(folder, ending, kind)
        if not found and len(self.problems) > before:
            self.references.broken.add(kind)
        return found

    def series(self, specs: SpecReader) -> dict[str, tuple[SeriesRow, ...]]:
        """The rows of each series by its id."""
        found = {}
        for path in self.paths(specs, tables.SERIES_FOLDER, ".csv", "series"):
            before = len(self.problems)
            found[stem(path)] = tuple(self.table(tables.series_table(path, stem(path))))
            if not found[stem(path)] and len(self.problems) == before:
                self.problems.add(
                    "this series has no rows", Where(path), "write them below the header"
                )
            if len(self.problems) > before:
                self.doubtful_series.add(stem(path))
        return found

    def charts(
        self, specs: SpecReader, series: dict[str, tuple[SeriesRow, ...]]
    ) -> FrozenMap[str, ChartSpec]:
        """The charts by id; one whose series has problems of its own is not held against it."""
        found: list[ChartSpec] = []
        for path in self.paths(specs, "data/charts", ".toml", "chart"):
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
        paths = self.paths(specs, folder, ".toml", "audience")
        if not paths and "audience" not in self.references.broken:
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

    def cell(self, where: Where, column: str) -> Where:
        """The place of a cell of the record at ``where``."""
        sheet = self.sheets.get(where.path)
        return sheet.cell(where.line, column) if sheet and where.line else where


def _by_id(records: Iterable[N]) -> FrozenMap[str, N]:
    return FrozenMap({record.id: record for record in records})
