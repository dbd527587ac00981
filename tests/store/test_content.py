"""The store of what can be made again: it may lose a value, and never tells a wrong one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.store import ContentStore

KEY = "ab" * 32


def test_a_value_comes_back(tmp_path: Path) -> None:
    """From another store of the same folder too; an empty one is a value."""
    ContentStore(tmp_path / "new").put(KEY, b"value")
    assert ContentStore(tmp_path / "new").get(KEY) == b"value"
    ContentStore(tmp_path).put(KEY, b"")
    assert ContentStore(tmp_path).get(KEY) == b""


def test_what_is_not_there_is_none(tmp_path: Path) -> None:
    """Neither is it an error that the folder does not exist."""
    assert ContentStore(tmp_path / "none").get(KEY) is None


@pytest.mark.parametrize("damage", ["cut", "turned", "emptied"])
def test_a_spoilt_value_is_none(tmp_path: Path, damage: str) -> None:
    """A file that is not whole is as good as none."""
    store = ContentStore(tmp_path)
    store.put(KEY, b"a long enough value")
    (path,) = (path for path in tmp_path.rglob("*") if path.is_file())
    data = path.read_bytes()
    spoilt = {"cut": data[:-1], "turned": data[:-1] + b"\x00", "emptied": b""}
    path.write_bytes(spoilt[damage])
    assert store.get(KEY) is None
    store.put(KEY, b"again")
    assert store.get(KEY) == b"again"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    """The value is made again next time."""
    (tmp_path / "ab").write_text("a file where the folder should be")
    store = ContentStore(tmp_path)
    store.put(KEY, b"value")
    assert store.get(KEY) is None
    assert [path.name for path in tmp_path.iterdir()] == ["ab"]


def test_the_oldest_go_first(tmp_path: Path) -> None:
    """Until the rest is small enough; what is younger stays."""
    store = ContentStore(tmp_path)
    keys = [f"{number:02x}" * 32 for number in range(4)]
    for age, key in enumerate(keys):
        store.put(key, bytes(100))
        (path,) = (tmp_path / key[:2]).iterdir()
        os.utime(path, (age, age))
    store.prune(300)
    assert [store.get(key) is not None for key in keys] == [False, False, True, True]
