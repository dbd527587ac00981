"""Blocks to strips, one module for each family of blocks."""

from __future__ import annotations

from briefing.pdf.layout.story import lay_out

__all__ = ["lay_out"]
