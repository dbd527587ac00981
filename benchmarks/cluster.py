"""A pack of thousands on a Dask cluster: its rate, its memory, what scheduling costs, and again.

    pip install 'briefing-builder[dask]'
    python -m benchmarks.cluster [--editions 10000] [--rounds 3] [--validate 200] [--only NAME ...]

The cluster is a ``LocalCluster`` of two workers with one thread each, in processes of its own; this
process is the client. ``many`` makes so many editions of a synthetic publication, no two with the
same text or data, charts drawn too; ``again`` runs that pack once more, and ``pool`` holds the
default pack of the shipped publication against the pool of two processes on this machine, whole
commands in turn. ``--validate`` holds so many of the files, or all, against PDF/UA-1 and PDF/A-3a.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import synthetic
from benchmarks.environment import environment as installed
from briefing import api
from briefing.pack import Pack, Scheduler, read_list
from briefing.pack.cluster import Cluster
from briefing.pack.remote import Answered

ROOT = Path(__file__).parents[1]
WORKERS = 2
FIRST = 1000
"""Editions after which memory is looked at, before it is at the end."""
EMPTY = 500
"""Tasks without work, for what Dask itself takes for one."""

SERVE = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    preload = ["briefing.pack.remote"] if sys.argv[1:] == ["preload"] else []
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, preload=preload
    ) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@contextmanager
def cluster(folder: Path, *options: str) -> Iterator[tuple[str, int]]:
    """The address of a new cluster, and the process of its scheduler."""
    script = folder / "serve.py"
    script.write_text(SERVE, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script), *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment(folder),
        cwd=folder,
    )
    assert process.stdin
    assert process.stdout
    try:
        yield process.stdout.readline().strip(), process.pid
    finally:
        process.stdin.close()
        process.wait()


def environment(folder: Path) -> dict[str, str]:
    """Variables for a process of this tree; Dask without its profiler, as docs/cluster.md says."""
    own = {"BRIEFING_CACHE": str(folder / "cache")}
    return installed(**own, DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED="False")


def resident(process: int | None = None) -> float:
    """Megabytes of a process in memory; Linux only."""
    statm = Path(f"/proc/{process or 'self'}/statm")
    return int(statm.read_text(encoding="ascii").split()[1]) * 4096 / 1e6


class Counted(Cluster):
    """Counts the batches, and the seconds that workers were at them."""

    batches = 0
    seconds = 0.0

    def _taken(self, link: Any, batch: Any, found: Any) -> Any:
        if isinstance(found, Answered) and batch.editions:
            Counted.batches += 1
            Counted.seconds += found.seconds
        return super()._taken(link, batch, found)


def many(folder: Path, editions: int) -> None:
    """Make the editions; print time, rate, share of scheduling and memory."""
    import briefing.pack.cluster as module

    module.Cluster = Counted  # type: ignore[misc]
    publication, theme = api.load(folder / "p"), api.load_theme(folder / "p")
    chosen = read_list(publication, theme, folder / "p" / synthetic.LIST)
    pack = Pack(publication, theme, chosen, folder / "out")
    with cluster(folder) as (address, server):
        pids, empty = looked_at(address)
        seen: list[list[float]] = []
        busy: list[tuple[float, float]] = []
        begun = time.perf_counter()
        for number, done in enumerate(pack.run(1, scheduler=Scheduler(address)), 1):
            if done.status != "made":
                raise SystemExit(f"{done.edition}: {done.status} {done.problems}")
            if number in (1, FIRST, editions):
                busy.append((time.perf_counter() - begun, Counted.seconds))
            if number in (FIRST, editions):
                seen.append([resident(), *map(resident, pids), resident(server)])
        whole = time.perf_counter() - begun
    (first, _), early, late = busy
    print(f"{editions} editions: {whole:.1f} s, the first after {first:.1f}; "
          f"{editions / late[0]:.0f} a second")  # fmt: skip
    for name, start in (("", (0.0, 0.0)), (f" from edition {FIRST} on", early)):
        idle = 1 - (late[1] - start[1]) / ((late[0] - start[0]) * WORKERS)
        print(f"workers without work{name}: {idle:.2%} of their time (goal: 2%)")
    size = Counted.seconds / Counted.batches
    print(f"{Counted.batches} batches of {size:.2f} s; a task without work {empty * 1e3:.1f} ms")
    names = ("client", *(f"worker {n}" for n in range(1, WORKERS + 1)), "scheduler")
    for name, before, last in zip(names, *seen, strict=True):
        ratio = f"{last / before:.2f}"
        print(f"{name:10} {before:7.1f} MB at {FIRST}, {last:7.1f} at the end, ratio {ratio}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(f"client at most {peak:.1f} MB", flush=True)


def looked_at(address: str) -> tuple[list[int], float]:
    """The workers' processes, and the seconds of a thread that a task takes which does nothing."""
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        pids = list(client.run(os.getpid).values())
        client.gather(client.map(abs, range(10), pure=False))
        started = time.perf_counter()
        client.gather(client.map(abs, range(EMPTY), pure=False))
        return pids, (time.perf_counter() - started) / EMPTY * WORKERS


def again(folder: Path, editions: int) -> None:
    """The same pack once more, as a command: nothing is made."""
    command = ["--resume", "--publication", str(folder / "p"), "-q"]
    seconds = statistics.median(timed(folder, *command, "--out-dir", "out") for _ in range(3))
    print(f"{editions} finished editions, resumed: {seconds:.1f} s (goal: 10 s)", flush=True)


def timed(folder: Path, *arguments: str) -> float:
    """The seconds of a command ``briefing pack``."""
    command = [sys.executable, "-m", "briefing", "pack", *arguments]
    started = time.perf_counter()
    subprocess.run(command, check=True, cwd=folder, env=environment(folder))
    return time.perf_counter() - started


def pool(folder: Path, rounds: int) -> None:
    """The default pack by both, in turn: charts drawn before, all other caches empty."""
    publication = ("--publication", str(ROOT), "-q")
    numbers = iter(range(1000))

    def local() -> float:
        return timed(folder, *publication, "-j", str(WORKERS), "--out-dir", f"o{next(numbers)}")

    def remote(address: str) -> float:
        out = f"o{next(numbers)}"
        return timed(folder, *publication, "--scheduler", address, "--out-dir", out)

    local()  # draws the charts
    rows: dict[str, list[tuple[float, float]]] = {}
    for _ in range(rounds):
        for name, options in (("just started", ()), ("started with --preload", ("preload",))):
            with cluster(folder, *options) as (address, _server):
                rows.setdefault(name, []).append((remote(address), local()))
                if options:
                    pair = (remote(address), local())
                    rows.setdefault("that has made it before", []).append(pair)
    for name, pairs in rows.items():
        dask, here = (statistics.median(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(b / a for a, b in pairs)
        print(f"a cluster {name}: {dask:.2f} s, the pool {here:.2f} s, its rate {ratio:.2f} of it")
    print("(goal: 0.9)", flush=True)


def large(folder: Path, editions: int) -> None:
    """So many different editions by both, from nothing, every chart drawn."""
    chosen = str(folder / "p" / synthetic.LIST)
    command = ("--publication", str(folder / "p"), "-q", "--editions", chosen, "--out-dir")
    synthetic.written(folder / "p", editions)
    shutil.rmtree(folder / "cache", ignore_errors=True)
    with cluster(folder) as (address, _server):
        dask = timed(folder, *command, "large", "--scheduler", address)
    shutil.rmtree(folder / "cache")
    here = timed(folder, *command, "large-here", "-j", str(WORKERS))
    rate = f"its rate {here / dask:.2f} of it (goal: 0.9)"
    print(f"{editions} editions from nothing: a cluster just started {dask:.1f} s, "
          f"the pool {here:.1f} s, {rate}", flush=True)  # fmt: skip


def validate(folder: Path, number: int) -> None:
    """Hold so many files, spread over all, against both profiles."""
    from tests.pdf.making import failures

    paths = sorted(folder.glob("*.pdf"))
    chosen = sorted(random.Random(1).sample(paths, min(number, len(paths))))
    wrong = [path.name for path in chosen if failures(path.read_bytes())]
    print(f"{len(chosen)} of {len(paths)} files held against PDF/UA-1 and PDF/A-3a: "
          f"{len(wrong)} not valid", *wrong[:5], flush=True)  # fmt: skip


def main() -> None:
    """Print what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--editions", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--validate", type=int, default=0)
    parser.add_argument("--only", nargs="*", default=["many", "again", "large", "pool"])
    parser.add_argument("--folder", type=Path, help="keep the files here")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (arguments.folder or Path(temporary)).absolute()
        folder.mkdir(exist_ok=True)
        os.environ["BRIEFING_CACHE"] = str(folder / "cache")
        if "many" in arguments.only:
            synthetic.written(folder / "p", arguments.editions)
            many(folder, arguments.editions)
            if arguments.validate:
                validate(folder / "out", arguments.validate)
        if "again" in arguments.only:
            again(folder, arguments.editions)
        if "large" in arguments.only:
            large(folder, arguments.editions)
        if "pool" in arguments.only:
            pool(folder, arguments.rounds)


if __name__ == "__main__":
    main()
