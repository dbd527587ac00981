"""The contents sheet of a pack: for people as a PDF, for programs as CSV."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path

from briefing.compose import Listed, compose_contents
from briefing.document import Edition, Theme
from briefing.pack.folder import PackFolder
from briefing.pack.manifest import Entry, Manifest
from briefing.publication import Publication
from briefing.store import atomic_write

NAME = "contents"
"""The sheet's files are contents.csv and contents.pdf: an edition's name has four double dashes."""

COLUMNS = (
    *("edition", "audience", "place", "place_name", "language", "paper", "profile"),
    *("file", "pages", "bytes", "sha256"),
)


def write_contents(
    folder: PackFolder,
    manifest: Manifest,
    publication: Publication,
    theme: Theme,
    editions: Sequence[Edition],
    identity: Mapping[str, str],
) -> None:
    """Write both files, for those of ``editions`` that were made; the PDF only if it changed."""
    listed = [
        (edition, entry)
        for edition in editions
        if (entry := manifest.entries.get(edition.id)) and not entry.failed
    ]
    data = _sheet(publication, listed)
    atomic_write(folder.path / f"{NAME}.csv", data)
    trace = {NAME: hashlib.sha256(data).hexdigest()}
    path = folder.path / f"{NAME}.pdf"
    before = manifest.entries.get(NAME)
    if before and (before.trace, before.identity) == (trace, identity) and _is(path, before):
        return
    pdf = _printed(publication, theme, listed)
    atomic_write(path, pdf)
    digest = hashlib.sha256(pdf).hexdigest()
    modified = path.stat().st_mtime_ns
    manifest.add(Entry(NAME, len(pdf), modified, digest, 0, 0, identity, trace))


def _is(path: Path, entry: Entry) -> bool:
    try:
        found = path.stat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (entry.size, entry.modified)


def _sheet(publication: Publication, listed: Sequence[tuple[Edition, Entry]]) -> bytes:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # RFC 4180
    writer.writerow(COLUMNS)
    for edition, entry in listed:
        writer.writerow(
            (
                edition.id,
                edition.audience,
                edition.place,
                publication.places[edition.place].name,
                edition.language,
                edition.paper,
                edition.profile,
                f"{edition.id}.pdf",
                entry.pages,
                entry.size,
                entry.sha256,
            )
        )
    return out.getvalue().encode("utf-8")


def _printed(
    publication: Publication, theme: Theme, listed: Sequence[tuple[Edition, Entry]]
) -> bytes:
    from briefing.pdf import render  # ReportLab: only once the sheet has changed

    rows = [Listed(edition, f"{edition.id}.pdf", entry.pages) for edition, entry in listed]
    return render(compose_contents(publication, rows, publication.settings.paper), theme, {})
