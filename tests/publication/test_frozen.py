"""A frozen mapping keeps its order and its content."""

from __future__ import annotations

import pickle

import pytest

from briefing.publication.frozen import FrozenMap


def test_it_cannot_be_changed() -> None:
    """Neither the mapping nor the dictionary it came from changes it."""
    origin = {"b": 1, "a": 2}
    frozen = FrozenMap(origin)
    origin["c"] = 3
    with pytest.raises(TypeError):
        frozen["c"] = 3  # type: ignore[index]
    assert list(frozen.items()) == [("b", 1), ("a", 2)]


def test_it_can_be_sent_to_another_process() -> None:
    """Pickled and read again it is equal, and equal to a dictionary of the same content."""
    frozen = FrozenMap({"a": 1})
    assert pickle.loads(pickle.dumps(frozen)) == frozen == {"a": 1}
