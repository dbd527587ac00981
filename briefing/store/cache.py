"""Where the program keeps what it can make again."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

VARIABLE = "BRIEFING_CACHE"
"""The environment variable that names another folder."""


def cache_dir() -> Path:
    """The cache folder, which exists and can be written; an absolute path.

    It is what ``BRIEFING_CACHE`` names, else the user's cache folder for ``briefing``. Where that
    cannot be created or written, it is a temporary folder that goes when the process ends.
    """
    return _writable(os.environ.get(VARIABLE, ""))


@lru_cache(maxsize=8)
def _writable(named: str) -> Path:
    folder = Path(os.path.abspath(os.path.expanduser(named))) if named else _user_folder()
    return folder if _can_write(folder) else _temporary()


def _user_folder() -> Path:
    from platformdirs import user_cache_dir  # only needed here, and some commands never ask

    return Path(user_cache_dir("briefing", appauthor=False))


def _can_write(folder: Path) -> bool:
    # Without a home folder the user's cache is "~/.cache", and "~" would be made right here.
    if not folder.is_absolute():
        return False
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        # Asking for permissions is not enough: a full or read-only disk allows all and takes none.
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"briefing")
    except OSError:
        return False
    return True


@lru_cache(maxsize=1)
def _temporary() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="briefing-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
