"""Which figures share a row, and how wide each is: one rule for drawing and for layout."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.document.blocks import Block, Figure


def figure_rows(blocks: Iterable[Block]) -> list[tuple[Figure, ...]]:
    """Neighbouring figures in rows: a row takes figures while their spans add up to at most 1."""
    rows: list[tuple[Figure, ...]] = []
    row: tuple[Figure, ...] = ()
    for block in blocks:
        if not isinstance(block, Figure):
            rows, row = _ended(rows, row), ()
        elif row and sum(figure.span for figure in row) + block.span <= 1.001:
            row = (*row, block)
        else:
            rows, row = _ended(rows, row), (block,)
    return _ended(rows, row)


def _ended(rows: list[tuple[Figure, ...]], row: tuple[Figure, ...]) -> list[tuple[Figure, ...]]:
    return [*rows, row] if row else rows


def figure_widths(row: tuple[Figure, ...], text_width: float, gutter: float) -> list[float]:
    """The width of each figure of a row in points; a full row fills the text width."""
    if len(row) == 1:
        return [text_width * row[0].span]
    free = text_width - gutter * (len(row) - 1)
    total = max(sum(figure.span for figure in row), 0.9)
    return [free * figure.span / total for figure in row]
