"""Where lines may break (ICU), and where they do (least ragged)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from math import inf
from types import MappingProxyType
from typing import Protocol

from icu4py.breakers import LineBreaker

SHORTEST = 0.2
"""Of the measure: a last line shorter than this, a word or two, is worth a shorter line above."""
RAGGED = 0.22
"""Of the measure: a line with a larger gap than this is worth trying hyphens for."""
HYPHEN = 0.012
"""The cost of a hyphen: it must take as much from the squared gaps, each a part of the measure."""
NUMBER = 0.02
"""The cost of a line that begins with a number, parted from the word before it."""

SPACES = " \u3000"

NONE: Mapping[int, float] = MappingProxyType({})


class Places(Protocol):
    """The natural x of each character of a paragraph, in points, were all on one line."""

    def __getitem__(self, index: int, /) -> float: ...


def opportunities(text: str, language: str) -> list[int]:
    """The indices before which a line may begin, and the end of the text.

    By UAX #14 as ICU tailors it for the language (dictionaries for Thai and its like). ICU counts
    UTF-16 units; these are indices of the string.
    """
    ends = [end for _, end in LineBreaker(text, language).segments()]
    if ends and ends[-1] != len(text):  # some characters take two units
        index_of = {}
        unit = 0
        for index, character in enumerate(text):
            index_of[unit] = index
            unit += 2 if ord(character) > 0xFFFF else 1
        index_of[unit] = len(text)
        ends = [index_of[end] for end in ends]
    if "-" in text or "–" in text or "\u00ad" in text:
        return [end for end in ends if not _forbidden(text, end)]
    return ends


def _forbidden(text: str, index: int) -> bool:
    # UAX #14 lets "18–20" break after the dash; in print a range stays whole. And no hyphen is
    # drawn at a soft one, so no line ends there.
    before = text[index - 1 : index]
    if before == " " or not 1 < index < len(text):
        return False
    return before == "\u00ad" or (before in "–-" and text[index].isdigit())


def choose(
    ends: Sequence[int],
    position: Places,
    text: str,
    width: float,
    balance: bool,
    hyphens: Mapping[int, float] = NONE,
) -> list[int]:
    """The ends of the lines, chosen over the whole paragraph.

    Of all ways with the fewest lines it is the one with the least sum of squared gaps at the
    right. The last line's gap does not count, unless ``balance`` (titles: lines of like length)
    or unless it holds hardly a word. A piece wider than ``width`` must have been cut before.
    ``hyphens`` gives the width of the hyphen at those of ``ends`` that part a word; two lines on
    end have one only to save a line.
    """
    starts = [0, *ends]
    begins = [position[start] for start in starts]
    shown = [position[end] for end in _trimmed(text, starts)]
    numbers = {n for n, start in enumerate(starts) if text[start : start + 1].isdigit()}
    backs: Mapping[int, int] | Sequence[int]
    if hyphens:
        signs = [hyphens.get(start, 0.0) for start in starts]
        backs = _parted(begins, shown, numbers, signs, width, balance)
    else:
        backs = _whole(begins, shown, numbers, width, balance)
    chosen = []
    end = len(ends)
    while end > 0:
        chosen.append(starts[end])
        end = backs[end]
    return chosen[::-1]


def _whole(
    begins: Sequence[float],
    shown: Sequence[float],
    numbers: Set[int],
    width: float,
    balance: bool,
) -> dict[int, int]:
    """The start of the last line up to an end, for the ends that lines have in the best way.

    A line that begins at start ``i`` and ends at ``j`` goes from ``begins[i]`` to ``shown[j]``;
    ``numbers`` are those that begin with one.
    """
    windows = _windows(begins, shown, width + 0.01)
    costs = {0: 0.0}
    backs: dict[int, int] = {}
    for ends in windows:
        reached: dict[int, float] = {}
        ends_all = ends is windows[-1] and not balance
        for j in ends:
            until, parting = shown[j], NUMBER if j in numbers else 0.0
            cheapest = inf
            for i, cost in costs.items():
                wide = until - begins[i]
                if i >= j or (wide > width + 0.01 and i < j - 1):
                    continue
                if ends_all:
                    cost += _last_gap(wide, width)
                elif wide < width:
                    free = (width - wide) / width
                    cost += free * free
                cost += parting
                if cost < cheapest:
                    cheapest, backs[j] = cost, i
            reached[j] = cheapest
        costs = reached
    return backs


def _windows(begins: Sequence[float], shown: Sequence[float], most: float) -> list[range]:
    """Where each line can end if there are as few as can be.

    From the end that its line has if all before it are as full as they can be, back to the one it
    has if all after it are.
    """
    last = len(shown) - 1
    latest = [0]
    while latest[-1] < last:
        start = latest[-1]
        end = start + 1
        while end < last and shown[end + 1] - begins[start] <= most:
            end += 1
        latest.append(end)
    earliest = [last]
    while len(earliest) < len(latest) - 1:
        end = earliest[-1]
        start = end - 1
        while start > 0 and shown[end] - begins[start - 1] <= most:
            start -= 1
        earliest.append(start)
    return [range(low, high + 1) for low, high in zip(earliest[::-1], latest[1:], strict=True)]


def _parted(
    begins: Sequence[float],
    shown: Sequence[float],
    numbers: Set[int],
    signs: Sequence[float],
    width: float,
    balance: bool,
) -> list[int]:
    """As ``_whole``, for every end; ``signs`` has the width of the hyphen at each, or 0."""
    last = len(shown) - 1
    most = width + 0.01
    lines = [0] * (last + 1)  # the fewest lines up to each end
    costs = [0.0] * (last + 1)
    backs = [-1] * (last + 1)
    first = 0  # of the starts from which a line may reach the end at hand
    for j in range(1, last + 1):
        until, sign, parting = shown[j], signs[j], NUMBER if j in numbers else 0.0
        while first < j - 1 and until - begins[first] > most:
            first += 1
        ends_all = j == last and not balance
        least, cheapest = last + 1, 0.0
        for i in range(first, j):
            before, cost, wide = lines[i], costs[i], until - begins[i] + sign
            if before > least or (sign and wide > most and i < j - 1):
                continue
            if sign:
                cost += 1.0 if signs[i] else HYPHEN
            free = (width - wide) / width if wide < width else 0.0
            cost = cost + (_last_gap(wide, width) if ends_all else free * free) + parting
            if before < least or cost < cheapest:
                least, cheapest, backs[j] = before, cost, i
        lines[j], costs[j] = least + 1, cheapest
    return backs


def ragged(chosen: Sequence[int], position: Places, text: str, width: float) -> bool:
    """Whether a line but the last has a gap that readers notice."""
    starts = [0, *chosen[:-1]]
    return any(
        width - (position[trimmed(text, end)] - position[start]) > RAGGED * width
        for start, end in zip(starts, chosen[:-1], strict=False)
    )


def _last_gap(used: float, width: float) -> float:
    return 0.05 * max(1 - used / (SHORTEST * width), 0.0)


def _trimmed(text: str, ends: Sequence[int]) -> list[int]:
    """``trimmed`` for each of the ends, without a call for each."""
    found = []
    for end in ends:
        while end > 0 and text[end - 1] in SPACES:
            end -= 1
        found.append(end)
    return found


def trimmed(text: str, end: int) -> int:
    """The end of what a line that ends at ``end`` shows: the spaces there take no room."""
    return _trimmed(text, (end,))[0]
