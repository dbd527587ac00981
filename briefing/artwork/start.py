"""Import matplotlib without its scan of the system's fonts.

On a fresh home matplotlib lists every font of the machine when ``font_manager`` is imported, for
fonts that no chart of ours may use. Where there are 131 of them the import takes three times as
long (benchmarks/startup.py). It takes a ready list where one lies in its cache folder; this module
lays one there that names only the font matplotlib ships.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.store import atomic_write, cache_dir

_VERSION = re.compile(r"^    __version__ = '([\d.]+)'$", re.MULTILINE)


def start_matplotlib() -> None:
    """Make ``import matplotlib.figure`` cheap; call it before the first such import.

    Does nothing where the process has matplotlib's font list already. Where the ready list does
    not fit the installed matplotlib, that falls back to its own scan: slower, not wrong.
    """
    if "matplotlib.font_manager" in sys.modules:
        return
    folder = cache_dir() / "matplotlib"
    _lay_font_list(folder)
    before = os.environ.get("MPLCONFIGDIR")
    os.environ["MPLCONFIGDIR"] = str(folder)
    try:
        import matplotlib.font_manager  # noqa: F401  reads the list, and keeps it
    finally:
        if before is None:
            del os.environ["MPLCONFIGDIR"]
        else:
            os.environ["MPLCONFIGDIR"] = before


@contextmanager
def default_settings() -> Iterator[None]:
    """matplotlib's own settings, whatever a user's matplotlibrc says.

    They are compared first: changing all of them, and back, takes as long as drawing a chart.
    """
    import matplotlib

    settings = matplotlib.rcParams
    if dict.__eq__(settings, matplotlib.rcParamsDefault):
        yield
    else:
        with matplotlib.rc_context(matplotlib.rcParamsDefault):
            yield


def _lay_font_list(folder: Path) -> None:
    spec = importlib.util.find_spec("matplotlib")
    if spec is None or spec.origin is None:
        return
    source = Path(spec.origin).with_name("font_manager.py").read_text(encoding="utf-8")
    version = _VERSION.search(source)
    if version is None:
        return
    path = folder / f"fontlist-v{version[1]}.json"
    content = json.dumps(_font_list(version[1])).encode("ascii")
    if not path.is_file() or path.read_bytes() != content:
        atomic_write(path, content)


def _font_list(version: str) -> dict[str, object]:
    dejavu = {
        "fname": "fonts/ttf/DejaVuSans.ttf",
        "index": 0,
        "name": "DejaVu Sans",
        "style": "normal",
        "variant": "normal",
        "weight": 400,
        "stretch": "normal",
        "size": "scalable",
        "__class__": "FontEntry",
    }
    return {
        "_version": version,
        "_FontManager__default_weight": "normal",
        "default_size": None,
        "defaultFamily": {"ttf": "DejaVu Sans", "afm": "Helvetica"},
        "afmlist": [],
        "ttflist": [dejavu],
        "__class__": "FontManager",
    }
