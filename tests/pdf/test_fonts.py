"""Fonts in the file: all embedded, as wide as they say, and readable."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from briefing.document import FontFile
from briefing.pdf.fonts import subset_tag, to_unicode, widths
from briefing.typeset import Face, Faces
from briefing.typeset.faces import GROUPS
from tests import shipped
from tests.pdf.making import everything, operations
from tests.pdf.tree import open_pdf
from tests.pdf.tree import to_unicode as read_to_unicode

FILES = [("everything", ""), *shipped.EDITIONS]


def forms(sheet: pikepdf.Page) -> list[Any]:
    """The form XObjects of a page; the logo is an image, and has no fonts."""
    objects = sheet.obj.Resources.get("/XObject", {}).values()
    return [item for item in objects if item.Subtype == "/Form"]


def _data(audience: str, paper: str) -> bytes:
    return everything().data if audience == "everything" else shipped.made(audience, paper).data


def _resources(pdf: pikepdf.Pdf) -> list[Any]:
    """The resources of all pages and of all their forms."""
    found = []
    for sheet in pdf.pages:
        found.append(sheet.obj.Resources)
        found += [form.Resources for form in forms(sheet)]
    return found


def _fonts(pdf: pikepdf.Pdf) -> dict[str, Any]:
    return {key: font for resources in _resources(pdf) for key, font in resources.Font.items()}


def _declared(font: Any) -> dict[int, float]:
    """The widths of a CID font's W array."""
    found = {}
    items = list(font.DescendantFonts[0].W)
    for first, row in zip(items[::2], items[1::2], strict=True):
        for index, width in enumerate(row):
            found[int(first) + index] = float(width)
    return found


def _face(role: str = "sans") -> Face:
    return Faces(shipped.theme().fonts)[role]


@pytest.mark.parametrize(("audience", "paper"), FILES)
def test_every_font_is_embedded(audience: str, paper: str) -> None:
    """CID fonts by glyph id with a font file and a subset name, and no Helvetica anywhere."""
    pdf = open_pdf(_data(audience, paper))
    fonts = _fonts(pdf)
    assert len(fonts) >= 3
    for font in fonts.values():
        assert (font.Subtype, font.Encoding) == ("/Type0", "/Identity-H")
        descendant = font.DescendantFonts[0]
        assert descendant.CIDToGIDMap == "/Identity"
        assert len(descendant.FontDescriptor.FontFile2.read_bytes()) > 1000
        tag, plus, _ = str(font.BaseFont).removeprefix("/").partition("+")
        assert (len(tag), plus) == (6, "+")
        assert tag.isalpha()
        assert tag.isupper()
    assert b"Helvetica" not in _data(audience, paper)
    names = {str(item.BaseFont) for item in pdf.objects if _is_font(item)}
    assert names == {str(font.BaseFont) for font in fonts.values()}


def _is_font(item: Any) -> bool:
    return isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"


@pytest.mark.parametrize(("audience", "paper"), FILES)
def test_widths_are_those_of_the_font_file(audience: str, paper: str) -> None:
    """W says for each glyph what hmtx of the embedded file says, per mille of the em."""
    pdf = open_pdf(_data(audience, paper))
    for font in _fonts(pdf).values():
        file = font.DescendantFonts[0].FontDescriptor.FontFile2
        inside = TTFont(BytesIO(file.read_bytes()))
        metrics, units = inside["hmtx"].metrics, inside["head"].unitsPerEm
        declared = _declared(font)
        assert declared == {
            glyph: pytest.approx(1000 * metrics[inside.getGlyphName(glyph)][0] / units, abs=0.001)
            for glyph in declared
        }


@pytest.mark.parametrize(("audience", "paper"), FILES)
def test_every_glyph_shown_has_its_width_and_text(audience: str, paper: str) -> None:
    """No code of any page or chart is missing from W or from ToUnicode."""
    pdf = open_pdf(_data(audience, paper))
    shown: dict[str, set[int]] = {}
    for sheet in pdf.pages:
        for content in (sheet, *forms(sheet)):
            current = ""
            for operator, operands in operations(content):
                if operator == "Tf":
                    current = str(operands[0])
                elif operator == "TJ":
                    shown.setdefault(current, set()).update(_codes(operands[0]))
    fonts = _fonts(pdf)
    assert set(shown) == set(fonts)
    for key, codes in shown.items():
        declared = set(_declared(fonts[key]))
        assert declared == set(read_to_unicode(fonts[key]))
        assert codes <= declared
        extra = {read_to_unicode(fonts[key])[code] for code in declared - codes}
        assert extra <= set("".join(GROUPS))
        for group in GROUPS:  # whole or not at all
            said = {read_to_unicode(fonts[key])[code] for code in declared}
            assert said.isdisjoint(group) or said >= set(group)


def _codes(array: Any) -> set[int]:
    codes = b"".join(bytes(item) for item in array if isinstance(item, pikepdf.String))
    return {int.from_bytes(codes[i : i + 2], "big") for i in range(0, len(codes), 2)}


def test_to_unicode_reads_back() -> None:
    """Ligatures, characters beyond the first plane, and more entries than one block may have."""
    pairs = {glyph: chr(0x100 + glyph) for glyph in range(1, 250)} | {300: "ffi", 301: "🔒"}
    content = to_unicode(sorted(pairs.items()))
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(ToUnicode=pdf.make_stream(content))
    assert read_to_unicode(font) == pairs
    counts = [int(line.split()[0]) for line in content.splitlines() if b" beginbfchar" in line]
    assert counts == [100, 100, 51]


def test_a_run_of_glyphs_is_one_entry() -> None:
    """Neighbouring ids share an array, a gap begins another."""
    face = _face()
    scale = 1000 / face.units
    expected = [face.advance(glyph) * scale for glyph in (5, 6, 9)]
    assert widths(face, [5, 6, 9]) == b"5[%g %g]9[%g]" % tuple(expected)
    assert widths(face, []) == b""


def test_widths_are_not_rounded() -> None:
    """A font of 2048 units to the em keeps three decimals of each thousandth."""
    matplotlib = find_spec("matplotlib")  # ships such a font
    assert matplotlib is not None
    assert matplotlib.origin is not None
    path = Path(matplotlib.origin).parent / "mpl-data" / "fonts" / "ttf" / "DejaVuSans.ttf"
    face = Face(FontFile("any", str(path)))
    glyph = face.font.get_nominal_glyph(ord("n"))
    advance = TTFont(path)["hmtx"].metrics["n"][0]
    assert 1000 * advance % 2048
    assert widths(face, [glyph]) == b"%d[%.3f]" % (glyph, 1000 * advance / 2048)


def test_the_tag_depends_on_font_and_glyphs_alone() -> None:
    """The same subset has the same name in every document, another one another."""
    one, same = (subset_tag(_face().subset([1, 2])) for _ in range(2))
    assert one == same
    assert one != subset_tag(_face().subset([1, 3]))
    assert one != subset_tag(_face("sans-semibold").subset([1, 2]))
