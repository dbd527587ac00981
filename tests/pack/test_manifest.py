"""The manifest: what a folder holds, whatever happened to the run that wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.pack.folder import MANIFEST
from briefing.pack.manifest import Entry, Manifest
from briefing.store.local import LocalShelf


def _entry(edition: str, **other: object) -> Entry:
    values = {
        "size": 10,
        "mark": "1",
        "sha256": "ab",
        "pages": 4,
        "warnings": 0,
        "identity": {"theme": "t"},
        "trace": {'fact("one")': "1", 'fact("two")': "2"},
    }
    return Entry(edition=edition, **{**values, **other})  # type: ignore[arg-type]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the manifest lies."""
    path = tmp_path / MANIFEST
    path.parent.mkdir()
    return path


def _written(path: Path, *entries: Entry) -> None:
    manifest = Manifest.read(LocalShelf(path.parents[1]))
    manifest.begin()
    for entry in entries:
        manifest.add(entry)
    manifest.end()


def test_entries_come_back(path: Path) -> None:
    """With their questions, and names that are no UTF-8."""
    entries = [_entry("one"), _entry("two", trace={'fact("one")': "9"}), _entry("\udce4", trace={})]
    _written(path, *entries)
    assert list(Manifest.read(LocalShelf(path.parents[1])).entries.values()) == entries


def test_a_question_is_written_once(path: Path) -> None:
    """However many editions ask it; another answer to it is another line."""
    _written(path, *(_entry(f"e{number}") for number in range(50)))
    assert path.read_text().count('fact(\\"one\\")') == 1
    _written(path, _entry("other", trace={'fact("one")': "changed"}))
    assert path.read_text().count('fact(\\"one\\")') == 2
    assert Manifest.read(LocalShelf(path.parents[1])).entries["e7"] == _entry("e7")


def test_each_line_is_there_at_once(path: Path) -> None:
    """A run that is killed has noted what it finished."""
    manifest = Manifest(LocalShelf(path.parents[1]).journal(MANIFEST))
    manifest.begin()
    manifest.add(_entry("one"))
    assert Manifest.read(LocalShelf(path.parents[1])).entries == {"one": _entry("one")}
    manifest.end()


@pytest.mark.parametrize("cut", [2, 5, 40, 80])
def test_a_torn_line_counts_as_none(path: Path, cut: int) -> None:
    """The others are still good, and a new run writes good lines after them."""
    manifest = Manifest(LocalShelf(path.parents[1]).journal(MANIFEST))
    manifest.begin()
    manifest.add(_entry("one"))
    manifest.add(_entry("two", trace={'fact("three")': "3"}))
    torn = path.read_bytes()[:-cut]
    manifest.end()
    path.write_bytes(torn)
    assert list(Manifest.read(LocalShelf(path.parents[1])).entries) == ["one"]
    _written(path, _entry("three"))
    assert list(Manifest.read(LocalShelf(path.parents[1])).entries) == ["one", "three"]


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff", b'{"manifest":99}\n{"edition":"one"}', b"[]\n[]", b'{"manifest":2}\n7\n{}'],
    ids=["empty", "bytes", "another version", "lists", "other lines"],
)
def test_what_is_no_manifest_counts_as_none(path: Path, content: bytes) -> None:
    """All is made anew then."""
    path.write_bytes(content)
    assert Manifest.read(LocalShelf(path.parents[1])).entries == {}


def test_the_newest_entry_counts(path: Path) -> None:
    """And only it is left once the run has ended."""
    _written(path, _entry("one", pages=1), _entry("one", pages=2))
    assert Manifest.read(LocalShelf(path.parents[1])).entries["one"].pages == 2
    assert len(path.read_text().splitlines()) == 2


def test_a_file_without_old_lines_stays_as_it_grew(path: Path) -> None:
    """Hundreds of lines are not written twice; those that were replaced go."""
    manifest = Manifest.read(LocalShelf(path.parents[1]))
    manifest.begin()
    manifest.add(_entry("one"))
    manifest.add(_entry("two"))
    before = path.stat().st_ino
    manifest.end()
    assert path.stat().st_ino == before
    assert list(Manifest.read(LocalShelf(path.parents[1])).entries) == ["one", "two"]


def test_thousands_of_questions(path: Path) -> None:
    """Many of one edition alone: they are read as they were written."""
    shelf = LocalShelf(path.parents[1])
    manifest = Manifest(shelf.journal(MANIFEST))
    manifest.begin()
    traces = {
        f"e{number}": {**{f"q{number}-{n}": f"{n}" for n in range(40)}, "common": "c"}
        for number in range(600)
    }
    for edition, trace in traces.items():
        manifest.add(Entry(edition, 1, "2", "s", 1, 0, {"k": "v"}, trace))
    appended = Manifest.read(shelf).entries
    manifest.end()
    rewritten = Manifest.read(shelf).entries
    for entries in (appended, rewritten, manifest.entries):
        assert {name: dict(entry.trace) for name, entry in entries.items()} == traces
        assert all(entry.identity == {"k": "v"} for entry in entries.values())
