"""Start-up time and memory of the command, as ratios to bare imports, paired in one run.

    python benchmarks/startup.py [--runs 9]

Each pair runs its two commands in turn (A B A B ...) as whole processes; printed are the medians
and the median of the ratios pair by pair, which holds when the machine's speed drifts. Peak
memory is what the operating system counted for the process.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

FONT_IMPORT = "import matplotlib.font_manager"
BASE_IMPORTS = "import matplotlib.figure, reportlab.platypus"


@dataclass(frozen=True)
class Run:
    """Seconds and peak MiB of one finished process."""

    seconds: float
    mebibytes: float


def run(command: Sequence[str], home: Path) -> Run:
    """Run ``command`` with ``home`` as its home folder; raises where it fails."""
    environment = {**os.environ, "HOME": str(home)}
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "MPLCONFIGDIR", "BRIEFING_CACHE"):
        environment.pop(name, None)
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if status:
        raise SystemExit(process.stderr.read().decode() if process.stderr else str(status))
    scale = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(seconds, usage.ru_maxrss / scale)


def pair(
    name: str, limit: float, runs: int, first: Callable[[], Run], second: Callable[[], Run]
) -> None:
    """Time two commands in turn and print their medians and the median ratio; 0: no goal."""
    first(), second()  # not counted: warms the disk cache
    results = [(first(), second()) for _ in range(runs)]
    ratio = statistics.median(a.seconds / b.seconds for a, b in results)
    own = statistics.median(a.seconds for a, _ in results)
    base = statistics.median(b.seconds for _, b in results)
    memory = max(a.mebibytes for a, _ in results)
    goal = f"{limit:5.2f}" if limit else "    -"
    times = f"{own:6.3f} s   {base:6.3f} s   {ratio:5.2f}   {goal}"
    print(f"{name:34} {times}   {memory:6.1f} MiB")


def main() -> None:
    """Print one line for each pair."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        used = Path(folder) / "used"
        used.mkdir()
        briefing = [sys.executable, "-m", "briefing"]
        print(f"{'':34} {'ours':>8}   {'bare':>8}   ratio    goal   peak memory")
        pair(
            "briefing --help / import click",
            2.5,
            runs,
            lambda: run([*briefing, "--help"], used),
            lambda: run([sys.executable, "-c", "import click"], used),
        )

        def first_build() -> Run:
            home = Path(folder) / "empty"
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            return run([*briefing, "build", "-q", "-a", "government"], home)

        def font_scan() -> Run:
            home = Path(folder) / "fontless"
            shutil.rmtree(home, ignore_errors=True)
            home.mkdir()
            return run([sys.executable, "-c", FONT_IMPORT], home)

        pair(
            "first build ever / bare imports",
            2.5,
            runs,
            first_build,
            lambda: run([sys.executable, "-c", BASE_IMPORTS], used),
        )
        pair(
            "matplotlib's fonts: scan / its list",
            0.0,
            runs,
            font_scan,
            lambda: run([sys.executable, "-c", FONT_IMPORT], used),
        )


if __name__ == "__main__":
    main()
