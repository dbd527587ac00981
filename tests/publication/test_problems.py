"""Problems are shown with the author's line, as far as that helps."""

from __future__ import annotations

import pytest

from briefing.diagnostics import PublicationError
from briefing.document import Where
from briefing.publication.problems import Problems


def shown(line: str, column: int) -> str:
    """The message about a problem in the only line of a file."""
    problems = Problems()
    problems.know("a.csv", [line])
    problems.add("wrong", Where("a.csv", 1, column))
    with pytest.raises(PublicationError) as caught:
        problems.raise_any()
    return str(caught.value)


def test_nothing_is_raised_without_a_problem() -> None:
    """A publication with nothing wrong in it passes."""
    Problems().raise_any()


def test_a_tab_does_not_move_the_caret() -> None:
    """A tab is shown one column wide, as it is counted."""
    assert shown("\tx", 2) == "a.csv:1:2: error: wrong\n     x\n     ^"


def test_a_long_line_is_cut_or_left_out() -> None:
    """A line is shown up to 100 characters, and not at all where the caret would be beyond."""
    assert shown("x" * 300, 100).split("\n")[1] == "    " + "x" * 100
    assert shown("x" * 300, 101) == "a.csv:1:101: error: wrong"
