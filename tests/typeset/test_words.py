"""Words are shaped once, and only where they are the same beside any other word."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest

from briefing.diagnostics import RenderError
from briefing.document import Text
from briefing.typeset import Face, Faces, words
from briefing.typeset.shape import Shaped, shape
from briefing.typeset.words import Vocabulary, Word, joined_array, words_of
from tests import shipped
from tests.typeset.shown import BODY, setter

JOINED = ("sans", "sans-italic", "sans-semibold", "serif-italic")
KERNED_SPACES = ("serif-title", "serif-heading", "serif-numeral")
FACES = Faces(shipped.theme().fonts)


def _vocabulary(role: str) -> Vocabulary:
    return Vocabulary(FACES[role], "en", "Latn", False)


def _words(known: Vocabulary, text: str) -> list[Word] | None:
    """The words of a text that is asked for again: at first sight it is shaped whole."""
    return known.words(text) or known.words(text)


@cache
def _texts() -> tuple[str, ...]:
    """Every text of the shipped briefings."""
    found: dict[str, None] = {}

    def gather(value: object) -> None:
        if isinstance(value, Text):
            found[value.text] = None
        elif isinstance(value, tuple):
            for each in value:
                gather(each)
        elif hasattr(value, "__dataclass_fields__"):
            for name in value.__dataclass_fields__:
                gather(getattr(value, name))

    for audience in shipped.AUDIENCES:
        gather(shipped.made(audience, "a4").briefing)
    return tuple(found)


@cache
def _pairs() -> tuple[str, ...]:
    """Every two words that stand side by side in the shipped briefings, and far ones too."""
    spelled = [word for text in _texts() for word in text.split()]
    near, far = pairwise(spelled), zip(spelled, reversed(spelled), strict=True)
    return tuple(dict.fromkeys(f"{one} {two}" for some in (near, far) for one, two in some))


def _columns(found: list[Word]) -> tuple[list[int], list[int]]:
    ids = [glyph for word in found for glyph in word.ids]
    return ids, [advance for word in found for advance in word.advances]


@pytest.mark.parametrize("role", JOINED)
def test_joined_words_are_what_shaping_them_together_gives(role: str) -> None:
    """Over thousands of pairs: the same glyphs, each with the same advance."""
    known, face = _vocabulary(role), FACES[role]
    assert len(_pairs()) > 4000
    for pair in _pairs():
        found = _words(known, pair)
        assert found is not None, pair
        whole = shape(pair, face, "en", "Latn")
        assert _columns(found) == (list(whole.ids), list(whole.advances)), pair


@pytest.mark.parametrize("role", JOINED)
def test_a_text_of_words_is_what_shaping_it_gives(role: str) -> None:
    """Whole paragraphs too, with the characters that glyphs start at."""
    known, face = _vocabulary(role), FACES[role]
    for text in _texts():
        found = _words(known, text)
        assert found is not None, text
        whole = shape(text, face, "en", "Latn")
        assert _columns(found) == (list(whole.ids), list(whole.advances)), text
        starts = [0]
        for word in found:
            starts.append(starts[-1] + word.length)
        clusters = [
            start + cluster
            for word, start in zip(found, starts, strict=False)
            for cluster in word.clusters
        ]
        assert clusters == list(whole.clusters)


@pytest.mark.parametrize("role", KERNED_SPACES)
def test_where_spaces_are_kerned_words_are_not_joined(role: str) -> None:
    """The serif moves a T after a space: it must not come from a memory of words."""
    face = FACES[role]
    one, two = (shape(text, face, "en", "Latn") for text in ("a ", "To"))
    assert one.advances + two.advances != shape("a To", face, "en", "Latn").advances
    assert words_of(("To",), face, "en", "Latn") == [None]
    assert _words(_vocabulary(role), "a To") is None


def test_a_rule_that_looks_past_a_space_keeps_words_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """What HarfBuzz will not vouch for is shaped whole, and looks the same."""
    text = "AVATAR Tokyo. To Yard AV We Ty P. fjord office VAT"
    setter().line(f"{text} again", BODY, "en")  # known by now, it is put together from words
    joined = setter().line(text, BODY, "en")
    assert _words(_vocabulary("sans"), text) is not None
    monkeypatch.setattr(Shaped, "joins", lambda self, index: False)
    assert _words(_vocabulary("sans"), text) is None
    fresh = type(setter())(shipped.theme().fonts)
    assert fresh.line(text, BODY, "en") == joined


def test_only_the_word_at_fault_is_refused() -> None:
    """A word whose mark is placed beside it is none; its neighbours stay words."""
    found = words_of(("one ", "b\u0302b ", "two ", "\u0302c ", "end"), FACES["sans"], "en", "Latn")
    assert [word is not None for word in found] == [True, False, True, False, True]


@pytest.mark.parametrize("text", ["one  two", "  one", "one ", " ", "\u00a0one two\u00a0"])
def test_spaces_are_part_of_words(text: str) -> None:
    """Spaces anywhere are shown and measured as shaping the text gives."""
    found = _words(_vocabulary("sans"), text)
    assert found is not None
    whole = shape(text, FACES["sans"], "en", "Latn")
    assert _columns(found) == (list(whole.ids), list(whole.advances))
    last = found[-1]
    shown = sum(word.advance for word in found) - (last.advance - last.shown)
    assert shown == sum(shape(text.rstrip(" "), FACES["sans"], "en", "Latn").advances)


def test_the_advance_inside_a_word() -> None:
    """It is that of the glyphs before; a joiner has none."""
    (word,) = words_of(("To\u200bAV",), FACES["sans"], "en", "Latn")
    whole = shape("To\u200bAV", FACES["sans"], "en", "Latn")
    assert word is not None
    sums = [sum(whole.advances[:count]) for count in range(5)]
    assert [word.before(at) for at in range(7)] == [*sums[:3], *sums[2:], sums[4]]


def test_the_array_of_words_is_one_string_where_no_kern_is() -> None:
    """No string ends where a word does."""
    found = _words(_vocabulary("sans"), "no no on")
    assert found is not None
    assert joined_array(found).count(b"(") == 1
    assert joined_array([]) == b""


def test_a_missing_glyph_is_an_error() -> None:
    """What the face lacks is named, as when it is shaped whole."""
    with pytest.raises(RenderError, match="U\\+2460"):
        _words(_vocabulary("sans"), "one ① two")


def test_strange_text_is_shaped_whole_and_learnt_when_it_recurs() -> None:
    """Few new words among many known are made at once; what was asked for twice is kept."""
    known = _vocabulary("sans")
    assert known.words("one two three") is None
    assert known.words("one two three") is not None
    assert sorted(known._words) == ["one ", "three", "two "]
    assert known.words("one two four") is not None
    assert "four" not in known._words
    assert known.words("one five six") is None
    assert known.words("two four") is not None
    assert "four" in known._words


def test_no_more_words_are_kept_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A vocabulary keeps what recurs, and begins anew when it is full; it gives the same."""
    monkeypatch.setattr(words, "WORDS_KEPT", 4)
    known = _vocabulary("sans")
    for text in ("one two three", "one two four", "two five", "five six one two", "six seven"):
        found = _words(known, text)
        assert found is not None
        whole = shape(text, FACES["sans"], "en", "Latn")
        assert _columns(found) == (list(whole.ids), list(whole.advances))
        assert len(known._words) <= 4
    assert "seven" in known._words


def test_a_ligature_tells_its_letters() -> None:
    """One that no character has is told in the word as it is in a run."""
    face: Face = FACES["serif-italic"]
    found = words_of(("fjord ", "fjord"), face, "en", "Latn")
    for word, text in zip(found, ("fjord ", "fjord"), strict=True):
        assert word is not None
        assert len(word.ids) == len(text) - 1
        own = dict(word.characters)
        said = [face.text_of(glyph) or own[glyph] for glyph in word.ids]
        assert "".join(said) == text
