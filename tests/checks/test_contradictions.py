"""One number in two tables."""

from __future__ import annotations

from pathlib import Path

from briefing.checks.contradictions import contradictions, contradictions_printed
from briefing.publication import load
from tests import small_publication
from tests.checks.briefings import composed, told
from tests.small_publication import changed

SERIES = "data/series/reports.csv"


def test_agreement(tmp_path: Path) -> None:
    """A fact that stands in a series with the same value is right."""
    assert contradictions(load(small_publication.write(tmp_path))) == []


def test_contradiction(tmp_path: Path) -> None:
    """Another value is told at the fact, with the place of the row."""
    files = changed(SERIES, "reports,2023,world,,36200000", "reports,2023,world,,36100000")
    assert told(contradictions(load(small_publication.write(tmp_path, **files)))) == [
        f'data/facts.csv:3:22 "reports-2023" is 36200000, but {SERIES}:4:21 has 36100000'
        " for the same measure, period, place, group and source"
    ]


def test_another_source_may_differ(tmp_path: Path) -> None:
    """Sources that disagree are both kept."""
    row = "reports,2022,world,,32000000,,hotline"
    files = changed(SERIES, row, "reports,2022,world,,31000000,,ours")
    assert contradictions(load(small_publication.write(tmp_path, **files))) == []


def test_a_hole_is_no_contradiction(tmp_path: Path) -> None:
    """A series may not know what a fact says."""
    files = changed(SERIES, "reports,2023,world,,36200000", "reports,2023,world,,")
    assert contradictions(load(small_publication.write(tmp_path, **files))) == []


def test_only_what_is_printed(tmp_path: Path) -> None:
    """An edition is stopped by the facts that it prints, and by no other."""
    printed = changed(SERIES, "reports,2023,world,,36200000", "reports,2023,world,,36100000")
    assert len(contradictions_printed(*composed(tmp_path / "a", **printed))) == 1
    other = changed(SERIES, "reports,2023,ken,,8400", "reports,2023,ken,,8500")
    assert contradictions_printed(*composed(tmp_path / "b", **other)) == []
