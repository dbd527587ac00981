"""Where lines may break, and where they do."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.typeset.breaks import _parted, _whole, choose, opportunities


def _pieces(text: str, language: str = "en") -> list[str]:
    ends = opportunities(text, language)
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def test_lines_break_after_spaces_and_hyphens() -> None:
    """A space stays with the word before it; a compound may be parted."""
    assert _pieces("a well-known fact.") == ["a ", "well-", "known ", "fact."]


@pytest.mark.parametrize("text", ["18–20 years", "2019-2022 and", "12–17 in"])
def test_a_range_is_not_parted_at_its_dash(text: str) -> None:
    """No line ends between the two numbers of a range."""
    assert _pieces(text)[0] == text.split()[0] + " "


def test_no_line_ends_at_a_soft_hyphen() -> None:
    """No hyphen would be drawn there; the end of the text is one all the same."""
    assert _pieces("co\u00adoperate") == ["co\u00adoperate"]
    assert _pieces("end\u00ad") == ["end\u00ad"]


def test_a_no_break_space_holds() -> None:
    """A value and its unit may be held together."""
    assert _pieces("36.2\u00a0million reports") == ["36.2\u00a0million ", "reports"]


def test_offsets_count_characters() -> None:
    """Characters of two UTF-16 units do not shift what comes after them."""
    assert _pieces("🔒 𝔸𝔹 ends") == ["🔒 ", "𝔸𝔹 ", "ends"]


def test_thai_breaks_between_words() -> None:
    """A script without spaces breaks by dictionary."""
    assert _pieces("ภาษาไทยง่าย", "th") == ["ภาษา", "ไทย", "ง่าย"]


Words = st.lists(st.integers(1, 9), min_size=1, max_size=9)


def _text_and_ends(lengths: list[int]) -> tuple[str, list[int], list[float]]:
    """Words of the given lengths, each with a space, every character one point wide."""
    text = "".join("x" * length + " " for length in lengths)
    ends = [index + 1 for index, character in enumerate(text) if character == " "]
    return text, ends, [float(index) for index in range(len(text) + 1)]


def _used(text: str, start: int, end: int) -> int:
    return len(text[start:end].rstrip())


def _ways(text: str, ends: list[int], width: float) -> list[list[int]]:
    """All ways to set the text with as few lines as it takes."""
    for count in range(len(ends)):
        found = []
        for inner in combinations(ends[:-1], count):
            chosen = [*inner, ends[-1]]
            starts = [0, *inner]
            if all(_used(text, a, b) <= width for a, b in zip(starts, chosen, strict=True)):
                found.append(chosen)
        if found:
            return found
    raise AssertionError


def _cost(text: str, chosen: list[int], width: float, balance: bool) -> float:
    total = 0.0
    for start, end in zip([0, *chosen], chosen, strict=False):
        used = _used(text, start, end)
        if end == chosen[-1] and not balance:
            total += 0.05 * max(1 - used / (0.2 * width), 0.0)
        else:
            total += ((width - used) / width) ** 2
    return total


@given(lengths=Words, width=st.integers(9, 40), balance=st.booleans())
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
def test_the_best_of_the_fewest_lines(lengths: list[int], width: int, balance: bool) -> None:
    """No other way has fewer lines, or as few and less raggedness."""
    text, ends, position = _text_and_ends(lengths)
    chosen = choose(ends, position, text, float(width), balance)
    ways = _ways(text, ends, width)
    assert chosen in ways
    least = min(_cost(text, way, width, balance) for way in ways)
    assert _cost(text, chosen, width, balance) == pytest.approx(least)


@given(
    lengths=st.lists(st.integers(1, 12), min_size=1, max_size=30),
    width=st.integers(5, 60),
    balance=st.booleans(),
    numbers=st.sets(st.integers(0, 30)),
)
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
def test_only_ends_that_can_be_chosen_are_looked_at(
    lengths: list[int], width: int, balance: bool, numbers: set[int]
) -> None:
    """Looking at every end, as hyphens need it, chooses the same lines; even of too wide words."""
    _, ends, position = _text_and_ends(lengths)
    begins = [position[start] for start in (0, *ends)]
    shown = [0.0, *(begin - 1 for begin in begins[1:])]
    signs = [0.0] * len(begins)
    every = _parted(begins, shown, numbers, signs, float(width), balance)
    found = _whole(begins, shown, numbers, float(width), balance)
    end = len(ends)
    while end > 0:
        assert found[end] == every[end]
        end = found[end]


def test_titles_have_lines_of_like_length() -> None:
    """A title that takes two lines is not set as a long one and a single word."""
    text, ends, position = _text_and_ends([5, 5, 5, 5, 4])
    lines = choose(ends, position, text, 24.0, balance=True)
    assert [_used(text, a, b) for a, b in zip([0, *lines], lines, strict=False)] == [11, 16]
    assert choose(ends, position, text, 24.0, balance=False) == [24, 29]


def test_a_number_stays_with_the_word_before_it() -> None:
    """Of two ways that are hardly better one or the other, the line does not begin with it."""
    text = "aaaa bbbb in 2023 ccc "
    ends = [index + 1 for index, character in enumerate(text) if character == " "]
    position = [float(index) for index in range(len(text) + 1)]
    chosen = choose(ends, position, text, 13.0, balance=True)
    assert not any(text[end].isdigit() for end in chosen[:-1])
