"""A cache that several machines share: it may fail, and never makes a run fail or wait."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.diagnostics import UsageError
from briefing.store import ContentStore, cache, cache_dir, cache_url, content_store, shared
from briefing.store.shared import MOST_FAILURES, SharedContent
from tests.s3 import Bucket

KEY = "ab" * 32


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Forget how other tests' stores have done."""
    shared._behind.cache_clear()
    cache._writable.cache_clear()
    yield
    cache._writable.cache_clear()


def test_one_machine_has_what_another_one_made(tmp_path: Path, bucket: Bucket) -> None:
    """And the next time it has it without asking."""
    url = f"{bucket.url}/cache"
    SharedContent(tmp_path / "one", url).put(KEY, b"value")
    other = SharedContent(tmp_path / "two", url)
    assert other.get(KEY) == b"value"
    bucket.server.seen.clear()
    assert other.get(KEY) == b"value"
    assert other.get("cd" * 32) is None
    assert bucket.asked() == [f"cache/cd/{'cd' * 31}"]


@pytest.mark.parametrize("damage", ["cut", "turned", "emptied"])
def test_a_spoilt_value_is_none(tmp_path: Path, bucket: Bucket, damage: str) -> None:
    """Whatever lies there is not taken for what it should be."""
    SharedContent(tmp_path / "one", bucket.url).put(KEY, b"a long enough value")
    ((name, data),) = bucket.files().items()
    bucket.put(name, {"cut": data[:-1], "turned": data[:-1] + b"\0", "emptied": b""}[damage])
    assert SharedContent(tmp_path / "two", bucket.url).get(KEY) is None


def test_a_store_that_fails_is_left_alone(
    tmp_path: Path,
    bucket: Bucket,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """After a few failures nothing is asked for a while, which is said once."""
    bucket.server.refuse = lambda *_: (503, "SlowDown")
    store = SharedContent(tmp_path, bucket.url)
    began = time.monotonic()
    for number in range(20):
        key = f"{number:02}" * 32
        assert store.get(key) is None
        store.put(key, b"value")
        assert store.get(key) == b"value"  # the folder has it
    assert time.monotonic() - began < 2
    assert len(bucket.asked()) == MOST_FAILURES
    assert [record.getMessage() for record in caplog.records] == [
        f"{bucket.url}: warning: the shared cache is not used for now: the store does not answer "
        "as it should (503 SlowDown)\n  hint: what it would hold is made again"
    ]
    bucket.server.reset()
    monkeypatch.setattr(shared.time, "monotonic", lambda: began + 1000)
    store.put(KEY, b"value")
    assert len(bucket.files()) == 1


@pytest.mark.parametrize("url", ["s3://bucket-that-is-not/x", "nothing-known://x"])
def test_a_wrong_address_is_no_error(tmp_path: Path, bucket: Bucket, url: str) -> None:
    """The run does without."""
    store = SharedContent(tmp_path, url)
    store.put(KEY, b"value")
    assert store.get(KEY) == b"value"
    assert store.get("cd" * 32) is None


def test_the_variable_may_hold_a_url(
    bucket: Bucket, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Then the folder is the user's own, and what needs a folder has one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setenv("BRIEFING_CACHE", f"{bucket.url}/cache/")
    assert cache_url() == f"{bucket.url}/cache"
    assert cache_dir().is_dir()
    assert "s3:" not in str(cache_dir())
    content_store("drawings").put(KEY, b"value")
    assert list(bucket.files()) == [f"cache/drawings/ab/{'ab' * 31}"]
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path / "cache"))
    assert cache_url() == ""
    assert type(content_store("drawings")) is ContentStore


def test_a_secret_in_the_variable_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would go to every worker."""
    monkeypatch.setenv("BRIEFING_CACHE", "s3://key:SECRET@bucket/cache")
    with pytest.raises(UsageError) as caught:
        cache_url()
    assert "SECRET" not in str(caught.value)
