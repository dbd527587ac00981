"""A shelf: the same on a disk, in S3, in a plain store and in memory."""

from __future__ import annotations

import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.local import LocalFileSystem

from briefing.diagnostics import StoreError
from briefing.store import TEMPORARY, Shelf, Stamp, remote, shelf_at
from briefing.store.remote import RemoteJournal, RemoteShelf
from tests.s3 import Bucket


class Plain(LocalFileSystem):  # type: ignore[misc]
    """A store with folders, times of files and no conditions."""

    protocol = "plain"

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return str(path).removeprefix("plain://").rstrip("/")


@pytest.fixture(params=["disk", "memory", "plain", "s3"])
def shelf(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Shelf]:
    """An empty shelf."""
    monkeypatch.setenv("BRIEFING_LEASE", "1")
    if request.param == "disk":
        yield shelf_at(tmp_path / "shelf")
    elif request.param == "memory":
        yield shelf_at(f"memory://{secrets.token_hex(4)}")
    elif request.param == "plain":
        fsspec.register_implementation("plain", Plain, clobber=True)
        yield shelf_at(f"plain://{(tmp_path / 'shelf').as_posix()}")
    else:
        bucket: Bucket = request.getfixturevalue("bucket")
        yield shelf_at(f"{bucket.url}/2026")


def test_a_file_comes_back(shelf: Shelf) -> None:
    """In place of an older one, with a folder if it has one."""
    for name in ("a.pdf", "logs/a.log"):
        shelf.write(name, b"one")
        shelf.write(name, b"another")
        assert shelf.read(name) == b"another"
    with pytest.raises(FileNotFoundError):
        shelf.read("b.pdf")


def test_its_stamp_is_told_as_it_is_listed(shelf: Shelf) -> None:
    """By writing, one by one and in a listing; files that are not there are left out."""
    names = [f"{number}.pdf" for number in range(5)]
    stamps = {name: shelf.write(name, name.encode() * 3) for name in names}
    shelf.write("logs/0.log", b"other")
    assert shelf.stamps([*names, "5.pdf"]) == stamps
    assert shelf.stamps(["1.pdf", "5.pdf"]) == {"1.pdf": stamps["1.pdf"]}
    assert stamps["2.pdf"].size == 15
    assert shelf.stamps([]) == {}


def test_another_content_has_another_stamp(shelf: Shelf) -> None:
    """Of the same size too."""
    before = shelf.write("a.pdf", b"one")
    assert shelf.write("a.pdf", b"two") != before
    assert shelf.stamps(["a.pdf"])["a.pdf"] != before


def test_files_are_removed(shelf: Shelf) -> None:
    """With the folder that held only them; what is not there is no error."""
    shelf.write("logs/a.log", b"a")
    shelf.write("logs/b.log", b"b")
    assert shelf.names("logs") == {"a.log", "b.log"}
    for name in ("a", "b", "none"):
        shelf.remove(f"logs/{name}.log")
    assert shelf.names("logs") == set()


def test_several_are_read_in_order(shelf: Shelf) -> None:
    """However many are asked for at once."""
    names = [f"{number}.txt" for number in range(40)]
    for name in names:
        shelf.write(name, name.encode())
    assert list(shelf.read_each(names)) == [name.encode() for name in names]


def test_a_large_file_appears_at_the_end(shelf: Shelf) -> None:
    """And not at all where the block ends badly."""
    with shelf.locked():
        with shelf.writing("pack.zip") as file:
            file.write(b"first ")
            assert shelf.stamps(["pack.zip"]) == {}
            file.write(b"second")
        assert shelf.read("pack.zip") == b"first second"
        with pytest.raises(ZeroDivisionError), shelf.writing("other.zip") as file:
            file.write(b"half" + bytes(1 // 0))
        assert shelf.stamps(["other.zip"]) == {}


def test_what_a_killed_process_left_is_cleared_away(tmp_path: Path) -> None:
    """It was about to let a file appear: neither that nor a part of it is seen."""
    script = (
        "import os, pathlib, sys\n"
        "from briefing.store import shelf_at\n"
        "shelf = shelf_at(pathlib.Path(sys.argv[1]))\n"
        "with shelf.locked():\n"
        "    os.replace = lambda *names: os._exit(9)\n"
        "    shelf.write('contents.csv', b'one')\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(tmp_path)], check=False)
    assert killed.returncode == 9
    assert list(tmp_path.rglob(TEMPORARY)) != []
    with shelf_at(tmp_path).locked():
        assert list(tmp_path.rglob(TEMPORARY)) == []
    assert not (tmp_path / "contents.csv").exists()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # its file is left
def test_a_journal_is_read_as_far_as_it_was_written(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it grows, after it has ended, and after a run that never ended it."""
    monkeypatch.setattr(remote, "LINES", 2)
    name = ".briefing/manifest.jsonl"
    assert shelf.journal(name).read() == b""
    journal = shelf.journal(name)
    journal.begin(b"head\n")
    assert shelf.journal(name).read() == b"head\n"
    for number in range(4):
        journal.add(b"%d\n" % number)
    assert shelf.journal(name).read() == b"head\n0\n1\n2\n3\n"
    again = shelf.journal(name)
    again.begin(b"head again\n")
    again.add(b"4\n")
    again.add(b"5\n")
    assert shelf.journal(name).read() == b"head again\n4\n5\n"
    again.end(lambda: b"whole\n", stale=True)
    assert shelf.journal(name).read() == b"whole\n"
    assert {it for it in shelf.names(".briefing") if "manifest" in it} == {"manifest.jsonl"}


def test_a_stray_part_of_a_journal_is_not_read(bucket: Bucket) -> None:
    """What a run writes that was taken for dead follows another beginning."""
    shelf = RemoteShelf(f"{bucket.url}/2026")
    late, own = (RemoteJournal(shelf, ".briefing/m.jsonl") for _ in range(2))
    late.begin(b"one\n")
    own.begin(b"two\n")
    for number in range(remote.LINES):
        late.add(b"late %d\n" % number)
    assert RemoteJournal(shelf, ".briefing/m.jsonl").read() == b"two\n"
    own.end(lambda: b"three\n", stale=True)
    assert shelf.names(".briefing") == {"m.jsonl"}


def test_lines_of_some_seconds_are_written(bucket: Bucket, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow run does not wait for hundreds of them."""
    monkeypatch.setattr(remote, "SECONDS", -1.0)
    shelf = RemoteShelf(f"{bucket.url}/2026")
    journal = shelf.journal("m.jsonl")
    journal.begin(b"")
    journal.add(b"line\n")
    assert shelf.journal("m.jsonl").read() == b"line\n"


def test_many_files_are_listed_in_few_requests(bucket: Bucket) -> None:
    """A thousand with each, and nothing is asked of a single file."""
    names = [f"{number:05}.pdf" for number in range(2500)]
    for name in names:
        bucket.put(f"2026/{name}", b"x")
    stamps = RemoteShelf(f"{bucket.url}/2026").stamps(names)
    assert set(stamps) == set(names)
    assert set(stamps.values()) == {Stamp(1, "9dd4e461268c8034f5c8564e155c67a6")}
    assert bucket.asked() == [""] * 3


def test_a_file_says_what_it_is(bucket: Bucket) -> None:
    """Browsers show a PDF that is one."""
    RemoteShelf(bucket.url).write("a.pdf", b"%PDF")
    head = bucket.server.client().head_object(Bucket=bucket.name, Key="a.pdf")
    assert head["ContentType"] == "application/pdf"


def test_no_bucket_is_made(bucket: Bucket) -> None:
    """A mistyped name is told, by reading and by writing."""
    shelf = RemoteShelf("s3://bucket-that-is-not/2026")
    for request in (
        lambda: shelf.write("a.pdf", b""),
        lambda: shelf.read("a.pdf"),
        lambda: shelf.stamps(["a.pdf"]),
        lambda: shelf.names("logs"),
    ):
        with pytest.raises(StoreError, match="there is no such bucket"):
            request()
    assert {path for _, path in bucket.server.seen} == {
        "/bucket-that-is-not/2026/a.pdf",
        "/bucket-that-is-not",
    }
