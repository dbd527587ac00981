"""The variables of a process that is measured."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[1]


def environment(**own: str) -> dict[str, str]:
    """Those of this process, for one that runs this tree compiled as an installed program is.

    Where Python is told to write no bytecode, each process would read its sources anew.
    """
    compiled = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}  # empty: not there
    return {**os.environ, **compiled, **own}
