"""Authors' files, read and validated with their places; and the questions asked of them."""

from __future__ import annotations

from briefing.publication.folder import built_in, find
from briefing.publication.loading import load
from briefing.publication.publication import Publication
from briefing.publication.questions import Questions
from briefing.publication.records import (
    AudienceSpec,
    ChartSpec,
    FactRecord,
    HeadlineSpec,
    Helpline,
    KeyFigureSpec,
    Measure,
    Milestone,
    Place,
    QuoteRecord,
    Recommendation,
    Section,
    SeriesRow,
    Settings,
    Source,
    Term,
)
from briefing.publication.trace import Trace, answer_hash

__all__ = [
    "AudienceSpec",
    "ChartSpec",
    "FactRecord",
    "HeadlineSpec",
    "Helpline",
    "KeyFigureSpec",
    "Measure",
    "Milestone",
    "Place",
    "Publication",
    "Questions",
    "QuoteRecord",
    "Recommendation",
    "Section",
    "SeriesRow",
    "Settings",
    "Source",
    "Term",
    "Trace",
    "answer_hash",
    "built_in",
    "find",
    "load",
]
