"""Paragraphs to lines: nothing is lost, nothing is too wide."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.diagnostics import RenderError
from briefing.typeset import Line, Span, SpanStyle, typesetter_of
from tests import shipped
from tests.typeset.shown import BODY, TITLE, glyphs, read, setter

BOLD = SpanStyle("sans-semibold", 11, (0.0, 0.0, 0.0))
RAISED = SpanStyle("sans", 7.26, (0.0, 0.0, 1.0), rise=3.6)

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéüñß’“”–0123456789.,;:%()&"
Words = st.lists(st.text(LETTERS, min_size=1, max_size=14), min_size=1, max_size=25)
QUICK = settings(max_examples=60, deadline=None, derandomize=True, database=None)


def _spans(words: list[str]) -> list[Span]:
    """A paragraph with every third word bold, and the words' spaces."""
    styles = [BOLD if index % 3 == 2 else BODY for index in range(len(words))]
    ends = [" "] * (len(words) - 1) + [""]
    return [
        Span(word + end, style, key)
        for key, (word, end, style) in enumerate(zip(words, ends, styles, strict=True))
    ]


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


@given(words=Words, width=st.floats(30, 400))
@QUICK
def test_every_character_comes_out_once(words: list[str], width: float) -> None:
    """The lines hold the text in order, the space at a line's end included, and so do glyphs."""
    lines = setter().lines(_spans(words), width, "en")
    text = " ".join(words)
    assert "".join(_texts(lines)) == text
    assert read(part for line in lines for part in line.parts) == text


@given(words=Words, width=st.floats(30, 400), balance=st.booleans())
@QUICK
def test_no_line_is_wider_than_the_measure(words: list[str], width: float, balance: bool) -> None:
    """Without the space at its end each line fits, and its parts stand side by side.

    A tenth of an em is forgiven: breaking inside a kerned pair undoes the kern.
    """
    for line in setter().lines(_spans(words), width, "en", balance):
        assert line.width <= width + 0.1 * BODY.size
        x = 0.0
        for part in line.parts:
            assert part.x == pytest.approx(x)
            x += part.width


@given(words=Words, width=st.floats(30, 200), gap=st.sampled_from(["", " ", "?", "/"]))
@QUICK
def test_a_citation_never_begins_a_line(words: list[str], width: float, gap: str) -> None:
    """A glued span stays with the word before it, even where a space stands between."""
    spans = []
    for key, word in enumerate(words):
        spans += [Span(word + gap, BODY, key), Span("3", RAISED, 100 + key, glued=True)]
        spans += [Span(" ", BODY, key)]
    lines = setter().lines(spans, width, "en")
    assert not any(line.parts[0].style == RAISED for line in lines)


def test_the_space_at_a_line_end_is_there_and_not_measured() -> None:
    """What is copied or read aloud has the space between two lines; the width has not."""
    first, second = setter().lines([Span("one two", BODY)], 25, "en")
    space = setter().faces["sans"].font.get_nominal_glyph(ord(" "))
    assert first.text == "one "
    assert glyphs(first.parts[-1])[-1] == space
    assert first.width == pytest.approx(setter().width("one", BODY, "en"))
    assert second.text == "two"


def test_a_word_wider_than_the_line_is_cut() -> None:
    """An address without a break still stays within the measure, whole in the text."""
    word = "abcdefghij" * 8
    lines = setter().lines([Span(f"see {word} there", BODY)], 100, "en")
    assert "".join(_texts(lines)) == f"see {word} there"
    assert all(line.width <= 100.01 for line in lines)
    assert len(lines) <= 6  # as late as it fits: 5.5 points a letter
    assert all(line.width > 85 for line in lines[1:-2])


def test_a_word_is_not_cut_where_it_fits_a_line() -> None:
    """A long word goes to the next line before it is taken apart."""
    lines = setter().lines([Span("a word abcdefghijklmnop", BODY)], 90, "en")
    assert _texts(lines) == ["a word ", "abcdefghijklmnop"]


def test_letters_are_composed() -> None:
    """A letter and its accent become the one letter that fonts have (NFC)."""
    apart = unicodedata.normalize("NFD", "Zoë café")
    assert setter().lines([Span(apart, BODY)], 200, "en") == setter().lines(
        [Span("Zoë café", BODY)], 200, "en"
    )
    assert setter().line(apart, BODY, "en").text == "Zoë café"


def test_offsets_hold_after_characters_of_two_units() -> None:
    """A line that begins after an emoji begins with the right letter."""
    lines = setter().lines([Span("🔒🔒 abc 🔒 def", BODY)], 44, "en")
    assert "".join(_texts(lines)) == "🔒🔒 abc 🔒 def"
    assert len(lines) > 1
    assert read(part for line in lines for part in line.parts) == "🔒🔒 abc 🔒 def"


def test_joiners_stay_in_the_text_and_out_of_the_glyphs() -> None:
    """A line may break after a zero-width space, and no letter changes sides."""
    lines = setter().lines([Span("aaaa\u200bbbbb", BODY)], 30, "en")
    assert _texts(lines) == ["aaaa\u200b", "bbbb"]
    assert [read(line.parts) for line in lines] == ["aaaa", "bbbb"]


def test_a_cut_line_is_kerned_as_if_set_alone() -> None:
    """Slicing a shaped paragraph gives the glyphs that shaping the line alone gives."""
    text = "AVATAR Tokyo. To Yard AV We Ty P. fjord office VAT"
    for style in (BODY, TITLE):
        for line in setter().lines([Span(text, style)], 6 * style.size, "en"):
            alone = setter().line(line.text, style, "en")
            assert line.parts[0].show == alone.parts[0].show


def test_titles_are_balanced() -> None:
    """A balanced paragraph has as many lines, and its shortest is longer."""
    span = [Span("Reports of abuse online more than doubled, and few are acted on", TITLE)]
    plain = setter().lines(span, 540, "en")
    balanced = setter().lines(span, 540, "en", balance=True)
    assert len(plain) == len(balanced) == 2
    assert min(line.width for line in balanced) > min(line.width for line in plain)


def test_no_text_is_no_lines() -> None:
    """Empty spans leave nothing."""
    assert setter().lines([], 100, "en") == ()
    assert setter().lines([Span("", BODY)], 100, "en") == ()


def test_a_missing_glyph_is_an_error() -> None:
    """What the font cannot draw is never left out."""
    with pytest.raises(RenderError, match="U\\+2460"):
        setter().lines([Span("one ①", BODY)], 100, "en")


def test_all_who_ask_share_a_typesetter() -> None:
    """Charts and pages of one theme share their words; what recurs costs nothing any more."""
    fonts = shipped.theme().fonts
    assert typesetter_of(fonts) is typesetter_of(dict(fonts))
    span = [Span("set twice", BODY)]
    setter().lines(span, 100, "en")
    assert setter().lines(span, 100, "en") is setter().lines(span, 100, "en")
