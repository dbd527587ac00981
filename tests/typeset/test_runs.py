"""A run gives the same parts and places whichever way it was shaped."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.typeset import Faces, Part, Span, SpanStyle
from briefing.typeset.itemize import Item
from briefing.typeset.runs import Positions, Run, Shaper, WholeRun, WordRun
from briefing.typeset.words import Vocabulary
from tests import shipped

BODY = SpanStyle("sans", 11, (0.0, 0.0, 0.0))
TITLE = SpanStyle("serif-title", 27, (0.0, 0.0, 0.0))
FACES = Faces(shipped.theme().fonts)
SHAPER = Shaper(FACES)
TEXT = "To  AVATAR and/or well-known Ty "


def _run(text: str, style: SpanStyle = BODY) -> Run:
    """The run of a text that is asked for again: at first sight it is shaped whole."""
    item = Item(0, len(text), Span(text, style, 5), style.font)
    SHAPER.run(item, text, "en")
    return SHAPER.run(item, text, "en")


def _whole(text: str, style: SpanStyle = BODY) -> WholeRun:
    vocabulary = Vocabulary(FACES[style.font], "en", "Latn", False)
    shaped = vocabulary.whole(text)
    item = Item(0, len(text), Span(text, style, 5), style.font)
    scale = style.size / FACES[style.font].units
    return WholeRun(item, style, shaped, vocabulary, scale, sum(shaped.advances))


def test_plain_text_is_of_words_and_kerned_spaces_are_whole() -> None:
    """The way is chosen by the face."""
    assert isinstance(_run(TEXT), WordRun)
    assert isinstance(_run(TEXT, TITLE), WholeRun)
    assert isinstance(_run("x\u0302 b\u0302b"), WholeRun)


def test_any_part_is_the_same() -> None:
    """Between any two characters: the same operators, width, glyphs and text."""
    words, whole = _run(TEXT), _whole(TEXT)
    for start, end in combinations(range(len(TEXT) + 1), 2):
        assert words.part(start, end, 7.0) == whole.part(start, end, 7.0), (start, end)


@pytest.mark.parametrize("style", [TITLE, SpanStyle("serif-italic", 11, (0.0, 0.0, 0.0))])
def test_a_ligature_that_is_cut_comes_apart(style: SpanStyle) -> None:
    """Each side shows its own letters, and none twice."""
    run = _run("office", style)
    for cut in range(1, 6):
        first, second = run.part(0, cut, 0.0), run.part(cut, 6, 0.0)
        assert [first.show, second.show] == [
            _whole(text, style).part(0, len(text), 0.0).show
            for text in ("office"[:cut], "office"[cut:])
        ]


def test_a_cut_that_makes_no_words_is_shaped_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """A part of a word may depend on its neighbours where the word did not."""
    run, part = _run("to part of it"), _whole("to part of it").part(1, 9, 0.0)
    monkeypatch.setattr(Vocabulary, "words", lambda self, text: None)
    assert run.part(1, 9, 0.0) == part


Letters = st.text("abTAVWyfi .,-/’–é\u00a0\u200b12", min_size=1, max_size=30)


@given(text=Letters, cut=st.data())
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
def test_places_are_the_same(text: str, cut: st.DataObject) -> None:
    """Each character stands at one place, and so does each part's end."""
    run, whole = _run(text), _whole(text)
    places = [whole.before(at) for at in range(len(text))]
    assert [run.before(at) for at in range(len(text))] == places
    assert run.advance == whole.advance
    one, other = Positions([run]), Positions([whole])
    expected = [at * whole.scale for at in [*places, whole.advance]]
    assert [one[at] for at in range(len(text) + 1)] == pytest.approx(expected)
    assert [other[at] for at in range(len(text) + 1)] == pytest.approx(expected)
    start = cut.draw(st.integers(0, len(text) - 1))
    end = cut.draw(st.integers(start + 1, len(text)))
    part, alone = run.part(start, end, 0.0), _whole(text[start:end]).part(0, end - start, 0.0)
    assert part == alone


def test_places_go_on_over_runs() -> None:
    """The second run begins where the first ends."""
    text = "one two three"
    items = [
        Item(0, 6, Span(text[:6], BODY), "sans"),
        Item(6, 13, Span(text[6:], TITLE), "serif-title"),
    ]
    first, second = (SHAPER.run(item, text, "en") for item in items)
    position = Positions([first, second])
    left = first.advance * first.scale
    assert position[5] == pytest.approx(first.before(5) * first.scale)
    assert position[6] == pytest.approx(left)
    assert position[9] == pytest.approx(left + second.before(3) * second.scale)
    assert position[13] == pytest.approx(left + second.advance * second.scale)


def test_a_part_has_the_style_of_the_face_that_sets_it() -> None:
    """A face that stands in names its own role."""
    item = Item(0, 3, Span("abc", BODY), "sans/2")
    part: Part = SHAPER.run(item, "abc", "en").part(0, 3, 0.0)
    assert part.style.font == "sans/2"
