"""A place reads as editors write it."""

from __future__ import annotations

from briefing.document import Where


def test_a_place_reads_as_file_line_column() -> None:
    """What is not known is left out."""
    assert str(Where("data/facts.csv", 3, 14)) == "data/facts.csv:3:14"
    assert str(Where("data/facts.csv", 3)) == "data/facts.csv:3"
    assert str(Where("data/facts.csv")) == "data/facts.csv"
