"""What can be made again, for several machines: a folder, and behind it an object store."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from briefing.diagnostics import Problem, StoreError, UsageError
from briefing.document import Where
from briefing.store.content import ContentStore, name_of, opened, sealed
from briefing.store.faults import GO_ON
from briefing.store.notes import tell
from briefing.store.objects import Objects
from briefing.store.patience import Patience

TIMEOUTS = (2.0, 5.0)
"""Seconds to connect and to answer: what is slower is made sooner than fetched."""
MOST_FAILURES = 3
"""So many in succession, and the store is left alone."""
REST = 300.0
"""Seconds for which it is left alone."""

Answer = TypeVar("Answer")


class SharedContent(ContentStore):
    """A folder, and behind it the objects below a URL.

    A value is looked for in the folder first. Nothing is promised here either: a store that fails
    only means that a value is not there. ``prune`` is for the folder: a store has rules of its
    own for what is old.
    """

    def __init__(self, folder: Path, url: str) -> None:
        super().__init__(folder)
        self._behind = _behind(url)

    def get(self, key: str) -> bytes | None:
        """The value from the folder, else from the store; it is then in the folder, too."""
        found = super().get(key)
        if found is None:
            content = self._behind.get(name_of(key))
            found = None if content is None else opened(content)
            if found is not None:
                super().put(key, found)
        return found

    def put(self, key: str, data: bytes) -> None:
        """Keep it in both."""
        super().put(key, data)
        self._behind.put(name_of(key), sealed(data))


class _Behind:
    """The objects, as far as they are to be had: each is asked for once, and not for long."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._objects: Objects | None = None
        self._failures = 0
        self._rests_until = 0.0

    def get(self, name: str) -> bytes | None:
        return self._asked(lambda objects: objects.get(name))

    def put(self, name: str, data: bytes) -> None:
        self._asked(lambda objects: objects.put(name, data))

    def _asked(self, request: Callable[[Objects], Answer]) -> Answer | None:
        if time.monotonic() < self._rests_until:
            return None
        try:
            if self._objects is None:
                self._objects = Objects(self._url, Patience(self._url, 0), TIMEOUTS)
            answer = request(self._objects)
        except FileNotFoundError:
            answer = None
        except (StoreError, UsageError) as error:
            self._failed(error.problems[0])
            return None
        self._failures = 0
        return answer

    def _failed(self, problem: Problem) -> None:
        self._failures += 1
        if self._failures >= MOST_FAILURES:
            self._failures = 0
            self._rests_until = time.monotonic() + REST
            message = f"the shared cache is not used for now: {problem.message}"
            hint = problem.hint if problem.hint != GO_ON else "what it would hold is made again"
            tell(Problem(message, Where(self._url), hint, "warning"))


@lru_cache(maxsize=8)
def _behind(url: str) -> _Behind:
    return _Behind(url)  # one for a process: it knows how the store is doing
