"""A Dask cluster of real processes: a scheduler, and workers that come and go."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
STARTING = 30.0
"""Seconds that a process may take to start, before the test fails."""

OTHER_BABEL = """\
from importlib import metadata
class Other:
    version = "0.0.1"
    def read_text(self, name):
        return "Version: 0.0.1"
_distribution = metadata.distribution
metadata.distribution = lambda name: Other() if name == "babel" else _distribution(name)
"""
"""As ``sitecustomize``: a machine with another library."""

WITHOUT_BRIEFING = """\
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "briefing":
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Blocked())
"""
"""As ``sitecustomize``: a machine without the program."""


class Started:
    """Processes of a cluster; ``address`` is the scheduler's."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._processes: list[subprocess.Popen[bytes]] = []
        self.scheduler: subprocess.Popen[bytes]
        self.address = ""

    def start(self, shim: str = "", **variables: str) -> None:
        """Start the scheduler; ``shim`` is Python that it begins with."""
        told = self._folder / "scheduler.json"
        options = ["--port", "0", "--no-dashboard", "--no-show", "--scheduler-file", str(told)]
        self.scheduler = self._begun("dask_scheduler", options, shim, variables)
        self.address = _soon(lambda: json.loads(told.read_text())["address"])

    def worker(self, shim: str = "", nanny: bool = False, wait: bool = True) -> int:
        """Start a worker with one thread; its number, or the nanny's."""
        name = f"w{len(self._processes)}"
        options = [self.address, "--nthreads", "1", "--no-dashboard", "--name", name]
        options += ["--nanny" if nanny else "--no-nanny", "--local-directory", str(self._folder)]
        before = len(self.workers()) if wait else 0
        process = self._begun("dask_worker", options, shim, {})
        if wait:
            _soon(lambda: len(self.workers()) > before or None)
        return process.pid

    def workers(self) -> dict[str, int]:
        """The addresses of the workers that the scheduler knows, with their threads."""
        from briefing.pack.link import Link

        link = Link(self.address)
        try:
            return link.threads()
        finally:
            link.close()

    def kill(self, pid: int) -> None:
        """End a process as the system does when memory runs out."""
        os.kill(pid, signal.SIGKILL)

    def _begun(
        self, module: str, options: list[str], shim: str, variables: dict[str, str]
    ) -> subprocess.Popen[bytes]:
        folder = self._folder / f"shim{len(self._processes)}"
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(shim, encoding="utf-8")
        path = os.pathsep.join([str(folder), str(ROOT)])
        log = (self._folder / f"{module}-{len(self._processes)}.log").open("wb")
        process = subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.{module}", *options],
            cwd=self._folder,
            env={**os.environ, "PYTHONPATH": path, **variables},
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        log.close()
        self._processes.append(process)
        return process

    def close(self) -> None:
        """End all; a nanny's worker with it."""
        for process in reversed(self._processes):
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        for process in self._processes:
            process.wait()


@contextmanager
def started(folder: Path, workers: int = 0, **variables: str) -> Iterator[Started]:
    """A scheduler with so many workers, for as long as it is wanted."""
    folder.mkdir(parents=True, exist_ok=True)
    cluster = Started(folder)
    try:
        cluster.start(**variables)
        for _ in range(workers):
            cluster.worker(wait=False)
        if workers:
            _soon(lambda: len(cluster.workers()) == workers or None)
        yield cluster
    finally:
        cluster.close()


def _soon(look):  # type: ignore[no-untyped-def]
    """What ``look`` returns as soon as that is something."""
    deadline = time.monotonic() + STARTING
    while True:
        try:
            found = look()
        except (OSError, ValueError, KeyError):
            found = None
        if found is not None:
            return found
        assert time.monotonic() < deadline, "the cluster has not started"
        time.sleep(0.05)
