"""The order of headings."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.checks.structure import skipped_headings
from briefing.document import Block, Heading, Paragraph, Text, Where
from tests.checks.briefings import composed, of_blocks, told


def headings(*levels: int) -> list[Block]:
    """A heading of each level, on line 1, 2, ..., a paragraph after each."""
    blocks: list[Block] = []
    for line, level in enumerate(levels, 1):
        words = (Text(f"of level {level}"),)
        blocks.append(Heading(level, words, where=Where("a.md", line, 1)))  # type: ignore[arg-type]
        blocks.append(Paragraph(words))
    return blocks


@pytest.mark.parametrize("levels", [(1,), (1, 2, 2), (1, 2, 3, 3, 2), (1, 2, 3, 1, 2)])
def test_in_order(tmp_path: Path, levels: tuple[int, ...]) -> None:
    """Headings that go down one level at a time, and up as they like, are right."""
    publication, _ = composed(tmp_path)
    assert skipped_headings(publication, of_blocks(*headings(*levels))) == []


@pytest.mark.parametrize(
    ("levels", "line", "missing"), [((2,), 1, 1), ((1, 3), 2, 2), ((1, 2, 1, 3), 4, 2)]
)
def test_skipped(tmp_path: Path, levels: tuple[int, ...], line: int, missing: int) -> None:
    """A heading that skips a level is told with its words and place."""
    publication, _ = composed(tmp_path)
    problems = skipped_headings(publication, of_blocks(*headings(*levels)))
    assert told(problems) == [
        f'a.md:{line}:1 heading "of level {levels[line - 1]}" skips level {missing}'
    ]
    assert problems[0].severity == "error"


def test_composed(tmp_path: Path) -> None:
    """A composed briefing skips none."""
    assert skipped_headings(*composed(tmp_path)) == []
