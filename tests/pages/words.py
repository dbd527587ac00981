"""Whether everything that was composed is on the pages."""

from __future__ import annotations

import re

from briefing.document import Briefing
from tests.pages.pieces import Piece, pieces_of
from tests.pages.reader import Letters, Reading, squashed


def missing_pieces(briefing: Briefing, reading: Reading) -> list[Piece]:
    """The pieces whose words do not stand on the pages, each after the one before it."""
    missing = []
    at = 0
    for piece in pieces_of(briefing):
        found = reading.content.find(piece.text, at)
        if found < 0:
            missing.append(piece)
        else:
            at = found + len(squashed(piece.text))
    return missing


def missing_facts(briefing: Briefing, reading: Reading) -> list[str]:
    """The printed facts that stand nowhere as they are printed, whole, or not in their sentence."""
    gone = {piece.name for piece in missing_pieces(briefing, reading)}
    return [
        f'{piece.name}: "{fact.text}" ({", ".join(fact.facts)})'
        for piece in pieces_of(briefing)
        for fact in piece.facts
        if piece.name in gone or not stands_whole(fact.text, reading.content)
    ]


def stands_whole(text: str, letters: Letters) -> bool:
    """Whether a value is somewhere among the letters, and not as part of a longer number."""
    value = r"\s*".join(re.escape(letter) for letter in squashed(text))
    return re.search(rf"(?<!\d)(?<!\d[.,]){value}(?!\d|[.,]\d)", letters.lines) is not None
