"""All charts of a briefing, each at the width that its row gives it."""

from __future__ import annotations

from briefing.document import Briefing, ChartData, Drawing, Theme
from briefing.document.rows import figure_rows, figure_widths


def draw(briefing: Briefing, theme: Theme) -> dict[str, Drawing]:
    """The drawing of each figure of the briefing, by figure id."""
    width = theme.papers[briefing.edition.paper].text_width
    drawings = {}
    for row in figure_rows(briefing.blocks):
        widths = figure_widths(row, width, theme.spaces["gutter"])
        for figure, share in zip(row, widths, strict=True):
            drawings[figure.id] = draw_chart(figure.chart, theme, share, figure.language)
    return drawings


def draw_chart(chart: ChartData, theme: Theme, width: float, language: str) -> Drawing:
    """One chart, ``width`` points wide; its height follows from its kind and its rows."""
    from briefing.artwork.bars import draw_bars
    from briefing.artwork.columns import draw_columns
    from briefing.artwork.line import draw_line

    kinds = {"bars": draw_bars, "columns": draw_columns, "line": draw_line}
    return kinds[chart.kind](chart, theme, width, language)
