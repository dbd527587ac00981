"""What the last pack was to make, and into which folder: for a run that goes on with it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from briefing.diagnostics import OutputError, Problem, UsageError
from briefing.document import Edition, Theme
from briefing.pack.folder import PackFolder
from briefing.pack.plan import editions_in
from briefing.publication import Publication
from briefing.store import atomic_write, cache_dir

HEAD = "# What the last run into this folder was to make: `briefing pack --resume` reads it.\n"

ANEW = "choose what to make without --resume: the files that are as they must be stay"


def keep(root: Path, folder: PackFolder, editions: Sequence[Edition]) -> None:
    """Note the plan of a run in its folder, and the folder for the publication at ``root``.

    Raises OutputError where the folder cannot be written.
    """
    text = HEAD + "".join(f"{edition.id}\n" for edition in editions)
    atomic_write(folder.plan, text.encode("utf-8"))
    with suppress(OutputError):  # without it the folder must be named
        atomic_write(_note(root), os.fsencode(os.path.abspath(folder.path)))


def last_folder(root: Path) -> Path:
    """The folder of the last pack of the publication at ``root``. Raises UsageError."""
    try:
        return Path(os.fsdecode(_note(root).read_bytes()))
    except OSError:
        message = "no pack of this publication is known that could be resumed"
        hint = "name its folder with --out-dir, or choose what to make without --resume"
        raise UsageError(Problem(message, hint=hint)) from None


def kept_plan(publication: Publication, theme: Theme, folder: PackFolder) -> list[Edition]:
    """The editions that the last run into ``folder`` was to make. Raises UsageError."""
    try:
        text = folder.plan.read_text(encoding="utf-8", errors="replace")
    except OSError:
        message = f"there is no pack in {folder.path.as_posix()} that could be resumed"
        raise UsageError(Problem(message, hint=ANEW)) from None
    try:
        return editions_in(publication, theme, text, folder.plan.as_posix())
    except UsageError as error:
        message = "the last pack cannot be resumed: the publication has changed since"
        raise UsageError(*error.problems, Problem(message, hint=ANEW)) from error


def _note(root: Path) -> Path:
    """Where the cache says which folder the last pack of a publication went into."""
    name = hashlib.sha256(os.fsencode(os.path.realpath(root))).hexdigest()
    return cache_dir() / "packs" / name
