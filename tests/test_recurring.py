"""What recurs is kept, and nothing else."""

from __future__ import annotations

import pytest

from briefing.recurring import NEW, SEEN, Keyed, Recurring, recurring


def _counted(most: int) -> tuple[Recurring[str], list[str]]:
    made: list[str] = []

    @recurring(most)
    def make(name: str, times: int = 1) -> str:
        made.append(name)
        return name * times

    return make, made


def test_a_value_is_made_once() -> None:
    """The last ones stay for a while, for those who ask at once again."""
    make, made = _counted(4)
    assert [make("a", 2) for _ in range(4)] == ["aa"] * 4
    assert made == ["a"]


def test_what_recurs_late_is_made_twice_and_then_kept() -> None:
    """It has gone by then, but is known to have been asked for."""
    make, made = _counted(4)
    for name in ("a", "b", "c", "d", "a", "e", "f", "g", "a"):
        make(name)
    assert made == ["a", "b", "c", "d", "a", "e", "f", "g"]


def test_the_longest_unused_goes() -> None:
    """No more than the number allowed is kept."""
    make, made = _counted(2)
    for name in "aabbccab":
        make(name)
    assert made == ["a", "b", "c", "a"]


def test_what_never_recurs_takes_no_room() -> None:
    """Only the last ones are there, and some hashes."""
    make, _ = _counted(4)
    for number in range(100):
        make(str(number))
    assert len(make._kept) == 0
    assert len(make._new) == 4 * NEW
    assert len(make._seen) == 4 * SEEN


def test_none_is_a_value() -> None:
    """It is kept like any other."""
    calls = []
    keep: Recurring[None] = Recurring(lambda key: calls.append(key), 2)
    assert [keep("x") for _ in range(3)] == [None] * 3
    assert calls == ["x"]


def test_what_is_raised_is_raised_each_time() -> None:
    """A fault is no value."""
    keep: Recurring[int] = Recurring(lambda key: 1 // key, 2)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            keep(0)


def test_all_can_be_forgotten() -> None:
    """Then all begins anew."""
    make, made = _counted(2)
    for _ in range(3):
        make("a")
    make.clear()
    make("a")
    assert made == ["a"] * 2


def test_a_value_under_a_key_is_told_by_that_alone() -> None:
    """What has no hash can recur as well, and equal values under two keys are two."""
    made: list[list[int]] = []

    def noted(given: Keyed[list[int]]) -> int:
        made.append(given.value)
        return len(made)

    keep: Recurring[int] = Recurring(noted, 2)
    value = [1]
    asked = [keep(Keyed(key, value)) for key in ("a", "a", "a", "b")]
    assert asked == [1, 1, 1, 2]
    assert made[0] is value
    assert Keyed("a", 1) != "a"
