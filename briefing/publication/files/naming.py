"""Files whose names are nearly right: another ending, one ending too many, a capital letter."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

WORKBOOKS = ("xlsx", "xls", "ods", "numbers")

OTHERS = {
    "csv": ("tsv", "txt", *WORKBOOKS),
    "toml": ("txt", "tml", "yaml", "yml", "json"),
    "md": ("txt", "markdown", "mdown", "mkd", "docx", "rtf"),
}
"""Endings that a file may have where its author means the one before the colon."""


def is_misnamed(path: str, ending: str) -> bool:
    """Whether the file at ``path`` is meant to end with ``ending``, and does not."""
    name = path.rpartition("/")[2]
    stem, _, last = name.lower().rpartition(".")
    if name.endswith(f".{ending}") or not stem:
        return False
    return last == ending or stem.endswith(f".{ending}") or last in OTHERS[ending]


def right_name(path: str, ending: str) -> str:
    """The path that a misnamed file is meant to have."""
    folder, slash, name = path.rpartition("/")
    stem = name.lower().rpartition(".")[0]
    return f"{folder}{slash}{stem.removesuffix(f'.{ending}')}.{ending}"


def renaming(path: str, ending: str) -> str:
    """What makes a right file of the misnamed one at ``path``."""
    if path.lower().endswith(WORKBOOKS):
        return f'open it and save it as "CSV UTF-8", as {right_name(path, ending)}'
    return f"name it {right_name(path, ending)}"


def instead_of(path: str, found: Iterable[str]) -> str:
    """What to do where the file at ``path`` is missing and one of ``found`` is meant to be it.

    Empty where none of them is.
    """
    ending = path.rpartition(".")[2]
    if ending not in OTHERS:
        return ""
    found = list(found)
    for other in found:
        if is_misnamed(other, ending) and right_name(other, ending) == path:
            return f"{other} is there: {renaming(other, ending)}"
    stems = {other.removesuffix(f".{ending}"): other for other in found if other.endswith(ending)}
    like = get_close_matches(path.removesuffix(f".{ending}"), stems, n=1, cutoff=0.9)
    return f"{stems[like[0]]} is there: name it {path}" if like else ""
