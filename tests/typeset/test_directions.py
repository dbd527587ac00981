"""Lines in which some text runs from right to left."""

from __future__ import annotations

from briefing.typeset import Line, Span, SpanStyle, typesetter_of
from tests import shipped
from tests.typeset.shown import moves

BODY = SpanStyle("sans", 11, (0.0, 0.0, 0.0))
SETTER = typesetter_of(shipped.theme().fonts)
ARABIC = "تلقى المركز 36.2 مليون بلاغ في عام"


def set_line(text: str, language: str) -> Line:
    """One line, however long."""
    (line,) = SETTER.lines([Span(text, BODY)], 10_000, language)
    return line


def seen(line: Line) -> list[str]:
    """The texts of the parts from left to right."""
    return [part.text for part in sorted(line.parts, key=lambda part: part.x)]


def test_parts_are_read_in_order_and_seen_by_direction() -> None:
    """An Arabic word in an English line stands in its place; its parts are read in order."""
    line = set_line("one אב גד two", "en")
    assert [part.text for part in line.parts] == ["one ", "אב גד", " ", "two"]
    assert seen(line) == ["one ", "אב גד", " ", "two"]


def test_a_number_inside_arabic() -> None:
    """What is read first stands at the right; the number stands between, in its own direction."""
    line = set_line(ARABIC, "ar")
    assert "".join(part.text for part in line.parts) == ARABIC
    assert [text.strip() for text in seen(line)] == ["مليون بلاغ في عام", "36.2", "تلقى المركز"]


def test_parts_do_not_overlap_and_fill_the_line() -> None:
    """Whatever the order, the parts stand side by side from 0 to the width."""
    line = set_line("a (אב 12, 34) b", "he")
    x = 0.0
    for part in sorted(line.parts, key=lambda part: part.x):
        assert abs(part.x - x) < 1e-6
        x += part.width
    assert abs(x - line.width) < 1e-6


def test_the_space_at_a_right_to_left_lines_end_stands_outside() -> None:
    """It is to the left of the line, so that the words begin at its edge."""
    lines = SETTER.lines([Span(ARABIC, BODY)], 90, "ar")
    assert len(lines) > 1
    for line in lines[:-1]:
        assert line.text.endswith(" ")
        assert line.parts[-1].text == " "
        assert line.parts[-1].x < 0
        assert min(part.x for part in line.parts[:-1]) == 0
    assert "".join(line.text for line in lines) == ARABIC


def test_brackets_are_mirrored() -> None:
    """The glyph of an opening bracket in Hebrew is that of a closing one in English."""
    bracket, letter = set_line("(א", "he").parts
    face = SETTER.faces[bracket.style.font]
    assert bracket.glyphs == (face.font.get_nominal_glyph(ord(")")),)
    assert bracket.x > letter.x


def test_moves_side_by_side_are_one_number() -> None:
    """Thai marks that move twice do not run two numbers together."""
    part = set_line("เพื่อ", "th").parts[0]
    assert b"659" not in part.show
    assert 65 in moves(part)


def test_a_part_that_its_glyphs_do_not_tell() -> None:
    """Hebrew, Devanagari and Thai need their text beside them; Latin and Greek do not."""
    said = {
        text: set_line(text, "en").parts[0].spoken
        for text in ("abc", "αβγ", "สวัสดี", "שלום", "नमस्ते")
    }
    assert list(said.values()) == [False, False, True, True, True]
