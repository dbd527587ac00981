"""Reads a CSV file into rows of text, and finds the place of a cell again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.document import Where
from briefing.publication.files import Files
from briefing.publication.problems import Problems
from briefing.publication.scanner import cell_spots

QUOTE_HINT = 'inside a quoted cell, write a quote as two: ""'


@dataclass(frozen=True, slots=True)
class Sheet:
    """A CSV file as it was read: its lines, and the column names on line ``first``."""

    path: str
    lines: tuple[str, ...]
    header: tuple[str, ...] = ()
    first: int = 1

    def cell(self, line: int, column: str) -> Where:
        """The place of a cell of the row that begins on ``line``; else the place of the row."""
        if column in self.header:
            index = self.header.index(column)
            spots = cell_spots(self.lines, line)
            if index < len(spots):
                return Where(self.path, *spots[index])
        return Where(self.path, line, 1)

    def name(self, index: int) -> Where:
        """The place of the name of column ``index``, counted from 0."""
        return Where(self.path, *cell_spots(self.lines, self.first)[index])


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows below the header, each with the line on which it begins.

    ``whole`` is False where a fault in the file ended the reading early.
    """

    sheet: Sheet
    rows: tuple[tuple[int, list[str]], ...]
    whole: bool


def read_rows(files: Files, path: str, hint: str = "") -> Rows | None:
    """The rows of the CSV file at ``path`` that are not blank; None where there is no header.

    Faults go to ``files.problems``; ``hint`` is for a file that is missing.
    """
    text = files.text(path, hint)
    if text is None:
        return None
    sheet = Sheet(path, tuple(text.split("\n")))
    rows: list[tuple[int, list[str]]] = []
    whole = True
    try:
        for row in _records(text):
            rows.append(row)
    except _Broken as fault:
        whole = False
        _report_broken(fault, sheet, files.problems)
    if not rows:
        if whole:
            files.problems.add("this table has no header row", Where(path, 1, 1), hint, caret=False)
        return None
    first, names = rows[0]
    header = tuple(name.strip() for name in names)
    return Rows(Sheet(path, sheet.lines, header, first), tuple(rows[1:]), whole)


class _Broken(Exception):
    """The CSV cannot be read on; ``line`` begins the record at fault."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text), strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise _Broken(line, str(error)) from error
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = reader.line_num + 1


def _report_broken(fault: _Broken, sheet: Sheet, problems: Problems) -> None:
    # The last cell that the scanner finds is the broken one; its quote stands just before it.
    line, column = cell_spots(sheet.lines, fault.line)[-1]
    where = Where(sheet.path, line, max(column - 1, 1))
    if "expected after" in fault.reason:
        message = "broken CSV: this quoted cell goes on after its closing quote"
    else:
        message = "broken CSV: this quote is not closed"
    problems.add(message, where, QUOTE_HINT)
