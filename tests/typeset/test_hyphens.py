"""Words parted at line ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.typeset import Span, SpanStyle, hyphens, keep_hyphens, typesetter_of
from briefing.typeset.hyphens import hyphen_points
from tests import shipped

BODY = SpanStyle("sans", 11, (0.0, 0.0, 0.0))
SETTER = typesetter_of(shipped.theme().fonts)
LONG = "an intergovernmental responsibility"


def shown(text: str, language: str = "en") -> str:
    """The text with a bar at each point."""
    points = hyphen_points(text, language)
    return "".join("|" * (index in points) + char for index, char in enumerate(text))


def test_points() -> None:
    """Long words in lower case are parted by the patterns of British English."""
    assert shown(LONG) == "an in|ter|gov|ern|mental re|spons|ib|il|ity"


@pytest.mark.parametrize(
    "text", ["short", "INTERPOL", "Responsibility", "responsibility.org", "well-responsibility", ""]
)
def test_what_stays_whole(text: str) -> None:
    """Short words, names, acronyms, addresses and parts of compounds are not parted."""
    assert hyphen_points(text, "en") == []


def test_a_language_without_patterns() -> None:
    """Nothing is parted by guess."""
    assert hyphen_points("responsibility", "ar") == []


def lines(width: float, hyphenate: bool = True, text: str = LONG) -> list[str]:
    """The lines of a text, each with the hyphen that is drawn."""
    found = SETTER.lines([Span(text, BODY)], width, "en", hyphenate=hyphenate)
    return [line.text + "-" * (not line.parts[-1].text) for line in found]


def test_ragged_lines_are_mended() -> None:
    """A word is parted where its line would be far too short; the text stays as it is."""
    parted = lines(88)
    assert parted[0].endswith("-")
    assert "".join(line.removesuffix("-") for line in parted) == LONG
    assert lines(88, hyphenate=False) == ["an ", "intergovernmental ", "responsibility"]


def test_even_lines_are_left_alone() -> None:
    """Where no gap is large no word is parted."""
    assert lines(400) == [LONG]


@pytest.mark.parametrize("width", range(60, 200, 7))
def test_no_line_is_too_wide(width: int) -> None:
    """The hyphen counts in its line."""
    text = "responsibilities of intergovernmental organisations concerning communication"
    found = SETTER.lines([Span(text, BODY)], width, "en", hyphenate=True)
    assert all(line.width <= width + 0.01 for line in found)
    assert "".join(line.text for line in found) == text


def breaks(word: str, style: SpanStyle) -> set[int]:
    """Where a word in an English paragraph is parted, at one width or another."""
    found = set()
    for width in range(50, 130, 3):
        first = SETTER.lines([Span(f"an {word}", style)], width, "en", hyphenate=True)[0]
        if not first.parts[-1].text:
            found.add(len(first.text) - len("an "))
    return found


def test_each_language_by_its_own_patterns() -> None:
    """German in an English paragraph is parted as German is."""
    word = "bundesregierung"
    german = SpanStyle("sans", 11, (0.0, 0.0, 0.0), language="de")
    for style, language in ((BODY, "en"), (german, "de")):
        assert breaks(word, style)
        assert breaks(word, style) <= set(hyphen_points(word, language))
    assert breaks(word, BODY) != breaks(word, german)


@pytest.fixture
def looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that are looked up in patterns, from an empty cache on."""
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path))
    found: list[str] = []
    look_up = hyphens._Words._looked_up

    def noting(words: hyphens._Words, word: str) -> tuple[int, ...]:
        found.append(word)
        return look_up(words, word)

    monkeypatch.setattr(hyphens._Words, "_looked_up", noting)
    hyphens._words.cache_clear()
    return found


def test_a_word_is_looked_up_once(looked_up: list[str]) -> None:
    """In this process, and in the next one if the cache has it."""
    points = hyphen_points(LONG, "en")
    assert hyphen_points(LONG, "en-GB") == points
    assert looked_up == ["intergovernmental", "responsibility"]
    keep_hyphens()
    hyphens._words.cache_clear()
    assert hyphen_points(LONG, "en") == points
    assert len(looked_up) == 2


def test_a_few_new_words_are_not_worth_a_file(looked_up: list[str], tmp_path: Path) -> None:
    """A pack learns some in each edition, and must not write all of them each time."""
    words = [f"responsibility{letter}" for letter in "abcdefghij"]
    hyphen_points(" ".join(words), "en")
    keep_hyphens()
    (path,) = (tmp_path / "hyphens").glob("*/*")
    before = path.read_bytes()
    hyphen_points("intergovernmental", "en")
    keep_hyphens()
    assert path.read_bytes() == before
    hyphen_points("governmental unintentionally irresponsible", "en")
    keep_hyphens()
    assert path.read_bytes() != before
