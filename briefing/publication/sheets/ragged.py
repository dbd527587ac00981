"""What is said of a row that has more or fewer cells than the header."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.diagnostics import Problem
from briefing.publication.sheets.separators import WORDS, cells_of
from briefing.publication.sheets.sheet import Sheet
from briefing.publication.sheets.tables import NUMBER_KINDS, Column

Fits = Callable[[Column, str], bool]
"""Whether a text may stand in a cell of a column."""

CURLY = "\u201c\u201d\u201e\u201f"

_GROUP = re.compile(r"\d{3}")


@dataclass(frozen=True, slots=True)
class RaggedRow:
    """The ``cells`` of a row that begins on ``line``, where the header names ``columns``."""

    sheet: Sheet
    line: int
    cells: Sequence[str]
    columns: Sequence[Column]
    fits: Fits

    def only_blanks_beyond(self) -> bool:
        """Whether it is long by empty cells alone, and no cell before them was split."""
        wanted = len(self.columns)
        if len(self.cells) <= wanted or any(self.cells[wanted:]):
            return False
        return self._all_fit(self.cells[:wanted]) or not (self._split_cells() or self._decimals())

    def problem(self) -> Problem:
        """What is wrong with it, as far as the cause can be seen."""
        other = self._other_separator()
        if other:
            own = WORDS[self.sheet.separator]
            message = f"this row is separated by {WORDS[other]}, the header by {own}"
            return self._at(0, message, f"separate all cells by {own}")
        cells = "1 cell" if len(self.cells) == 1 else f"{len(self.cells)} cells"
        message = f"this row has {cells}, the header {len(self.columns)}"
        if len(self.cells) > len(self.columns):
            return self._at(*self._long(message))
        return self._at(*self._short(message))

    def _at(self, index: int, message: str, hint: str) -> Problem:
        where = self.sheet.at(self.line, index)
        return Problem(message, where, hint, line=self.sheet.lines[(where.line or 1) - 1])

    def _all_fit(self, cells: Sequence[str]) -> bool:
        return all(map(self.fits, self.columns, cells))

    def _other_separator(self) -> str:
        for mark in WORDS:
            cells = cells_of(self.sheet.lines[self.line - 1], mark)
            if mark != self.sheet.separator and len(cells) == len(self.columns) > 1:
                return mark
        return ""

    def _short(self, message: str) -> tuple[int, str, str]:
        """Where cells are missing: at the end, unless the others fit only further right."""
        missing = len(self.columns) - len(self.cells)
        for at in range(len(self.cells), 0, -1):
            cells = [*self.cells[:at], *[""] * missing, *self.cells[at:]]
            if self._all_fit(cells):
                break
        else:
            at = len(self.cells)
        names = ", ".join(column.name for column in self.columns[at : at + missing])
        comma = WORDS[self.sheet.separator][:-1]
        hint = f"write a {comma} for each empty cell, too"
        if at < len(self.cells):
            hint += f': one seems to be missing before "{self.cells[at]}"'
            return at, f"{message}: nothing stands for {names}", hint
        return 0, f"{message}: nothing stands for {names}", hint

    def _long(self, message: str) -> tuple[int, str, str]:
        """Which cell was split; else the first one too many."""
        split = self._split_cells()
        for at in split:
            if self.columns[at].kind in NUMBER_KINDS:
                number = "".join(self._parts(at))
                return at, message, f"write the number without separators: {number}"
        for at in self._decimals():
            number = ".".join(self._parts(at))
            return at, message, f"write the number with a point: {number}"
        if not split:
            beyond = range(len(self.columns), len(self.cells))
            at = next((at for at in beyond if self.cells[at]), beyond[0])
            hint = "put double quotes around a cell that holds a comma, or name one more column"
            return at, f'{message}: "{self.cells[at]}" is one too many', hint
        # A comma within a sentence has a blank after it; one between two cells has not.
        raw = cells_of(self.sheet.lines[self.line - 1], self.sheet.separator) or self.cells
        at = max(split, key=lambda at: sum(it[:1] == " " for it in self._parts(at, raw)[1:]))
        whole = self.sheet.separator.join(self._parts(at, raw)).strip().strip(CURLY)
        return at, message, f'put straight double quotes around the cell: "{whole}"'

    def _parts(self, at: int, cells: Sequence[str] = ()) -> Sequence[str]:
        extra = len(self.cells) - len(self.columns)
        return (cells or self.cells)[at : at + extra + 1]

    def _split_cells(self) -> list[int]:
        """Each cell that, joined with those after it, lets all cells fit their columns."""
        return [at for at in range(len(self.columns)) if self._mends(at)]

    def _decimals(self) -> list[int]:
        """Each number that a decimal comma has split so that, with a point, all cells fit."""
        numbers = [at for at, it in enumerate(self.columns) if it.kind in NUMBER_KINDS]
        return [at for at in numbers if self._mends(at, ".")]

    def _mends(self, at: int, sign: str = "") -> bool:
        """Whether the row fits once the parts of a cell are one again, a number with ``sign``."""
        parts = self._parts(at)
        joined = self.sheet.separator.join(parts)
        if sign:
            if len(parts) != 2 or not all(part.isdigit() for part in parts):
                return False
            joined = sign.join(parts)
        elif self.columns[at].kind in NUMBER_KINDS:
            if not all(map(_GROUP.fullmatch, parts[1:])):
                return False
            joined = "".join(parts)
        mended = [*self.cells[:at], joined, *self.cells[at + len(parts) :]]
        return all(parts) and self._all_fit(mended)
