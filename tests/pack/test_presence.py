"""Waiting for workers that do not come."""

from __future__ import annotations

import pytest

from briefing.diagnostics import ClusterError
from briefing.pack import Scheduler, presence
from briefing.pack.presence import Presence


class Counts:
    """A cluster that has these workers, look by look; the last for ever."""

    def __init__(self, *looks: dict[str, int]) -> None:
        self.looks = list(looks)

    def threads(self) -> dict[str, int]:
        """The next."""
        return self.looks.pop(0) if len(self.looks) > 1 else self.looks[0]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is told meanwhile; nobody waits long."""
    monkeypatch.setattr(presence, "PATIENCE", 0.5)
    monkeypatch.setattr(presence, "LOOK", 0.0)
    return []


def _presence(said: list[str], *looks: dict[str, int]) -> Presence:
    return Presence(Counts(*looks), Scheduler("tcp://a:1", said.append))


def test_a_worker_is_there(said: list[str]) -> None:
    """Not a word."""
    found = _presence(said, {"tcp://b:1": 2, "tcp://c:1": 1})
    found.wait()
    assert (found.threads, said) == (3, [])


def test_a_worker_comes(said: list[str]) -> None:
    """One word of the wait, and what it waits for."""
    found = _presence(said, {}, {}, {"tcp://b:1": 1})
    found.wait()
    assert found.threads == 1
    assert said == ["waiting for a worker: tcp://a:1 has none; for 0 seconds at most"]


def test_none_comes(said: list[str]) -> None:
    """The wait has an end, with a remedy."""
    with pytest.raises(ClusterError, match="the scheduler at tcp://a:1 has no worker") as ended:
        _presence(said, {}).wait()
    assert "dask worker tcp://a:1 --nthreads 1" in ended.value.problems[0].hint


def test_the_last_one_goes(said: list[str]) -> None:
    """In mid-run as at the beginning; one that comes back in time ends the wait."""
    one = {"tcp://b:1": 1}
    found = _presence(said, one, {}, one, {})
    found.wait()
    for threads in (0, 1, 0):
        found.look()
        assert found.threads == threads
    assert len(said) == 2


def test_not_at_every_moment(said: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Between looks what was seen last holds."""
    monkeypatch.setattr(presence, "LOOK", 60.0)
    found = _presence(said, {"tcp://b:1": 1}, {})
    found.look()
    found.look()
    assert found.threads == 1
