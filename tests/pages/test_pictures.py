"""The pages look as they did when somebody last looked at them.

``BRIEFING_GOLDEN=write`` writes the references anew: look at what changed before you keep them.
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from briefing import api
from tests import shipped
from tests.pages import pictures
from tests.pages.editions import Built, Shelf
from tests.pdf.making import operations

WRITING = os.environ.get("BRIEFING_GOLDEN") == "write"
MOST = 600_000
"""Bytes that all references take together."""


def test_the_pages_are_as_they_were(built: Built, tmp_path: Path) -> None:
    """Page by page, apart from how letters are smoothed."""
    pages = pictures.pictures(built.reading.data)
    if WRITING:
        pictures.write(pictures.REFERENCES, built.name, pages)
    assert pictures.compared(pictures.REFERENCES, built.name, pages, tmp_path) == []


def test_the_references_are_small() -> None:
    """All together, and there is none of an edition that is not shipped any more."""
    found = list(pictures.REFERENCES.glob("*.png"))
    assert sum(path.stat().st_size for path in found) < MOST
    shipped_ids = {api.Edition(audience, paper=paper).id for audience, paper in shipped.EDITIONS}
    assert {path.stem.rsplit("-", 1)[0] for path in found} <= shipped_ids


def _first_page(data: bytes, line: int = 0, by: float = 0.0) -> bytes:
    """The first page of a file alone, one line of it moved up by so many points."""
    with pikepdf.open(BytesIO(data)) as pdf:
        del pdf.pages[1:]
        sheet = pdf.pages[0]
        instructions = [(list(operands), operator) for operator, operands in operations(sheet)]
        heights = [operands[5] for operands, operator in instructions if operator == "Tm"]
        height = list(dict.fromkeys(heights))[line]
        for operands, operator in instructions:
            if operator == "Tm" and operands[5] == height:
                operands[5] = float(height) + by
        content = pikepdf.unparse_content_stream(
            [(operands, pikepdf.Operator(operator)) for operands, operator in instructions]
        )
        sheet.Contents = pdf.make_stream(content)
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def test_a_moved_line_is_told(shelf: Shelf, tmp_path: Path) -> None:
    """By one point; the difference is shown, and where it is."""
    data = shelf.edition("ngo", "a4").reading.data
    pictures.write(tmp_path, "one", pictures.pictures(_first_page(data)))
    for line in (1, 5, 9):
        (page,) = pictures.pictures(_first_page(data, line, 1.0))
        (told,) = pictures.compared(tmp_path, "one", [page], tmp_path)
        assert "page 1 differs" in told
        with Image.open(told.rsplit("see ", 1)[1]) as picture:
            assert picture.width == 3 * page.shape[1]
            shown = np.asarray(picture)[:, 2 * page.shape[1] :]
        assert 0 < (shown < 128).mean() < 0.02


def test_other_smoothing_passes(shelf: Shelf, tmp_path: Path) -> None:
    """The same page made from other pixels, and read back from its file."""
    data = _first_page(shelf.edition("government", "letter").reading.data)
    pictures.write(tmp_path, "one", pictures.pictures(data))
    for finer in (pictures.FINER, pictures.FINER + 1, pictures.FINER + 3):
        assert pictures.compared(tmp_path, "one", pictures.pictures(data, finer), tmp_path) == []


def test_a_page_more_or_less_is_told(shelf: Shelf, tmp_path: Path) -> None:
    """And an edition without references says how to write them."""
    (page,) = pictures.pictures(_first_page(shelf.edition("government", "a4").reading.data))
    (told,) = pictures.compared(tmp_path, "one", [page], tmp_path)
    assert "BRIEFING_GOLDEN=write" in told
    pictures.write(tmp_path, "one", [page, page])
    (told,) = pictures.compared(tmp_path, "one", [page], tmp_path)
    assert told == "one has 1 pages, its references 2"
    pictures.write(tmp_path, "one", [page])
    assert len(pictures.read(tmp_path, "one")) == 1


def test_another_paper_is_told(shelf: Shelf) -> None:
    """Pages of two sizes are different whatever is on them."""
    one, two = (
        pictures.pictures(_first_page(shelf.edition("ngo", paper).reading.data))[0]
        for paper in ("a4", "letter")
    )
    assert pictures.difference(one, two).amount == pytest.approx(255)
