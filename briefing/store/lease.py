"""Keeps two runs apart in a store, where nothing tells whether a process still lives.

One object says who is at work and for how long that holds; its owner renews it all the while. It
is taken where it is free, and where it has run out.

**What is promised.** On a store that writes an object only if it is still the one that was read
(S3: ``If-Match`` and ``If-None-Match``), of several that take a lease at once exactly one gets it.
Elsewhere whoever wrote it waits a little and reads it again, so two could both have it only where
one of them was held up in that very moment; the next renewal, within a sixth of the lease, then
ends the first one. A run that finds its lease taken ends before it writes on.

**Clocks.** Whether a lease has run out is told by the store's own clock: that of the lease against
that of an object written just now. Where that is not long enough ago, it is watched for the rest
of its time by the clock of this process alone. No two machines' clocks are compared.
"""

from __future__ import annotations

import json
import os
import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from briefing.diagnostics import Problem, StoreError, UsageError
from briefing.document import Where
from briefing.store.notes import tell
from briefing.store.objects import Info, Objects
from briefing.store.shelf import PRIVATE, occupied

SECONDS = 60.0
"""How long a lease holds. More than an outage that is waited for (``patience.SECONDS``)."""
VARIABLE = "BRIEFING_LEASE"
"""The environment variable that says another number of seconds."""
BEATS = 6
"""It is renewed so often in its time."""
NAME = f"{PRIVATE}/lease"


def lease_seconds() -> float:
    """How long a lease of this run holds. Raises UsageError where the variable is no number."""
    given = os.environ.get(VARIABLE, "")
    try:
        seconds = float(given or SECONDS)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        hint = "write a number of seconds, or leave the variable out"
        raise UsageError(Problem(f"{VARIABLE} is no time: {given}", hint=hint))
    return seconds


class Lease:
    """The lease of one run on the objects of one place.

    ``conditional``: whether the store heeds conditions, so that nothing need be waited for.
    """

    def __init__(self, objects: Objects, conditional: bool) -> None:
        self._objects = objects
        self._conditional = conditional
        self._seconds = lease_seconds()
        self._owner = secrets.token_hex(8)
        self._renewals = 0
        self._confirmed = _now()
        self._lost = False
        self._ended = threading.Event()
        self._one = threading.Lock()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Hold it while the block lasts. Raises OutputError where another run does."""
        self._take()
        threading.Thread(target=self._beat, name="lease", daemon=True).start()
        try:
            yield
        finally:
            self._ended.set()
            self._release()

    def check(self) -> None:
        """Raise StoreError where it is not ours any more, after asking if it may not be."""
        if not self._lost and self._age() > self._seconds * (BEATS - 1) / BEATS:
            self._renew()
        if self._lost:
            message = "this run was taken for dead, and another one is at work in this folder"
            hint = "once that has ended, the same command makes what is missing"
            raise StoreError(Problem(message, Where(self._objects.url), hint))

    def _take(self) -> None:
        watched, until = b"", 0.0
        while True:
            found = self._look()
            if found is None:
                if self._created() and self._settled():
                    return
                continue
            info, text = found
            owner, seconds = _parsed(text)
            if owner == self._owner:  # the answer to our own writing was lost
                return
            if owner and text != watched:
                if _parsed(watched)[0]:  # renewed, or taken by another, before our eyes
                    raise occupied(self._objects.url)
                watched = text
                left = seconds - self._since(info)
                until = time.monotonic() + left
                if left > 0:
                    self._tell(left)
            if owner and time.monotonic() < until:
                time.sleep(min(1.0, seconds / BEATS / 2))
                continue
            if self._replaced(text.__eq__) and self._settled():
                return

    def _tell(self, left: float) -> None:
        message = f"a run is at work in this folder, or was killed: this is clear in {left:.0f} s"
        where = Where(self._objects.url)
        tell(Problem(message, where, "wait, or choose another --out-dir", "warning"))

    def _created(self) -> bool:
        """Write it where there is none."""
        self._confirmed, text = _now(), self._text()
        try:
            self._objects.put(NAME, text, create=True)
        except FileExistsError:
            return False  # by us, perhaps: it is looked at again
        return True

    def _replaced(self, expected: Callable[[bytes], bool]) -> bool:
        """Write it in place of one whose text is as ``expected``; whether it was."""
        found = self._look()
        if found is None or not expected(found[1]):
            return False
        began, text = _now(), self._text()
        try:
            self._objects.put(NAME, text, match=found[0].stamp.mark)
        except FileExistsError:  # another was faster; or the answer to our own writing was lost
            found = self._look()
            if found is None or found[1] != text:
                return False
        self._confirmed = began
        return True

    def _settled(self) -> bool:
        """Whether it is still ours after whoever else came at the same time has written it."""
        if self._conditional:
            return True
        time.sleep(self._seconds / 30)
        found = self._look()
        return found is not None and self._ours(found[1])

    def _beat(self) -> None:
        while not self._ended.wait(self._seconds / BEATS):
            with suppress(Exception):  # ``check`` asks once more, where it can be told
                self._renew()

    def _renew(self) -> None:
        with self._one:
            if not self._lost and not self._ended.is_set():
                self._lost = not self._replaced(self._ours)

    def _release(self) -> None:
        """Leave it free; where that cannot be done at once it runs out."""
        if self._lost or not self._one.acquire(timeout=2):
            return
        try:
            found = self._look()
            if found is not None and self._ours(found[1]):
                self._objects.put(NAME, _encoded("", 0, 0), match=found[0].stamp.mark)
        except (StoreError, FileExistsError):
            return
        finally:
            self._one.release()

    def _look(self) -> tuple[Info, bytes] | None:
        """What is there; its mark was asked for first, and holds for that text or an older one."""
        info = self._objects.info(NAME)
        if info is None:
            return None
        try:
            return info, self._objects.get(NAME)
        except FileNotFoundError:
            return None

    def _since(self, info: Info) -> float:
        """Seconds since it was written, by the store's clock; 0 where that is not known.

        Stores tell whole seconds, so one less than the difference is sure.
        """
        if info.written is None:
            return 0.0
        name = f"{PRIVATE}/clock-{self._owner}"
        self._objects.put(name, b"")
        now = self._objects.info(name)
        self._objects.delete(name)
        if now is None or now.written is None:
            return 0.0
        return max((now.written - info.written).total_seconds() - 1, 0.0)

    def _age(self) -> float:
        """Seconds for which nobody has confirmed it: a machine that slept stops but one clock."""
        return max(now - then for now, then in zip(_now(), self._confirmed, strict=True))

    def _ours(self, text: bytes) -> bool:
        return _parsed(text)[0] == self._owner

    def _text(self) -> bytes:
        self._renewals += 1
        return _encoded(self._owner, self._seconds, self._renewals)


def _now() -> tuple[float, float]:
    return time.monotonic(), time.time()


def _encoded(owner: str, seconds: float, renewals: int) -> bytes:
    value = {"owner": owner, "seconds": seconds, "renewals": renewals}
    return json.dumps(value).encode("ascii") + b"\n"


def _parsed(text: bytes) -> tuple[str, float]:
    """Owner and seconds; no owner where it is free, or no lease at all."""
    try:
        value = json.loads(text)
        return str(value["owner"]), float(value["seconds"])
    except (ValueError, TypeError, KeyError):
        return "", 0.0
