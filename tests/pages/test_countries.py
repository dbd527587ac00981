"""The files of editions of countries and regions."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pikepdf
import pytest
from page import validate_pdf_bytes

from briefing import api
from briefing.document import Edition
from briefing.pdf import render_pages
from tests.shipped import publication, theme

EDITIONS = [
    ("government", "ken"),
    ("government", "nld"),
    ("tech-industry", "cod"),
    ("ngo", "vct"),
    ("ngo", "nru"),
    ("tech-industry", "africa"),
]


def _data(audience: str, place: str, paper: str = "a4") -> tuple[bytes, int]:
    briefing = api.compose(publication(), Edition(audience, place, paper=paper))
    rendered = render_pages(briefing, theme(), api.draw(briefing, theme()))
    return rendered.data, rendered.report.pages


@pytest.mark.parametrize(("audience", "place"), EDITIONS)
def test_a_file_is_valid_and_short(audience: str, place: str) -> None:
    """It passes both standards, and has two pages or three."""
    data, pages = _data(audience, place)
    assert validate_pdf_bytes(data, profile="ua1").is_compliant
    assert validate_pdf_bytes(data, profile="3a").is_compliant
    assert 2 <= pages <= 3


def test_page_one_of_each_audience_has_what_it_asks() -> None:
    """Page one works alone: what is asked stands on it, also under the longest name."""
    for audience in publication().audiences:
        briefing = api.compose(publication(), Edition(audience, "vct"))
        report = render_pages(briefing, theme(), api.draw(briefing, theme())).report
        (asks,) = [at for at, it in enumerate(briefing.blocks) if it.type == "numbered_list"]
        assert {placed.page for placed in report.placed if placed.block == asks} == {1}


def test_attached_data_name_no_other_country(tmp_path: Path) -> None:
    """The rows of the chart of a region leave the file without the names of the others."""
    data, _ = _data("government", "nld")
    path = tmp_path / "nld.pdf"
    path.write_bytes(data)
    with pikepdf.open(path) as file:
        texts = [it.get_file().read_bytes().decode("utf-8-sig") for it in file.attachments.values()]
    others = [it for it in publication().places.values() if it.region == "western-europe"]
    assert len(texts) == 2
    for other in others:
        if other.id != "nld":
            assert not [text for text in texts if other.name in text or f",{other.id}," in text]


def test_attached_data_hold_no_small_count(tmp_path: Path) -> None:
    """No count below ten leaves with a chart of a region that has some."""
    data, _ = _data("ngo", "americas")
    path = tmp_path / "americas.pdf"
    path.write_bytes(data)
    with pikepdf.open(path) as file:
        (text,) = [it.get_file().read_bytes().decode() for it in file.attachments.values()]
    values = [row["value"] for row in csv.DictReader(io.StringIO(text.lstrip("\ufeff")))]
    assert values
    assert min(float(value) for value in values if value) >= 10
