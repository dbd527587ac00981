"""The charts of a briefing, ready for its pages: from memory, from the cache on disk, or drawn.

Drawing is most of the work of a first pack, and a chart that two editions share is one drawing.
"""

from __future__ import annotations

import hashlib
from typing import TypeAlias

from briefing.document import Artwork, Briefing, ChartData, Theme, plain
from briefing.document.rows import figure_rows, figure_widths
from briefing.make.identity import theme_hash, versions
from briefing.recurring import Keyed, recurring
from briefing.store import ContentStore, content_store

ROWS_KEPT = 16
"""Rows of charts that a process remembers."""

Row: TypeAlias = tuple[tuple[ChartData, float, str], ...]
"""Charts side by side: what each shows, its width in points, its language."""


def drawn(briefing: Briefing, theme: Theme) -> dict[str, Artwork]:
    """The artwork of each figure, by figure id: of what ``artwork.draw`` makes of the briefing."""
    width = theme.papers[briefing.edition.paper].text_width
    drawings: dict[str, Artwork] = {}
    for row in figure_rows(briefing.blocks):
        widths = figure_widths(row, width, theme.spaces["gutter"])
        charts = tuple((it.chart, own, it.language) for it, own in zip(row, widths, strict=True))
        # An edition after another of its place has the same ones.
        told = (id(theme), *((id(chart), *others) for chart, *others in charts))
        found = _same(Keyed(told, (charts, theme)))
        drawings |= {figure.id: each for figure, each in zip(row, found, strict=True)}
    return drawings


def store() -> ContentStore:
    """The cache of what was drawn."""
    return content_store("drawings")


@recurring(ROWS_KEPT)
def _same(charts: Keyed[tuple[Row, Theme]]) -> tuple[Artwork, ...]:
    return _row(*charts.value)


@recurring(ROWS_KEPT)
def _row(row: Row, theme: Theme) -> tuple[Artwork, ...]:
    key = _key(row, theme)
    kept = store()
    found = _read(kept.get(key))
    if found is None:
        from briefing.artwork import draw_row  # matplotlib: only where something must be drawn
        from briefing.pdf import artwork_of

        drawn_row = zip(draw_row(row, theme), row, strict=True)
        found = tuple(artwork_of(each, theme, language) for each, (_, _, language) in drawn_row)
        kept.put(key, plain.dumps(found))
    return found


def _read(data: bytes | None) -> tuple[Artwork, ...] | None:
    if data is None:
        return None
    try:
        return tuple(plain.loads(data))
    except ValueError:  # no value of this program
        return None


def _key(row: Row, theme: Theme) -> str:
    """The hash of all that decides how a row looks."""
    look = (theme_hash(theme), *sorted(versions().items()))
    return hashlib.sha256(plain.dumps((row, look))).hexdigest()
