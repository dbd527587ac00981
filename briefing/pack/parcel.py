"""A setup as bytes that need nothing of the machine it comes from: neither its fonts nor files."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from briefing.document import FontFile, Theme
from briefing.pack.worker import Setup
from briefing.publication.memory import Memory
from briefing.store import atomic_write, is_url
from briefing.store.cache import VARIABLE as CACHE
from briefing.values import value


@value
class Parcel:
    """A setup, pickled once for all workers; ``key`` is the SHA-256 of ``data``."""

    key: str
    data: bytes


def packed(setup: Setup) -> Parcel:
    """The parcel of ``setup``, with the bytes of its fonts. The same setup gives the same key."""
    fonts: dict[str, bytes] = {}

    def taken(path: str) -> str:
        data = Path(path).read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        fonts[digest] = data
        return digest

    # A path of this system may mean nothing on another, or the files of somebody else there.
    nowhere = PurePosixPath()
    root: Any = nowhere  # a Publication's is a path of this system
    publication = replace(setup.publication, root=root, hashes=Memory())
    own = replace(
        setup,
        publication=publication,
        theme=_with_fonts(setup.theme, taken),
        environment=_common(setup.environment),
    )
    data = pickle.dumps((own, fonts))
    return Parcel(hashlib.sha256(data).hexdigest(), data)


def opened(data: bytes, folder: Path) -> Setup:
    """The setup of a parcel, its fonts laid into ``folder``. Raises OutputError."""
    setup: Setup
    setup, fonts = pickle.loads(data)

    def laid(digest: str) -> str:
        path = folder / f"{digest}.font"
        if not path.is_file():
            atomic_write(path, fonts[digest])
        return str(path)

    publication = replace(setup.publication, root=folder / "no-publication")
    return replace(setup, publication=publication, theme=_with_fonts(setup.theme, laid))


def _common(environment: Mapping[str, str]) -> Mapping[str, str]:
    """What every machine must see alike; a cache folder is each machine's own, an address not."""
    return {name: value for name, value in environment.items() if name != CACHE or is_url(value)}


def _with_fonts(theme: Theme, path_of: Callable[[str], str]) -> Theme:
    def moved(font: FontFile) -> FontFile:
        fallback = tuple(map(moved, font.fallback))
        return replace(font, path=path_of(font.path), fallback=fallback)

    return replace(theme, fonts={role: moved(font) for role, font in theme.fonts.items()})
