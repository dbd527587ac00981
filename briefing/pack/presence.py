"""Who is there to work: counts a cluster's threads, and waits for workers that have not come."""

from __future__ import annotations

from time import monotonic, sleep
from typing import Protocol

from briefing.diagnostics import ClusterError, Problem
from briefing.pack.workers import Scheduler

PATIENCE = 60.0
"""Seconds to wait for a first worker, or for another one after the last has gone."""
LOOK = 2.0
"""Seconds between two looks; in between what was seen last holds."""


class Counted(Protocol):
    """What can be asked who is there."""

    def threads(self) -> dict[str, int]:
        """The threads of each worker, by its address."""


class Presence:
    """The workers of a cluster, as they come and go."""

    def __init__(self, link: Counted, scheduler: Scheduler) -> None:
        self._link = link
        self._scheduler = scheduler
        self._looked = -LOOK
        self._missed: float | None = None
        self.workers: dict[str, int] = {}

    @property
    def threads(self) -> int:
        """How many batches can be at work at once."""
        return sum(self.workers.values())

    def wait(self) -> None:
        """Until there is a worker. Raises ClusterError where none comes."""
        while not self.workers:
            self._looked = -LOOK
            self.look()
            if not self.workers:
                sleep(0.2)

    def look(self) -> None:
        """See who is there now, if the last look was a while ago; ClusterError as in ``wait``."""
        now = monotonic()
        if now - self._looked < LOOK:
            return
        self._looked = now
        self.workers = self._link.threads()
        if self.workers:
            self._missed = None
        elif self._missed is None:
            self._missed = now
            self._scheduler.say(
                f"waiting for a worker: {self._scheduler.address} has none; "
                f"for {PATIENCE:.0f} seconds at most"
            )
        elif now - self._missed >= PATIENCE:
            message = f"the scheduler at {self._scheduler.address} has no worker"
            hint = f"start one: dask worker {self._scheduler.address} --nthreads 1"
            raise ClusterError(Problem(message, hint=hint))
