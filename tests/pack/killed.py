"""A pack in a process of its own, to be killed: ``python -m tests.pack.killed FOLDER JOBS``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.pack import making


def main(folder: str, jobs: str) -> None:
    """Run the pack of the publication in ``folder``."""
    print("begun", flush=True)
    for done in making.pack(Path(folder), making.editions("world", "ken")).run(int(jobs)):
        print(done.edition, done.status, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
