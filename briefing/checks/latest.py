"""What several checks need of one briefing, made for the first of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from briefing.document import Briefing
from briefing.publication.memory import Memory

T = TypeVar("T")
V = TypeVar("V")

MOST_BLOCKS = 96
"""Blocks that are remembered: those of some editions."""


class Latest(Generic[T]):
    """What ``make`` gives for a briefing, kept until another briefing is looked at."""

    def __init__(self, make: Callable[[Briefing], T]) -> None:
        self._make = make
        self._kept: tuple[Briefing, T] | None = None

    def __call__(self, briefing: Briefing) -> T:
        """What was made of this very briefing, or is made now."""
        kept = self._kept
        if kept is None or kept[0] is not briefing:
            self._kept = kept = (briefing, self._make(briefing))
        return kept[1]


class Known(Generic[V, T]):
    """What ``make`` gives for a block, or a part of one, kept for the ones looked at last.

    They are told by identity: the editions of a pack share many of theirs.
    """

    def __init__(self, make: Callable[[V], T]) -> None:
        self._make = make
        self._kept: Memory[int, tuple[V, T]] = Memory(MOST_BLOCKS)

    def __call__(self, value: V) -> T:
        """What was made of this very value, or is made now."""
        kept = self._kept.get(id(value))
        if kept is None or kept[0] is not value:
            kept = (value, self._make(value))
            self._kept.put(id(value), kept)  # with the value: no other has its identity meanwhile
        return kept[1]
