"""Where a word may be parted at a line's end, by the patterns of its language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

SHORTEST_WORD = 7
"""In letters. A shorter word is not worth a hyphen."""
LEFT, RIGHT = 2, 3
"""The fewest letters before and after a hyphen."""

_WORD = re.compile(rf"(?<![\w.@/-])[^\W\d_]{{{SHORTEST_WORD},}}(?![\w.@/-])")
_USUAL = {"en": "en-GB", "pt": "pt-PT"}
"""The patterns for a language without a country, where there are several."""


def hyphen_points(text: str, language: str) -> list[int]:
    """The indices of ``text`` before which a word may be parted; none without patterns.

    Names, acronyms and addresses stay whole: only words in lower case are parted.
    """
    patterns = _patterns(language)
    if patterns is None:
        return []
    return [
        word.start() + point
        for word in _WORD.finditer(text)
        if word[0].islower()
        for point in _points(patterns, word[0])
    ]


@lru_cache(maxsize=8)
def _patterns(language: str) -> Pyphen | None:
    # Reading the patterns takes up to 80 ms: only a paragraph that needs them pays for it.
    import pyphen

    found = pyphen.language_fallback(_USUAL.get(language, language).replace("-", "_"))
    return pyphen.Pyphen(lang=found, left=LEFT, right=RIGHT) if found else None


@lru_cache(maxsize=4096)
def _points(patterns: Pyphen, word: str) -> tuple[int, ...]:
    return tuple(int(point) for point in patterns.positions(word))
