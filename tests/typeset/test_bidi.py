"""Levels and visual order, held against Unicode's own conformance test."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.typeset.bidi import base_level, bidi, visual_order

CONFORMANCE = Path(__file__).parents[1] / "data" / "BidiCharacterTest-15.0.0.txt.xz"


def _cases() -> Iterator[tuple[str, int | None, int, list[str], list[int]]]:
    with lzma.open(CONFORMANCE, "rt", encoding="utf-8") as lines:
        for line in lines:
            codes, direction, base, levels, order = line.strip().split(";")
            text = "".join(chr(int(code, 16)) for code in codes.split())
            given = None if direction == "2" else int(direction)
            yield text, given, int(base), levels.split(), [int(index) for index in order.split()]


def test_conformance() -> None:
    """Every line of BidiCharacterTest: the paragraph's level, each character's, and the order."""
    count = 0
    for text, given, base, wanted, order in _cases():
        count += 1
        found = bidi(text, given)
        levels = found.of_line(0, len(text))
        kept = [index for index, level in enumerate(wanted) if level != "x"]
        said = (text, given)
        assert (said, found.base) == (said, base)
        assert (said, [levels[i] for i in kept]) == (said, [int(wanted[i]) for i in kept])
        seen = [kept[i] for i in visual_order([levels[i] for i in kept])]
        assert (said, seen) == (said, order)
    assert count == 91_707


def test_spaces_at_a_lines_end_take_the_paragraphs_level() -> None:
    """Wherever a line ends, its last spaces stand at the end of the paragraph's direction."""
    text = "\u05d0\u05d1 \u05d2 a"
    found = bidi(text, 0)
    assert found.levels == (1, 1, 1, 1, 0, 0)
    assert found.of_line(0, 3) == [1, 1, 0]
    assert found.of_line(3, 6) == [1, 0, 0]


@pytest.mark.parametrize(("language", "level"), [("ar", 1), ("he-IL", 1), ("fa", 1), ("en", 0)])
def test_languages(language: str, level: int) -> None:
    """Languages that are written from right to left begin at level 1."""
    assert base_level(language) == level
