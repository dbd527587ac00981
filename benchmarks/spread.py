"""Work on many files by several processes, each with every so-manieth of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from multiprocessing import get_context


def spread(work: Callable[[list[str]], None], paths: Sequence[str], jobs: int) -> None:
    """Call ``work`` in ``jobs`` processes that start afresh; SystemExit where one fails."""
    context = get_context("spawn")
    processes = [
        context.Process(target=work, args=(list(paths[start::jobs]),)) for start in range(jobs)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
        if process.exitcode:
            raise SystemExit("a process failed")
