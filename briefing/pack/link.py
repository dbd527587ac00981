"""The line to a Dask cluster: all that this process asks of it, and what can go wrong with that."""

from __future__ import annotations

import asyncio
import logging
import pickle
import re
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from time import monotonic, sleep
from typing import Any, Literal, TypeAlias

from distributed import Client, Future
from distributed.comm import connect
from distributed.comm.addressing import parse_host_port
from distributed.comm.registry import backends
from distributed.security import Security

from briefing.diagnostics import ClusterError, Problem, UsageError
from briefing.values import value

CONNECT = 10.0
"""Seconds to reach a scheduler, at first and when it was lost."""
ASKED = 20.0
"""Seconds for the scheduler to say which workers it has; one that takes longer is lost."""
CLOSING = 5.0
"""Seconds to take leave; the scheduler notices anyhow when somebody has gone."""

FETCHING = 120.0
"""Seconds for the files of a batch to come; after that the scheduler counts as lost."""

LOGGERS = ("distributed", "tornado", "asyncio")
"""They, and those below them, would tell with tracebacks what we say in our own words."""

End: TypeAlias = Literal["answered", "failed", "given back", "lost"]


class Lost(Exception):
    """The scheduler cannot be reached any more."""


@value
class Ended:
    """A batch that has ended: its answer, or why there is none.

    It was given back if the cluster forgot it; lost if the scheduler was.
    """

    key: str
    how: End
    answer: bytes = b""
    error: BaseException | None = None


class Link:
    """A connection to the scheduler at ``address``.

    Raises UsageError for what is no address, and ClusterError where nobody answers.
    """

    def __init__(self, address: str, verbose: bool = False) -> None:
        self._address = _checked(address)
        self._ended: SimpleQueue[Future[Any]] = SimpleQueue()
        self._flying: dict[str, Future[Any]] = {}
        self._verbose = verbose
        self._levels = {} if verbose else _hushed()
        try:
            asyncio.run(_knock(address))  # a Client that fails does not always end cleanly
            with _without_advice(verbose):
                self._client = Client(address, timeout=CONNECT, set_as_default=False)
        except Exception as error:
            self._restore()
            raise ClusterError(_unreachable(address, error)) from error

    def threads(self) -> dict[str, int]:
        """The threads of each worker there is now, by its address. Raises Lost."""
        try:
            ask = self._client.scheduler.ncores
            return dict(self._client.sync(ask, callback_timeout=ASKED))
        except (OSError, AttributeError, asyncio.CancelledError) as error:
            raise Lost from error

    def everywhere(self, function: Callable[[], Any]) -> dict[str, Any]:
        """What ``function`` returns on each worker, by its address, or the exception. Raises Lost.

        A worker that does not know the function is not harmed by that.
        """
        try:
            return dict(self._client.run(function, on_error="return"))
        except OSError as error:
            raise Lost from error

    def keep(self, data: bytes) -> Future[Any]:
        """Something that batches can be given: the cluster holds it as long as this connection.

        It is a task like any other, so that it outlives the worker that has it.
        """
        with _without_advice(self._verbose):
            return self._client.submit(bytes, data, pure=False)

    def ask(
        self, key: str, errand: bytes, kept: Future[Any] | None = None, worker: str = ""
    ) -> None:
        """Have an errand done, with what is ``kept``; at ``worker``, if that is still there.

        ``ended`` tells of it under ``key``, which must be new each time.
        """
        buffers = [] if kept is None else [kept]
        where = {"workers": [worker], "allow_other_workers": True} if worker else {}
        future = self._client.submit(
            pickle.loads, errand, buffers=buffers, key=key, pure=False, **where
        )
        self._flying[key] = future
        future.add_done_callback(self._ended.put)

    def ended(self, seconds: float) -> Ended | None:
        """A batch that has ended, waiting so long at most. Raises Lost."""
        try:
            future = self._ended.get(timeout=seconds)
        except Empty:
            return None
        key = str(future.key)
        if self._flying.pop(key, None) is None:
            return None  # from before the connection was lost
        try:
            return self._read(key, future)
        finally:
            future.release()

    def _read(self, key: str, future: Future[Any]) -> Ended:
        try:
            return Ended(key, "answered", future.result(timeout=FETCHING))
        except TimeoutError:
            return Ended(key, "lost")
        except asyncio.CancelledError as error:  # FutureCancelledError among them
            gone = getattr(error, "reason", "") == "scheduler-connection-lost"
            return Ended(key, "lost" if gone or not self._running() else "given back")
        except Exception as error:
            if not self._running():
                return Ended(key, "lost")
            return Ended(key, "failed", error=error)

    def _running(self) -> bool:
        return bool(self._client.status == "running")

    def again(self) -> bool:
        """Wait for the scheduler to be back; it has forgotten all that it was asked."""
        self._flying.clear()
        deadline = monotonic() + CONNECT + 1
        while monotonic() < deadline and self._client.status == "connecting":
            sleep(0.1)
        return self._running()

    def close(self) -> None:
        """Take leave: what is still under way is forgotten."""
        self._flying.clear()
        with suppress(Exception):  # whatever is wrong with it by now
            self._client.close(timeout=CLOSING)
        self._restore()

    def _restore(self) -> None:
        for name, level in self._levels.items():
            logging.getLogger(name).setLevel(level)


def _hushed() -> dict[str, int]:
    """Let Dask's loggers say nothing; the levels that they had."""
    known = logging.root.manager.loggerDict
    names = {*LOGGERS, *(name for name in known if name.partition(".")[0] in LOGGERS)}
    levels = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return levels


async def _knock(address: str) -> None:
    """Speak with the scheduler for a moment."""
    ways = Security().get_connection_args("client")
    comm = await asyncio.wait_for(connect(address, timeout=CONNECT, **ways), CONNECT)
    await comm.close()


def _checked(address: str) -> str:
    """An address that Dask has a way to; it would take another one for a host of that name."""
    scheme, _, place = address.partition("://")
    known = sorted(f"{name}://" for name in backends if name != "inproc")
    try:
        right = f"{scheme}://" in known and bool(all(parse_host_port(place.partition("/")[0])))
    except ValueError:
        right = False
    if not right:
        message = f'"{address}" is no address of a scheduler'
        hint = "write it as the scheduler prints it when it starts, like tcp://192.0.2.1:8786"
        raise UsageError(Problem(message, hint=f"{hint}; ways there are: {', '.join(known)}"))
    return address


def _unreachable(address: str, error: Exception) -> Problem:
    if address.startswith("tls://") and re.search("ssl|tls|certificate", _causes(error)):
        message = f"no secure connection to the scheduler at {address}"
        hint = "give Dask the cluster's certificates: docs/cluster.md says how"
        return Problem(message, hint=hint)
    message = f"the scheduler at {address} cannot be reached"
    hint = "look whether it runs, and whether this machine may connect to that address"
    if address.startswith("tcp://"):
        hint += "; where it wants TLS its address begins with tls://"
    return Problem(message, hint=hint)


def _causes(error: BaseException | None) -> str:
    """What led to an error, in lower case."""
    told = []
    while error is not None:
        told.append(f"{type(error).__name__} {error}")
        error = error.__cause__ or error.__context__
    return " ".join(told).lower()


@contextmanager
def _without_advice(verbose: bool) -> Iterator[None]:
    """Keep Dask's warnings back: of versions of its own, of what it finds large."""
    if verbose:
        yield
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
