"""What runs on a worker of a Dask cluster: a batch of editions, and the answer to it as bytes.

Dask ends a worker that cannot read its task, and a scheduler reads tasks as well. So the task is
always ``pickle.loads``, which everyone has, and reading what it is given calls ``answer``: where
that is missing, the task has failed and nothing else.
"""

from __future__ import annotations

import os
import pickle
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module, metadata
from pathlib import Path
from typing import TypeAlias

from briefing import collector
from briefing.document import Edition, Listed
from briefing.make.identity import versions
from briefing.pack.outcome import Outcome
from briefing.pack.parcel import Parcel, opened
from briefing.pack.worker import SEEN, Setup, enter, sheet, worked
from briefing.processes import READY
from briefing.store.cache import VARIABLE as CACHE
from briefing.values import value

SETUPS_KEPT = 3
"""Publications that a worker is ready for; the one that was used longest ago goes first."""


@value
class Answered:
    """What came of a batch, and the seconds that the worker was at it."""

    outcomes: tuple[Outcome, ...]
    seconds: float


@value
class Unready:
    """The worker at this address has not got the setup."""

    worker: str


@value
class Refused:
    """The worker at this address is of another version, and made nothing."""

    worker: str
    identity: Mapping[str, str]


Answer: TypeAlias = Answered | Unready | Refused


@value
class Place:
    """Where this runs: the worker's address, a folder of its own, and whether it shall go on."""

    worker: str
    folder: Path
    wanted: Callable[[], bool]


@lru_cache(maxsize=1)
def identity() -> dict[str, str]:
    """What of this process decides the bytes of a file, by name; the release besides."""
    try:
        release = metadata.version("briefing-builder")
    except metadata.PackageNotFoundError:  # run from its source
        release = "unknown"
    return {"release": release, **versions()}


def dask_setup(worker: object) -> None:
    """Be ready before the first batch comes: Dask calls this of a module that it preloads."""
    _prepare()


def _prepare() -> None:
    import_module(READY)
    identity()


class _Errand:
    """To be pickled: read again, it is what ``work`` returns for what is given."""

    def __init__(self, work: Callable[..., bytes], *given: object) -> None:
        self._call = work, given

    def __reduce__(self) -> tuple[Callable[..., bytes], tuple[object, ...]]:
        return self._call


def errand(key: str, editions: tuple[Edition, ...], parcel: Parcel | None = None) -> bytes:
    """What ``pickle.loads`` makes the answer of, on a worker.

    With a ``parcel`` its data must be given there as the one of ``buffers``.
    """
    buffer = pickle.PickleBuffer(parcel.data) if parcel else None
    given = _Errand(answer, identity(), key, pickle.dumps(editions), buffer)
    return pickle.dumps(given, protocol=5, buffer_callback=lambda _: None)


def printing(key: str, listed: Sequence[Listed]) -> bytes:
    """What ``pickle.loads`` makes the contents sheet of, on a worker."""
    return pickle.dumps(_Errand(printed, identity(), key, pickle.dumps(listed)))


def answer(
    expected: Mapping[str, str], key: str, editions: bytes, parcel: bytes | None = None
) -> bytes:
    """The pickled Answer to a batch: ``editions`` are pickled, ``parcel`` is that of ``key``.

    One batch at a time: caches and environment are the process's, whatever threads it has.
    """
    with _alone:
        return pickle.dumps(_answered(expected, key, editions, parcel, _place()))


def printed(expected: Mapping[str, str], key: str, listed: bytes) -> bytes:
    """The contents sheet; nothing where this worker has not got the setup of ``key``.

    Whoever asked will print it then, as where this fails, and see why.
    """
    with _alone:
        setup = _setups.get(key)
        if identity() != expected or setup is None:
            return b""
        with _entered(setup):
            return sheet(setup, pickle.loads(listed))


_alone = threading.Lock()
_setups: dict[str, Setup] = {}


def _answered(
    expected: Mapping[str, str], key: str, editions: bytes, parcel: bytes | None, place: Place
) -> Answer:
    if identity() != expected:
        return Refused(place.worker, identity())
    started = time.perf_counter()
    setup = _setup(key, parcel, place.folder)
    if setup is None:
        return Unready(place.worker)
    with _entered(setup), collector.unhurried():
        outcomes = tuple(_outcomes(setup, pickle.loads(editions), place.wanted))
    return Answered(outcomes, time.perf_counter() - started)


def _outcomes(
    setup: Setup, editions: Sequence[Edition], wanted: Callable[[], bool]
) -> Iterator[Outcome]:
    for edition in editions:
        if not wanted():  # whoever asked has gone
            return
        yield worked(setup, edition)


def _setup(key: str, parcel: bytes | None, folder: Path) -> Setup | None:
    """The setup of ``key``, kept from an earlier batch or opened."""
    setup = _setups.pop(key, None)
    if setup is None and parcel is not None:
        setup = opened(parcel, folder)
        _prepare()
        collector.settle_anew()  # an older setup may have gone
    if setup is not None:
        _setups[key] = setup
        while len(_setups) > SETUPS_KEPT:
            del _setups[next(iter(_setups))]
    return setup


@contextmanager
def _entered(setup: Setup) -> Iterator[None]:
    """See what the run sees, and leave the worker as it was: it may be somebody else's as well."""
    before = {name: os.environ[name] for name in SEEN if name in os.environ}
    own = {CACHE: before[CACHE]} if CACHE in before else {}
    enter({**own, **setup.environment})
    try:
        yield
    finally:
        enter(before)


def _place() -> Place:
    from distributed import get_worker

    worker = get_worker()
    task = worker.get_current_task()

    def wanted() -> bool:
        state = worker.state.tasks.get(task)
        return state is not None and state.state != "cancelled"

    return Place(worker.address, Path(worker.local_directory) / "briefing", wanted)
