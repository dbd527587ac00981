"""A composed briefing and its drawings on disk, and back again without pydantic or matplotlib.

The program keeps drawings like that (``briefing/make/drawings.py``). Run as a module it renders
what was stored, in a process that knows nothing else:

    python -m benchmarks.stored FOLDER OUT.pdf
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from briefing.document import Briefing, Drawing, Theme, plain


def write_stored(
    folder: Path, briefing: Briefing, drawings: Mapping[str, Drawing], theme: Theme
) -> None:
    """Store all that ``render`` takes."""
    from briefing.pdf import render
    from briefing.typeset import keep_hyphens

    (folder / "stored.json").write_bytes(plain.dumps((briefing, theme, drawings)))
    render(briefing, theme, drawings)
    keep_hyphens()  # as a build does


def main(folder: str, out: str) -> None:
    """Render what ``folder`` holds."""
    from briefing.pdf import render

    briefing, theme, drawings = plain.loads((Path(folder) / "stored.json").read_bytes())
    Path(out).write_bytes(render(briefing, theme, drawings))
    if "matplotlib" in sys.modules or "pydantic" in sys.modules:
        raise SystemExit("matplotlib or pydantic was imported")


if __name__ == "__main__":
    main(*sys.argv[1:])
