"""What is remembered of many editions, and forgotten where few ask for it again."""

from __future__ import annotations

from collections.abc import Hashable
from collections.abc import Set as AbstractSet
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")

MOST = 4096
"""Values in a generation; there are two. As many questions as a pack's traces ask."""
MOST_TEXTS = 1024
"""Texts that a search remembers."""


class Memory(Generic[K, V]):
    """The values that were put or asked for last: at least ``most`` of them, at most twice that."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._new: dict[K, V] = {}
        self._old: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """The value, if it is still known."""
        value = self._new.get(key)
        if value is None and (value := self._old.get(key)) is not None:
            self.put(key, value)
        return value

    def put(self, key: K, value: V) -> None:
        """Remember a value, which is not None."""
        if len(self._new) >= self._most:
            self._old, self._new = self._new, {}
        self._new[key] = value

    def __len__(self) -> int:
        return len(self._new.keys() | self._old.keys())


class Harmless:
    """Texts in which a search found nothing: the editions of a pack share most of theirs.

    As many as ``most`` and those of one time more; then it begins anew.
    """

    def __init__(self, most: int = MOST_TEXTS) -> None:
        self._most = most
        self._known: set[str] = set()
        self._against: Hashable = None

    def others(self, texts: AbstractSet[str], against: Hashable = None) -> AbstractSet[str]:
        """Those of ``texts`` that have not been looked at, for what is now looked for.

        That is told by identity.
        """
        if self._against is not against:
            self._known, self._against = set(), against
        return texts - self._known

    def add(self, texts: AbstractSet[str]) -> None:
        """Remember that nothing was found in ``texts``."""
        if len(self._known) > self._most:
            self._known = set()
        self._known |= texts
