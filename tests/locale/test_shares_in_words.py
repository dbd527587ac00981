"""Shares in words, with and without a qualifier."""

from __future__ import annotations

import pytest

from briefing.locale import Locale

SAID = {
    ("almost", 33): "almost a third",
    ("about", 50): "about half",
    ("", 33): "about a third",
    ("", 45): "almost half",
    ("over", 33): "over 33%",  # it may be less than a third
    ("over", 45): "over 45%",
    ("almost", 45): "almost 45%",
    ("", 3): "3%",
    ("", 99): "99%",
}


@pytest.mark.parametrize(("qualifier", "number"), SAID)
def test_shares_in_words(qualifier: str, number: int) -> None:
    """A fraction stands for a share only where it is true with its qualifier."""
    said = Locale("en").value(number, "percent", "words", qualifier=qualifier)
    assert said == SAID[qualifier, number]
