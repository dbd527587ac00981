"""Which way each character of a paragraph runs: the levels of Unicode Standard Annex #9.

Names in brackets are the rules of the annex. An even level runs from left to right, an odd one
from right to left.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from briefing.values import value

ISOLATES = ("LRI", "RLI", "FSI")
REMOVED = ("LRE", "RLE", "LRO", "RLO", "PDF", "BN")  # [X9]
_AT_LINE_END = ("WS", "FSI", "LRI", "RLI", "PDI", *REMOVED)

_BLOCKS = ((0x0590, 0x08FF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF), (0x10800, 0x10FFF))
"""Blocks whose characters without a class yet are taken to run from right to left."""


@value
class Bidi:
    """The levels of a paragraph: ``base`` is its own, ``levels`` those of its characters.

    A character that shows nothing and has no place in the order (a formatting code) takes the
    level of the one before it.
    """

    base: int
    levels: tuple[int, ...]
    classes: tuple[str, ...]

    def of_line(self, start: int, end: int) -> list[int]:
        """The levels of a line from ``start`` to ``end``: its last spaces take the base. [L1]"""
        found = list(self.levels[start:end])
        trailing = True
        for index in range(end - 1, start - 1, -1):
            kind = self.classes[index]
            if kind in ("B", "S"):
                trailing = True
            elif kind not in _AT_LINE_END:
                trailing = False
            if trailing:
                found[index - start] = self.base
        return found


def bidi(text: str, base: int | None = None) -> Bidi:
    """The levels of ``text``, one paragraph; ``base`` is 0, 1, or None to find it in the text."""
    classes = tuple(map(_class, text))
    if base is None:
        base = _first_strong(classes)
    if base == 0 and not any(kind in _CAN_TURN for kind in set(classes)):
        return Bidi(0, (0,) * len(text), classes)  # most of what is set: nothing runs leftwards
    from briefing.typeset.bidi_rules import Resolver  # only for text that turns

    return Bidi(base, tuple(Resolver(text, classes, base).levels()), classes)


def _first_strong(classes: tuple[str, ...]) -> int:
    from briefing.typeset.bidi_rules import first_strong

    return first_strong(classes, 0, len(classes), 0)


_CAN_TURN = frozenset("R AL AN LRE RLE LRO RLO LRI RLI FSI".split())


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indices of ``levels`` from left to right. [L2]"""
    order = list(range(len(levels)))
    if not levels:
        return order
    highest, lowest = max(levels), min((level for level in levels if level % 2), default=None)
    if lowest is None:
        return order
    for level in range(highest, lowest - 1, -1):
        start = 0
        while start < len(order):
            if levels[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def _class(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    if kind:
        return kind
    code = ord(character)
    return "R" if any(first <= code <= last for first, last in _BLOCKS) else "L"


RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ks nqo ps sd syr ug ur yi".split())
"""Languages (ISO 639) whose usual script runs from right to left."""


def right_to_left(language: str) -> bool:
    """Whether a language is usually written from right to left."""
    return language.partition("-")[0].lower() in RIGHT_TO_LEFT


def base_level(language: str) -> int:
    """The level of a paragraph in a language: 1 where it is written from right to left."""
    return int(right_to_left(language))
