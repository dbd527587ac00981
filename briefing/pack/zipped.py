"""A pack in one file, to send."""

from __future__ import annotations

import secrets
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from briefing.diagnostics import OutputError, Problem
from briefing.document import Where
from briefing.pack.folder import PRIVATE
from briefing.store import commit

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The only date in it: the same files make the same bytes, on whatever day."""


def write_zip(path: Path, files: Iterable[Path]) -> None:
    """Make the ZIP file at ``path`` of ``files``, under their names; it appears whole.

    PDFs are compressed already and are stored as they are. Raises OutputError.
    """
    # Where a killed run's files are cleared away.
    staged = path.parent / PRIVATE / f".briefing-{secrets.token_hex(8)}.tmp"
    try:
        with zipfile.ZipFile(staged, "w") as archive:
            for file in files:
                info = zipfile.ZipInfo(file.name, EARLIEST)
                info.external_attr = 0o644 << 16
                archive.writestr(info, file.read_bytes())
        commit(staged, path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"this file cannot be written: {reason}"
        hint = "free some space, or leave --zip out"
        raise OutputError(Problem(message, Where(path.as_posix()), hint)) from error
    finally:
        with suppress(OSError):
            staged.unlink(missing_ok=True)
