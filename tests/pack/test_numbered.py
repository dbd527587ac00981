"""Traces in little memory."""

from __future__ import annotations

import pytest

from briefing.pack.numbered import Answers, Numbered


def test_it_is_the_mapping() -> None:
    """Equal, in the same order, with text that is no good Unicode."""
    trace = {'fact("b")': "1" * 64, 'place("é\udcff")': "2" * 64, 'fact("a")': "3" * 64}
    answers = Answers()
    numbered = Numbered(answers, answers.numbers(trace))
    assert numbered == trace
    assert list(numbered) == list(trace)
    assert list(numbered.items()) == list(trace.items())
    assert numbered['fact("a")'] == "3" * 64
    assert len(numbered) == 3
    assert "nothing" not in numbered
    assert Numbered(answers, []) == {}


def test_what_was_asked_before_has_its_number() -> None:
    """Another answer to the same question is another one."""
    answers = Answers()
    assert answers.numbers({"one": "1", "two": "2"}) == [0, 1]
    assert answers.numbers({"two": "2", "one": "9"}) == [1, 2]
    assert answers.since(2) == [("one", "9")]


def test_answers_of_a_file_keep_their_numbers() -> None:
    """Also where one stands twice: lines after it count both."""
    answers = Answers()
    answers.add([("one", "1"), ("one", "1"), ("two", "2")])
    assert answers[2] == ("two", "2")
    assert answers.numbers({"one": "1", "two": "2"}) == [0, 2]


def test_a_number_that_nobody_has() -> None:
    """It is no trace then."""
    with pytest.raises(IndexError):
        Numbered(Answers([("one", "1")]), [0, 1])
