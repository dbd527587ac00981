"""Text to glyphs: each in its place, and none missing in silence."""

from __future__ import annotations

import pytest

from briefing.diagnostics import RenderError
from briefing.typeset import Face, Faces
from briefing.typeset.shape import Shaped, shape
from tests import shipped


def _face(role: str = "sans") -> Face:
    return Faces(shipped.theme().fonts)[role]


def test_a_missing_glyph_is_an_error_that_names_it() -> None:
    """The message has the character, its code point, its name and the font."""
    with pytest.raises(RenderError) as caught:
        shape("one ① two", _face(), "en")
    (problem,) = caught.value.problems
    assert problem.message == (
        'no glyph for "①" (U+2460, circled digit one) in the font Source Sans 3'
    )
    assert problem.hint
    assert problem.code == "missing-glyph"


def test_a_missing_glyph_beyond_the_first_plane_is_named_whole() -> None:
    """A character of two UTF-16 units is one character in the message."""
    with pytest.raises(
        RenderError, match=r'"𝔸" \(U\+1D538, mathematical double-struck capital a\)'
    ):
        shape("x 𝔸", _face(), "en")


def test_clusters_count_characters() -> None:
    """After a character of two UTF-16 units the clusters still index the string."""
    glyphs = shape("🔒ab", _face(), "en").glyphs
    assert [glyph.cluster for glyph in glyphs] == [0, 1, 2]


def test_nothing_is_no_glyphs() -> None:
    """An empty text is shaped to nothing, and not to an error."""
    assert shape("", _face(), "en").glyphs == ()


@pytest.mark.parametrize("joiner", ["\u00ad", "\u200b", "\u200d", "\u2060"])
def test_what_is_not_seen_is_not_drawn(joiner: str) -> None:
    """A soft hyphen or joiner leaves no glyph: HarfBuzz would put a space, which is then read."""
    face = _face()
    plain = shape("18–20", face, "en").glyphs
    joined = shape(f"18{joiner}–20", face, "en").glyphs
    assert [glyph.id for glyph in joined] == [glyph.id for glyph in plain]


def test_kerning_is_on() -> None:
    """AV stands closer than A and V apart."""
    face = _face()
    apart = sum(shape(letter, face, "en").glyphs[0].advance for letter in "AV")
    assert sum(glyph.advance for glyph in shape("AV", face, "en").glyphs) < apart


def test_ligatures_are_on() -> None:
    """The serif draws fi as one glyph."""
    assert len(shape("fi", _face("serif-title"), "en").glyphs) == 1


def test_it_is_told_where_a_cut_would_show() -> None:
    """The text may be cut before a word but not inside a kerned pair."""
    glyphs = shape("AV nn", _face(), "en").glyphs
    assert [glyph.safe for glyph in glyphs] == [True, False, True, True, True]


def test_a_part_counts_from_its_own_start() -> None:
    """The glyphs of the second word, cut out, are those of the word alone."""
    whole = shape("one two", _face(), "en")
    part = whole.cut(*whole.between(4, 7), "two", 4)
    assert part.glyphs == shape("two", _face(), "en").glyphs


def test_glyphs_against_their_text_are_not_cut_by_index() -> None:
    """In visual order from right to left no two indices hold a part of the text."""
    whole = shape("ab", _face(), "en")
    turned = Shaped("ab", whole.ids, whole.clusters[::-1], whole.advances, (), whole.infos)
    assert turned.between(0, 1) == (0, 0)
    assert shape("", _face(), "en").between(0, 0) == (0, 0)
