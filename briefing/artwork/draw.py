"""All charts of a briefing, each at the width that its row gives it."""

from __future__ import annotations

from briefing.document import Briefing, ChartData, Drawing, Theme
from briefing.document.rows import figure_rows, figure_widths


def draw(briefing: Briefing, theme: Theme) -> dict[str, Drawing]:
    """The drawing of each figure of the briefing, by figure id; those of one row as tall."""
    width = theme.papers[briefing.edition.paper].text_width
    drawings = {}
    for row in figure_rows(briefing.blocks):
        widths = figure_widths(row, width, theme.spaces["gutter"])
        sized = list(zip(row, widths, strict=True))
        tallest = max(natural_height(it.chart, theme, own, it.language) for it, own in sized)
        for figure, own in sized:
            drawings[figure.id] = draw_chart(figure.chart, theme, own, figure.language, tallest)
    return drawings


def natural_height(chart: ChartData, theme: Theme, width: float, language: str) -> float:
    """The height that a chart takes where nothing stands beside it, in points."""
    if chart.kind == "bars":
        from briefing.artwork.bars import bars_height

        return bars_height(chart, theme, width, language)
    return theme.charts["columns-height" if chart.kind == "columns" else "line-height"]


def draw_chart(
    chart: ChartData, theme: Theme, width: float, language: str, height: float = 0.0
) -> Drawing:
    """One chart, ``width`` points wide; its height follows from its kind and its rows.

    Where ``height`` is more than that, the chart fills as much of it as becomes its kind.
    """
    from briefing.artwork.bars import draw_bars
    from briefing.artwork.columns import draw_columns
    from briefing.artwork.line import draw_line

    kinds = {"bars": draw_bars, "columns": draw_columns, "line": draw_line}
    return kinds[chart.kind](chart, theme, width, language, height)
