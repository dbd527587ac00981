"""A chart's rows as chart data, data table and words that are true for them."""

from __future__ import annotations

from briefing.figures.figure import Author, figure

__all__ = ["Author", "figure"]
