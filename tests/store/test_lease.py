"""Two runs into one place of a store: one at a time, and a dead one keeps nobody out for long."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from briefing.diagnostics import OutputError, StoreError, UsageError
from briefing.store import Shelf, shelf_at
from briefing.store.lease import BEATS, NAME, Lease
from briefing.store.objects import Objects
from tests.s3 import LOST, Bucket, Refusal

OCCUPIED = "another run is at work in this folder"
OTHER = b'{"owner": "other", "seconds": %d, "renewals": 1}\n'

HOLD = """
import sys, time
from briefing.store import shelf_at
with shelf_at(sys.argv[1]).locked():
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture(params=["memory", "s3"])
def url(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A place in a store, where a lease lasts three seconds."""
    monkeypatch.setenv("BRIEFING_LEASE", "3")
    if request.param == "memory":
        return f"memory://{secrets.token_hex(4)}"
    bucket: Bucket = request.getfixturevalue("bucket")
    return f"{bucket.url}/2026"


def _lease(shelf: Shelf) -> dict[str, object]:
    value: dict[str, object] = json.loads(shelf.read(NAME))
    return value


def test_a_second_run_is_refused(url: str) -> None:
    """With the words that a folder has; once the first has ended it is let in at once."""
    first, second = shelf_at(url), shelf_at(url)
    with first.locked():
        with pytest.raises(OutputError, match=OCCUPIED) as caught, second.locked():
            pass
        assert str(caught.value).startswith(f"{url}: error: ")
    began = time.monotonic()
    with second.locked():
        assert time.monotonic() - began < 1
    assert _lease(first)["owner"] == ""
    assert first.names(".briefing") == {"README", "lease"}


def test_it_is_renewed(url: str) -> None:
    """For longer than it lasts, while nothing else is written."""
    shelf = shelf_at(url)
    with shelf.locked():
        before = _lease(shelf)
        time.sleep(3.5)
        after = _lease(shelf)
        assert after["owner"] == before["owner"]
        assert int(str(after["renewals"])) > int(str(before["renewals"])) + BEATS - 2
        shelf.held()


@pytest.mark.parametrize("error", [KeyboardInterrupt, ZeroDivisionError])
def test_it_is_free_after_whatever_happened(url: str, error: type[BaseException]) -> None:
    """After Ctrl-C, too."""
    shelf = shelf_at(url)
    with pytest.raises(error), shelf.locked():
        raise error
    assert _lease(shelf)["owner"] == ""


def test_a_dead_runs_lease_is_taken(url: str, caplog: pytest.LogCaptureFixture) -> None:
    """After it has been seen to last its time unchanged, which is said; not before."""
    shelf = shelf_at(url)
    shelf.write(NAME, OTHER % 3)
    began = time.monotonic()
    with shelf.locked():
        assert 1.9 < time.monotonic() - began < 6
        assert _lease(shelf)["owner"] not in ("", "other")
    assert "a run is at work in this folder, or was killed: this is clear in" in caplog.text


def test_one_that_died_long_ago_keeps_nobody_waiting(url: str) -> None:
    """The store's own clock tells."""
    shelf = shelf_at(url)
    shelf.write(NAME, OTHER % 2)
    time.sleep(4.1)
    began = time.monotonic()
    with shelf.locked():
        assert time.monotonic() - began < 1
    assert shelf.names(".briefing") == {"README", "lease"}


def test_of_two_takers_one_gets_it(url: str) -> None:
    """Both see it run out at the same moment."""
    shelf_at(url).write(NAME, OTHER % 1)
    results: list[str] = []

    def take() -> None:
        try:
            with shelf_at(url).locked():
                results.append("got")
                time.sleep(3)
        except OutputError as error:
            results.append(error.problems[0].message)

    takers = [threading.Thread(target=take) for _ in range(4)]
    for taker in takers:
        taker.start()
    for taker in takers:
        taker.join()
    assert sorted(results) == sorted(["got", *[OCCUPIED] * 3])


def test_a_run_that_was_taken_for_dead_ends(url: str) -> None:
    """Before it writes on; and it leaves the lease to the other."""
    shelf = shelf_at(url)
    other = shelf_at(url)

    def write_on() -> None:
        for _ in range(100):
            time.sleep(0.1)
            shelf.write("a.pdf", b"")

    with shelf.locked():
        other.write(NAME, OTHER % 60)
        with pytest.raises(StoreError, match="this run was taken for dead"):
            write_on()
    assert _lease(shelf)["owner"] == "other"


def test_a_machine_that_slept_looks_first(bucket: Bucket) -> None:
    """Nobody renewed it meanwhile: whatever is written next asks whether it is ours still."""
    shelf = shelf_at(bucket.url)
    objects = Objects(bucket.url)
    lease = Lease(objects, conditional=True)
    with lease.kept():
        lease.check()
        shelf.write(NAME, OTHER % 60)
        lease._confirmed = (lease._confirmed[0], lease._confirmed[1] - 100)
        with pytest.raises(StoreError, match="this run was taken for dead"):
            lease.check()


def test_another_that_is_faster_by_a_moment_has_it(bucket: Bucket) -> None:
    """It writes after we have looked and before we write: our PUT must not be done."""
    bucket.put(NAME, OTHER % 1)
    other = OTHER.replace(b"other", b"faster") % 60

    def overtake(method: str, path: str) -> None:
        if method == "PUT" and path.endswith(NAME):
            bucket.put(NAME, other)

    bucket.server.refuse = overtake
    lease = Lease(Objects(bucket.url), conditional=True)
    assert not lease._replaced((OTHER % 1).__eq__)
    assert bucket.files()[NAME] == other
    bucket.delete(NAME)
    assert not lease._created()
    assert bucket.files()[NAME] == other


def test_an_answer_that_was_lost_is_no_other_run(bucket: Bucket) -> None:
    """Each first PUT is done, and its repetition meets our own lease: at begin and as we renew."""
    shelf = shelf_at(bucket.url)
    asked: list[str] = []

    def lose(method: str, path: str) -> Refusal:
        if method != "PUT" or not path.endswith(NAME):
            return None
        asked.append(path)
        return LOST if len(asked) % 2 else None

    bucket.server.refuse = lose
    lease = Lease(Objects(bucket.url), conditional=True)
    with lease.kept():
        assert _lease(shelf)["owner"] == lease._owner
        lease._renew()
        lease.check()
        assert _lease(shelf)["owner"] == lease._owner
    assert len(asked) >= 4


def test_a_store_that_fails_for_a_while_costs_no_lease(bucket: Bucket) -> None:
    """It is renewed once the store answers again."""
    shelf = shelf_at(bucket.url)
    with shelf.locked():
        down = time.monotonic() + 4
        bucket.server.refuse = lambda *_: (503, "SlowDown") if time.monotonic() < down else None
        shelf.write("a.pdf", b"x")
        shelf.held()
    assert _lease(shelf)["owner"] == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_process_is_followed(bucket: Bucket) -> None:
    """Nothing of it was freed, and the next one waits no longer than the lease."""
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, bucket.url],
        env={**os.environ, "PYTHONPATH": root},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        process.kill()
        killed = time.monotonic()
        with shelf_at(bucket.url).locked():
            assert time.monotonic() - killed < 6


@pytest.mark.parametrize("given", ["-1", "0", "soon", "inf", "nan"])
def test_a_lease_has_a_time(bucket: Bucket, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """Another one is a usage error."""
    monkeypatch.setenv("BRIEFING_LEASE", given)
    with (
        pytest.raises(UsageError, match="BRIEFING_LEASE is no time"),
        shelf_at(bucket.url).locked(),
    ):
        pass
