"""What the last pack was to make, and into which folder: for a run that goes on with it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from briefing.diagnostics import OutputError, Problem, UsageError
from briefing.document import Edition, Theme
from briefing.pack.folder import PLAN, PackFolder
from briefing.pack.plan import listed
from briefing.publication import Publication
from briefing.store import atomic_write, cache_dir, folder_or_url

HEAD = "# What the last run into this folder was to make: `briefing pack --resume` reads it.\n"


def keep(root: Path, folder: PackFolder, editions: Sequence[Edition]) -> None:
    """Note the plan of a run in its folder, and the folder for the publication at ``root``.

    Raises OutputError where the folder cannot be written.
    """
    text = HEAD + "".join(f"{edition.id}\n" for edition in editions)
    folder.shelf.write(PLAN, text.encode("utf-8"))
    out_dir = folder.out_dir
    last = out_dir if isinstance(out_dir, str) else os.path.abspath(out_dir)
    with suppress(OutputError):  # without it the folder must be named
        atomic_write(_note(root), os.fsencode(last))


def last_folder(root: Path) -> Path | str:
    """The folder or URL of the last pack of the publication at ``root``. Raises UsageError."""
    try:
        return folder_or_url(os.fsdecode(_note(root).read_bytes()))
    except OSError:
        message = "no pack of this publication is known that could be resumed"
        hint = "name its folder with --out-dir, or choose what to make without --resume"
        raise UsageError(Problem(message, hint=hint)) from None


def kept_plan(publication: Publication, theme: Theme, folder: PackFolder) -> list[Edition]:
    """The editions that the last run into ``folder`` was to make.

    Raises UsageError, and StoreError.
    """
    try:
        lines = folder.shelf.read(PLAN).decode("utf-8", "replace").splitlines()
    except FileNotFoundError:
        message = f"there is no pack in {folder.shown()} that could be resumed"
        hint = "choose what to make without --resume: the files that are as they must be stay"
        raise UsageError(Problem(message, hint=hint)) from None
    try:
        return listed(publication, theme, lines, folder.shown(PLAN))
    except UsageError as error:
        message = "the last pack cannot be resumed: the publication has changed since"
        hint = "choose what to make without --resume: the files that are as they must be stay"
        raise UsageError(*error.problems, Problem(message, hint=hint)) from error


def _note(root: Path) -> Path:
    """Where the cache says which folder the last pack of a publication went into."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(root))).hexdigest()
    return cache_dir() / "packs" / name
