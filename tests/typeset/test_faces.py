"""A face measures as its subset will print, and its glyphs read as what was written."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from briefing.document import FontFile
from briefing.typeset import Face, Faces
from tests import shipped

ROLES = tuple(shipped.theme().fonts)
SHARED = {
    *("\u00a0 ", "\u00ad-", "\u2010-", "\u2011-", "\u202f\u2009", "\u2009\u202f"),
    *("\u02bb‘", "\u02bc’", "μµ", "ϕφ", "⁼˭", "∆Δ", "∕⁄"),
}
"""A character, and the one that is read in its place, since their glyph is the same."""


def _face(role: str) -> Face:
    return Faces(shipped.theme().fonts)[role]


def _subset(face: Face, glyphs: set[int]) -> TTFont:
    return TTFont(BytesIO(face.subset(glyphs)))


def _glyph(face: Face, character: str) -> int:
    return int(face.font.get_nominal_glyph(ord(character)))


@pytest.mark.parametrize("role", ROLES)
def test_advances_are_those_of_the_subset(role: str) -> None:
    """Each glyph is as wide at the pinned axes as the embedded font's hmtx will say."""
    face = _face(role)
    glyphs = {_glyph(face, each) for each in face.characters}
    subset = _subset(face, glyphs)
    metrics = subset["hmtx"].metrics
    assert subset["head"].unitsPerEm == face.units
    assert {g: face.advance(g) for g in glyphs} == {
        g: metrics[subset.getGlyphName(g)][0] for g in glyphs
    }


@pytest.mark.parametrize("role", ROLES)
def test_a_subset_keeps_glyph_ids_and_nothing_to_lay_out_with(role: str) -> None:
    """The wanted glyphs have outlines under their own ids; the other letters have none."""
    face = _face(role)
    subset = _subset(face, {_glyph(face, "H"), _glyph(face, "é")})
    outlines = subset["glyf"]

    def drawn(character: str) -> int:
        return int(outlines[subset.getGlyphName(_glyph(face, character))].numberOfContours)

    assert drawn("H") > 0
    assert drawn("é") != 0
    assert drawn("K") == 0
    unwanted = {"GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "fvar", "gvar", "HVAR"}
    assert unwanted.isdisjoint(subset.keys())
    assert {"glyf", "loca", "head", "hhea", "hmtx", "maxp"} <= set(subset.keys())


@pytest.mark.parametrize("role", ROLES)
def test_each_character_reads_as_itself(role: str) -> None:
    """The text of a character's glyph is the character; a few share a glyph and are listed."""
    face = _face(role)
    wrong = set()
    for written in face.characters:
        read = face.text_of(_glyph(face, written))
        ligature = "\ufb00" <= written <= "\ufb06"
        if read != (unicodedata.normalize("NFKC", written) if ligature else written):
            wrong.add(f"{unicodedata.normalize('NFC', written)}{read}")
    same = {pair for pair in wrong if len(pair) == 2 and pair[0] == pair[1]}  # canonical twins
    assert wrong - same <= SHARED


@pytest.mark.parametrize("role", ROLES)
def test_an_apostrophe_reads_as_one(role: str) -> None:
    """Quotation marks share glyphs with modifier letters in the serif, and win."""
    face = _face(role)
    assert [face.text_of(_glyph(face, mark)) for mark in "‘’“”"] == list("‘’“”")


def test_a_ligature_with_a_code_point_reads_as_its_letters() -> None:
    """Text copied from the page can be searched: "fi", never U+FB01."""
    face = _face("serif-title")
    assert face.text_of(_glyph(face, "ﬁ")) == "fi"
    assert face.text_of(_glyph(face, "ﬄ")) == "ffl"


def test_names_are_unique_to_the_instance() -> None:
    """Two weights of one file do not share a PostScript name."""
    names = {role: _face(role).name for role in ROLES}
    assert names["sans"] != names["sans-semibold"]
    assert len(set(names.values())) == len({id(_face(role)) for role in ROLES})


def test_roles_of_one_instance_share_a_face() -> None:
    """A font that two roles name is loaded, and embedded, once."""
    file = shipped.theme().fonts["sans"]
    file = replace(file, fallback=())
    faces = Faces({"a": file, "b": FontFile("b", file.path, file.axes)})
    assert faces["a"] is faces["b"]
    assert faces.roles == ("a", "b")
    assert faces.key("a") == faces.key("b")


def test_weights_differ() -> None:
    """The axes are pinned: semibold is wider than regular, from the same file."""
    regular, bold = _face("sans"), _face("sans-semibold")
    glyph = _glyph(regular, "n")
    assert bold.advance(glyph) > regular.advance(glyph)


@pytest.mark.parametrize("role", ROLES)
def test_bounds_and_cap_height_are_those_of_the_outlines(role: str) -> None:
    """The box around glyphs is the one that the subset's outlines fill."""
    face = _face(role)
    wanted = {_glyph(face, character) for character in "Hjé"}
    subset = _subset(face, wanted)
    boxes = [subset["glyf"][subset.getGlyphName(glyph)] for glyph in wanted]
    expected = (
        min(box.xMin for box in boxes),
        min(box.yMin for box in boxes),
        max(box.xMax for box in boxes),
        max(box.yMax for box in boxes),
    )
    assert face.bounds(wanted) == pytest.approx(expected, abs=2)  # variable outlines are rounded
    capital = subset["glyf"][subset.getGlyphName(_glyph(face, "H"))]
    assert face.cap_height == pytest.approx(capital.yMax, abs=2)


def test_bounds_of_nothing_are_those_of_the_font() -> None:
    """A space alone has no outline, and the box is still one."""
    face = _face("sans")
    assert face.bounds([_glyph(face, " ")]) == (0, face.descender, face.units, face.ascender)
