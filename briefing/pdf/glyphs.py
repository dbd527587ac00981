"""Which glyphs are shown, by font role: what a subset must hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from briefing.typeset import Part
from briefing.values import value


@value
class Shown:
    """The glyphs shown in one font, and the text of those that no single character maps to."""

    glyphs: frozenset[int] = frozenset()
    own: frozenset[tuple[int, str]] = frozenset()

    def __or__(self, other: Shown) -> Shown:
        return Shown(self.glyphs | other.glyphs, self.own | other.own)


Glyphs: TypeAlias = Mapping[str, Shown]
"""By font role."""


def glyphs_of(parts: Iterable[Part]) -> Glyphs:
    """The glyphs of some text."""
    shown: dict[str, list[tuple[int, ...]]] = {}
    own: dict[str, set[tuple[int, str]]] = {}
    for part in parts:
        role = part.style.font
        if role in shown:
            shown[role].append(part.glyphs)
        else:
            shown[role] = [part.glyphs]
        if part.characters:
            own.setdefault(role, set()).update(part.characters)
    return {
        role: Shown(frozenset().union(*glyphs), frozenset(own.get(role, ())))
        for role, glyphs in shown.items()
    }
