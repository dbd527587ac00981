"""Workers: the same outcomes from this process and from others, and none is lost with one."""

from __future__ import annotations

import gc
import importlib
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from briefing import processes
from briefing.document import Edition, Listed
from briefing.make.identity import versions
from briefing.pack import worker
from briefing.pack.delivery import Staged, Staging
from briefing.pack.outcome import Failed, Made, Outcome
from briefing.pack.waiting import Waiting
from briefing.pack.worker import Setup
from briefing.pack.workers import AHEAD, Here, Processes, workers
from briefing.publication import load
from briefing.publication.theme import load_theme
from tests.pack import making
from tests.pack.deadly import Deadly
from tests.pack.lingering import Lingering


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    """A small publication, staged in a folder of its own."""
    folder = making.write(tmp_path / "p")
    return Setup(load(folder), load_theme(folder), Staging(tmp_path / "staged"))


def _digests(outcomes: list[Made | Failed]) -> dict[str, str]:
    return {it.edition: it.sha256 if isinstance(it, Made) else "failed" for it in outcomes}


def _made(pool: Processes, editions: list[Edition]) -> list[Outcome]:
    """What comes of the editions; the processes are ended."""
    outcomes = list(pool.outcomes(editions))
    pool.end()
    return outcomes


def test_one_job_is_this_process(setup: Setup) -> None:
    """More are others."""
    assert isinstance(workers(setup, 1), Here)
    assert isinstance(workers(setup, 2), Processes)


def test_processes_make_what_this_one_makes(setup: Setup) -> None:
    """The same bytes and the same traces, in whatever order."""
    editions = making.editions("world", "ken")
    here = list(Here(setup).outcomes(editions))
    there = _made(Processes(setup, 2), editions)
    assert _digests(here) == _digests(there)
    assert len(here) == len(there) == 6
    traces = {it.edition: it.trace for it in here if isinstance(it, Made)}
    assert traces == {it.edition: it.trace for it in there if isinstance(it, Made)}
    staged = [it.delivered for it in there if isinstance(it, Made)]
    assert all(isinstance(it, Staged) and Path(it.path).is_file() for it in staged)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_worker_costs_nothing_but_time(setup: Setup) -> None:
    """What it was given is made by the others, each edition once."""
    editions = making.editions("world", "ken")
    pool = Processes(setup, 2)
    outcomes = []
    for outcome in pool.outcomes(editions):
        outcomes.append(outcome)
        if len(outcomes) == 1:
            victim = max(pool._workers, key=lambda worker: len(worker.given))
            assert victim.process.pid
            os.kill(victim.process.pid, signal.SIGKILL)
    assert sorted(it.edition for it in outcomes) == sorted(it.id for it in editions)
    assert all(isinstance(it, Made) for it in outcomes)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_an_edition_that_kills_has_failed(tmp_path: Path, setup: Setup) -> None:
    """Twice is enough; the run goes on and says how its process ended."""
    deadly = Setup(Deadly(), setup.theme, Staging(tmp_path))  # type: ignore[arg-type]
    editions = making.editions()[: AHEAD + 1]
    outcomes = _made(Processes(deadly, 1), editions)
    assert [it.edition for it in outcomes] == [it.id for it in editions]
    for outcome in outcomes:
        assert isinstance(outcome, Failed)
        assert "SIGKILL, twice" in outcome.problems[0].message


def test_a_worker_sees_what_the_run_sees(setup: Setup, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the server that it comes from began with another date, or with one at all."""
    editions = making.editions()[:2]
    hashes = []
    for date in ("86400", "172800", None):
        if date is None:
            monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
        else:
            monkeypatch.setenv("SOURCE_DATE_EPOCH", date)
        own = Setup(setup.publication, setup.theme, setup.delivery)
        there = _digests(_made(Processes(own, 2), editions))
        assert there == _digests(list(Here(own).outcomes(editions)))
        hashes.append(there)
    assert len({str(sorted(each.items())) for each in hashes}) == 3


def test_a_run_that_is_left_ends_its_workers(setup: Setup) -> None:
    """Nothing goes on behind the back of who closed it."""
    pool = Processes(setup, 2)
    outcomes = pool.outcomes(making.editions("world", "ken"))
    next(outcomes)
    processes = [worker.process for worker in pool._workers]
    outcomes.close()  # type: ignore[attr-defined]
    assert not any(process.is_alive() for process in processes)


@pytest.mark.parametrize("lost", [False, True])
def test_the_contents_sheet_is_the_same_whoever_prints_it(setup: Setup, lost: bool) -> None:
    """A warm worker, or this process where that has died meanwhile."""
    editions = making.editions("world", "ken")
    listed = [Listed(edition, f"{edition.id}.pdf", 2) for edition in editions]
    pool = Processes(setup, 1)
    list(pool.outcomes(editions[:1]))
    (worker,) = pool._workers
    if lost:
        worker.process.kill()
        worker.process.join()
    assert pool.sheet(listed) == Here(setup).sheet(listed)
    pool.end()
    assert not worker.process.is_alive()


def test_a_fault_of_the_contents_sheet_is_the_runs_to_tell(setup: Setup) -> None:
    """A worker says nothing and goes on."""
    pool = Processes(setup, 1)
    editions = making.editions()
    list(pool.outcomes(editions[:1]))
    unknown = Edition("government", "nowhere")
    with pytest.raises(KeyError):
        pool.sheet([Listed(unknown, "x.pdf", 2)])
    assert pool._workers[0].process.is_alive()
    pool.end()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without a word")
def test_a_worker_that_is_ended_tidies_up(tmp_path: Path, setup: Setup) -> None:
    """What it was half through with is removed, in a cache as well."""
    file = tmp_path / "half written"
    own = Setup(setup.publication, setup.theme, Lingering(file))
    pool = Processes(own, 1)
    pool.begin(1)
    pool._feed(Waiting(making.editions()[:1]))
    while not file.exists():
        time.sleep(0.02)
    pool.end()
    assert not file.exists()


def test_a_fault_of_the_program_is_a_failed_edition(
    setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its details say where; the next edition is made."""
    real = worker.produce

    def faulty(*arguments: object) -> object:
        if arguments[1] == making.editions()[0]:
            raise ZeroDivisionError("no zero here")
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(worker, "produce", faulty)
    failed, *others = Here(setup).outcomes(making.editions())
    assert isinstance(failed, Failed)
    assert "ZeroDivisionError" in failed.problems[0].message
    assert "faulty" in failed.details
    assert all(isinstance(it, Made) for it in others)


def test_what_the_server_imports_is_there() -> None:
    """It says nothing about a module that is not; and a worker finds ready what it needs."""
    importlib.import_module(processes.READY)
    assert versions.cache_info().currsize == 1


def test_the_collector_is_as_before_after_a_run(setup: Setup) -> None:
    """A program that makes packs through the API keeps its own ways."""
    before = gc.get_threshold()
    outcomes = Here(setup).outcomes(making.editions())
    next(outcomes)
    assert gc.get_threshold()[0] > before[0]
    list(outcomes)
    assert gc.get_threshold() == before
