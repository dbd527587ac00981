"""Tables on a terminal and elsewhere."""

from __future__ import annotations

import io
import sys

import pytest

from briefing.cli.tables import show_table

COLUMNS = ("id", "name", "url")
ROWS = [("one", "The first of them all", "https://example.org/a-rather-long-address/of-a-page")]


class Terminal(io.StringIO):
    """A stdout that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> Terminal:
    """Make stdout a terminal so wide, which shows bold text. (Pytest would undo a fixture's.)"""
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", str(columns))
    return stream


def test_no_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal columns are full, whatever COLUMNS says, with no escape code."""
    monkeypatch.setenv("COLUMNS", "40")
    show_table(COLUMNS, ROWS, "table")
    out = capsys.readouterr().out
    assert out.splitlines()[1] == "  ".join(ROWS[0])
    assert "\x1b" not in out


def test_empty_table(capsys: pytest.CaptureFixture[str]) -> None:
    """A table without rows is its header."""
    show_table(COLUMNS, [], "table")
    assert capsys.readouterr().out == "id  name  url\n"


def test_wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets a table, no wider than it is."""
    screen = terminal(monkeypatch, 70)
    show_table(COLUMNS, ROWS, "table")
    assert "─" in screen.getvalue()
    assert max(map(len, screen.getvalue().splitlines()[3:])) <= 70


def test_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where words would be cut, each cell has a line of its own, whole."""
    screen = terminal(monkeypatch, 40)
    show_table(COLUMNS, ROWS, "table")
    assert screen.getvalue().splitlines() == [
        "one",
        "  name: The first of them all",
        f"  url: {ROWS[0][2]}",
    ]


def test_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """A table has no colour when NO_COLOR asks for none."""
    screen = terminal(monkeypatch, 100)
    monkeypatch.setenv("NO_COLOR", "1")
    show_table(COLUMNS, ROWS, "table")
    assert "\x1b[3" not in screen.getvalue()


def test_markup_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Square brackets in a cell are characters, not styles."""
    screen = terminal(monkeypatch, 100)
    show_table(COLUMNS, [("one", "[bold]first[/bold]", "")], "table")
    assert "[bold]first[/bold]" in screen.getvalue()
