"""Python's collector of garbage, kept from looking where there is none.

It looks through what it knows whenever enough objects have come to be. This program makes many that
stay: its own modules, a publication, a document until its end.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = 20_000
"""Objects that come to be before the collector looks through them, in ``unhurried``."""


@contextmanager
def paused() -> Iterator[None]:
    """Let the collector wait: nearly all that is made inside stays.

    To import the program takes a seventh longer with it, a run over many documents a tenth.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


@contextmanager
def unhurried() -> Iterator[None]:
    """Let the collector look less often meanwhile.

    An edition leaves nothing that it could remove, matplotlib does where a chart is new. To look
    as often as Python does took a twentieth of the time.
    """
    before = gc.get_threshold()
    gc.set_threshold(YOUNG, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def settle() -> None:
    """Let the collector leave alone what is there by now: program and publication.

    Neither is ever garbage, and looking through both again and again took a sixth of the time.
    """
    gc.freeze()


def settle_anew() -> None:
    """As ``settle``, but first remove what is no longer used of what was left alone before."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def stop() -> None:
    """Never look again: of a process that is about to end."""
    gc.disable()
