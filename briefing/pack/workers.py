"""Who makes the editions: this process, several on this machine, or a cluster."""

from __future__ import annotations

import pickle
import signal
import sys
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from importlib.util import find_spec
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Protocol

from briefing import collector
from briefing.diagnostics import Problem, UsageError
from briefing.document import Edition, Listed
from briefing.pack.outcome import Failed, Outcome
from briefing.pack.waiting import Waiting, by_place
from briefing.pack.worker import Setup, enter, sheet, worked
from briefing.processes import context, uninterrupted
from briefing.values import value

AHEAD = 2
"""Editions that a worker is given at once: it has the next one before it asks."""
MOST_TRIES = 2
"""How often an edition is begun whose worker is lost over it."""


class Workers(Protocol):
    """Make editions, wherever that happens."""

    def begin(self, count: int) -> None:
        """Make ready for some ``count`` editions, while the run still looks for the others."""

    def outcomes(self, editions: Iterable[Edition]) -> Iterator[Outcome]:
        """What comes of each edition, as it ends. An iterator that is closed ends the work."""

    def sheet(self, listed: Sequence[Listed]) -> bytes:
        """The contents sheet, once all editions have ended. Raises BriefingError."""

    def end(self) -> None:
        """End what was begun."""


def _nothing(message: str) -> None:
    """Say nothing."""


@value
class Scheduler:
    """The scheduler of a Dask cluster: its address, and how to tell that one must wait.

    Dask's own messages are kept back unless ``verbose``.
    """

    address: str
    say: Callable[[str], None] = _nothing
    verbose: bool = False


def workers(setup: Setup, jobs: int, scheduler: Scheduler | None = None) -> Workers:
    """Workers on this machine: processes, or for one job this process itself; or on a cluster.

    Raises UsageError where the package for clusters is not installed.
    """
    if scheduler is None:
        return Processes(setup, jobs) if jobs > 1 else Here(setup)
    if find_spec("distributed") is None:
        message = "--scheduler needs Dask, which is not installed"
        raise UsageError(Problem(message, hint="pip install 'briefing-builder[dask]'"))
    from briefing.pack.cluster import Cluster

    return Cluster(setup, scheduler)


@value
class Here:
    """This process, one edition after the other."""

    setup: Setup

    def begin(self, count: int) -> None:
        """Nothing: this process is ready."""

    def outcomes(self, editions: Iterable[Edition]) -> Iterator[Outcome]:
        """What comes of each edition, place by place."""
        collector.settle()
        with collector.unhurried():
            for edition in by_place(editions):
                yield worked(self.setup, edition)

    def sheet(self, listed: Sequence[Listed]) -> bytes:
        """The contents sheet."""
        return sheet(self.setup, listed)

    def end(self) -> None:
        """Nothing: this process goes on."""


@dataclass(slots=True)
class _Worker:
    """A process with our end of its pipe, and what it was given and has not answered."""

    process: BaseProcess
    pipe: Connection
    given: deque[Edition] = field(default_factory=deque)
    last: Edition | None = None

    def give(self, edition: Edition) -> None:
        self.given.append(edition)
        self.last = edition
        with suppress(OSError):  # it has died: reading will tell
            self.pipe.send(edition)


class Processes:
    """Processes that hold the publication and make one edition after the other.

    A process that dies (killed, out of memory) is replaced, and what it was given is made by the
    others; an edition over which two have died has failed.
    """

    def __init__(self, setup: Setup, jobs: int) -> None:
        self._jobs = jobs
        self._context = context()
        self._setup = setup
        self._workers: list[_Worker] = []
        self._tries: Counter[Edition] = Counter()

    def begin(self, count: int) -> None:
        """Start the processes, as many as there is work for."""
        lacking = min(self._jobs, count) - len(self._workers)
        if lacking <= 0:
            return
        told = self._told  # pickled while the server that they come from may still import
        new = [self._start() for _ in range(lacking)]
        for worker in new:  # they have begun to start side by side
            _tell(worker, told)
        self._workers += new

    def outcomes(self, editions: Iterable[Edition]) -> Iterator[Outcome]:
        """What comes of each edition, as it ends."""
        waiting = Waiting(editions)
        try:
            self.begin(len(waiting))
            self._feed(waiting)
            while any(worker.given for worker in self._workers):
                ready = wait([worker.pipe for worker in self._workers])
                for worker in [worker for worker in self._workers if worker.pipe in ready]:
                    try:
                        outcome = worker.pipe.recv()
                        worker.given.popleft()
                    except (EOFError, OSError):
                        outcome = self._replaced(worker, waiting)
                    self._feed(waiting)
                    if outcome is not None:
                        yield outcome
        except BaseException:
            self.end()
            raise

    def sheet(self, listed: Sequence[Listed]) -> bytes:
        """The contents sheet, by a worker, which is warm; by this process where none can."""
        made: bytes | None = None
        if self._workers:
            with suppress(EOFError, OSError):  # it has died
                self._workers[0].pipe.send(listed)
                made = self._workers[0].pipe.recv()
        return made or sheet(self._setup, listed)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_main, args=(theirs,), daemon=True)
        with uninterrupted():
            process.start()
        theirs.close()  # so that its death is the end of the pipe
        return _Worker(process, ours)

    @cached_property
    def _told(self) -> bytes:
        return pickle.dumps(self._setup)  # once for all; it goes from process to process only

    def _feed(self, waiting: Waiting) -> None:
        """Give each worker the next editions, one to each before a second to any."""
        for level in range(1, AHEAD + 1):
            for worker in self._workers:
                if waiting and len(worker.given) < level:
                    worker.give(waiting.next(worker.last))

    def _replaced(self, worker: _Worker, waiting: Waiting) -> Outcome | None:
        """Put another process in the place of one that has died; what failed by it, if that did."""
        worker.pipe.close()
        worker.process.join()
        suspect = worker.given.popleft() if worker.given else None
        waiting.back(worker.given)
        another = self._workers[self._workers.index(worker)] = self._start()
        _tell(another, self._told)
        if suspect is None:
            return None
        self._tries[suspect] += 1
        if self._tries[suspect] < MOST_TRIES:
            waiting.back([suspect])
            return None
        message = f"the process that made it ended {_way(worker.process.exitcode)}, twice"
        hint = "if memory is short, use fewer --jobs"
        return Failed(suspect.id, (Problem(message, hint=hint, edition=suspect.id),))

    def end(self) -> None:
        """End the processes; those at work too."""
        for worker in self._workers:
            worker.pipe.close()  # a worker that waits ends by that
            if worker.given:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
        self._workers = []


def _tell(worker: _Worker, told: bytes) -> None:
    with suppress(OSError):  # it has died: reading will tell
        worker.pipe.send_bytes(told)


def _way(exit_code: int | None) -> str:
    if exit_code is not None and exit_code < 0:
        return f"by {signal.Signals(-exit_code).name}"
    return f"with code {exit_code}"


def _main(pipe: Connection) -> None:
    """A worker's life: it ends when nobody is at the other end of the pipe any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to all: the run decides
    # To end as by an exception: what is half written in a cache is removed on the way.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    with suppress(EOFError, OSError), collector.unhurried():
        setup = pickle.loads(pipe.recv_bytes())
        enter(setup.environment)
        collector.settle()
        while True:
            given: Edition | Sequence[Listed] = pipe.recv()
            pipe.send(worked(setup, given) if isinstance(given, Edition) else _sheet(setup, given))


def _sheet(setup: Setup, listed: Sequence[Listed]) -> bytes | None:
    """The contents sheet; None where it failed: the run tries it then, and tells how."""
    collector.stop()  # the last work of this process: what is garbage goes with it
    try:
        return sheet(setup, listed)
    except Exception:
        return None
