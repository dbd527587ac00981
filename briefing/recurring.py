"""A memory for what recurs.

A pack's editions share most of what they are made of; the rest is of one place, whose editions are
made on end, and never asked for again. ``lru_cache`` would keep both, and fill with the rest.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

T = TypeVar("T")

NEW = 1 / 2
"""Of the values that are kept at most: as many more that were asked for once, the last ones."""
SEEN = 4
"""For each value that is kept at most, the keys that are remembered by their hashes alone."""


class Keyed(Generic[T]):
    """A ``value`` that stands for its ``key`` among the arguments of what recurs.

    To hash and compare all that a chart holds may take longer than what is to be made of it. The
    key may tell the value by identity: it lives as long as the key does, so that no other value
    has its identity meanwhile.
    """

    __slots__ = ("key", "value")

    def __init__(self, key: Hashable, value: T) -> None:
        self.key = key
        self.value = value

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keyed) and self.key == other.key


class Recurring(Generic[T]):
    """What ``make`` gives for its arguments, kept from the second time that they are asked for.

    At most ``most`` values, the longest unused goes. What was asked for once stays for a little
    while, then only its hash does. ``make`` must be a function of its arguments, which are
    hashable; what it raises is raised each time.
    """

    def __init__(self, make: Callable[..., T], most: int) -> None:
        self._make = make
        self._most = most
        self._most_new = int(most * NEW)
        # By their hashes: those of a paragraph's spans take as long to work out as a short line.
        self._kept: OrderedDict[int, tuple[Hashable, T]] = OrderedDict()
        self._new: OrderedDict[int, tuple[Hashable, T]] = OrderedDict()
        self._seen: OrderedDict[int, None] = OrderedDict()

    def __call__(self, *key: Any) -> T:
        """The value for the arguments ``key``."""
        digest = hash(key)
        found = self._kept.get(digest)
        if found is not None and found[0] == key:
            self._kept.move_to_end(digest)
            return found[1]
        found = self._new.get(digest)
        if found is not None and found[0] == key:
            del self._new[digest]
            self._keep(digest, key, found[1])
            return found[1]
        value = self._make(*key)
        self._note(digest, key, value)
        return value

    def _note(self, digest: int, key: Hashable, value: T) -> None:
        if digest in self._seen:
            del self._seen[digest]
            self._keep(digest, key, value)
            return
        self._new[digest] = key, value
        if len(self._new) > self._most_new:
            self._seen[self._new.popitem(last=False)[0]] = None
            if len(self._seen) > SEEN * self._most:
                self._seen.popitem(last=False)

    def _keep(self, digest: int, key: Hashable, value: T) -> None:
        self._kept[digest] = key, value
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()
        self._new.clear()
        self._seen.clear()


def recurring(most: int) -> Callable[[Callable[..., T]], Recurring[T]]:
    """The decorator: ``@recurring(64)``."""

    def kept(make: Callable[..., T]) -> Recurring[T]:
        return Recurring(make, most)

    return kept
