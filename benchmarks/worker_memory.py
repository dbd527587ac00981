"""The memory of one worker over thousands of editions.

    python -m benchmarks.worker_memory [--editions 5000]

Printed are the resident set after 100 editions and after the last, and their ratio.
"""

from __future__ import annotations

import argparse
import sys
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from briefing import api, collector
from briefing.pack import Made, Wanted, planned
from briefing.pack.delivery import Carrying
from briefing.pack.waiting import by_place
from briefing.pack.worker import Setup, worked

ROOT = Path(__file__).parents[1]
FIRST = 100


def resident() -> float:
    """Megabytes of this process in memory; Linux only."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def main() -> None:
    """Make the editions of the default pack, on both papers, over and over."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--editions", type=int, default=5000)
    count = parser.parse_args().editions
    publication, theme = api.load(ROOT), api.load_theme(ROOT)
    editions = by_place(planned(publication, theme, Wanted(papers=("a4", "letter"))))
    first = 0.0
    setup = Setup(publication, theme, Carrying())
    collector.settle()
    with collector.unhurried():
        for number, edition in enumerate(islice(cycle(editions), count), 1):
            if not isinstance(worked(setup, edition), Made):
                raise SystemExit(f"{edition.id} failed")
            if number == FIRST:
                first = resident()
            if number in (FIRST, 500, 1000, 2000, 3000, 4000, count):
                print(f"{number:6} editions: {resident():7.1f} MB", flush=True)
    print(f"ratio: {resident() / first:.2f} (goal: at most 1.1)")


if __name__ == "__main__":
    main()
