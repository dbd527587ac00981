"""Where lines may break (ICU), and where they do (least ragged)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from icu4py.breakers import LineBreaker

SHORTEST = 0.2
"""Of the measure: a last line shorter than this, a word or two, is worth a shorter line above."""


RAGGED = 0.22
"""Of the measure: a line with a larger gap than this is worth trying hyphens for."""
HYPHEN = 0.012
"""The cost of a hyphen: it must take as much from the squared gaps, each a part of the measure."""

NONE: Mapping[int, float] = MappingProxyType({})


def opportunities(text: str, language: str) -> list[int]:
    """The indices before which a line may begin, and the end of the text.

    By UAX #14 as ICU tailors it for the language (dictionaries for Thai and its like). ICU counts
    UTF-16 units; these are indices of the string.
    """
    ends = [end for _, end in LineBreaker(text, language).segments()]
    if max(text, default="") > "\uffff":
        index_of = {}
        unit = 0
        for index, character in enumerate(text):
            index_of[unit] = index
            unit += 2 if ord(character) > 0xFFFF else 1
        index_of[unit] = len(text)
        ends = [index_of[end] for end in ends]
    return [end for end in ends if not _forbidden(text, end)]


def _forbidden(text: str, index: int) -> bool:
    # UAX #14 lets "18–20" break after the dash; in print a range stays whole. And no hyphen is
    # drawn at a soft one, so no line ends there.
    before = text[index - 1 : index]
    if before == " " or not 1 < index < len(text):
        return False
    return before == "\u00ad" or (before in "–-" and text[index].isdigit())


def choose(
    ends: Sequence[int],
    position: Sequence[float],
    text: str,
    width: float,
    balance: bool,
    hyphens: Mapping[int, float] = NONE,
) -> list[int]:
    """The ends of the lines, chosen over the whole paragraph.

    ``position[i]`` is the natural x of character ``i`` were all on one line. Of all ways with the
    fewest lines it is the one with the least sum of squared gaps at the right. The last line's
    gap does not count, unless ``balance`` (titles: lines of like length) or unless it holds hardly
    a word. A piece wider than ``width`` must have been cut before. ``hyphens`` gives the width of
    the hyphen at those of ``ends`` that part a word; two lines on end have one only to save a line.
    """
    starts = [0, *ends]
    used_to = [trimmed(text, end) for end in starts]
    count = len(starts)
    best: list[tuple[int, float, int]] = [(0, 0.0, -1)] + [(count + 1, 0.0, -1)] * (count - 1)
    first = 0  # of the starts from which a line may reach the end at hand
    for j in range(1, count):
        sign = hyphens.get(starts[j], 0.0)
        used = [position[used_to[j]] - position[start] for start in starts[first:j]]
        while len(used) > 1 and used[0] > width + 0.01:
            del used[0]
            first += 1
        parting = _parting(text, starts[j])
        ends_all = j == count - 1 and not balance
        fewest = best[first][0]
        found = best[j]
        for i, wide in enumerate(used, first):
            before, cost, _ = best[i]
            if before > fewest and not hyphens:
                break  # without hyphens a later start never needs fewer lines to come so far
            if before >= found[0]:
                continue
            if sign:
                wide += sign
                if wide > width + 0.01 and i < j - 1:
                    continue
                cost += HYPHEN if starts[i] not in hyphens else 1.0
            free = (width - wide) / width if wide < width else 0.0
            gap = _last_gap(wide, width) if ends_all else free * free
            candidate = (before + 1, cost + gap + parting, i)
            if candidate < found:
                found = candidate
        best[j] = found
    chosen = []
    j = count - 1
    while j > 0:
        chosen.append(starts[j])
        j = best[j][2]
    return chosen[::-1]


def ragged(chosen: Sequence[int], position: Sequence[float], text: str, width: float) -> bool:
    """Whether a line but the last has a gap that readers notice."""
    starts = [0, *chosen[:-1]]
    return any(
        width - (position[trimmed(text, end)] - position[start]) > RAGGED * width
        for start, end in zip(starts, chosen[:-1], strict=False)
    )


def _parting(text: str, end: int) -> float:
    """The cost of a line that begins with a number, parted from the word before it."""
    return 0.02 if end < len(text) and text[end].isdigit() else 0.0


def _last_gap(used: float, width: float) -> float:
    return 0.05 * max(1 - used / (SHORTEST * width), 0.0)


def trimmed(text: str, end: int) -> int:
    """The end of what a line that ends at ``end`` shows: the spaces there take no room."""
    while end > 0 and text[end - 1] in " \u3000":
        end -= 1
    return end
