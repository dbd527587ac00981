"""How many editions go out together."""

from __future__ import annotations

from briefing.pack.batches import FIRST, LEAST_WORK, MOST, WORK, Sizes


def _knowing(seconds: float) -> Sizes:
    sizes = Sizes()
    sizes.learn([seconds] * 10)
    return sizes


def test_it_begins_small() -> None:
    """As long as nobody knows how long an edition takes."""
    assert Sizes().next(10_000, 2) == FIRST


def test_a_batch_takes_its_time() -> None:
    """As many as fill the time that is aimed at; one where an edition takes longer."""
    assert _knowing(0.01).next(10_000, 2) == round(WORK / 0.01)
    assert _knowing(3.0).next(10_000, 2) == 1
    assert _knowing(0.0).next(10**6, 2) == MOST


def test_the_last_ones_are_small() -> None:
    """So that no worker waits for another, but not so small that they cost more than they save."""
    sizes = _knowing(0.01)
    left, threads, found = 400, 4, []
    while left > 0:
        size = min(sizes.next(left, threads), left)
        found.append(size)
        left -= size
    assert found == sorted(found, reverse=True)
    assert found[0] == round(WORK / 0.01)
    assert max(found[-threads:]) * 0.01 <= 2 * LEAST_WORK
    assert _knowing(0.01).next(100, 1000) == round(LEAST_WORK / 0.01)


def test_the_first_editions_are_forgotten() -> None:
    """A cold worker takes a second, which says nothing of the ones to come."""
    sizes = Sizes()
    sizes.learn([1.0, 1.0])
    assert sizes.next(10_000, 2) == 1
    sizes.learn([0.01] * 64)
    assert sizes.next(10_000, 2) == round(WORK / 0.01)
