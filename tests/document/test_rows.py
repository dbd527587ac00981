"""Which figures share a row, and how wide each is."""

from __future__ import annotations

import pytest

from briefing.document.rows import figure_rows, figure_widths
from tests.samples import figure, paragraph


def _ids(*blocks: object) -> list[list[str]]:
    return [[item.id for item in row] for row in figure_rows(blocks)]  # type: ignore[arg-type]


def test_neighbours_share_a_row_while_they_fit() -> None:
    """Spans that add up to at most 1 stand side by side."""
    a, b, c = figure("a", span=0.64), figure("b", span=0.36), figure("c", span=0.5)
    assert _ids(a, b, c) == [["a", "b"], ["c"]]


def test_text_between_figures_parts_them() -> None:
    """Only neighbours share a row."""
    a, b = figure("a", span=0.5), figure("b", span=0.5)
    assert _ids(paragraph("one"), a, paragraph("two"), b) == [["a"], ["b"]]


def test_a_figure_too_wide_begins_a_row() -> None:
    """Where the next does not fit it begins a row of its own."""
    a, b, c = figure("a", span=0.5), figure("b", span=0.6), figure("c", span=0.4)
    assert _ids(a, b, c) == [["a"], ["b", "c"]]


def test_thirds_make_a_row() -> None:
    """Three thirds written as decimals are one row: a rounding error is forgiven."""
    assert _ids(*(figure(name, span=0.3333) for name in "abc")) == [["a", "b", "c"]]


def test_no_figures_no_rows() -> None:
    """Text alone has no rows of figures."""
    assert _ids(paragraph("one")) == []


def test_a_lone_figure_takes_its_share() -> None:
    """One figure in a row is as wide as its span says."""
    assert figure_widths((figure(span=0.64),), 500.0, 20.0) == [pytest.approx(320.0)]
    assert figure_widths((figure(),), 500.0, 20.0) == [500.0]


def test_a_full_row_fills_the_width() -> None:
    """Widths and gutters add up to the text width, in the spans' proportion."""
    widths = figure_widths((figure("a", span=0.64), figure("b", span=0.36)), 500.0, 20.0)
    assert sum(widths) + 20 == pytest.approx(500.0)
    assert widths[0] / widths[1] == pytest.approx(0.64 / 0.36)


def test_a_row_half_full_is_not_blown_up() -> None:
    """Two narrow figures stay narrow, and leave room at the right."""
    widths = figure_widths((figure("a", span=0.3), figure("b", span=0.3)), 500.0, 20.0)
    assert widths == [pytest.approx(160.0)] * 2
