"""Chart data and theme to drawings. Only here is matplotlib, and only once a chart is drawn."""

from __future__ import annotations

from briefing.artwork.draw import draw, draw_chart, draw_row

__all__ = ["draw", "draw_chart", "draw_row"]
