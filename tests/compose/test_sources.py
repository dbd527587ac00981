"""The list of sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.compose.sources import short_address
from briefing.document import Emphasis, Foreign, Link, SourceList, Text, plain_text
from tests.compose.files import FILES, composed


def test_entries(tmp_path: Path) -> None:
    """An entry names publisher, title, date and address, and how its source was read."""
    sources = next(b for b in composed(tmp_path).blocks if isinstance(b, SourceList))
    assert [plain_text(item.children) for item in sources.items] == [
        "NCMEC. CyberTipline reports. May 2024. example.org/reports/2023",
        "IWF. Annual report. 23\N{NO-BREAK SPACE}April 2024. iwf.example.org/annual",
        "A newspaper. An article. October 2021. (original not located)",
        "Economist Impact. Survey of young adults. 2021.",
    ]
    first = sources.items[0].children
    assert isinstance(first[1], Emphasis)
    assert isinstance(first[3], Link)
    assert first[3].target == "https://www.example.org/reports/2023/"


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("copy", "(unofficial copy)"),
        ("recalled", "(recalled, not yet checked)"),
        ("seed", "(original not located)"),
    ],
)
def test_basis(tmp_path: Path, basis: str, words: str) -> None:
    """A source that was not seen itself says so."""
    changed = FILES["data/sources.csv"].replace("medium,seed", f"medium,{basis}")
    briefing = composed(tmp_path, **{"data/sources.csv": changed})
    sources = next(b for b in briefing.blocks if isinstance(b, SourceList))
    assert plain_text(sources.items[2].children).endswith(words)


@pytest.mark.parametrize(
    ("language", "foreign"), [("de", True), ("pt-BR", True), ("en", False), ("", False)]
)
def test_a_title_in_another_language(tmp_path: Path, language: str, foreign: bool) -> None:
    """It says so, for who reads it aloud; one in the briefing's own language does not."""
    header, first, *rest = FILES["data/sources.csv"].strip().splitlines()
    changed = [f"{header},language", f"{first},{language}", *(f"{line}," for line in rest)]
    briefing = composed(tmp_path, **{"data/sources.csv": "\n".join(changed) + "\n"})
    sources = next(b for b in briefing.blocks if isinstance(b, SourceList))
    title = sources.items[0].children[1]
    assert isinstance(title, Emphasis)
    expected = Foreign(language, (Text("CyberTipline reports"),)) if foreign else None
    assert title.children[0] == (expected or Text("CyberTipline reports"))


@pytest.mark.parametrize(
    ("url", "text"),
    [
        ("https://www.example.org/", "example.org"),
        ("http://example.org/a/b.html?x=1", "example.org/a/b.html"),
        (f"https://example.org/{'x' * 60}", "example.org"),
        (f"https://{'x' * 40}.org/a", f"{'x' * 40}.org"),
    ],
)
def test_short_address(url: str, text: str) -> None:
    """An address is printed without scheme; a long one is its host alone."""
    assert short_address(url) == text
