"""Makes the records of a table: one for each row that is right, a problem for each fault."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, Generic, TypeVar

from briefing.diagnostics import nearest
from briefing.document import Where
from briefing.publication.files import Files
from briefing.publication.problems import Problems
from briefing.publication.references import References
from briefing.publication.sheets import Rows, Sheet, read_rows
from briefing.publication.tables import Column, Table
from briefing.publication.values import EMPTY, READERS, WrongValue

R = TypeVar("R")

SEPARATORS = {";": "semicolons", "\t": "tabs"}
"""What other programs put between cells."""


def read_table(
    files: Files, table: Table[R], references: References
) -> tuple[Sheet | None, list[R]]:
    """The records of ``table`` in the file's order, and the sheet they stand on.

    Problems go to ``files.problems``; what the table defines and names goes to ``references``.
    A table that is not required may be missing.
    """
    if not table.required and not files.exists(table.path):
        return None, []
    found = read_rows(files, table.path, _columns_hint(table))
    if found is None:
        references.broken.add(table.defines)
        return None, []
    if not _header_is_right(found.sheet, table, files.problems):
        references.broken.add(table.defines)
        return found.sheet, []
    if not found.whole:
        references.broken.add(table.defines)
    return found.sheet, list(_TableReader(found, table, files.problems, references).records())


def _columns_hint(table: Table[Any]) -> str:
    return "its columns: " + ",".join(column.name for column in table.columns)


def _header_is_right(sheet: Sheet, table: Table[Any], problems: Problems) -> bool:
    here = Where(sheet.path, sheet.first, 1)
    if len(sheet.header) == 1:
        for character, word in SEPARATORS.items():
            if character in sheet.header[0]:
                problems.add(f"the cells are separated by {word}", here, "separate them by commas")
                return False
    names = [column.name for column in table.columns]
    right = True
    for index, name in enumerate(sheet.header):
        if name not in names:
            message = f'unknown column "{name}"' if name else "a column without a name"
            hint = nearest(name, names)
        elif name in sheet.header[:index]:
            message, hint = f'duplicate column "{name}"', "remove one of the two"
        else:
            continue
        problems.add(message, sheet.name(index), hint)
        right = False
    for column in table.columns:
        if column.name not in sheet.header and not column.optional:
            problems.add(f'missing column "{column.name}"', here, _columns_hint(table), caret=False)
            right = False
    return right


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
        self.seen: dict[tuple[str, ...], int] = {}
        header = found.sheet.header
        self.columns = [
            (column, header.index(column.name) if column.name in header else None)
            for column in table.columns
        ]

    def records(self) -> Iterator[R]:
        """The rows that are right, as records."""
        for line, cells in self.found.rows:
            if len(cells) != len(self.sheet.header):
                self._report_length(line, cells)
                continue
            texts = [
                (column, "" if index is None else cells[index].strip())
                for column, index in self.columns
            ]
            values = self._values(line, texts)
            if self._is_new(line, texts) and values is not None:
                yield self.table.record(**values, where=Where(self.sheet.path, line, 1))

    def _values(self, line: int, texts: list[tuple[Column, str]]) -> dict[str, Any] | None:
        values: dict[str, Any] = {}
        right = True
        for column, text in texts:
            try:
                values[column.name] = value = read_cell(column, text)
            except WrongValue as fault:
                where = self.sheet.cell(line, column.name)
                self.problems.add(fault.message, where, fault.hint)
                right = False
                continue
            if column.refers and value:
                self._refer(column, line, value)
        return values if right else None

    def _refer(self, column: Column, line: int, value: str | tuple[str, ...]) -> None:
        where = partial(self.sheet.cell, line, column.name)
        for name in (value,) if isinstance(value, str) else value:
            self.references.name(column.refers, name, where)

    def _is_new(self, line: int, texts: list[tuple[Column, str]]) -> bool:
        shown = {column.name: text or column.default for column, text in texts}
        key = tuple(shown[name] for name in self.table.key)
        # An id counts as defined even where its row is wrong: one fault, one problem.
        self.references.define(self.table.defines, key[:1])
        first = self.seen.setdefault(key, line)
        if first == line or not any(key):
            return True
        named = self.table.key[0]
        if len(key) == 1:
            message = f'duplicate {named} "{key[0]}"'
        else:
            columns = ", ".join(self.table.key[:-1]) + f" and {self.table.key[-1]}"
            message = f"a second row with the same {columns}"
        hint = f"the first stands at {Where(self.sheet.path, first)}"
        self.problems.add(message, self.sheet.cell(line, named), hint)
        return False

    def _report_length(self, line: int, cells: list[str]) -> None:
        self.references.define(self.table.defines, [cells[0].strip()])
        wanted = len(self.sheet.header)
        hint = "write a comma for each empty cell, too"
        if len(cells) > wanted:
            hint = "put double quotes around a cell that holds a comma"
        self.problems.add(
            f"this row has {_counted(len(cells), 'cell')}, the header {wanted}",
            Where(self.sheet.path, line, 1),
            hint,
            caret=False,
        )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def read_cell(column: Column, text: str) -> Any:
    """The value of a cell's ``text``; raises ``WrongValue``."""
    text = text or column.default
    if not text:
        if not (column.blank or column.optional):
            raise WrongValue(f'the cell "{column.name}" is empty', "each row needs one")
        return EMPTY.get(column.kind, "")
    if column.legal and text not in column.legal:
        raise WrongValue(f'unknown {column.name} "{text}"', nearest(text, column.legal))
    return READERS[column.kind](text)
