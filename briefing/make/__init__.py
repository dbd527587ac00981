"""One edition from start to file: compose, check, draw, render, read back, store."""

from __future__ import annotations

from briefing.make.editions import edition_of
from briefing.make.make import Produced, Result, compose_checked, make, produce

__all__ = ["Produced", "Result", "compose_checked", "edition_of", "make", "produce"]
