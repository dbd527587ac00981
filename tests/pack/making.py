"""A small publication with several audiences, and packs of it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from briefing.document import Edition
from briefing.pack import Done, Pack
from briefing.publication import load
from briefing.publication.theme import load_theme
from tests import small_publication, whole_publication

AUDIENCES = ("editors", "readers", "writers")
READERS = small_publication.FILES["data/audiences/readers.toml"]


def write(folder: Path, **overrides: str | bytes | None) -> Path:
    """A publication for three audiences; one chart and one section are the readers' own."""
    files: dict[str, str | bytes | None] = {}
    for name in AUDIENCES:
        text = READERS.replace('name = "readers"', f'name = "{name}"')
        if name != "readers":
            text = text.replace('lead_charts = ["reports-by-year"]', "lead_charts = []")
        files[f"data/audiences/{name}.toml"] = text.replace("for readers", f"for {name}")
    return whole_publication.write(folder, **{**files, **overrides})


def editions(*places: str, papers: tuple[str, ...] = ("a4",)) -> list[Edition]:
    """An edition for each audience, place and paper."""
    return [
        Edition(audience, place, paper=paper)
        for audience in AUDIENCES
        for place in places or ("world",)
        for paper in papers
    ]


def pack(folder: Path, chosen: list[Edition] | None = None, out: str = "out") -> Pack:
    """A pack of the publication in ``folder``, as it is there now."""
    return Pack(load(folder), load_theme(folder), chosen or editions(), folder / out)


def run(folder: Path, chosen: list[Edition] | None = None, jobs: int = 1) -> dict[str, Done]:
    """What a run says of each edition."""
    return {done.edition: done for done in pack(folder, chosen).run(jobs)}


def statuses(folder: Path, chosen: list[Edition] | None = None) -> dict[str, str]:
    """Each audience's status in a run of its edition for the world."""
    return {name.split("--")[0]: done.status for name, done in run(folder, chosen).items()}


def hashes(folder: Path) -> dict[str, str]:
    """The hash of each PDF in ``folder``."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.glob("*.pdf"))
    }
