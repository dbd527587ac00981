"""Blocks to strips, one module for each family of blocks."""

from __future__ import annotations

from briefing.pdf.layout.story import Layout, Story, layout_of

__all__ = ["Layout", "Story", "layout_of"]
