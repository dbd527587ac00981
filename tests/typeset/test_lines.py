"""The operators of a line: glyph ids, kerning, raised marks."""

from __future__ import annotations

import re
from dataclasses import replace

import pikepdf
import pytest

from briefing.typeset import Line
from briefing.typeset.lines import code_of, strings
from tests.typeset.shown import BODY, TITLE, glyphs, moves, read, setter


def _line(text: str, style: object = BODY) -> Line:
    return setter().line(text, style, "en")  # type: ignore[arg-type]


@pytest.mark.parametrize("style", [BODY, TITLE])
def test_kerning_stands_in_the_array(style: object) -> None:
    """The advances less the numbers of TJ give the width that the line claims."""
    part = _line("AVATAR To. Type", style).parts[0]
    face = setter().faces[part.style.font]
    advances = sum(face.advance(glyph) for glyph in glyphs(part)) * 1000 / face.units
    assert any(move > 20 for move in moves(part))
    drawn = (advances - sum(moves(part))) * part.style.size / 1000
    assert drawn == pytest.approx(part.width, abs=0.01)


def test_each_glyph_is_shown_once_in_order() -> None:
    """Two bytes for each letter, the space included."""
    part = _line("a bc").parts[0]
    face = setter().faces["sans"]
    assert glyphs(part) == [face.font.get_nominal_glyph(ord(letter)) for letter in "a bc"]
    assert sorted(part.glyphs) == sorted(set(glyphs(part)))


def test_every_glyph_id_is_read_as_written() -> None:
    """Brackets, backslashes and ends of lines among the bytes of an id mean nothing there."""
    ids = [*range(0, 1 << 16, 7), 0x2829, 0x5C0D, 0x0A28, 0x0D0A, 0x5C28, 0x295C]
    with pikepdf.new() as pdf:
        content = pdf.make_stream(strings([code_of(glyph) for glyph in ids]) + b" Tj")
        ((operands, _),) = pikepdf.parse_content_stream(content)
        assert bytes(operands[0]) == b"".join(glyph.to_bytes(2, "big") for glyph in ids)


def test_a_ligature_without_a_code_point_tells_its_letters() -> None:
    """The serif's fj is one glyph that no character has: the part says what it stands for."""
    part = _line("fjord", TITLE).parts[0]
    assert len(glyphs(part)) == 4
    assert part.characters == ((glyphs(part)[0], "fj"),)
    assert read([part]) == "fjord"


@pytest.mark.parametrize("text", ["x\u0302x", "X\u0302X", "x\u0302\u0301x", "b\u0302b"])
def test_letters_with_loose_accents_read_as_written(text: str) -> None:
    """An accent whose glyph has no character says the accent alone, not the letter again."""
    assert read([_line(text).parts[0]]) == text


def test_a_lifted_accent_comes_back_down() -> None:
    """What HarfBuzz places higher takes a rise of its own; what follows is level again."""
    level = _line("b\u0302b").parts[0]
    assert re.findall(rb"(\S+) Ts", level.show) == [b"0.55", b"0"]
    raised = _line("b\u0302b", replace(BODY, rise=3.0)).parts[0]
    assert re.findall(rb"(\S+) Ts", raised.show) == [b"3.55", b"3"]


def test_a_line_of_nothing() -> None:
    """An empty label is an empty line of no width."""
    line = _line("")
    assert (line.width, line.text) == (0.0, "")
    assert line.parts == ()
    assert setter().width("", BODY, "en") == 0.0


def test_what_is_only_a_joiner_shows_nothing() -> None:
    """A line of one joiner has its text and no glyph."""
    part = _line("\u200d").parts[0]
    assert (part.show, part.text, part.width) == (b"", "\u200d", 0.0)


def test_a_kerned_letter_before_a_loose_accent() -> None:
    """Kerning and the accent's own move are one number: two would be read as one long one."""
    part = _line("T\u0302o", TITLE).parts[0]
    face = setter().faces[part.style.font]
    advances = sum(face.advance(glyph) for glyph in glyphs(part)) * 1000 / face.units
    assert len(moves(part)) == 2
    drawn = (advances - sum(moves(part))) * part.style.size / 1000
    assert drawn == pytest.approx(part.width, abs=0.03)
