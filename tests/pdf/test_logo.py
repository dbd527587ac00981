"""The logo stands in page one's band: an artifact, embedded once, the same bytes each time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.document import Logo
from briefing.pdf import render_pages
from tests import samples, shipped
from tests.pdf.making import everything, failures, operations
from tests.pdf.places import watch
from tests.pdf.tree import open_pdf

OPAQUE = Logo(20, 10, 2, 1, b"\x00\x00\x00\xff\xff\xff")
CLEAR = replace(OPAQUE, alpha=b"\x00\x80")


def with_logo(logo: Logo | None) -> bytes:
    """A small briefing with this logo."""
    briefing = samples.briefing(samples.everything().blocks[0])
    return render_pages(briefing, replace(shipped.theme(), logo=logo), {}).data


@pytest.mark.parametrize("logo", [OPAQUE, CLEAR, None], ids=["opaque", "clear", "none"])
def test_it_is_valid(logo: Logo | None) -> None:
    """PDF/UA-1 and PDF/A-3a hold with a logo, with or without alpha, and without one."""
    assert failures(with_logo(logo)) == []


def test_it_is_embedded_once_and_drawn_on_page_one_alone() -> None:
    """One image and its mask, placed as an artifact at the left margin in the band's middle."""
    data = everything().data
    assert data.count(b"/Subtype/Image") == 2
    first, *others = open_pdf(data).pages
    assert [name for name in first.Resources.XObject if name == "/Logo"] == ["/Logo"]
    assert not any("/Logo" in sheet.Resources.get("/XObject", {}) for sheet in others)
    steps = list(operations(first))
    at = next(
        i for i, (name, values) in enumerate(steps) if (name, values[:1]) == ("Do", ["/Logo"])
    )
    assert [name for name, _ in steps[at - 3 : at + 3]] == ["BDC", "q", "cm", "Do", "Q", "EMC"]
    mark, place = steps[at - 3][1], [float(number) for number in steps[at - 1][1]]
    assert (str(mark[0]), str(mark[1].Type)) == ("/Artifact", "/Pagination")
    paper, band = shipped.theme().papers["a4"], shipped.theme().spaces["band"]
    assert place[:4] == [12, 0, 0, 15]
    assert place[4] == pytest.approx(paper.left, abs=0.01)
    assert place[5] + 15 / 2 == pytest.approx(paper.height - band / 2, abs=0.01)


def test_its_pixels_and_alpha_come_out_as_they_are() -> None:
    """The image is RGB with eight bits, and its soft mask holds the alpha."""
    image = open_pdf(with_logo(CLEAR)).pages[0].Resources.XObject.Logo
    assert (image.Width, image.Height, image.ColorSpace) == (2, 1, "/DeviceRGB")
    assert image.read_bytes() == CLEAR.data
    assert image.SMask.read_bytes() == CLEAR.alpha
    assert "/SMask" not in open_pdf(with_logo(OPAQUE)).pages[0].Resources.XObject.Logo


def test_the_words_of_the_band_stand_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """They begin behind the logo on page one, and at the margin without one."""
    left = shipped.theme().papers["a4"].left
    shown = watch(monkeypatch)
    with_logo(OPAQUE)
    with_logo(None)
    starts = [one.left for one in shown if one.text.startswith("Briefing for readers")]
    assert starts == [pytest.approx(left + 20 + 8), pytest.approx(left)]


def test_the_same_bytes_again() -> None:
    """Nothing of the run gets into the file, and another logo is another file."""
    assert with_logo(CLEAR) == with_logo(CLEAR) != with_logo(OPAQUE)
