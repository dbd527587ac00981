"""How much of its text an edition shares with another."""

from __future__ import annotations

import re

from briefing.document import Briefing
from tests.pages.pieces import pieces_of

_END = re.compile(r"(?<=[.!?])[”\"’)]?(?:\[[^\]]*\],?)*\s+")
_CITATION = re.compile(r"\[\d+†?\]")


def sentences(briefing: Briefing) -> set[str]:
    """The sentences of all printed text but the source list: lower case, without citations."""
    found = set()
    for piece in pieces_of(briefing):
        if not piece.name.startswith("source_list"):
            for sentence in _END.split(piece.text):
                words = " ".join(_CITATION.sub("", sentence).split()).lower().strip(" .")
                if words:
                    found.add(words)
    return found


def share(one: Briefing, two: Briefing) -> float:
    """The part of the sentences of the edition with fewer that both have."""
    first, second = sentences(one), sentences(two)
    return len(first & second) / min(len(first), len(second))
