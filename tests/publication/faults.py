"""Loads a broken publication and gives the message that its author would read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.diagnostics import PublicationError
from briefing.publication import load
from tests.small_publication import write


def message(folder: Path, overrides: Mapping[str, str | bytes | None]) -> str:
    """The whole message about the small publication with these files overridden."""
    with pytest.raises(PublicationError) as caught:
        load(write(folder, **overrides))
    return str(caught.value)
