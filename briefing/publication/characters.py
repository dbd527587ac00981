"""Characters that look like others, or like nothing, and so hide what is wrong with a name."""

from __future__ import annotations

import unicodedata


def odd_character(text: str) -> str:
    """Says which character of a name is none of ASCII, and which one; empty where none is.

    A name with a no-break hyphen looks just like the one with a hyphen.
    """
    for at, character in enumerate(text, 1):
        if not character.isascii():
            name = unicodedata.name(character, "no letter").lower()
            return f"character {at} is {name} (U+{ord(character):04X})"
    return ""


def with_odd_character(hint: str, text: str) -> str:
    """The hint about a name, with what cannot be seen of it."""
    return "; ".join(filter(None, (odd_character(text), hint)))
