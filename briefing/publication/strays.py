"""Files and folders that nothing reads although their author meant something to."""

from __future__ import annotations

from difflib import get_close_matches

from briefing.document import Where
from briefing.publication.files.naming import is_misnamed, renaming
from briefing.publication.files.reading import Files
from briefing.publication.sheets import tables

FOLDERS = {
    "data/series": "csv",
    "data/charts": "toml",
    "data/audiences": "toml",
    "data/sections": "md",
}
"""The folders in ``data/``, and how the files in them end."""


def report_strays(files: Files) -> None:
    """Report each file that is passed over for its name alone: no wrong page without a word."""
    _tables(files)
    _folders(files)
    for folder, ending in FOLDERS.items():
        places = [folder]
        if folder == "data/sections":
            _without_language(files)
            places = [f"{folder}/{language}" for language in files.folders(folder)]
        for place in places:
            for path in files.names(place, ""):
                if is_misnamed(path, ending):
                    message = f"this file is not read: its name does not end with .{ending}"
                    files.problems.add(message, Where(path), renaming(path, ending))


def _tables(files: Files) -> None:
    """A CSV file whose name is nearly that of a table that is not there and need not be."""
    missing = [
        path
        for path in tables.PATHS
        if path not in tables.REQUIRED_PATHS and not files.exists(path)
    ]
    for path in files.names("data", ""):
        if path in tables.PATHS:
            continue
        like = get_close_matches(path, missing, n=1, cutoff=0.9) if path.endswith(".csv") else []
        if like:
            files.problems.add("unknown file", Where(path), f'did you mean "{like[0]}"?')
        elif is_misnamed(path, "csv") and renaming(path, "csv").endswith(tuple(missing)):
            message = "this file is not read: its name does not end with .csv"
            files.problems.add(message, Where(path), renaming(path, "csv"))


def _folders(files: Files) -> None:
    missing = [folder for folder in FOLDERS if not files.exists(folder)]
    for name in files.folders("data"):
        like = get_close_matches(f"data/{name}".lower(), missing, n=1, cutoff=0.8)
        if like:
            files.problems.add("unknown folder", Where(f"data/{name}"), f"name it {like[0]}")


def _without_language(files: Files) -> None:
    for path in files.names("data/sections", ".md"):
        name = path.rpartition("/")[2]
        message = "this section is not read: it stands in no folder of a language"
        files.problems.add(message, Where(path), f"move it to data/sections/en/{name}")
