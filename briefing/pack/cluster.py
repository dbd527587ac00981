"""Workers of a Dask cluster: the plan goes out in batches, files and outcomes come back."""

from __future__ import annotations

import pickle
import uuid
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from itertools import count as numbers
from pathlib import Path
from time import monotonic

from briefing.diagnostics import ClusterError, Problem
from briefing.document import Edition, Listed
from briefing.make.glyphs import in_files
from briefing.pack.batches import Sizes
from briefing.pack.link import Ended, Link, Lost
from briefing.pack.mixed import check
from briefing.pack.outcome import Failed, Outcome
from briefing.pack.parcel import Parcel, packed
from briefing.pack.presence import Presence
from briefing.pack.remote import Answer, Answered, Unready, errand, identity, printing
from briefing.pack.waiting import by_place
from briefing.pack.worker import Setup, sheet
from briefing.pack.workers import Scheduler
from briefing.values import value

AHEAD = 3
"""Batches under way for each thread: one at work, and two that wait for it."""
TICK = 1.0
"""Seconds to wait for a batch before looking at who is there."""
PRINTING = 60.0
"""Seconds that a worker is given for the contents sheet; that of 10,000 editions takes three."""
MOST_RETURNS = 5
"""How often the cluster may give a batch back undone before it counts as lost."""


@value
class _Batch:
    """Editions that go out together.

    ``returns`` counts how often they came back undone; ``alone`` is one that nothing else is under
    way with, so that a worker that is lost now is lost over it.
    """

    editions: tuple[Edition, ...]
    returns: int = 0
    alone: bool = False


class Cluster:
    """Workers behind a scheduler, however many there are at the moment.

    What a lost worker had is made by another. Where workers are lost over and over, each edition
    that they had is tried alone, at the end, and has failed where that costs workers too. A worker
    of another version makes nothing and ends the run. Raises ClusterError and UsageError.
    """

    def __init__(self, setup: Setup, scheduler: Scheduler) -> None:
        self._setup = setup
        self._scheduler = scheduler
        self._link: Link | None = None
        self._waiting: deque[Edition] = deque()
        self._again: deque[_Batch] = deque()
        self._flying: dict[str, _Batch] = {}
        self._suspects: deque[Edition] = deque()
        self._sizes = Sizes()
        run = uuid.uuid4().hex[:12]
        self._keys = (f"briefing-{run}-{number}" for number in numbers())

    def begin(self, count: int) -> None:
        """Connect, once; wait for a worker, see that all are of this version, and warm them."""
        if self._link is None:
            self._link = Link(self._scheduler.address, self._scheduler.verbose)
            try:
                self._settle(self._link)
            except Lost as error:
                raise self._lost(count) from error

    def outcomes(self, editions: Iterable[Edition]) -> Iterator[Outcome]:
        """What comes of each edition, as its batch ends."""
        self._waiting.extend(by_place(editions))
        try:
            while self._left:
                self.begin(self._left)
                yield from self._step()
        except BaseException:
            self.end()
            raise

    def sheet(self, listed: Sequence[Listed]) -> bytes:
        """The contents sheet, by a worker, which is warm; by this process where none can."""
        made = b""
        if self._link is not None:
            with suppress(Exception):  # whatever is wrong with the cluster by now
                made = self._printed(self._link, listed)
        return made or sheet(self._setup, listed)

    def _printed(self, link: Link, listed: Sequence[Listed]) -> bytes:
        """What comes back from a worker that was asked; nothing where that takes too long."""
        key = next(self._keys)
        link.ask(key, printing(self._parcel.key, listed))
        deadline = monotonic() + PRINTING
        while (left := deadline - monotonic()) > 0:
            ended = link.ended(min(left, TICK))
            if ended is not None and ended.key == key:
                return ended.answer
        return b""

    def end(self) -> None:
        """Take leave: workers end with the edition in hand, and forget the others."""
        if self._link is not None:
            self._link.close()
            self._link = None

    @property
    def _left(self) -> int:
        """The editions that have no outcome yet."""
        under_way = (*self._again, *self._flying.values())
        waiting = len(self._waiting) + len(self._suspects)
        return waiting + sum(len(batch.editions) for batch in under_way)

    @cached_property
    def _parcel(self) -> Parcel:
        return packed(self._setup)

    def _settle(self, link: Link) -> None:
        """Make ready a cluster that has never heard of us."""
        self._kept = link.keep(self._parcel.data)
        self._presence = Presence(link, self._scheduler)
        self._presence.wait()
        check(link.everywhere(identity), identity())
        for worker in self._presence.workers:  # no edition: but then it has the setup
            self._give(link, _Batch(()), worker)

    def _step(self) -> tuple[Outcome, ...]:
        """Send what there is room for, and wait a moment for a batch to end."""
        assert self._link is not None
        try:
            self._presence.look()
            self._send(self._link)
            ended = self._link.ended(TICK)
            return self._read(self._link, ended) if ended else ()
        except Lost as error:
            self._reconnect(self._link, error)
            return ()

    def _send(self, link: Link) -> None:
        threads = self._presence.threads
        while len(self._flying) < AHEAD * threads and (self._again or self._waiting):
            if self._again:
                batch = self._again.popleft()
            else:
                size = min(self._sizes.next(len(self._waiting), threads), len(self._waiting))
                batch = _Batch(tuple(self._waiting.popleft() for _ in range(size)))
            self._give(link, batch)
        if self._suspects and not self._flying:
            self._give(link, _Batch((self._suspects.popleft(),), alone=True))

    def _give(self, link: Link, batch: _Batch, unready: str = "") -> None:
        """Send a batch; to the worker that is ``unready`` together with the setup."""
        key = next(self._keys)
        self._flying[key] = batch
        if unready:
            task = errand(self._parcel.key, batch.editions, self._parcel)
            link.ask(key, task, self._kept, unready)
        else:
            link.ask(key, errand(self._parcel.key, batch.editions))

    def _read(self, link: Link, ended: Ended) -> tuple[Outcome, ...]:
        """The outcomes of a batch; without any it goes out again."""
        batch = self._flying.pop(ended.key)
        if ended.how == "answered":
            return self._taken(link, batch, pickle.loads(ended.answer))
        if ended.error is not None:
            return self._failed(link, batch, ended.error)
        self._again.append(replace(batch, returns=batch.returns + 1))
        if ended.how == "lost" or batch.returns >= MOST_RETURNS:
            raise Lost
        return ()

    def _taken(self, link: Link, batch: _Batch, found: Answer) -> tuple[Outcome, ...]:
        if isinstance(found, Unready):
            self._give(link, batch, found.worker)
            return ()
        if not isinstance(found, Answered):
            check({found.worker: found.identity}, identity())
            raise AssertionError("a worker of this version has refused it")
        self._sizes.learn(outcome.seconds for outcome in found.outcomes)
        if left := batch.editions[len(found.outcomes) :]:
            self._again.append(_Batch(left))
        root = self._setup.publication.root
        return tuple(_placed(outcome, root) for outcome in found.outcomes)

    def _failed(self, link: Link, batch: _Batch, error: BaseException) -> tuple[Outcome, ...]:
        """Leave the editions for the end, each alone; what comes of one that was."""
        why = "the workers that were to make it were lost"
        if type(error).__name__ != "KilledWorker":
            check(link.everywhere(identity), identity())  # another version may not understand us
            why = f"no worker could make it: {type(error).__name__}: {error}"
        if not batch.alone:
            self._suspects.extend(batch.editions)
            return ()
        edition = batch.editions[0].id
        hint = "if memory is short, give each worker more, or start fewer on a machine"
        return (Failed(edition, (Problem(f"{why}, twice", hint=hint, edition=edition),)),)

    def _reconnect(self, link: Link, error: Lost) -> None:
        """Go on where the scheduler comes back; it knows nothing of us any more."""
        self._again.extend(batch for batch in self._flying.values() if batch.editions)
        self._flying.clear()
        if any(batch.returns > MOST_RETURNS for batch in self._again) or not link.again():
            raise self._lost(self._left) from error
        try:
            self._settle(link)
        except Lost as another:
            raise self._lost(self._left) from another

    def _lost(self, left: int) -> ClusterError:
        address = self._scheduler.address
        editions = "1 edition is" if left == 1 else f"{left} editions are"
        message = f"the scheduler at {address} was lost; {editions} left to make"
        hint = "what is done stays: `briefing pack --resume` goes on from there, with --scheduler"
        return ClusterError(Problem(message, hint=f"{hint} once it is back, or without"))


def _placed(outcome: Outcome, root: Path) -> Outcome:
    """A failure with the places of what only the authors' files can tell: no worker has them."""
    if not isinstance(outcome, Failed):
        return outcome
    return replace(outcome, problems=tuple(in_files(it, root) for it in outcome.problems))
