"""Reads a CSV file into rows of text, and finds the place of a cell again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefing.document import Where
from briefing.publication.files.reading import Files
from briefing.publication.problems import Problems
from briefing.publication.scanner import cell_spots
from briefing.publication.sheets.separators import COMMA, separator_of

QUOTE_HINT = 'inside a quoted cell, write a quote as two: ""'

_BLANK_ENDS = re.compile("^[\\s\u200b-\u200f\u2060\ufeff]+|[\\s\u200b-\u200f\u2060\ufeff]+$")
"""Blanks of all kinds, and marks of no width, that are copied along with words."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file as it was read: its lines, and the column names on line ``first``."""

    path: str
    lines: tuple[str, ...]
    header: tuple[str, ...] = ()
    first: int = 1
    separator: str = COMMA

    def cell(self, line: int, column: str) -> Where:
        """The place of a cell of the row that begins on ``line``; else the place of the row."""
        if column in self.header:
            return self.at(line, self.header.index(column))
        return Where(self.path, line, 1)

    def at(self, line: int, index: int) -> Where:
        """The place of cell ``index``, from 0, of the row that begins on ``line``."""
        spots = cell_spots(self.lines, line, self.separator)
        return Where(self.path, *(spots[index] if index < len(spots) else (line, 1)))

    def name(self, index: int) -> Where:
        """The place of the name of column ``index``, counted from 0."""
        return self.at(self.first, index)


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows below the header, each with the line on which it begins.

    ``whole`` is False where a fault in the file ended the reading early.
    """

    sheet: Sheet
    rows: tuple[tuple[int, list[str]], ...]
    whole: bool


def trimmed(cell: str) -> str:
    """The cell without blanks, no-break spaces and marks of no width at its ends."""
    cell = cell.strip()
    return cell if cell.isascii() else _BLANK_ENDS.sub("", cell)


def read_rows(files: Files, path: str, hint: str = "", names: Collection[str] = ()) -> Rows | None:
    """The rows of the CSV file at ``path`` that are not blank; None where there is no header.

    Cells are trimmed, and empty columns at the right are left out. ``names`` are those that its
    header may hold: they tell by which character the cells are separated. Faults go to
    ``files.problems``; ``hint`` is for a file that is missing.
    """
    text = files.text(path, hint)
    if text is None:
        return None
    lines = text.split("\n")
    separator = separator_of(lines, names)
    sheet = Sheet(path, tuple(lines), separator=separator)
    rows: list[tuple[int, list[str]]] = []
    whole = True
    try:
        for row in _records("\n".join(lines), separator):
            rows.append(row)
    except _Broken as fault:
        whole = False
        _report_broken(fault, sheet, files.problems)
    if not rows:
        if whole:
            files.problems.add("this table has no header row", Where(path, 1, 1), hint, caret=False)
        return None
    first, header = rows[0]
    columns = len(header)
    while not header[-1]:
        header.pop()
    header = [name.lower() if name.lower() in names else name for name in header]
    below = tuple((line, _without_end(cells, columns - len(header))) for line, cells in rows[1:])
    return Rows(Sheet(path, sheet.lines, tuple(header), first, separator), below, whole)


def _without_end(cells: list[str], most: int) -> list[str]:
    """The cells without the empty ones at the end, ``most`` of them at most."""
    while most and not cells[-1]:
        cells.pop()
        most -= 1
    return cells


class _Broken(Exception):
    """The CSV cannot be read on; ``line`` begins the record at fault."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text), delimiter=separator, strict=True)
    line = 1
    while True:
        try:
            cells = [trimmed(cell) for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            raise _Broken(line, str(error)) from error
        if any(cells):
            yield line, cells
        line = reader.line_num + 1


def _report_broken(fault: _Broken, sheet: Sheet, problems: Problems) -> None:
    # The last cell that the scanner finds is the broken one; its quote stands just before it.
    line, column = cell_spots(sheet.lines, fault.line, sheet.separator)[-1]
    where = Where(sheet.path, line, max(column - 1, 1))
    if "expected after" in fault.reason:
        message = "broken CSV: this quoted cell goes on after its closing quote"
    elif "field larger" in fault.reason:
        message = "broken CSV: this cell is too long; a quote may be missing at its end"
    else:
        message = "broken CSV: this quote is not closed"
    problems.add(message, where, QUOTE_HINT)
