"""Where a word may be parted at a line's end, by the patterns of its language."""

from __future__ import annotations

import hashlib
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.store import ContentStore, content_store

if TYPE_CHECKING:
    from pyphen import Pyphen

SHORTEST_WORD = 7
"""In letters. A shorter word is not worth a hyphen."""
LEFT, RIGHT = 2, 3
"""The fewest letters before and after a hyphen."""
WORDS_KEPT = 1 << 15
"""Words of a language that are remembered; then it begins anew."""
WORTH_KEEPING = 0.25
"""New words, as a share of the known ones, that are worth writing them all to the disk again."""

_WORD = re.compile(rf"(?<![\w.@/-])[^\W\d_]{{{SHORTEST_WORD},}}(?![\w.@/-])")
_USUAL = {"en": "en-GB", "pt": "pt-PT"}
"""The patterns for a language without a country, where there are several."""


def hyphen_points(text: str, language: str) -> list[int]:
    """The indices of ``text`` before which a word may be parted; none without patterns.

    Names, acronyms and addresses stay whole: only words in lower case are parted.
    """
    patterns = _patterns(language)
    if not patterns:
        return []
    words = _words(patterns)
    return [
        word.start() + point
        for word in _WORD.finditer(text)
        if word[0].islower()
        for point in words.points(word[0])
    ]


def keep_hyphens() -> None:
    """Write to the cache what was learned of words, if it is enough to be worth it.

    Reading the patterns of a language takes as long as setting a whole briefing; the points of the
    words that are in print can be read in a hundredth of that.
    """
    for patterns in _used:
        _words(patterns).keep()


_used: set[str] = set()


@lru_cache(maxsize=16)
def _patterns(language: str) -> str:
    """The name of a language's patterns, empty where there are none."""
    # A paragraph that needs hyphens pays for the import, and no other.
    import pyphen

    found = pyphen.language_fallback(_USUAL.get(language, language).replace("-", "_")) or ""
    _used.update({found} - {""})
    return found


@lru_cache(maxsize=16)
def _words(patterns: str) -> _Words:
    return _Words(patterns)


class _Words:
    """The words that were looked up in some patterns, by former runs too."""

    def __init__(self, name: str) -> None:
        import pyphen

        self._name = name
        self._patterns: Pyphen | None = None
        self._known: dict[str, tuple[int, ...]] = {}
        self._new = 0
        files = (Path(pyphen.LANGUAGES[name]), Path(pyphen.__file__))
        content = b"".join(file.read_bytes() for file in files)
        self._key = hashlib.sha256(b"%d %d " % (LEFT, RIGHT) + content).hexdigest()
        data = _store().get(self._key)
        if data is not None:
            self._known = {word: tuple(points) for word, points in json.loads(data).items()}

    def points(self, word: str) -> tuple[int, ...]:
        found = self._known.get(word)
        if found is None:
            found = self._looked_up(word)
        return found

    def _looked_up(self, word: str) -> tuple[int, ...]:
        if self._patterns is None:
            import pyphen

            self._patterns = pyphen.Pyphen(lang=self._name, left=LEFT, right=RIGHT)
        if len(self._known) >= WORDS_KEPT:
            self._known, self._new = {}, 0
        self._new += 1
        found = self._known[word] = tuple(map(int, self._patterns.positions(word)))
        return found

    def keep(self) -> None:
        if self._new > WORTH_KEEPING * (len(self._known) - self._new):
            _store().put(self._key, json.dumps(self._known).encode("ascii"))
            self._new = 0


def _store() -> ContentStore:
    return content_store("hyphens")
