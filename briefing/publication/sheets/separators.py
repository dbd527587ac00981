"""What stands between the cells of a CSV file: commas, or what a spreadsheet puts there."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection

COMMA = ","

WORDS = {COMMA: "commas", ";": "semicolons", "\t": "tabs"}
"""The separators that are understood, and their names in messages."""

_EXCEL = re.compile(r'"?sep=(.)"?[,;\t]*', re.IGNORECASE)


def separator_of(lines: list[str], names: Collection[str]) -> str:
    """The separator of a file with these ``lines``; its header must hold column ``names``.

    It is the comma unless another one gives more of the names. A first line ``sep=;``, as Excel
    reads it, is believed, and is made empty.
    """
    said = _EXCEL.fullmatch(lines[0].strip(" ")) if lines else None
    if said and said[1] in WORDS:
        lines[0] = ""
        return said[1]
    header = next((line for line in lines if line.strip(" ,;\t")), "")
    found = {mark: len(known(cells_of(header, mark), names)) for mark in WORDS}
    return max(WORDS, key=lambda mark: found[mark])


def cells_of(line: str, separator: str) -> list[str]:
    """The cells of one line that holds a whole record; none where it is broken."""
    try:
        return next(csv.reader([line], delimiter=separator, strict=True), [])
    except csv.Error:
        return []


def known(cells: Collection[str], names: Collection[str]) -> list[str]:
    """Those of ``cells`` that are among ``names``, whatever their capitals and blanks."""
    return [cell for cell in cells if cell.strip().lower() in names]
