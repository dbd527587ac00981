"""Workers of other versions, told one by one."""

from __future__ import annotations

import pytest

from briefing.diagnostics import ClusterError
from briefing.pack.mixed import TOLD, check, difference

OWN = {"release": "1.2.0", "babel": "2.17.0", "deflate": "1.3", "briefing": "a" * 64}


def _of(**changes: str) -> dict[str, str]:
    return {**OWN, **changes}


def test_the_same_is_good() -> None:
    """And one that has gone while it was asked is none of them any more."""
    check({"tcp://a:1": dict(OWN), "tcp://b:1": ConnectionError("closed")}, OWN)


@pytest.mark.parametrize(
    ("theirs", "words"),
    [
        (_of(babel="2.9"), "has babel 2.9, here it is 2.17.0"),
        (
            _of(deflate="1.2", babel="2.9"),
            "babel 2.9, here it is 2.17.0; deflate 1.2, here it is 1.3",
        ),
        (_of(briefing="b" * 64), f"the program with the hash {'b' * 12}, here it is {'a' * 12}"),
        ({"release": "1.2.0"}, "babel none, here it is 2.17.0"),
        (Exception("ModuleNotFoundError(\"No module named 'briefing'\")"), "has no briefing"),
        (ModuleNotFoundError("No module named 'briefing.pack.remote'"), "another version of brie"),
        (ValueError("what"), "cannot tell its versions: ValueError: what"),
    ],
)
def test_what_differs_is_named(theirs: object, words: str) -> None:
    """The worker, the item, what it has and what is here; and how to mend it."""
    problem = difference("tcp://a:1", theirs, OWN)
    assert problem
    assert problem.message.startswith("the worker tcp://a:1 ")
    assert words in problem.message
    assert "briefing-builder 1.2.0" in problem.hint


def test_many_are_counted() -> None:
    """A thousand wrong workers are no thousand messages."""
    found = {f"tcp://a:{number}": _of(babel="2.9") for number in range(1000)}
    with pytest.raises(ClusterError) as refused:
        check(found, OWN)
    assert len(refused.value.problems) == TOLD + 1
    assert refused.value.problems[-1].message == "995 more workers are of another version"
