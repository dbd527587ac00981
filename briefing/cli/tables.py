"""Rows for people, as a table, or for programs, as JSON or CSV."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

WIDEST_WORD = 32
"""A longer one is cut in a table on a terminal: an address, but not an id."""


def show_table(columns: Sequence[str], rows: Sequence[Sequence[str]], form: str) -> None:
    """Print ``rows`` on stdout as ``table``, ``json`` (a list of objects) or ``csv``."""
    if form == "json":
        import json

        objects = [dict(zip(columns, row, strict=True)) for row in rows]
        click.echo(json.dumps(objects, ensure_ascii=False, indent=2))
    elif form == "csv":
        import csv

        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    elif sys.stdout.isatty():
        _rich_table(columns, rows)
    else:
        _plain_table(columns, rows)


def _rich_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console(markup=False, highlight=False)
    least = [_least_width(cells) for cells in zip(columns, *rows, strict=True)]
    if sum(least) + 3 * len(least) > console.width:
        _stacked(columns, rows)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column, width in zip(columns, least, strict=True):
        table.add_column(column, min_width=width, overflow="fold")
    for row in rows:
        table.add_row(*row)
    console.print(table)


def _least_width(cells: Sequence[str]) -> int:
    """Wide enough for each word; an address may go on below."""
    return min(max(len(word) for cell in cells for word in (cell.split() or [""])), WIDEST_WORD)


def _stacked(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A line to each cell, for a terminal so narrow that words would be cut."""
    for row in rows:
        click.echo(row[0])
        for column, cell in zip(columns[1:], row[1:], strict=True):
            if cell:
                click.echo(f"  {column}: {cell}")


def _plain_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns padded with spaces, never cut: what a pipe or a file gets."""
    widths = [max(map(len, cells)) for cells in zip(columns, *rows, strict=True)]
    for row in (columns, *rows):
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo(line.rstrip())
