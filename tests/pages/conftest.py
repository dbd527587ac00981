"""The shipped editions, each built once for all tests of its pages."""

from __future__ import annotations

import pytest

from tests import shipped
from tests.pages.editions import Built, Shelf


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Gives any shipped edition."""
    return Shelf(tmp_path_factory.mktemp("editions"))


@pytest.fixture(scope="session", params=shipped.EDITIONS, ids="-".join)
def built(request: pytest.FixtureRequest, shelf: Shelf) -> Built:
    """Each shipped edition in turn."""
    return shelf.edition(*request.param)
