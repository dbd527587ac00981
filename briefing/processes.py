"""How this program starts other processes of its own.

On Linux they are forked from a server that has imported the program already: it does so while the
process that wants them still reads the publication. Elsewhere each starts afresh.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import forkserver, get_context, resource_tracker
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import ForkServerContext, SpawnContext

FORKED = sys.platform == "linux"
"""From a server, never from here: a process with threads must not be copied."""

READY = "briefing.ready"
"""What the server imports. It says nothing where that fails: a test imports it too."""


def prepare() -> None:
    """Let the server start, without waiting for it."""
    if FORKED:
        forkserver.set_forkserver_preload([READY])
        with uninterrupted():
            forkserver.ensure_running()


def context() -> ForkServerContext | SpawnContext:
    """What starts processes, and their pipes."""
    return get_context("forkserver") if FORKED else get_context("spawn")


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl-C wait; a process that is started meanwhile never gets it.

    It goes to all processes of a terminal, and would find one that still imports this program
    without a word for it. Windows has no such mask.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # started later it would lift the mask again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
