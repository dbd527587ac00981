"""Charts made of a few rows, for tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefing.compose.citations import Numbering
from briefing.document import Figure, Text
from briefing.figures import figure
from briefing.locale import Locale
from briefing.publication import Publication, Questions, Trace
from briefing.publication.records import ChartSpec
from tests.compose.files import publication

HEADER = "measure,period,place,group,value,qualifier,source,confidence,note\n"

CHANGE = """
[headline]
say = "change"
subject = "Reports"
start = "2019"
end = "2023"
"""


class PlainAuthor:
    """Reads headlines with ``ROW(x)`` for row("x"), and notes as plain text."""

    def headline(self, spec: ChartSpec, row: Callable[[str, str], str]) -> str:
        """The headline with its values."""
        first, *rest = spec.headline.text.split("ROW(")
        for piece in rest:
            x, _, after = piece.partition(")")
            first += row(*(f"{x},".split(",")[:2])) + after
        return first


def read(folder: Path, chart: str, rows: str, **changes: str) -> Publication:
    """A publication of ``chart`` (TOML without its series) and ``rows`` (CSV without a header)."""
    return publication(
        folder,
        **{
            "data/charts/try.toml": 'series = "try"\n' + chart,
            "data/series/try.csv": HEADER + rows,
            **changes,
        },
    )


def drawn_for(made: Publication, place: str, trace: Trace | None = None) -> Figure:
    """The figure of a publication's chart in the edition of ``place``."""
    questions, spec = Questions(made, trace), made.charts["try"]
    draft = figure(questions, Locale("en"), spec, PlainAuthor(), place)
    own = (lambda: (Text(spec.note),)) if spec.note else None
    return draft.settled(Numbering().cite, own, None)


def draw(folder: Path, chart: str, rows: str, **changes: str) -> Figure:
    """The figure of ``chart`` and ``rows`` in the edition of the world."""
    return drawn_for(read(folder, chart, rows, **changes), "world")


def yearly(*values: object, first: int = 2019, measure: str = "reports") -> str:
    """Rows of one value a year; an empty text is a hole."""
    return "".join(
        f"{measure},{first + number},world,,{value},,ncmec,high,\n"
        for number, value in enumerate(values)
    )
