"""The scanner finds cells and keys where csv and tomllib read them."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from briefing.publication.scanner import KeyPath, cell_spots, toml_spots

TOML = '''\
a.b."c d" = "x" # not "this"
"q\\"k" = """
two ""quotes"" and
"""
plain = 'it is'   # a "comment"
list = [ # [
  "one", ["]", 'two'], {k = '}', m = []}, # c
]
day = 2020-01-01 10:00:00
empty = ""
nothing = """"""
[[t]]
name = "first"
[[t.u]]
x = "deep"
[t.v]
y = inf
[[t]]
[t.v.w]
z = {in = "side", n = {m = 'most'}}
'''


def leaves(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, Any]]:
    """Each way into a parsed document, with what it leads to."""
    if path:
        yield path, value
    if isinstance(value, dict):
        for name, member in value.items():
            yield from leaves(member, (*path, name))
    if isinstance(value, list):
        for index, member in enumerate(value):
            yield from leaves(member, (*path, index))


def test_each_toml_value_is_found_where_it_stands() -> None:
    """Every text that tomllib reads begins at the place that the scanner gives."""
    spots = toml_spots(TOML)
    lines = TOML.split("\n")
    for path, value in leaves(tomllib.loads(TOML)):
        line, column = spots[path][1]
        if isinstance(value, str):
            assert lines[line - 1][column - 1 :].startswith(value.split("\n")[0])


def test_toml_keys_have_their_own_places() -> None:
    """A key's place is its name, also in a table of a list and inside braces."""
    spots = toml_spots(TOML)
    assert spots["a", "b", "c d"] == ((1, 1), (1, 14))
    assert spots["t", 0, "u", 0, "x"] == ((15, 1), (15, 6))
    assert spots["t", 1, "v", "w", "z", "n"] == ((20, 19), (20, 23))
    assert spots["t", 1][0] == (18, 3)


def test_columns_count_characters() -> None:
    """Letters beyond ASCII count as one column each."""
    assert toml_spots('a = ["é日", "x"]')["a", 1] == ((1, 12), (1, 13))
    assert cell_spots(['"é日",x'], 1) == [(1, 2), (1, 6)]


def test_a_cell_may_hold_lines() -> None:
    """After a cell of several lines the next one stands on the last of them."""
    assert cell_spots(["h", 'a,"one', 'two ""x"" three', 'end",b,'], 2) == [
        (2, 1),
        (2, 4),
        (4, 6),
        (4, 8),
    ]


@given(st.lists(st.lists(st.text('a ,"\n', max_size=6), min_size=1, max_size=4), min_size=1))
def test_each_record_has_as_many_places_as_cells(records: list[list[str]]) -> None:
    """Whatever csv writes, the scanner finds as many cells as csv reads, each at its text."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(records)
    lines = text.getvalue().split("\n")
    reader = csv.reader(io.StringIO(text.getvalue()), strict=True)
    first = 1
    for cells in reader:
        spots = cell_spots(lines, first)
        assert len(spots) == len(cells)
        for (line, column), cell in zip(spots, cells, strict=True):
            shown = cell.lstrip(" ").split("\n")[0].replace('"', '""')
            assert lines[line - 1][column - 1 :].lstrip(" ").startswith(shown)
        first = reader.line_num + 1
