"""A sheet of paper and its margins."""

from __future__ import annotations

from briefing.document import Paper


def test_the_text_width_is_between_the_margins() -> None:
    """The sheet less its left and right margins."""
    paper = Paper("a4", 595.0, 842.0, left=51.0, right=44.0, top=54.0, bottom=50.0)
    assert paper.text_width == 500.0
