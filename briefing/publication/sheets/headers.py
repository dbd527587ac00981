"""Holds the header row of a table against the columns that it should have."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

from briefing.diagnostics import nearest
from briefing.document import Where
from briefing.publication.problems import Problems, listed
from briefing.publication.sheets.separators import known
from briefing.publication.sheets.sheet import Rows
from briefing.publication.sheets.tables import TABLES, Table

LOOKED_AT = 20
"""So many rows are looked at for a header that stands too low."""


FEW = 2
"""So many unknown columns are told one by one, however few others there are."""


def columns_hint(table: Table[Any]) -> str:
    """All columns of the table, as its header may be written."""
    return "its columns: " + ",".join(column.name for column in table.columns)


def header_is_right(found: Rows, table: Table[Any], problems: Problems) -> bool:
    """Whether all columns are there and known; each fault is a problem."""
    names = [column.name for column in table.columns]
    header = found.sheet.header
    before = len(problems)
    if not known(header, names):
        _no_header(found, names, columns_hint(table), problems)
        return False
    unknown = [name for name in header if name not in names]
    if len(unknown) > len(header) / 2 and len(unknown) > FEW:
        _other_table(found, unknown, columns_hint(table), problems)
        return False
    meant = {
        like[0]
        for name in header
        if name not in names and (like := get_close_matches(name, names, n=1))
    }
    for index, name in enumerate(header):
        _check_name(index, name, found, names, problems)
    missing = [
        column.name
        for column in table.columns
        if not (column.optional or column.name in header or column.name in meant)
    ]
    if missing:
        message = f"missing {'columns' if len(missing) > 1 else 'column'} {listed(missing)}"
        where = Where(found.sheet.path, found.sheet.first, 1)
        problems.add(message, where, columns_hint(table), caret=False)
    return len(problems) == before


def _check_name(index: int, name: str, found: Rows, names: list[str], problems: Problems) -> None:
    if name not in names:
        message = f'unknown column "{name}"' if name else "a column without a name"
        hint = nearest(name, names) if name else "name it, or remove its cells"
    elif name in found.sheet.header[:index]:
        message, hint = f'duplicate column "{name}"', "remove one of the two"
    else:
        return
    problems.add(message, found.sheet.name(index), hint)


def _other_table(found: Rows, unknown: list[str], hint: str, problems: Problems) -> None:
    where = found.sheet.name(found.sheet.header.index(unknown[0]))
    message = f"these are not the columns of this table: {listed(unknown)} are unknown"
    same = [table.path for table in TABLES if _columns_of(table) == set(found.sheet.header)]
    problems.add(message, where, f"they are those of {same[0]}" if same else hint)


def _columns_of(table: Table[Any]) -> set[str]:
    return {column.name for column in table.columns}


def _no_header(found: Rows, names: list[str], hint: str, problems: Problems) -> None:
    below = (line for line, cells in found.rows[:LOOKED_AT] if len(known(cells, names)) > 1)
    line = next(below, None)
    if line is not None:
        hint = f"the header stands on line {line}: remove what is above it"
    where = Where(found.sheet.path, found.sheet.first, 1)
    problems.add("the first row is not the header row", where, hint)
