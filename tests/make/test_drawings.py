"""Charts from the cache are the charts that would be drawn."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import api
from briefing.document import Artwork, Briefing, Theme
from briefing.make import drawings, identity
from briefing.make.drawings import drawn, store
from briefing.pdf import artwork_of, render
from tests import shipped


def forget() -> None:
    """Let this process remember no row of charts."""
    drawings._same.clear()
    drawings._row.clear()


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_CACHE", str(tmp_path / "cache"))
    forget()


def artwork(briefing: Briefing, theme: Theme) -> dict[str, Artwork]:
    """What is drawn of a briefing without any cache."""
    drawings = api.draw(briefing, theme)
    return {name: artwork_of(each, theme, "en") for name, each in drawings.items()}


@pytest.fixture
def draws(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many charts each row had that was really drawn."""
    counted: list[int] = []
    draw_row = api.draw.__globals__["draw_row"]

    def counting(row: tuple[object, ...], theme: object) -> object:
        counted.append(len(row))
        return draw_row(row, theme)

    monkeypatch.setattr("briefing.artwork.draw_row", counting)
    return counted


def test_each_chart_is_drawn_once(draws: list[int]) -> None:
    """Neither again in this process nor in the next; and the file is the same."""
    made = shipped.made("government", "a4")
    for _ in range(2):
        found = drawn(made.briefing, shipped.theme())
    assert found == artwork(made.briefing, shipped.theme())
    drawn_so_far = sum(draws)
    forget()
    assert drawn(made.briefing, shipped.theme()) == found
    assert sum(draws) == drawn_so_far
    assert render(made.briefing, shipped.theme(), found) == made.data


@pytest.mark.parametrize("changed", ["chart", "width", "theme", "program"])
def test_what_a_chart_depends_on_draws_it_anew(
    draws: list[int], changed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its rows, its width, the theme's values, the program and its libraries."""
    theme = shipped.theme()
    briefing = shipped.made("government", "a4").briefing
    drawn(briefing, theme)
    before = len(draws)
    if changed == "chart":
        briefing = shipped.made("ngo", "a4").briefing
    if changed == "width":
        briefing = shipped.made("government", "letter").briefing
    if changed == "theme":
        colours = {**theme.colours, "blue": (0.0, 0.0, 0.5)}
        theme = replace(theme, colours=colours)
    if changed == "program":
        other = {**identity.versions(), "matplotlib": "0"}
        monkeypatch.setattr(drawings, "versions", lambda: other)
        forget()
    found = drawn(briefing, theme)
    assert len(draws) > before
    assert found == artwork(briefing, theme)


def test_a_spoilt_cache_is_drawn_over(draws: list[int]) -> None:
    """A value that is no drawing is as good as none."""
    made = shipped.made("ngo", "a4")
    drawn(made.briefing, shipped.theme())
    kept = store()
    for path in kept.folder.glob("*/*"):
        kept.put(path.parent.name + path.name, b'{"":"Unknown","=":[]}')
    forget()
    assert drawn(made.briefing, shipped.theme()) == artwork(made.briefing, shipped.theme())
    assert sum(draws) >= 2 * len(made.drawings)


def test_a_second_build_needs_no_matplotlib(tmp_path: Path) -> None:
    """In a new process, once its charts lie in the cache."""
    code = (
        "import sys; from briefing.cli.main import cli; from briefing.cli.boundary import run; "
        "assert run(cli, sys.argv[1:]) == 0; print('matplotlib' in sys.modules)"
    )
    command = [sys.executable, "-c", code, "build", "-a", "ngo", "-q", "--out-dir", str(tmp_path)]
    seen = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()[-1]
        for _ in range(2)
    ]
    assert seen == ["True", "False"]
