"""The collector of garbage, and the ways of whoever calls us."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from briefing import collector


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    running, before = gc.isenabled(), gc.get_threshold()
    yield
    gc.set_threshold(*before)
    (gc.enable if running else gc.disable)()


@pytest.mark.parametrize("running", [True, False])
def test_paused_leaves_it_as_it_was(running: bool) -> None:
    """Also within another pause, and where something fails."""
    (gc.enable if running else gc.disable)()

    def fail() -> None:
        assert not gc.isenabled()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), collector.paused(), collector.paused():
        fail()
    assert gc.isenabled() == running


def test_what_is_settled_is_left_alone() -> None:
    """Until it is settled anew: what is no longer used goes then."""

    class Node:
        itself: Node

    node = Node()
    node.itself = node
    gc.collect()
    try:
        collector.settle()
        del node
        assert not any(isinstance(found, Node) for found in gc.get_objects())
        collector.settle_anew()
        gc.unfreeze()
        assert not any(isinstance(found, Node) for found in gc.get_objects())
    finally:
        gc.unfreeze()
