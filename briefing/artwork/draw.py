"""All charts of a briefing, each at the width that its row gives it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeAlias

from briefing.artwork.mirror import MIRRORED, mirrored
from briefing.document import Briefing, ChartData, Drawing, Theme
from briefing.document.rows import figure_rows, figure_widths
from briefing.typeset import right_to_left, typesetter_of

SizedChart: TypeAlias = tuple[ChartData, float, str]
"""A chart, its width in points, and the language of its words."""
Draw: TypeAlias = Callable[[ChartData, Theme, float, str, float], Drawing]
Height: TypeAlias = Callable[[ChartData, Theme, float, str], float]


def draw(briefing: Briefing, theme: Theme) -> dict[str, Drawing]:
    """The drawing of each figure of the briefing, by figure id; those of one row as tall."""
    width = theme.papers[briefing.edition.paper].text_width
    drawings: dict[str, Drawing] = {}
    for row in figure_rows(briefing.blocks):
        widths = figure_widths(row, width, theme.spaces["gutter"])
        charts = [(it.chart, own, it.language) for it, own in zip(row, widths, strict=True)]
        found = draw_row(charts, theme)
        drawings |= {figure.id: each for figure, each in zip(row, found, strict=True)}
    return drawings


def draw_row(charts: Sequence[SizedChart], theme: Theme) -> tuple[Drawing, ...]:
    """The drawings of charts that stand side by side, all as tall as the tallest."""
    tallest = max(
        natural_height(chart, theme, width, language) for chart, width, language in charts
    )
    return tuple(
        draw_chart(chart, theme, width, language, tallest) for chart, width, language in charts
    )


def natural_height(chart: ChartData, theme: Theme, width: float, language: str) -> float:
    """The height that a chart takes where nothing stands beside it, in points."""
    return _kinds()[chart.kind][1](chart, theme, width, language)


def draw_chart(
    chart: ChartData, theme: Theme, width: float, language: str, height: float = 0.0
) -> Drawing:
    """One chart, ``width`` points wide; its height follows from its kind and its rows.

    Where ``height`` is more than that, the chart fills as much of it as becomes its kind.
    """
    drawing = _kinds()[chart.kind][0](chart, theme, width, language, height)
    if chart.kind in MIRRORED and right_to_left(language):
        return mirrored(drawing, typesetter_of(theme.fonts), language)
    return drawing


@cache
def _kinds() -> Mapping[str, tuple[Draw, Height]]:
    """How each kind is drawn, and its natural height; imported once a chart is drawn."""
    from briefing.artwork.bars import bars_height, draw_bars
    from briefing.artwork.chronology import chronology_height, draw_chronology
    from briefing.artwork.columns import columns_height, draw_columns
    from briefing.artwork.dots import dots_height, draw_dots
    from briefing.artwork.line import draw_line, line_height
    from briefing.artwork.pairs import draw_pairs, pairs_height
    from briefing.artwork.panels import draw_panels, panels_height
    from briefing.artwork.slope import draw_slope, slope_height
    from briefing.artwork.waffle import draw_waffle, waffle_height

    return {
        "bars": (draw_bars, bars_height),
        "chronology": (draw_chronology, chronology_height),
        "columns": (draw_columns, columns_height),
        "dots": (draw_dots, dots_height),
        "line": (draw_line, line_height),
        "pairs": (draw_pairs, pairs_height),
        "panels": (draw_panels, panels_height),
        "slope": (draw_slope, slope_height),
        "waffle": (draw_waffle, waffle_height),
    }
