"""The contents sheet of a pack: for people as a PDF, for programs as CSV."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Mapping, Sequence
from io import StringIO

from briefing.document import Edition, Listed
from briefing.pack.folder import PackFolder, file_of
from briefing.pack.manifest import Entry, Manifest
from briefing.publication import Publication
from briefing.store import Stamp

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
    editions: Sequence[Edition],
    identity: Mapping[str, str],
    printed: Callable[[Sequence[Listed]], bytes],
) -> None:
    """Write both files, for those of ``editions`` that were made; the PDF only if it changed.

    ``printed`` makes it.
    """
    listed = [
        (edition, entry)
        for edition in editions
        if (entry := manifest.entries.get(edition.id)) and not entry.failed
    ]
    data = _sheet(publication, listed)
    folder.shelf.write(f"{NAME}.csv", data)
    trace = {NAME: hashlib.sha256(data).hexdigest()}
    before = manifest.entries.get(NAME)
    if before and (before.trace, before.identity) == (trace, identity) and _is(folder, before):
        return
    pdf = printed([Listed(edition, file_of(edition.id), entry.pages) for edition, entry in listed])
    stamp = folder.shelf.write(f"{NAME}.pdf", pdf)
    digest = hashlib.sha256(pdf).hexdigest()
    manifest.add(Entry(NAME, stamp.size, stamp.mark, digest, 0, 0, identity, trace))


def _is(folder: PackFolder, entry: Entry) -> bool:
    name = f"{NAME}.pdf"
    return folder.shelf.stamps([name]).get(name) == Stamp(entry.size, entry.mark)


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
                file_of(edition.id),
                entry.pages,
                entry.size,
                entry.sha256,
            )
        )
    return out.getvalue().encode("utf-8")
