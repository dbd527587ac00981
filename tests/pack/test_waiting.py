"""In which order editions are made, and by which worker."""

from __future__ import annotations

from itertools import product

import pytest

from briefing.document import Edition
from briefing.pack.waiting import Waiting, by_place

PLACES = ("world", "ken", "phl", "fra")
AUDIENCES = ("government", "ngo", "industry")


def plan(*papers: str) -> list[Edition]:
    """By audience, then paper, then place, as ``planned`` gives them."""
    every = product(AUDIENCES, papers or ("a4",), PLACES)
    return [Edition(audience, place, paper=paper) for audience, paper, place in every]


def test_one_place_after_the_other_in_the_order_of_the_plan() -> None:
    """Within a place the audiences stay in their order."""
    made = by_place(plan())
    assert [edition.place for edition in made] == [name for name in PLACES for _ in AUDIENCES]
    assert [edition.audience for edition in made] == list(AUDIENCES) * len(PLACES)


def test_one_paper_after_the_other_within_a_place() -> None:
    """Charts are as wide as the text of a paper."""
    made = by_place(plan("letter", "a4"))
    assert [edition.paper for edition in made[:6]] == ["a4"] * 3 + ["letter"] * 3


def test_a_worker_goes_on_with_its_place() -> None:
    """Until that is done; then it takes one that nobody has begun."""
    waiting = Waiting(plan())
    first, second = waiting.next(None), waiting.next(None)
    assert (first.place, second.place) == ("world", "ken")
    assert [waiting.next(first).place, waiting.next(second).place] == ["world", "ken"]
    assert [waiting.next(first).place, waiting.next(second).place] == ["world", "ken"]
    assert waiting.next(first).place == "phl"  # both have ended theirs


def test_at_the_end_workers_help_with_the_place_that_has_most_left() -> None:
    """None is idle while another has editions waiting."""
    editions = [*plan()[:1], *(Edition(audience, "ken") for audience in AUDIENCES)]
    waiting = Waiting(editions)
    one, other = waiting.next(None), waiting.next(None)
    assert (one.place, other.place) == ("world", "ken")
    assert waiting.next(one).place == "ken"


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_each_edition_is_given_out_once(workers: int) -> None:
    """However many workers there are; and then there is none."""
    waiting = Waiting(plan("a4", "letter"))
    last: list[Edition | None] = [None] * workers
    given = []
    while waiting:
        assert len(waiting) + len(given) == len(plan("a4", "letter"))
        turn = len(given) % workers
        last[turn] = waiting.next(last[turn])
        given.append(last[turn])
    assert sorted(map(repr, given)) == sorted(map(repr, plan("a4", "letter")))
    with pytest.raises(IndexError):
        waiting.next(None)


def test_what_a_lost_worker_had_comes_first() -> None:
    """In the order in which it had it."""
    waiting = Waiting(plan())
    lost = [waiting.next(None), waiting.next(None)]
    waiting.back(lost)
    assert [waiting.next(None), waiting.next(None)] == lost
    assert len(waiting) == len(plan()) - 2
