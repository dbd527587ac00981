"""A whole publication is read, or all its problems are reported together."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.diagnostics import UsageError
from briefing.publication import Publication, built_in, load
from tests.publication.faults import message
from tests.small_publication import FILES, changed, write

SOURCES = "data/sources.csv"
FACTS = "data/facts.csv"
CHART = "data/charts/reports-by-year.toml"
KENYA = "data/sections/en/kenya.md"
SERIES = "data/series/reports.csv"
LINES = "data/charts/reports-by-place.toml"
ASKS = "data/recommendations.csv"
EVENTS = "data/chronology.csv"
HELP = "data/helplines.csv"
TERMS = "data/terms.csv"
QUOTES = "data/quotes.csv"


def test_a_misspelt_table_is_noticed(tmp_path: Path) -> None:
    """A table under nearly its name is reported instead of passed over."""
    overrides = {
        **changed(KENYA, '{{ quote("founder") }}', "Text."),
        QUOTES: None,
        "data/quote.csv": FILES[QUOTES],
    }
    assert message(tmp_path, overrides) == (
        'data/quote.csv: error: unknown file\n  hint: did you mean "data/quotes.csv"?'
    )


def test_all_problems_of_all_files_are_reported_together(tmp_path: Path) -> None:
    """Errors in two files are reported in one go, by file and line."""
    overrides = {
        **changed(FACTS, "2023-H1", "2023-H3"),
        **changed(CHART, "highlight =", "hilight ="),
    }
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-year.toml:4:1: error: unknown key "hilight"\n'
        '    hilight = ["2021", "2023"]\n'
        "    ^\n"
        '  hint: did you mean "highlight"? known: events, headline, highlight, kind, labels, '
        "measure_words, note, rows, scale, series, span, split, x\n"
        'data/facts.csv:6:27: error: "2023-H3" is not a period\n'
        "    polled-ages,polled,12-17,,2023-H3,world,,hotline,,high,,\n"
        "                              ^\n"
        "  hint: write 2023, 2019-2022, 2024-H1, 2025-Q1, 2021-05 or 2021-05-03"
    )


def test_a_missing_table_is_one_problem(tmp_path: Path) -> None:
    """Facts do not complain one by one of sources that could not be read."""
    overrides = {SOURCES: None}
    assert message(tmp_path, overrides) == (
        "data/sources.csv: error: this file is missing\n"
        "  hint: its columns: id,publisher,title,published,url,terms,confidence,basis,language"
    )


def test_everything_that_authors_wrote_is_there(publication: Publication) -> None:
    """Each kind of record is read, in the order of its file or of the file names."""
    assert list(publication.sources) == ["hotline", "ours"]
    assert list(publication.measures) == ["reports", "polled"]
    assert list(publication.charts) == ["reports-by-place", "reports-by-year"]
    assert list(publication.places) == ["world", "africa", "ken"]
    assert len(publication.facts) == len(publication.series["reports"]) == 6
    assert [section.id for section in publication.sections] == ["first", "kenya"]
    assert [event.id for event in publication.chronology] == ["second", "founded"]
    assert publication.quotes["founder"].verbatim is True
    assert publication.helplines[0].audiences == ("readers",)
    assert publication.terms[0].recommended == "good word"


def test_numbers_are_whole_where_they_are_written_so(publication: Publication) -> None:
    """A value is an int, a float where a point is written, two numbers where it is a range."""
    facts = publication.facts
    assert repr(facts["reports-2023"].value) == "36200000"
    assert repr(facts["told-somebody"].value) == "43.5"
    assert (facts["polled-ages"].value, facts["polled-ages"].upper) == (12, 17)
    assert publication.series["reports"][4].value is None


def test_optional_files_and_columns_may_be_left_out(tmp_path: Path) -> None:
    """Without quotes, events and such it loads; a series is of the world unless it says."""
    files = dict.fromkeys((QUOTES, ASKS, EVENTS, HELP, TERMS, LINES))
    plain = (
        "measure,period,value,source,confidence\n"
        "reports,2021,1,hotline,high\n"
        "reports,2023,2,hotline,high\n"
    )
    overrides = changed(KENYA, '{{ quote("founder") }}', "Text.")
    publication = load(write(tmp_path, **files, **overrides, **{SERIES: plain}))
    assert (publication.quotes, publication.terms) == ({}, ())
    assert {row.place for row in publication.series["reports"]} == {"world"}


def test_a_folder_that_is_not_there_is_a_matter_of_usage(tmp_path: Path) -> None:
    """Loading a folder that does not exist is an error of usage, exit code 2."""
    with pytest.raises(UsageError, match="there is no publication folder"):
        load(tmp_path / "nowhere")


def test_the_built_in_publication_loads() -> None:
    """The publication that comes with the program has nothing wrong in it."""
    assert load(built_in()).audiences


def test_loading_imports_nothing_heavy() -> None:
    """No library for pages, charts, templates or models is imported to load a publication."""
    code = (
        "import sys; from briefing.publication import built_in, load; load(built_in());"
        "print(sorted({'pydantic', 'jinja2', 'matplotlib', 'reportlab'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_language_is_an_id(tmp_path: Path) -> None:
    """A folder of sections that is named like no language is reported, not passed over."""
    overrides = {"data/sections/EN/first.md": "Text."}
    assert message(tmp_path, overrides) == (
        'data/sections/EN: error: illegal language "EN"\n  hint: name it en, fr, pt-br'
    )
