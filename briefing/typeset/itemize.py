"""A paragraph in items: stretches of one style, direction, script and face, each shaped alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefing.diagnostics import RenderError
from briefing.typeset.bidi import Bidi, bidi
from briefing.typeset.faces import Faces
from briefing.typeset.shape import missing_glyph
from briefing.typeset.spans import Span

_PLAIN = re.compile(
    "[\u0000-\u036f\u1e00-\u1eff\u2000-\u200d\u2010-\u2029\u202f-\u205f\u20a0-\u20bf\u2100-\u23ff]*"
)
"""Latin with what is common to all scripts: one item a span, if its face has the characters."""

_JOINERS = "\u200c\u200d"
_COMMON = ("Zyyy", "Zinh")  # ISO 15924: common, inherited


class Item(NamedTuple):
    """The characters ``start`` to ``end`` of a paragraph, in ``span``.

    ``font`` is the role whose face has them; ``script`` is an ISO 15924 code, that of Latin for
    what is common to all; ``level`` is odd where it runs from right to left.
    """

    start: int
    end: int
    span: Span
    font: str
    script: str = "Latn"
    level: int = 0


def itemize(
    text: str, spans: Sequence[Span], base: int, faces: Faces
) -> tuple[list[Item], Bidi | None]:
    """The items of ``text``, which is that of ``spans``; and its levels, None where all are 0.

    Raises RenderError where no face of a span's role has a character.
    """
    plain = base == 0 and (text.isascii() or _PLAIN.fullmatch(text) is not None)
    if plain and all(faces.has_all(span.style.font, span.text) for span in spans):
        return _whole(spans), None
    found = bidi(text, base)
    scripts = _scripts(text)
    items: list[Item] = []
    start = 0
    for span in spans:
        end = start + len(span.text)
        fonts = _fonts(span, scripts[start:end], faces)
        first = start
        for index in range(start + 1, end + 1):
            if index < end and (
                (found.levels[index], scripts[index], fonts[index - start])
                == (found.levels[first], scripts[first], fonts[first - start])
            ):
                continue
            item = (span, fonts[first - start], scripts[first], found.levels[first])
            items.append(Item(first, index, *item))
            first = index
        start = end
    return items, found


def _whole(spans: Sequence[Span]) -> list[Item]:
    items = []
    start = 0
    for span in spans:
        end = start + len(span.text)
        items.append(Item(start, end, span, span.style.font))
        start = end
    return items


def _scripts(text: str) -> list[str]:
    """The script of each character; those common to all take the one before, or the next.

    Unicode Standard Annex #24, 5.1.
    """
    found = [_script(character) for character in text]
    known = next((script for script in found if script not in _COMMON), "Latn")
    out = []
    for script in found:
        if script not in _COMMON:
            known = script
        out.append(known)
    return out


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    # It comes with matplotlib and takes 14 ms to import: only who needs it pays for it.
    from fontTools.unicodedata import script

    return str(script(character))


def _fonts(span: Span, scripts: Sequence[str], faces: Faces) -> list[str]:
    """The role whose face sets each character of a span: marks go with the letter below them."""
    roles = faces.chain(span.style.font)
    fonts: list[str] = []
    for start, end in _clusters(span.text):
        cluster = span.text[start:end]
        neutral = start > 0 and _script(cluster[0]) in _COMMON
        # A space or a comma stays in the face of its neighbour, if that has it.
        tried = (fonts[-1], *roles) if neutral else roles
        role = next((role for role in tried if faces.has_all(role, cluster)), None)
        if role is None:
            missing = next(char for char in cluster if not _in_any(char, roles, faces))
            raise RenderError(missing_glyph(missing, faces[span.style.font]))
        fonts += [role] * len(cluster)
    return fonts


def _in_any(character: str, roles: Sequence[str], faces: Faces) -> bool:
    return any(faces.has_all(role, character) for role in roles)


def _clusters(text: str) -> list[tuple[int, int]]:
    """Each letter with the marks and joiners that follow it."""
    starts = [
        index
        for index, character in enumerate(text)
        if index == 0 or not (unicodedata.category(character)[0] == "M" or character in _JOINERS)
    ]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
