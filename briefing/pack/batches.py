"""How many editions a batch for a cluster has."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

FIRST = 2
"""Editions in a batch while nobody knows how long one takes."""
WORK = 0.5
"""Seconds that a batch is to take: what passing it on costs, some 5 ms, does not show beside it."""
LEAST_WORK = 0.06
"""Seconds of the smallest batch, but for the very last."""
MOST = 250
"""Editions in a batch, however fast they are: their files come back together."""
SHARES = 2
"""Batches that a thread would still get if all that is left went out in such: towards the end of a
run they become smaller, so that nobody waits for the last one."""
SEEN = 64
"""Editions whose time counts: those before were made by workers that had only begun."""


class Sizes:
    """Learns how long an edition takes, and says how many make a batch."""

    def __init__(self) -> None:
        self._seconds: deque[float] = deque(maxlen=SEEN)

    def learn(self, seconds: Iterable[float]) -> None:
        """Editions have taken so long, each."""
        self._seconds.extend(seconds)

    def next(self, left: int, threads: int) -> int:
        """The size of the next batch, at least 1, where ``left`` editions wait."""
        if not self._seconds:
            return FIRST
        one = max(sum(self._seconds) / len(self._seconds), 1e-4)
        share = left / (SHARES * max(threads, 1))
        wanted = max(min(WORK / one, share), LEAST_WORK / one)
        return max(1, min(round(wanted), MOST))
