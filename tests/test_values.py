"""Values inside the program."""

from __future__ import annotations

import pickle
from dataclasses import field, fields, replace

from briefing.values import value


@value
class Pair:
    """Two of which one does not count."""

    one: int
    other: int = field(default=0, compare=False)


def test_values_are_compared_by_what_they_hold() -> None:
    """They can be keys of a memory, go to another process, and have nothing but their fields."""
    assert Pair(1, 2) == Pair(1, 3) != Pair(2, 2)
    assert {Pair(1, 2): "found"}[Pair(1)] == "found"
    assert pickle.loads(pickle.dumps(Pair(1, 2))).other == 2
    assert replace(Pair(1, 2), one=3) == Pair(3)
    assert [each.name for each in fields(Pair)] == ["one", "other"]
    assert not hasattr(Pair(1), "__dict__")
