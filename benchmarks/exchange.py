"""New text out of known words: what a typesetter's memory of paragraphs cannot help with."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from briefing.document import Briefing, ChartData, DataTable, Fact, Link, Where

WORDS = frozenset(("text", "headline", "subtitle", "title", "header"))
"""Fields whose words are exchanged."""
KEPT = (ChartData, DataTable, Fact, Link, Where)
"""What keeps its words: they are drawn already, or mean one thing."""


def exchanged(briefing: Briefing, seed: int, only: int | None = None) -> Briefing:
    """The briefing with its words exchanged for others of its own that are as long.

    Every paragraph is new, no word is, and the pages stay as full. ``only``: in this block alone.
    """
    chosen = briefing.blocks if only is None else (briefing.blocks[only],)
    words: dict[int, list[str]] = defaultdict(list)

    def gather(text: str) -> str:
        for word in text.split(" "):
            words[len(word)].append(word)
        return text

    changed(chosen, gather)
    chance = random.Random(seed)
    for alike in words.values():
        chance.shuffle(alike)
    new = changed(chosen, lambda text: " ".join(words[len(it)].pop() for it in text.split(" ")))
    if only is not None:
        new = (*briefing.blocks[:only], *new, *briefing.blocks[only + 1 :])
    return replace(briefing, blocks=new)


def changed(value: Any, change: Callable[[str], str], name: str = "") -> Any:
    """``value`` with each text in it as ``change`` makes it, in the order of reading."""
    if isinstance(value, KEPT):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value)]
        return replace(value, **{key: changed(getattr(value, key), change, key) for key in names})
    if isinstance(value, tuple):
        return tuple(changed(item, change) for item in value)
    return change(value) if name in WORDS and isinstance(value, str) else value
