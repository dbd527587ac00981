"""Circles beside each other on a level line, moved up or down where they would touch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

Circle = tuple[float, float, float]
"""Its middle across and above the line, and its radius."""


def levels(middles: Sequence[float], radii: Sequence[float], clear: float) -> list[float]:
    """How far above the line (below: negative) each circle stands, at least ``clear`` apart.

    Placed in their order, each as near to the line as those before it leave room: the first
    stands on it. Equal circles in the same order always stand the same.
    """
    placed: list[Circle] = []
    found = []
    for x, radius in zip(middles, radii, strict=True):
        near = [it for it in placed if abs(it[0] - x) < it[2] + radius + clear]
        level = next(
            y for y in _candidates(x, radius, near, clear) if _free(x, y, radius, near, clear)
        )
        placed.append((x, level, radius))
        found.append(level)
    return found


def _candidates(x: float, radius: float, near: list[Circle], clear: float) -> Iterator[float]:
    """The line itself, then where the circle just clears another, the nearest first."""
    yield 0.0
    touching = []
    for other, level, size in near:
        away = sqrt(max((size + radius + clear) ** 2 - (other - x) ** 2, 0.0))
        touching += [level + away, level - away]
    # Of two as near the upper one: no coin is tossed.
    yield from sorted(touching, key=lambda y: (round(abs(y), 6), -y))


def _free(x: float, y: float, radius: float, near: list[Circle], clear: float) -> bool:
    return all(
        (other - x) ** 2 + (level - y) ** 2 >= (size + radius + clear) ** 2 - 1e-6
        for other, level, size in near
    )
