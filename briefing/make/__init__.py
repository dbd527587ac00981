"""One edition from start to file: compose, check, draw, render, read back, store."""

from __future__ import annotations

from briefing.make.editions import check_place, edition_of, place_of
from briefing.make.make import Produced, Result, compose_checked, make, produce

__all__ = [
    "Produced",
    "Result",
    "check_place",
    "compose_checked",
    "edition_of",
    "make",
    "place_of",
    "produce",
]
