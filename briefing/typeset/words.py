"""Words, each shaped once: text is put together from them where the spaces between stay inert."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefing.recurring import recurring
from briefing.typeset.faces import Face
from briefing.typeset.lines import characters_of, codes_of, strings
from briefing.typeset.shape import Shaped, shape

WORDS_KEPT = 2048
"""Words that are kept of one face, language and script, each some 600 bytes. A briefing of four
pages has more than a thousand: with half as many a text of known words takes an eighth longer."""
STRANGE = 1 / 3
"""From this part of its words seen for the first time a text is shaped whole: to make words of
them would take twice as long."""
RUNS_KEPT = 32
"""Texts shaped whole that are kept of one face, language, script and direction."""

SIMPLE_SCRIPTS = ("", "Latn", "Grek", "Cyrl", "Armn", "Geor")
"""Scripts whose glyphs stand in the order of their characters, so that they tell the text. Not so
Thai: its raised marks are read before or after their place."""


@dataclass(slots=True, eq=False)  # not frozen: to make one would take three times as long
class Word:
    """A word with the spaces after it, or spaces alone; lengths in font units.

    ``length`` counts its characters, ``letters`` those before the spaces; ``shown`` is its advance
    without these. ``array`` is the inside of its ``TJ`` array. The rest is as in ``Shaped`` and
    ``Part``.
    """

    length: int
    letters: int
    advance: int
    shown: int
    array: bytes
    ids: tuple[int, ...]
    characters: tuple[tuple[int, str], ...]
    clusters: Sequence[int]
    advances: tuple[int, ...]

    def before(self, at: int) -> int:
        """The advance of what comes before character ``at``; a ligature counts as its first."""
        columns = zip(self.clusters, self.advances, strict=True)
        return sum(advance for cluster, advance in columns if cluster < at)


def words_of(texts: Sequence[str], face: Face, language: str, script: str) -> list[Word | None]:
    """The words of some texts; None for one that is not the same beside other words as alone.

    All but the last end in spaces. They are shaped in one text, with one more space before each
    and after the last. HarfBuzz tells of each glyph whether any rule of the font looked at it that
    might have to do with more text than there is (unsafe to concatenate). Rules go from glyph to
    glyph: where none has looked at the space outside a word, none looks past it, and the word's
    glyphs are those that it has beside any other. The word's own outermost glyphs would not do to
    ask: kerning looks at most pairs of letters.
    Raises RenderError where the face lacks a character.
    """
    after = " " if texts[-1].endswith(" ") else ""
    together = shape(f" {' '.join(texts)}{after}", face, language, script, joints=True)
    starts = list(accumulate([len(text) + 1 for text in texts], initial=1))
    even = together.clusters == tuple(range(len(together.text)))
    outside = [_outside(together, start - 1, even) for start in starts]
    codes = codes_of(together.ids, together.advances, face)
    teller = None if face.readable.issuperset(together.ids) else face
    found: list[Word | None] = []
    for text, start, before, behind in zip(texts, starts, outside, outside[1:], strict=False):
        apart = before and behind
        found.append(_word(text, together, start, even, codes, teller) if apart else None)
    if None in found and len(texts) > 1:  # the space outside may have been its neighbour's doing
        return [
            word or words_of((text,), face, language, script)[0]
            for text, word in zip(texts, found, strict=True)
        ]
    return found


def _outside(together: Shaped, at: int, even: bool) -> bool:
    """Whether the space at character ``at`` is a glyph of its own that no rule has looked at.

    So is the end of the text. ``even``: there is a glyph for each character.
    """
    if at == len(together.text):
        return True
    if even:
        return together.joins(at)
    clusters = together.clusters
    index = bisect_left(clusters, at)
    if index == len(clusters) or clusters[index] != at or not together.joins(index):
        return False
    # A mark at the start of a word is placed on the space before it.
    return index + 1 == len(clusters) or clusters[index + 1] == at + 1


def _word(
    text: str,
    together: Shaped,
    start: int,
    even: bool,
    codes: Sequence[str],
    face: Face | None,
) -> Word | None:
    """The word ``text``, which begins at character ``start``.

    ``even``: there is a glyph for each character, as in most texts. ``face`` to find its
    ``characters``, None where it has none such.
    """
    length = len(text)
    low, high = (start, start + length) if even else together.between(start, start + length)
    if low == high or any(map(any, together.offsets[low:high])):
        return None
    advances = together.advances[low:high]
    clusters: Sequence[int] = range(length)
    if not even and together.clusters[low:high] != tuple(range(start, start + length)):
        clusters = tuple([cluster - start for cluster in together.clusters[low:high]])
    letters = len(text.rstrip(" "))
    advance = sum(advances)
    return Word(
        length,
        letters,
        advance,
        advance - sum(advances[bisect_left(clusters, letters) :]),
        strings(codes[low:high]),
        together.ids[low:high],
        characters_of(together.cut(low, high, text, start), face) if face else (),
        clusters,
        advances,
    )


class Vocabulary:
    """What was shaped in one face, language, script and direction: words, and longer text whole.

    A word is kept once it is asked for a second time; when there are too many it begins anew,
    since packs are long.
    """

    def __init__(self, face: Face, language: str, script: str, right_to_left: bool) -> None:
        self.face = face
        self.told = False
        """Whether any word has ``characters``: most faces have none such."""

        @recurring(RUNS_KEPT)
        def whole(text: str) -> Shaped:
            return shape(text, face, language, script, right_to_left)

        self.whole: Callable[[str], Shaped] = whole
        """The glyphs of a text, shaped as it is."""
        self._key = (face, language, script)
        self._words: dict[str, Word | None] = {}
        self._seen: set[int] = set()
        """The hashes of words that were asked for once: names and numbers that never recur."""
        # A font may kern its spaces: none of its words is then the same in all places.
        simple = script in SIMPLE_SCRIPTS and not right_to_left and face.space is not None
        self._inert = simple and words_of((" ",), *self._key) != [None]

    def words(self, text: str) -> list[Word] | None:
        """The words of ``text``; None where it is better shaped whole.

        That is where these side by side would be other than the whole, and where most are seen
        for the first time.
        """
        if not self._inert:
            return None
        texts = pieces(text)
        known = self._words
        found = [known.get(each) for each in texts]
        if None in found:
            new = [each for each in dict.fromkeys(texts) if each not in known]
            again = self._again(new)
            if not new or len(new) - len(again) > len(texts) * STRANGE:
                return None
            learnt = self._learn(new, again)
            found = [learnt[each] if each in learnt else known[each] for each in texts]
        words = [each for each in found if each is not None]
        return words if len(words) == len(found) else None

    def _again(self, new: Sequence[str]) -> set[str]:
        """Those of the words that were asked for before; the others are noted."""
        again = {each for each in new if hash(each) in self._seen}
        if len(self._seen) > WORDS_KEPT:
            self._seen = set()
        self._seen.update(map(hash, new))
        return again

    def _learn(self, new: Sequence[str], again: Container[str]) -> dict[str, Word | None]:
        """Shape words, and keep those that were asked for before."""
        shaped = dict(zip(new, words_of(new, *self._key), strict=True))
        if len(self._words) + len(new) > WORDS_KEPT:
            self._words = {}
        for text, word in shaped.items():
            self.told |= word is not None and bool(word.characters)
            if text in again:
                self._words[text] = word
        return shaped


pieces: Callable[[str], list[str]] = re.compile("[^ ]+ *| +").findall
"""The words of a text, each with the spaces after it; spaces at its start by themselves."""


def joined_array(words: Iterable[Word]) -> bytes:
    """The ``TJ`` operator that shows words side by side; nothing for none."""
    inside = b"".join([word.array for word in words]).replace(b")(", b"")
    return b"[" + inside + b"]TJ" if inside else b""


def joined_characters(words: Sequence[Word]) -> tuple[tuple[int, str], ...]:
    """The text of those glyphs of the words that no single character maps to."""
    own = [word.characters for word in words if word.characters]
    if len(own) < 2:
        return own[0] if own else ()
    return tuple(sorted({glyph: text for each in own for glyph, text in each}.items()))
