"""Asks a store again that does not answer, with growing pauses, and not for ever."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from briefing.diagnostics import StoreError
from briefing.store.faults import code_of, of_the_store, passing, problem_of
from briefing.store.notes import tell

SECONDS = 50.0
"""How long an outage may last. It is shorter than a lease (``lease.SECONDS``): whoever is asked
to write a file has written it or given up before another run can begin."""
FIRST, LONGEST = 0.1, 5.0
"""Seconds of the first pause, which then doubles, and of the longest."""
TOLD_AFTER = 3.0
"""Seconds of an outage after which it is told."""

Answer = TypeVar("Answer")


class Patience:
    """One for all requests of a process to a store: what counts is the outage, not the request.

    After an outage that lasted too long each request is made once, until one succeeds.
    """

    def __init__(self, url: str, seconds: float = SECONDS) -> None:
        self._url = url
        self._seconds = seconds
        self._began: float | None = None
        self._latest = 0.0
        self._told = False

    def ask(self, request: Callable[[], Answer]) -> Answer:
        """The answer to ``request``, which may be made several times.

        Raises FileNotFoundError and FileExistsError as the store does, and StoreError for all
        else that is its fault.
        """
        pause = FIRST
        while True:
            try:
                answer = request()
            except (FileNotFoundError, FileExistsError) as error:
                self._ended()
                if code_of(error) == "NoSuchBucket":
                    raise StoreError(problem_of(error, self._url)) from error
                raise
            except Exception as error:
                if not of_the_store(error):
                    raise
                if not passing(error) or self._lasted(error) >= self._seconds:
                    raise StoreError(problem_of(error, self._url)) from error
            else:
                self._ended()
                return answer
            time.sleep(pause * random.uniform(0.5, 1))  # not all at once, where many ask
            pause = min(pause * 2, LONGEST)

    def _lasted(self, error: Exception) -> float:
        """Seconds of the outage that ``error`` belongs to."""
        now = time.monotonic()
        if self._began is None or now - self._latest > self._seconds:
            self._began, self._told = now, False
        self._latest = now
        lasted = now - self._began
        if lasted > TOLD_AFTER and not self._told:
            self._told = True
            hint = f"it is asked again for up to {self._seconds:.0f} s"
            tell(replace(problem_of(error, self._url), severity="warning", hint=hint))
        return lasted

    def _ended(self) -> None:
        self._began = None
