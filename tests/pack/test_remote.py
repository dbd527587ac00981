"""What a worker of a cluster does with a batch, without a cluster around it."""

from __future__ import annotations

import dataclasses
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing.pack import remote
from briefing.pack.delivery import Carried, Carrying
from briefing.pack.outcome import Made
from briefing.pack.parcel import Parcel, packed
from briefing.pack.remote import Answered, Place, Refused, Unready, errand, identity
from briefing.pack.worker import Setup
from briefing.publication import load
from briefing.publication.theme import load_theme
from tests.pack import making

WORKER = "tcp://192.0.2.1:1"


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    """A small publication."""
    folder = making.write(tmp_path / "p")
    return Setup(load(folder), load_theme(folder), Carrying())


@pytest.fixture(autouse=True)
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """This process is a worker; the list says before each edition whether it is wanted."""
    wanted: list[bool] = []
    place = Place(WORKER, tmp_path / "worker", lambda: wanted.pop(0) if wanted else True)
    monkeypatch.setattr(remote, "_place", lambda: place)
    monkeypatch.setattr(remote, "_setups", {})
    return wanted


def _asked(key: str, count: int, parcel: Parcel | None = None) -> remote.Answer:
    given = errand(key, tuple(making.editions()[:count]), parcel)
    buffers = [parcel.data] if parcel else []
    answer: remote.Answer = pickle.loads(pickle.loads(given, buffers=buffers))
    return answer


def test_an_errand_is_answered(setup: Setup) -> None:
    """With files that come along; the setup is kept for the next one."""
    parcel = packed(setup)
    assert _asked(parcel.key, 2) == Unready(WORKER)
    first = _asked(parcel.key, 1, parcel)
    second = _asked(parcel.key, 2)
    assert isinstance(first, Answered)
    assert isinstance(second, Answered)
    made = [outcome for outcome in second.outcomes if isinstance(outcome, Made)]
    assert [outcome.edition for outcome in made] == [it.id for it in making.editions()[:2]]
    assert all(isinstance(outcome.delivered, Carried) for outcome in made)
    assert second.seconds >= sum(outcome.seconds for outcome in made)


def test_no_more_setups_than_a_few(setup: Setup) -> None:
    """The one that was used longest ago goes."""
    parcels = [
        packed(dataclasses.replace(setup, environment={"SOURCE_DATE_EPOCH": str(number)}))
        for number in range(remote.SETUPS_KEPT + 1)
    ]
    for parcel in parcels[:-1]:
        _asked(parcel.key, 0, parcel)
    assert isinstance(_asked(parcels[0].key, 0), Answered)
    _asked(parcels[-1].key, 0, parcels[-1])
    found = [isinstance(_asked(parcel.key, 0), Answered) for parcel in parcels]
    assert found == [True, False, *[True] * (remote.SETUPS_KEPT - 1)]


def test_another_version_makes_nothing(setup: Setup, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says which it is, and does not even read the editions."""
    parcel = packed(setup)
    given = errand(parcel.key, (), parcel)
    other = {**identity(), "babel": "0.0.1"}
    monkeypatch.setattr(remote, "identity", lambda: other)
    assert pickle.loads(pickle.loads(given, buffers=[b"nonsense"])) == Refused(WORKER, other)


def test_who_is_not_wanted_any_more_stops(setup: Setup, worker: list[bool]) -> None:
    """After the edition in hand."""
    worker += [True, False]
    parcel = packed(setup)
    answer = _asked(parcel.key, 3, parcel)
    assert isinstance(answer, Answered)
    assert len(answer.outcomes) == 1


def test_the_environment_is_left_as_it_was(setup: Setup, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker serves others too; its cache is its own."""
    cache = os.environ["BRIEFING_CACHE"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    seen = []

    def looking(*_: object) -> object:
        seen.append((os.environ.get("SOURCE_DATE_EPOCH"), os.environ["BRIEFING_CACHE"]))
        raise ZeroDivisionError

    monkeypatch.setattr("briefing.pack.worker.produce", looking)
    for environment in ({"SOURCE_DATE_EPOCH": "1", "BRIEFING_CACHE": "/nowhere"}, {}):
        parcel = packed(dataclasses.replace(setup, environment=environment))
        _asked(parcel.key, 1, parcel)
        assert os.environ["SOURCE_DATE_EPOCH"] == "86400"
        assert os.environ["BRIEFING_CACHE"] == cache
    assert seen == [("1", cache), (None, cache)]


def test_one_batch_at_a_time(setup: Setup, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever threads a worker has: caches and environment are the process's."""
    at_work = threading.Semaphore(1)
    alone = []

    def working(*_: object) -> object:
        alone.append(at_work.acquire(blocking=False))
        threading.Event().wait(0.05)
        at_work.release()
        raise ZeroDivisionError

    monkeypatch.setattr("briefing.pack.worker.produce", working)
    parcel = packed(setup)
    threads = [threading.Thread(target=_asked, args=(parcel.key, 1, parcel)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert alone == [True] * 3


def test_a_preloaded_worker_is_ready() -> None:
    """In a process that begins with this module nothing is left to import for an edition."""
    code = (
        "import sys; from briefing.pack.remote import dask_setup, identity; dask_setup(None)\n"
        "assert identity.cache_info().currsize == 1\n"
        "assert 'briefing.pdf' in sys.modules and 'matplotlib' not in sys.modules"
    )
    root = str(Path(__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": root}
    done = subprocess.run([sys.executable, "-c", code], env=environment, check=False)
    assert done.returncode == 0
