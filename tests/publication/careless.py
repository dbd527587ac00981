"""What careless authors do to the small publication, and the messages they get."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from briefing.publication import Publication, load
from tests.publication.faults import message
from tests.small_publication import FILES, write

Files = Mapping[str, str | bytes | None]

FACTS = "data/facts.csv"
SERIES = "data/series/reports.csv"


class Told(NamedTuple):
    """One message: its first line, what stands under its caret, and its hint."""

    head: str
    under: str
    hint: str


def told(folder: Path, files: Files) -> list[Told]:
    """The messages about the small publication with these files in place of its own."""
    found = []
    for text in re.split(r"\n(?=\S)", message(folder, files)):
        head, *lines = text.split("\n")
        hint = "".join(it.removeprefix("  hint: ") for it in lines if it.startswith("  hint: "))
        carets = [at for at, line in enumerate(lines) if line.strip() == "^"]
        under = lines[carets[0] - 1][lines[carets[0]].index("^") :] if carets else ""
        found.append(Told(head, under, hint))
    return found


def same(folder: Path, files: Files) -> None:
    """Assert that the publication with these files reads like the small one."""
    assert bare(load(write(folder / "changed", **files))) == bare(load(write(folder / "plain")))


def bare(publication: Publication) -> Publication:
    """The publication without the folder that it was read from."""
    return replace(publication, root=Path())


def swapped(name: str, *pairs: tuple[str, str]) -> dict[str, str]:
    """An override: the file with each first text, which stands in it once, replaced."""
    text = FILES[name]
    for old, new in pairs:
        assert text.count(old) == 1, (old, name)
        text = text.replace(old, new)
    return {name: text}


def separated(name: str, mark: str) -> str:
    """A table with another separator; it holds no quoted comma."""
    assert '"' not in FILES[name]
    return FILES[name].replace(",", mark)
