"""The editions that wait to be made, in the order in which making them costs least.

Those of one place show the same numbers and charts to different audiences: made one after the
other, by one worker, they find in its memory what the one before was made of.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from briefing.document import Edition


def by_place(editions: Iterable[Edition]) -> list[Edition]:
    """``editions``, those of one place on end, and among these those of one language and paper.

    Places come in the order in which they were first named.
    """
    groups: dict[str, list[Edition]] = {}
    for edition in editions:
        groups.setdefault(edition.place, []).append(edition)
    return [edition for group in groups.values() for edition in sorted(group, key=_alike)]


def _alike(edition: Edition) -> tuple[str, str, str]:
    return edition.language, edition.paper, edition.profile


class Waiting:
    """Editions for several workers: each goes on with the place that it is at."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        self._again: deque[Edition] = deque()
        self._places: dict[str, deque[Edition]] = {}
        for edition in by_place(editions):
            self._places.setdefault(edition.place, deque()).append(edition)
        self._untouched = deque(self._places)

    def __len__(self) -> int:
        return len(self._again) + sum(map(len, self._places.values()))

    def __bool__(self) -> bool:
        return bool(self._again or self._places)

    def next(self, last: Edition | None) -> Edition:
        """The next one for a worker that was given ``last`` before; IndexError where none waits.

        One of the same place, else of a place that nobody has begun, else of the place of which
        most are left.
        """
        if self._again:
            return self._again.popleft()
        place = last.place if last else ""
        if place not in self._places:
            place = self._another()
        editions = self._places[place]
        edition = editions.popleft()
        if not editions:
            del self._places[place]
        return edition

    def back(self, editions: Iterable[Edition]) -> None:
        """Take back what a lost worker had, to be given out first."""
        self._again.extendleft(reversed(list(editions)))

    def _another(self) -> str:
        while self._untouched:
            place = self._untouched.popleft()
            if place in self._places:  # a worker may have come to it as to one that was left
                return place
        if not self._places:
            raise IndexError("no edition waits")
        return max(self._places, key=lambda each: len(self._places[each]))
