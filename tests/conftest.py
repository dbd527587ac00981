"""What all tests share: a cache folder of their own, and no date from outside."""

from __future__ import annotations

import tempfile

import pytest

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
