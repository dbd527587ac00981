"""Makes the records of a table: one for each row that is right, a problem for each fault."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Generic, TypeVar

from briefing.diagnostics import nearest
from briefing.document import Where
from briefing.publication.files.reading import Files
from briefing.publication.problems import Problems, listed
from briefing.publication.references import References
from briefing.publication.sheets.headers import columns_hint, header_is_right
from briefing.publication.sheets.numerals import is_ambiguous, with_hyphens
from briefing.publication.sheets.ragged import RaggedRow
from briefing.publication.sheets.separators import COMMA
from briefing.publication.sheets.sheet import Rows, Sheet, read_rows
from briefing.publication.sheets.spreadsheet import ERROR_HINT, is_error
from briefing.publication.sheets.tables import NUMBER_KINDS, Column, Table
from briefing.publication.sheets.values import EMPTY, READERS, WrongValue, is_id

R = TypeVar("R")

MOST_FAULTS = 3
"""A row with more cells that are wrong is wrong as a whole, and told as one."""


def read_table(
    files: Files, table: Table[R], references: References
) -> tuple[Sheet | None, list[R]]:
    """The records of ``table`` in the file's order, and the sheet they stand on.

    Problems go to ``files.problems``; what the table defines and names goes to ``references``.
    A table that is not required may be missing.
    """
    if not table.required and not files.exists(table.path):
        return None, []
    names = [column.name for column in table.columns]
    found = read_rows(files, table.path, columns_hint(table), names)
    if found is None:
        references.broken.add(table.defines)
        return None, []
    if not header_is_right(found, table, files.problems):
        references.broken.add(table.defines)
        return found.sheet, []
    if not found.whole:
        references.broken.add(table.defines)
    if table.required and not found.rows and found.whole:
        references.broken.add(table.defines)
        where = Where(found.sheet.path, found.sheet.first, 1)
        files.problems.add("this table has no rows", where, "write them below the header")
    return found.sheet, list(_TableReader(found, table, files.problems, references).records())


class _TableReader(Generic[R]):
    """Walks over the rows of one table."""

    def __init__(
        self, found: Rows, table: Table[R], problems: Problems, references: References
    ) -> None:
        self.found = found
        self.sheet = found.sheet
        self.table = table
        self.problems = problems
        self.references = references
        self.seen: dict[tuple[str, ...], tuple[int, Sequence[str]]] = {}
        header = found.sheet.header
        self.columns = [
            (column, header.index(column.name) if column.name in header else None)
            for column in table.columns
        ]

    def records(self) -> Iterator[R]:
        """The rows that are right, as records."""
        for line, cells in self.found.rows:
            if len(cells) != len(self.sheet.header) and self._is_ragged(line, cells):
                continue
            texts = [
                (column, "" if index is None else cells[index]) for column, index in self.columns
            ]
            values = self._values(line, texts)
            if self._is_new(line, cells, texts) and values is not None:
                yield self.table.record(**values, where=Where(self.sheet.path, line, 1))

    def _values(self, line: int, texts: list[tuple[Column, str]]) -> dict[str, Any] | None:
        values: dict[str, Any] = {}
        faults: dict[str, WrongValue] = {}
        for column, text in texts:
            try:
                _check_decimals(column, text, self.sheet.separator)
                values[column.name] = read_cell(column, text)
            except WrongValue as fault:
                faults[column.name] = fault
        if faults:
            self._report(line, faults)
        if len(faults) <= MOST_FAULTS:
            for column, _ in texts:
                if column.refers and values.get(column.name):
                    self._refer(column, line, values[column.name])
        return values if not faults else None

    def _report(self, line: int, faults: dict[str, WrongValue]) -> None:
        if len(faults) > MOST_FAULTS:
            message = f"this row does not fit its columns: wrong are {listed(list(faults))}"
            hint = "remove it if it is a total or a note; else see whether its cells have moved"
            self.problems.add(message, self.sheet.cell(line, next(iter(faults))), hint)
            return
        for name, fault in faults.items():
            self.problems.add(fault.message, self.sheet.cell(line, name), fault.hint)

    def _refer(self, column: Column, line: int, value: str | tuple[str, ...]) -> None:
        where = partial(self.sheet.cell, line, column.name)
        for name in (value,) if isinstance(value, str) else value:
            self.references.name(column.refers, name, where)

    def _is_new(self, line: int, cells: Sequence[str], texts: Sequence[tuple[Column, str]]) -> bool:
        shown = {column.name: text or column.default for column, text in texts}
        # The dashes of a period differ, the period does not.
        key = tuple(with_hyphens(shown[name]) for name in self.table.key)
        # An id counts as defined even where its row is wrong: one fault, one problem.
        self.references.define(self.table.defines, key[:1])
        first, same = self.seen.setdefault(key, (line, cells))
        if first == line or not any(key):
            return True
        named = self.table.key[0]
        if len(key) == 1:
            message = f'duplicate {named} "{key[0]}"'
        else:
            columns = ", ".join(self.table.key[:-1]) + f" and {self.table.key[-1]}"
            message = f"a second row with the same {columns}"
        hint = f"the first stands at {Where(self.sheet.path, first)}"
        if list(same) == list(cells):
            hint += ", and all cells are the same: remove one of the two"
        self.problems.add(message, self.sheet.cell(line, named), hint)
        return False

    def _is_ragged(self, line: int, cells: Sequence[str]) -> bool:
        named = {column.name: column for column in self.table.columns}
        columns = [named[name] for name in self.sheet.header]
        row = RaggedRow(self.sheet, line, cells, columns, _fits)
        if row.only_blanks_beyond():
            return False
        # Whatever separates the cells: the row's id is not unknown as well.
        self.references.define(self.table.defines, [re.split("[,;\t]", cells[0])[0].strip()])
        self.problems.tell(row.problem())
        return True


def _fits(column: Column, text: str) -> bool:
    """Whether ``text`` may be a cell of ``column``, as far as the cell alone can tell."""
    try:
        value = read_cell(column, text)
    except WrongValue:
        return False
    names = (value,) if isinstance(value, str) else value
    return not (column.refers and text) or all(map(is_id, names))


def _check_decimals(column: Column, text: str, separator: str) -> None:
    """Raise ``WrongValue`` for ``1.234`` where cells are separated as with decimal commas."""
    if separator != COMMA and column.kind in NUMBER_KINDS and is_ambiguous(text):
        hint = f"write {text.replace('.', '')}; if these are decimals, separate cells by commas"
        message = f'"{text}" may have decimals or a thousands separator'
        raise WrongValue(message, hint)


def read_cell(column: Column, text: str) -> Any:
    """The value of a cell's ``text``; raises ``WrongValue``."""
    text = text or column.default
    if text.startswith("#") and is_error(text):
        raise WrongValue(f'"{text}" stands for a value that is lost', ERROR_HINT)
    if not text:
        if not (column.blank or column.optional):
            raise WrongValue(f'the cell "{column.name}" is empty', "each row needs one")
        return EMPTY.get(column.kind, "")
    if column.legal and text.lower() in column.legal:
        text = text.lower()
    elif column.legal:
        raise WrongValue(f'unknown {column.name} "{text}"', nearest(text, column.legal))
    return READERS[column.kind](text)
