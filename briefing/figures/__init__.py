"""A chart's rows as chart data, data table and words that are true for them."""

from __future__ import annotations

from briefing.figures.figure import figure
from briefing.figures.note import Author, Draft
from briefing.figures.possible import possible

__all__ = ["Author", "Draft", "figure", "possible"]
