"""A pack on a Dask cluster of real processes: the same files, whatever happens to the workers."""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.diagnostics import ClusterError
from briefing.document import Edition, Listed
from briefing.pack import Pack, Scheduler
from briefing.pack import cluster as cluster_module
from briefing.pack import link as links
from briefing.pack.cluster import Cluster
from briefing.pack.delivery import Carrying
from briefing.pack.folder import PackFolder
from briefing.pack.manifest import Entry, Manifest
from briefing.pack.outcome import Failed, Made, Outcome
from briefing.pack.worker import Setup, sheet
from briefing.publication import load
from briefing.publication.theme import load_theme
from tests.pack import making
from tests.pack.clusters import OTHER_BABEL, WITHOUT_BRIEFING, Started, started
from tests.pack.deadly import DeadlyDelivery

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

TWELVE = making.editions("world", "ken", papers=("a4", "letter"))


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Started]:
    """A scheduler and two workers, which no test disturbs."""
    with started(tmp_path_factory.mktemp("two"), workers=2) as cluster:
        yield cluster


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small publication for three audiences."""
    return making.write(tmp_path / "p")


def _setup(folder: Path) -> Setup:
    return Setup(load(folder), load_theme(folder), Carrying())


def _made(workers: Cluster, editions: list[Edition]) -> list[Outcome]:
    """What comes of the editions; the workers are left."""
    outcomes = list(workers.outcomes(editions))
    workers.end()
    return outcomes


def _pack(folder: Path, out: str, editions: list[Edition] = TWELVE) -> Pack:
    return making.pack(folder, editions, out)


def _entries(folder: Path) -> dict[str, Entry]:
    """What a manifest says, but for the times of the files."""
    entries = Manifest.read(PackFolder(folder).shelf).entries
    del entries["contents"]  # it is of the order in which they were made
    return {name: dataclasses.replace(entry, mark="") for name, entry in entries.items()}


def _ids(outcomes: list[Outcome]) -> list[str]:
    return sorted(outcome.edition for outcome in outcomes)


ALL = sorted(edition.id for edition in TWELVE)


def test_the_same_files_as_on_this_machine(folder: Path, two: Started) -> None:
    """Bytes, traces and manifest; the second run makes nothing, and needs no cluster."""
    here = list(_pack(folder, "here").run(2))
    there = list(_pack(folder, "there").run(2, scheduler=Scheduler(two.address)))
    assert {done.status for done in here} == {done.status for done in there} == {"made"}
    assert making.hashes(folder / "here") == making.hashes(folder / "there")
    assert _entries(folder / "here") == _entries(folder / "there")
    assert len(_entries(folder / "there")) == 12
    again = _pack(folder, "there").run(2, scheduler=Scheduler("tcp://127.0.0.1:1"))
    assert {done.status for done in again} == {"reused"}


def test_a_date_of_its_own(folder: Path, two: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers see the run's SOURCE_DATE_EPOCH, and not that of the run before."""
    hashes = []
    for date in ("86400", "172800", None):
        if date is None:
            monkeypatch.delenv("SOURCE_DATE_EPOCH")
        else:
            monkeypatch.setenv("SOURCE_DATE_EPOCH", date)
        editions = TWELVE[:2]
        list(_pack(folder, f"here-{date}", editions).run(1))
        list(_pack(folder, f"there-{date}", editions).run(1, scheduler=Scheduler(two.address)))
        there = making.hashes(folder / f"there-{date}")
        assert there == making.hashes(folder / f"here-{date}")
        hashes.append(there)
    assert hashes[0] != hashes[1] != hashes[2]


def test_a_killed_worker_costs_nothing_but_time(folder: Path, tmp_path: Path) -> None:
    """What it was given is made by the other, each edition once."""
    with started(tmp_path / "c", workers=1) as cluster:
        victim = cluster.worker()
        outcomes = []
        workers = Cluster(_setup(folder), Scheduler(cluster.address))
        for outcome in workers.outcomes(TWELVE):
            if not outcomes:
                cluster.kill(victim)
            outcomes.append(outcome)
        workers.end()
    assert _ids(outcomes) == ALL
    assert all(isinstance(outcome, Made) for outcome in outcomes)


def test_a_worker_prints_the_contents_sheet(
    folder: Path, two: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same as here; this process prints it where no worker can."""
    setup = _setup(folder)
    listed = [Listed(edition, f"{edition.id}.pdf", 2) for edition in TWELVE]
    workers = Cluster(setup, Scheduler(two.address))
    here: list[object] = []
    monkeypatch.setattr(cluster_module, "sheet", lambda *given: here.append(given) or b"here")
    list(workers.outcomes(TWELVE))
    assert workers.sheet(listed) == sheet(setup, listed)
    assert here == []
    assert workers.sheet([Listed(Edition("government", "nowhere"), "x.pdf", 2)]) == b"here"
    workers.end()
    assert workers.sheet(listed) == b"here"


def test_the_contents_sheet_needs_no_scheduler(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All editions are made: a cluster that is lost then costs the run nothing."""
    monkeypatch.setattr(links, "CONNECT", 1.0)
    monkeypatch.setattr(cluster_module, "PRINTING", 5.0)
    setup = _setup(folder)
    listed = [Listed(edition, f"{edition.id}.pdf", 2) for edition in TWELVE]
    with started(tmp_path / "c", workers=1) as cluster:
        workers = Cluster(setup, Scheduler(cluster.address))
        assert len(list(workers.outcomes(TWELVE[:2]))) == 2
        cluster.kill(cluster.scheduler.pid)
        assert workers.sheet(listed) == sheet(setup, listed)
        workers.end()


def test_a_worker_that_comes_later_makes_all(folder: Path, tmp_path: Path) -> None:
    """Also where the only one that had the publication has been killed."""
    said: list[str] = []
    with started(tmp_path / "c") as cluster:
        first = cluster.worker()
        workers = Cluster(_setup(folder), Scheduler(cluster.address, said.append))
        workers.begin(12)
        cluster.kill(first)
        cluster.worker(wait=False)
        outcomes = _made(workers, TWELVE)
    assert _ids(outcomes) == ALL
    assert all(isinstance(outcome, Made) for outcome in outcomes)


def test_an_edition_that_kills_has_failed(folder: Path, tmp_path: Path) -> None:
    """Once it was alone and cost a worker again; those beside it are made."""
    killer = TWELVE[1]
    once = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
    with started(tmp_path / "c", **once) as cluster:
        cluster.worker(nanny=True)
        setup = dataclasses.replace(_setup(folder), delivery=DeadlyDelivery(killer.id))
        outcomes = _made(Cluster(setup, Scheduler(cluster.address)), TWELVE[:3])
    assert _ids(outcomes) == sorted(edition.id for edition in TWELVE[:3])
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    assert [outcome.edition for outcome in failed] == [killer.id]
    assert "lost, twice" in failed[0].problems[0].message


@pytest.mark.parametrize(
    ("shim", "words"),
    [(OTHER_BABEL, "has babel 0.0.1, here it is 2"), (WITHOUT_BRIEFING, "has no briefing")],
)
def test_another_version_is_refused(folder: Path, tmp_path: Path, shim: str, words: str) -> None:
    """Before anything is made, with the worker and what differs; one that comes later as well."""
    with started(tmp_path / "c", workers=1) as cluster:
        late = Cluster(_setup(folder), Scheduler(cluster.address))
        late.begin(12)
        good = set(cluster.workers())
        cluster.worker(shim)
        (other,) = set(cluster.workers()) - good
        with pytest.raises(ClusterError) as refused:
            list(_pack(folder, "out").run(1, scheduler=Scheduler(cluster.address)))
        assert f"the worker {other} {words}" in str(refused.value)
        assert making.hashes(folder / "out") == {}
        with pytest.raises(ClusterError, match=f"{other} {words}"):
            list(late.outcomes(TWELVE))
        assert other in cluster.workers()  # it may be there for somebody else


def test_a_scheduler_needs_nothing_of_ours(folder: Path, tmp_path: Path) -> None:
    """It passes on what it cannot read."""
    with started(tmp_path / "c", workers=1, shim=WITHOUT_BRIEFING) as cluster:
        outcomes = _made(Cluster(_setup(folder), Scheduler(cluster.address)), TWELVE)
    assert all(isinstance(outcome, Made) for outcome in outcomes)


def test_a_lost_scheduler_ends_the_run(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """What is done stays and is noted, without a word of Dask's; the rest is made later."""
    monkeypatch.setattr(links, "CONNECT", 1.0)
    with started(tmp_path / "c", workers=2) as cluster:
        run = _pack(folder, "out").run(1, scheduler=Scheduler(cluster.address))
        done = [next(run).edition]
        cluster.kill(cluster.scheduler.pid)
        with pytest.raises(ClusterError, match=r"was lost; \d+ editions are left"):
            done.extend(each.edition for each in run)
    captured = capfd.readouterr()
    assert (captured.out, captured.err) == ("", "")
    assert 0 < len(done) < 12
    entries = Manifest.read(PackFolder(folder / "out").shelf).entries
    assert set(entries) == set(done)
    again = {it.edition: it.status for it in _pack(folder, "out").run(2)}
    assert {name for name, status in again.items() if status == "reused"} == set(done)


def test_a_scheduler_that_comes_back(folder: Path, two: Started) -> None:
    """A connection that breaks for a moment costs what was under way."""
    workers = Cluster(_setup(folder), Scheduler(two.address))
    outcomes = []
    for outcome in workers.outcomes(TWELVE):
        if not outcomes:
            assert workers._link
            comm = workers._link._client.scheduler_comm.comm
            workers._link._client.loop.add_callback(comm.abort)
        outcomes.append(outcome)
    workers.end()
    assert _ids(outcomes) == ALL
    assert all(isinstance(outcome, Made) for outcome in outcomes)


def test_who_leaves_takes_nothing_along(folder: Path, two: Started) -> None:
    """A run that is closed leaves a cluster that works on nothing and keeps nothing."""
    from distributed import Client

    outcomes = Cluster(_setup(folder), Scheduler(two.address)).outcomes(TWELVE)
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    with Client(two.address, set_as_default=False) as client:
        for _ in range(50):
            left = client.run_on_scheduler(lambda dask_scheduler: len(dask_scheduler.tasks))
            if not left:
                break
        processing = client.processing()
    assert left == 0
    assert not any(processing.values())
