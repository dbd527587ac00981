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


def test_a_long_line_is_cut_around_its_caret() -> None:
    """Up to 100 characters are shown, with an ellipsis for what is cut on either side."""
    assert shown("x" * 101, 1).split("\n")[1:] == [f"    {'x' * 99}\u2026", "    ^"]
    line = "a" * 300 + "b" + "c" * 300
    text, caret = shown(line, 301).split("\n")[1:]
    assert (len(text), text[4], text[-1]) == (104, "\u2026", "\u2026")
    assert text[caret.index("^")] == "b"
    text, caret = shown(line, 601).split("\n")[1:]
    assert text.endswith("c" * 50)
    assert (text[4], caret.index("^")) == ("\u2026", 103)


def test_the_caret_stands_under_wide_and_joined_letters() -> None:
    """A Chinese letter takes two columns, an accent of its own and a mark of no width none."""
    assert shown("\u5152\u7ae5x", 3).split("\n")[2] == "        ^"
    assert shown("e\u0301\u200bx", 4).split("\n")[2] == "     ^"


def test_a_control_character_does_nothing_to_the_terminal() -> None:
    """It is shown as a mark of its own."""
    assert shown("a\x1b[31mx", 7).split("\n")[1:] == ["    a\ufffd[31mx", "          ^"]


def told(*places: tuple[str, int, str]) -> list[str]:
    """The messages about problems in these files, on these lines, with these words."""
    problems = Problems()
    for path, line, message in places:
        problems.add(message, Where(path, line, 1), "mend it")
    with pytest.raises(PublicationError) as caught:
        problems.raise_any()
    return [str(problem).replace("\n  hint:", ";") for problem in caught.value.problems]


def test_the_same_message_three_times_is_told_three_times() -> None:
    """Each with its own place."""
    assert len(told(*(("a.csv", line, "wrong") for line in (2, 3, 4)))) == 3


def test_the_same_message_more_often_is_told_once() -> None:
    """With the lines on which it stands, or some of them, beside what is told of other files."""
    places = [("a.csv", line, "wrong") for line in range(2, 6)]
    assert told(*places, ("b.csv", 2, "wrong")) == [
        "a.csv:2:1: error: wrong; mend it; the same on line 3, 4, 5",
        "b.csv:2:1: error: wrong; mend it",
    ]
    many = [("a.csv", line, "wrong") for line in range(2, 400)]
    assert told(*many) == [
        "a.csv:2:1: error: wrong; mend it; the same on line 3, 4, 5, 6, 7, 8 and 391 more"
    ]


def test_a_flood_is_told_to_a_stated_number() -> None:
    """The first twenty in the order of files and lines; then how many more, and where."""
    places = [(path, line, f"wrong {line}") for path in ("b.csv", "a.csv") for line in range(2, 20)]
    found = told(*places)
    assert len(found) == 21
    assert found[0] == "a.csv:2:1: error: wrong 2; mend it"
    assert found[19] == "b.csv:3:1: error: wrong 3; mend it"
    assert found[20] == (
        "error: 16 more problems are not shown, in b.csv (16); mend these first, and run it again"
    )


def test_twenty_one_are_all_told() -> None:
    """Where one would be left, a message instead of it would be no shorter."""
    assert len(told(*(("a.csv", line, f"wrong {line}") for line in range(2, 23)))) == 21


def test_what_is_found_twice_is_told_once() -> None:
    """The same message about the same place is one."""
    assert len(told(("a.csv", 2, "wrong"), ("a.csv", 2, "wrong"))) == 1
