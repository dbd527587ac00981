"""A pack in one file, to send."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence

from briefing.diagnostics import OutputError, Problem
from briefing.document import Where
from briefing.store import Shelf

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The only date in it: the same files make the same bytes, on whatever day."""


def write_zip(shelf: Shelf, name: str, files: Sequence[str]) -> None:
    """Make the ZIP file ``name`` of ``files``, under their names; it appears whole.

    PDFs are compressed already and are stored as they are. Raises OutputError.
    """
    try:
        with shelf.writing(name) as out, zipfile.ZipFile(out, "w") as archive:
            for file, data in zip(files, shelf.read_each(files), strict=True):
                info = zipfile.ZipInfo(file, EARLIEST)
                info.external_attr = 0o644 << 16
                archive.writestr(info, data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"this file cannot be written: {reason}"
        hint = "free some space, or leave --zip out"
        raise OutputError(Problem(message, Where(shelf.shown(name)), hint)) from error
