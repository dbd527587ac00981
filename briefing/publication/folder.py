"""Which folder is the publication."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.diagnostics import BriefingError, Problem, UsageError

SETTINGS_FILE = "briefing.toml"
"""The file that makes a folder a publication."""

PACKAGE = Path(__file__).resolve().parent.parent


def find(start: Path, explicit: Path | None = None) -> Path:
    """The publication folder, as an absolute path.

    ``explicit`` where it is given; else the nearest folder from ``start`` upward that holds a
    ``briefing.toml``; else the built-in publication. Raises ``UsageError`` where ``explicit`` is
    no publication.
    """
    if explicit is not None:
        return _explicit(explicit)
    start = Path(os.path.abspath(start))
    for folder in (start, *start.parents):
        if _is_publication(folder):
            return folder
    return built_in()


def built_in() -> Path:
    """The folder of the publication that comes with the program.

    A wheel carries it inside the package; in a source checkout it is the repository itself.
    Raises ``BriefingError`` where neither is there.
    """
    for folder in (PACKAGE / "builtin", PACKAGE.parent):
        if _is_publication(folder):
            return folder
    raise BriefingError(
        Problem(
            "the built-in publication is missing",
            hint="install the program again, or name a publication folder",
        )
    )


def is_built_in(root: Path) -> bool:
    """Whether ``root`` is the publication that an installed program carries."""
    return root == PACKAGE / "builtin"


def mistaken(start: Path, root: Path) -> Problem | None:
    """A warning where ``start`` looks like a publication and ``root`` is used instead of it."""
    folder = Path(os.path.abspath(start))
    if root == folder or folder.is_relative_to(root):
        return None
    named = [f"{SETTINGS_FILE}.txt", "briefing.toml.toml", "Briefing.toml", "briefing.tml"]
    near = next((name for name in named if os.path.isfile(folder / name)), "")
    if not near and not os.path.isdir(folder / "data" / "audiences"):
        return None
    hint = f'name "{near}" {SETTINGS_FILE}' if near else f"write {SETTINGS_FILE} for this folder"
    message = f"this folder has no {SETTINGS_FILE}, and another publication is used: {root}"
    return Problem(message, hint=hint, severity="warning")


def _is_publication(folder: Path) -> bool:
    # os.path.isfile answers False for a folder that may not be read; Path.is_file would raise.
    return os.path.isfile(folder / SETTINGS_FILE)


def _explicit(folder: Path) -> Path:
    named = folder.as_posix()
    if _is_publication(folder):
        return Path(os.path.abspath(folder))
    hint = f"a publication is a folder that holds {SETTINGS_FILE}"
    if not os.path.exists(folder):
        raise UsageError(Problem(f'there is no publication folder "{named}"', hint=hint))
    if not os.path.isdir(folder):
        parent = folder.parent.as_posix()
        if folder.name == SETTINGS_FILE:
            hint = f'name the folder that holds it: "{parent}"'
        raise UsageError(Problem(f'"{named}" is a file, not a publication folder', hint=hint))
    raise UsageError(Problem(f'the folder "{named}" has no {SETTINGS_FILE}', hint=hint))
