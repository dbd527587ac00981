"""What all tests share: a cache folder of their own, and no date from outside."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.s3 import Bucket, Server

_PATCH = pytest.MonkeyPatch()
_CACHE = tempfile.TemporaryDirectory(prefix="briefing-tests-")


def pytest_configure() -> None:
    """Write nothing to the user's cache, and let no variable change what is made.

    Before anything is collected: some test modules import matplotlib.
    """
    _PATCH.setenv("BRIEFING_CACHE", _CACHE.name)
    _PATCH.delenv("SOURCE_DATE_EPOCH", raising=False)


def pytest_unconfigure() -> None:
    """Leave all as it was."""
    _PATCH.undo()
    _CACHE.cleanup()


@pytest.fixture(scope="session")
def store_server() -> Iterator[Server]:
    """An object store, one for all tests: clients are kept, and know its address."""
    from tests.s3 import Running

    running = Running()
    yield running.server
    running.stop()


_NUMBERS = count()


@pytest.fixture
def bucket(store_server: Server, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    """An empty bucket, to which the environment leads; its leases last three seconds."""
    from tests import s3

    monkeypatch.setenv("AWS_ENDPOINT_URL", store_server.url)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", s3.KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", s3.SECRET)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_CONFIG_FILE", "none")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "none")
    monkeypatch.setenv("BRIEFING_LEASE", "3")
    store_server.reset()
    name = f"bucket-{next(_NUMBERS)}"
    store_server.client().create_bucket(Bucket=name)
    return s3.Bucket(name, store_server)
