"""What an author's files hold, row by row; each record knows where it stands.

``where`` takes no part in equality, so that a moved row is not a changed row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, get_args

from briefing.document import ChartKind, Where
from briefing.publication.frozen import FrozenMap

Number: TypeAlias = int | float

STATES = ("draft", "review", "embargoed", "released", "corrected", "withdrawn")
CONFIDENCES = ("high", "medium", "low")
BASES = ("seen", "copy", "dataset", "seed", "recalled", "derived")
QUALIFIERS = ("", "over", "about", "almost", "under", "up-to")
UNITS = ("count", "percent", "days", "years", "hours", "times", "points", "per-day")
PLACE_KINDS = ("world", "region", "survey-region", "country", "other")
EDITION_KINDS = ("world", "region", "country")
"""Kinds of place that may have editions; a section can name them instead of places."""
CHART_KINDS: tuple[ChartKind, ...] = get_args(ChartKind)


def _where() -> Where:
    return field(default=Where(""), compare=False, kw_only=True)


_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True, slots=True)
class Settings:
    """``briefing.toml``: the publication as a whole. ``as_of`` is an ISO date."""

    id: str
    title: str
    publisher: str
    contact: str
    as_of: str
    licence: str
    state: str = "draft"
    audience: str = ""
    place: str = "world"
    language: str = "en"
    paper: str = "a4"
    profile: str = "office"
    eligible_series: str = field(default="", compare=False)
    eligible_least: int = field(default=0, compare=False)
    """A country has an edition where the latest period of this series has so many for it."""
    pack_audiences: tuple[str, ...] = field(default=(), compare=False)
    pack_places: tuple[str, ...] = field(default=(), compare=False)
    pack_papers: tuple[str, ...] = field(default=(), compare=False)
    """What ``briefing pack`` makes unless told; empty for all audiences and places, one paper."""
    where: Where = _where()


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a figure, where, when, under what terms; ``basis`` says how it was read.

    ``basis``: ``seen`` the publisher's page, ``copy`` an unofficial or staging copy, ``dataset``,
    ``seed`` only the article the project started from, ``recalled``, ``derived`` our calculation.
    ``language``: of the title, where it is another than the briefing's.
    """

    id: str
    publisher: str
    title: str
    published: str
    url: str
    terms: str
    confidence: str
    basis: str
    language: str = ""
    where: Where = _where()

    @property
    def original_seen(self) -> bool:
        """Whether someone has seen the original: else its figures are marked."""
        return self.basis in ("seen", "dataset", "derived")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is counted, and what is not; ``caveat`` stands beside the number in print.

    A count below ``smallest`` is never printed, and nothing is computed from it.
    """

    id: str
    name: str
    unit: str
    counts: str
    excludes: str
    caveat: str
    smallest: int = 0
    where: Where = _where()


@dataclass(frozen=True, slots=True)
class FactRecord:
    """One value of a measure for a period, place and group.

    ``value`` is the number, or the lower end of a range whose upper end is ``upper``; both None
    for a fact in words. ``calculation`` holds, for a fact of ours, the arithmetic over other
    facts' ids that gives it, e.g. ``ncmec-2020-total / 366``.
    """

    id: str
    measure: str
    value: Number | None
    upper: Number | None
    qualifier: str
    period: str
    place: str
    group: str
    source: str
    locator: str
    confidence: str
    calculation: str
    note: str
    where: Where = _where()


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One row of ``data/series/<series>.csv``."""

    series: str
    measure: str
    period: str
    place: str
    group: str
    value: Number | None
    qualifier: str
    source: str
    confidence: str
    note: str
    where: Where = _where()


NUMBER_COLUMNS = ("measure", "period", "place", "group", "source")
"""What a fact and a row of a series have in common when they say the same."""

NumberKey: TypeAlias = tuple[str, ...]


def key_of(record: FactRecord | SeriesRow) -> NumberKey:
    """What the number of a fact or a row is of: its cells in ``NUMBER_COLUMNS``."""
    return (record.measure, record.period, record.place, record.group, record.source)


@dataclass(frozen=True, slots=True)
class HeadlineSpec:
    """How a chart's headline is computed.

    ``say`` is ``change`` (from one x to another, of one line), ``compare`` (two x side by side),
    ``largest``, ``span`` (how many events, from when to when), or ``median`` (a place beside its
    region); ``subject`` names what the numbers are; ``text`` is an override in Markdown with
    expressions, whose numbers are taken from the rows.
    """

    say: str = ""
    subject: str = ""
    start: str = ""
    end: str = ""
    line: str = ""
    text: str = ""
    where: Where = _where()


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """``data/charts/<id>.toml``: which rows, drawn how.

    ``rows`` selects: column name to the values kept. ``x`` is the column along the axis, ``split``
    the one that makes lines (empty: a single line). ``labels`` gives printed words for values
    of ``x`` or ``split``. ``highlight`` lists values of ``x`` (bars, columns, waffle), of ``split``
    (line, pairs, slope, panels) or of ``events``. A chronology has no series, ``x`` or ``rows``:
    ``events`` lists the ids of its events. ``around`` selects rows by the edition's place, besides
    ``rows``: "@place" its own, "@region" those of the countries of its region.
    """

    id: str
    kind: ChartKind
    series: str
    x: str
    split: str
    rows: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]
    highlight: tuple[str, ...]
    headline: HeadlineSpec
    measure_words: str
    note: str
    span: float
    scale: str
    events: tuple[str, ...] = ()
    around: str = ""
    where: Where = _where()
    places: Mapping[str, Where] = field(default_factory=dict, compare=False, kw_only=True)
    """Where each text of this file stands, by key (``note``, ``headline.text``)."""


@dataclass(frozen=True, slots=True)
class KeyFigureSpec:
    """One entry of an audience's key figures; label and note are Markdown with expressions.

    ``fact`` is the id of a fact, or "SERIES:PERIOD" and the like: a row for the edition's place.
    """

    fact: str
    style: str
    label: str
    note: str
    where: Where = _where()


@dataclass(frozen=True, slots=True)
class AudienceSpec:
    """``data/audiences/<id>.toml``: who reads, and what page one says to them.

    ``title``, ``message``, ``about`` and ``key_figures`` are Markdown with expressions, one text
    per language that the publication prints. ``editions`` holds, by the kind of place, what page
    one says in the editions of countries and regions; their ``places`` have the same keys.
    """

    id: str
    name: str
    label: str
    title: str
    message: str
    key_figures: tuple[KeyFigureSpec, ...]
    lead_charts: tuple[str, ...]
    asks_heading: str
    editions: Mapping[str, AudienceSpec] = field(default_factory=FrozenMap)
    where: Where = _where()
    places: Mapping[str, Where] = field(default_factory=dict, compare=False, kw_only=True)
    """Where each text of this file stands, by key, for messages about the text inside."""

    def of_kind(self, kind: str) -> AudienceSpec:
        """What page one says in editions of places of this kind: its own, else the world's."""
        return self.editions.get(kind, self)


@dataclass(frozen=True, slots=True)
class Section:
    """``data/sections/<language>/<id>.md``: a piece of text and whom it is for.

    ``body`` is the Markdown below the front matter; its first line is line ``body_line`` of the
    file. ``role`` is ``body``, or the callout it fills: ``content_note``, ``reading``, ``about``.
    ``places`` are ids, or kinds of place ("country"); empty for all.
    ``essence`` is the body as it is compared: a blank line more says nothing else.
    """

    id: str
    language: str
    audiences: tuple[str, ...]
    places: tuple[str, ...]
    order: int
    role: str
    title: str
    body: str = field(compare=False)
    body_line: int = field(compare=False)
    where: Where = _where()
    essence: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        essence = _BLANK_LINES.sub("\n\n", self.body.strip())
        object.__setattr__(self, "essence", essence)


@dataclass(frozen=True, slots=True)
class Place:
    """The world, a region or a country, with the name that the publication prints.

    ``in_text`` is the name as it stands in a sentence ("the Netherlands"). ``edition`` is whether
    the authors allow one; ``note`` says why not.
    """

    id: str
    name: str
    in_text: str
    kind: str
    region: str
    edition: bool
    note: str = ""
    also: tuple[str, ...] = ()
    """What else it is part of, such as a union of states."""
    where: Where = _where()


@dataclass(frozen=True, slots=True)
class Term:
    """A discouraged term and what to write instead."""

    discouraged: str
    recommended: str
    reason: str
    source: str
    where: Where = _where()


@dataclass(frozen=True, slots=True)
class Helpline:
    """A service; ``verified`` is the ISO date on which someone opened the address, or empty.

    ``phone`` is never printed while ``verified`` is empty.
    """

    id: str
    audiences: tuple[str, ...]
    place: str
    name: str
    purpose: str
    url: str
    phone: str
    verified: str
    source: str
    where: Where = _where()


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """A voice; only where ``verbatim`` is True may it stand in quotation marks."""

    id: str
    speaker: str
    role: str
    quote: str
    source: str
    verbatim: bool
    where: Where = _where()


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What we ask of an audience; ``basis`` is ``source`` or ``inference`` (then it says so)."""

    id: str
    audience: str
    order: int
    lead: str
    text: str
    source: str
    basis: str
    where: Where = _where()
    text_where: Where = _where()
    """Where ``text`` stands: the first character of its cell, inside the quotes."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """One event of the chronology; ``date`` is ISO, to the precision that is known.

    ``short`` are its words in a drawn chronology, empty where it stands in none.
    """

    id: str
    date: str
    place: str
    event: str
    source: str
    confidence: str
    audiences: tuple[str, ...]
    short: str = ""
    where: Where = _where()
