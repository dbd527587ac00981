"""Where the program keeps what it can make again: on this disk, or in a store for several."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path

from briefing.store.address import folder_or_url
from briefing.store.content import ContentStore

VARIABLE = "BRIEFING_CACHE"
"""The environment variable that names another folder, or the URL of a store."""


def cache_dir() -> Path:
    """The cache folder, which exists and can be written; an absolute path.

    It is what ``BRIEFING_CACHE`` names, else (for a URL, too) the user's cache folder for
    ``briefing``. Where that cannot be created or written, it is a temporary folder that goes when
    the process ends.
    """
    given = os.environ.get(VARIABLE, "")
    named = folder_or_url(given)
    return _writable(str(named) if given and isinstance(named, Path) else "")


def cache_url() -> str:
    """The URL that ``BRIEFING_CACHE`` names, empty where it names none.

    Raises UsageError for one that nobody else may be told: see ``folder_or_url``.
    """
    named = folder_or_url(os.environ.get(VARIABLE, ""))
    return "" if isinstance(named, Path) else named


def content_store(name: str) -> ContentStore:
    """The store called ``name`` in the cache folder, and behind it that at the cache's URL."""
    folder, url = cache_dir() / name, cache_url()
    if not url:
        return ContentStore(folder)
    from briefing.store.shared import SharedContent  # only where a store is named

    return SharedContent(folder, f"{url}/{name}")


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
