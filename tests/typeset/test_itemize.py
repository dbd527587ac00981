"""Paragraphs in items of one direction, script and face."""

from __future__ import annotations

import pytest

from briefing.diagnostics import RenderError
from briefing.typeset import Span, SpanStyle
from briefing.typeset.faces import Faces
from briefing.typeset.itemize import itemize
from tests import shipped

BODY = SpanStyle("sans", 11, (0.0, 0.0, 0.0))
FACES = Faces(shipped.theme().fonts)
ARABIC, HEBREW, DEVANAGARI, THAI = "sans/1", "sans/2", "sans/3", "sans/4"


def items(*texts: str, base: int = 0) -> list[tuple[str, str, str, int]]:
    """Text, face, script and level of each item of spans with these texts."""
    text = "".join(texts)
    found, _ = itemize(text, [Span(each, BODY) for each in texts], base, FACES)
    return [(text[it.start : it.end], it.font, it.script, it.level) for it in found]


def test_latin_is_one_item_a_span() -> None:
    """What needs no analysis is not analysed."""
    assert items("One, two – three", "“four”") == [
        ("One, two – three", "sans", "Latn", 0),
        ("“four”", "sans", "Latn", 0),
    ]


def test_scripts_of_one_face_are_parted() -> None:
    """Greek after Latin is shaped alone; what is common goes with what is before it."""
    assert items("abc, αβγ.") == [("abc, ", "sans", "Latn", 0), ("αβγ.", "sans", "Grek", 0)]


@pytest.mark.parametrize(
    ("text", "face", "script", "level"),
    [
        ("مرحبا", ARABIC, "Arab", 1),
        ("שלום", HEBREW, "Hebr", 1),
        ("नमस्ते", DEVANAGARI, "Deva", 0),
        ("สวัสดี", THAI, "Thai", 0),
        ("Привет", "sans", "Cyrl", 0),
        ("ἀρχῇ", "sans", "Grek", 0),
    ],
)
def test_each_script_has_its_face(text: str, face: str, script: str, level: int) -> None:
    """A word is set in the first face of its role's list that has all its letters."""
    assert items(text) == [(text, face, script, level)]


def test_a_space_stays_in_the_face_of_its_neighbour() -> None:
    """Two Arabic words are shaped together with the space between them."""
    assert items("مرحبا بكم") == [("مرحبا بكم", ARABIC, "Arab", 1)]


def test_numbers_in_a_right_to_left_text_run_left_to_right() -> None:
    """A number keeps its own direction, one level up."""
    assert [(text, level) for text, _, _, level in items("عام 2023.", base=1)] == [
        ("عام ", 1),
        ("2023", 2),
        (".", 1),
    ]


def test_a_span_ends_an_item() -> None:
    """Bold inside a word of one script is an item of its own."""
    assert [text for text, *_ in items("مر", "حبا")] == ["مر", "حبا"]


def test_a_mark_goes_with_its_letter() -> None:
    """No mark is set in another face than the letter that carries it."""
    assert items("क\u094d\u200dष") == [("क\u094d\u200dष", DEVANAGARI, "Deva", 0)]


def test_a_character_without_a_face() -> None:
    """It is named, in the font that should have it."""
    with pytest.raises(RenderError) as caught:
        items("abc \U0001f600")
    (problem,) = caught.value.problems
    assert problem.message.startswith('no glyph for "\U0001f600" (U+1F600, grinning face)')
    assert problem.about == "\U0001f600"
