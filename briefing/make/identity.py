"""What besides a publication's answers decides the bytes of a file, as hashes."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from briefing.document import FontFile, Theme, plain

LIBRARIES = (
    "babel",
    "deflate",
    "fonttools",
    "icu4py",
    "jinja2",
    "markdown-it-py",
    "matplotlib",
    "pillow",
    "pyphen",
    "reportlab",
    "uharfbuzz",
)
"""Whose version may show in a file. Babel and icu4py carry their locale data with them."""

PROGRAM = Path(__file__).parents[1]

_VERSION = re.compile(r"^Version: *(\S+)", re.MULTILINE)


@lru_cache(maxsize=1)
def versions() -> dict[str, str]:
    """The versions of Python and the libraries, and the hash of the program's own files.

    The publication that comes with the program is none of its files: it is read like any other.
    """
    found = {name: _version_of(name) for name in LIBRARIES}
    found["python"] = ".".join(map(str, sys.version_info[:3]))
    found["briefing"] = _program_hash()
    return found


def _version_of(library: str) -> str:
    # metadata.version() reads all that a library says of itself as if it were a mail: every run
    # asks for ten of them.
    installed = metadata.distribution(library)
    found = _VERSION.search(installed.read_text("METADATA") or "")
    return found[1] if found else installed.version


def _program_hash() -> str:
    whole = hashlib.sha256()
    for name in sorted(_files_in(str(PROGRAM))):
        with open(f"{PROGRAM}/{name}", "rb") as file:
            content = hashlib.sha256(file.read()).digest()
        whole.update(f"{name}\0".encode() + content)
    return whole.hexdigest()


def _files_in(folder: str, inside: str = "") -> Iterator[str]:
    """The program's files by their paths in ``folder``, with "/"."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = inside + entry.name
            if entry.is_dir():
                if name != "builtin" and entry.name != "__pycache__":
                    yield from _files_in(entry.path, f"{name}/")
            elif not name.endswith(".pyc"):
                yield name


@lru_cache(maxsize=16)
def theme_hash(theme: Theme, paper: str = "") -> str:
    """The hash of a theme as editions on ``paper`` see it; as charts do, which know no paper.

    Fonts count with their bytes.
    """
    papers = {paper: theme.papers[paper]} if paper else {}
    seen = replace(theme, papers=papers, fonts={})
    parts = [plain.dumps(seen)]
    for role, font in theme.fonts.items():
        parts += [role.encode(), *map(_font_key, (font, *font.fallback))]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _font_key(font: FontFile) -> bytes:
    # Not its path: the same font lies elsewhere on another machine.
    return repr((font.role, font.axes, _file_hash(font.path))).encode()


@lru_cache(maxsize=64)
def _file_hash(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()
