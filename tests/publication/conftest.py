"""Fixtures: the small publication, written and loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.publication import Publication, load
from tests.small_publication import write


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """The small publication as it is loaded."""
    return load(write(tmp_path / "small"))
