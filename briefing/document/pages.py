"""What came out on paper, and what goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.values import value


@value
class Attachment:
    """A file inside the PDF; ``relationship`` is its AFRelationship (ISO 19005-3, Annex E)."""

    name: str
    media_type: str
    description: str
    data: bytes
    relationship: Literal["Data", "Source", "Supplement"] = "Data"


@value
class Placed:
    """Where a block, or a part of it, came to stand; points from the lower left corner."""

    block: int
    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class PageReport:
    """The pages of a rendered briefing; ``block`` counts the briefing's blocks from 0."""

    pages: int
    width: float
    height: float
    placed: tuple[Placed, ...]
