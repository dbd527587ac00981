"""The shipped publication, its theme and its rendered editions; each made once for all tests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing import api
from briefing.document import Briefing, Drawing, Edition, PageReport, Theme
from briefing.pdf import render_pages
from briefing.publication import Publication

ROOT = Path(__file__).parents[1]
AUDIENCES = ("government", "ngo", "tech-industry")
PAPERS = ("a4", "letter")
EDITIONS = [(audience, paper) for audience in AUDIENCES for paper in PAPERS]


@dataclass(frozen=True)
class Made:
    """One edition: what was composed, drawn and rendered."""

    briefing: Briefing
    drawings: dict[str, Drawing]
    data: bytes
    report: PageReport


@cache
def theme() -> Theme:
    """The shipped theme."""
    return api.load_theme(ROOT)


@cache
def publication() -> Publication:
    """The shipped publication."""
    return api.load(ROOT)


@cache
def made(audience: str, paper: str) -> Made:
    """One edition of it, in English, for the world."""
    briefing = api.compose(publication(), Edition(audience, paper=paper))
    drawings = api.draw(briefing, theme())
    rendered = render_pages(briefing, theme(), drawings)
    return Made(briefing, drawings, rendered.data, rendered.report)
