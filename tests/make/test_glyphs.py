"""Where a character stands that no font has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.compose import compose
from briefing.diagnostics import Problem, RenderError
from briefing.document import Edition, Where
from briefing.make.glyphs import with_place
from briefing.publication import load
from briefing.typeset import typesetter_of
from briefing.typeset.shape import missing_glyph
from tests import shipped, small_publication
from tests.small_publication import changed
from tests.whole_publication import section

AUDIENCE = "data/audiences/readers.toml"
BLOCK = Where("block.md", 1, 1)

WRITTEN = {
    "section": (section("Words\nwith 儿 in them.\n"), "data/sections/en/first.md:6:6"),
    "strong": (section("Words **with 儿** in.\n"), "data/sections/en/first.md:5:14"),
    "title": (changed(AUDIENCE, 'title = "Reports', 'title = "儿 Reports'), f"{AUDIENCE}:3:10"),
    "label": (changed(AUDIENCE, "Told somebody", "Told 儿"), f"{AUDIENCE}:16:15"),
    "lead": (
        changed("data/recommendations.csv", "Listen.", "儿."),
        "data/recommendations.csv:2:18",
    ),
    "chart": (
        changed("data/charts/reports-by-place.toml", "Kenya", "儿"),
        "data/charts/reports-by-place.toml:8:10",
    ),
    "source": (changed("data/sources.csv", "Annual", "儿"), "data/sources.csv:2:22"),
    "publisher": (changed("data/sources.csv", "The Hotline", "The 儿"), "data/sources.csv:2:13"),
    "title of all": (changed("briefing.toml", "Small", "儿"), "briefing.toml:2:10"),
}


def placed(folder: Path, problem: Problem, **files: str) -> Problem:
    """The problem with its place, in the small publication with files overridden."""
    publication = load(small_publication.write(folder, **files))
    briefing = compose(publication, Edition("readers"))
    return with_place(RenderError(problem), publication, briefing).problems[0]


def missing(character: str) -> Problem:
    """What the typesetter tells of a character."""
    face = typesetter_of(shipped.theme().fonts).faces["sans"]
    return replace(missing_glyph(character, face), where=BLOCK, block="paragraph 3")


@pytest.mark.parametrize("case", WRITTEN)
def test_place(tmp_path: Path, case: str) -> None:
    """The place is that of the character, wherever it was written, with the author's line."""
    files, place = WRITTEN[case]
    problem = placed(tmp_path, missing("儿"), **files)
    assert str(problem.where) == place
    assert problem.block == "paragraph 3"
    assert problem.where is not None
    if problem.line:
        assert problem.line[(problem.where.column or 1) - 1] == "儿"


def test_not_written(tmp_path: Path) -> None:
    """A character that stands in no file keeps the place of its block."""
    assert placed(tmp_path, missing("儿")).where == BLOCK


def test_other_problems(tmp_path: Path) -> None:
    """Another problem stays as it is."""
    problem = Problem("a piece (U+513F) does not fit", BLOCK)
    assert placed(tmp_path, problem, **section("儿\n")) == problem
