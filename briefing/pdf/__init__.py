"""Briefing, theme and drawings to the bytes of a PDF. Only here is ReportLab."""

from __future__ import annotations

from briefing.pdf.forms import artwork_of
from briefing.pdf.render import Rendered, render, render_pages

__all__ = ["Rendered", "artwork_of", "render", "render_pages"]
