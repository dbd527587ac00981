"""Traces in little memory."""

from __future__ import annotations

from briefing.pack.packed import Packed


def test_it_is_the_mapping() -> None:
    """Equal, in the same order, with text that is no good Unicode."""
    answers = {'fact("b")': "1" * 64, 'place("é\udcff")': "2" * 64, 'fact("a")': "3" * 64}
    packed = Packed(answers)
    assert packed == answers
    assert list(packed) == list(answers)
    assert list(packed.items()) == list(answers.items())
    assert packed['fact("a")'] == "3" * 64
    assert len(packed) == 3
    assert "nothing" not in packed
    assert Packed({}) == {}
