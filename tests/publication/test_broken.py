"""The place of an error in TOML is taken from its message."""

from __future__ import annotations

import tomllib

import pytest

from briefing.document import Where
from briefing.publication.trees.broken import place_of_error


def fault(text: str) -> str:
    """What tomllib says of a broken text."""
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads(text)
    return str(caught.value)


def test_line_and_column_are_those_of_the_parser() -> None:
    """The place that the message names is the place of the error."""
    assert place_of_error("a.toml", fault("a = 1\nb =\n")) == Where("a.toml", 2, 4)


def test_the_end_of_the_document_is_placed_in_its_text() -> None:
    """An error at the end stands after the last character, if the text is known."""
    text = 'a = 1\nb = """x\n'
    assert place_of_error("a.toml", fault(text), text) == Where("a.toml", 2, 9)
    assert place_of_error("a.toml", fault(text)) == Where("a.toml")
