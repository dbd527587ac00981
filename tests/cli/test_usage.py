"""Wrong usage of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import Command, assert_message

WRONG = {
    "no such command": (["bild"], 'no such command "bild"', 'did you mean "build"?'),
    "no such option": (["build", "--audiance", "x"], 'no such option "--audiance"', "--audience"),
    "no value": (["build", "-a"], 'option "-a" requires an argument', "write its value after it"),
    "no kind of list": (["list"], 'missing argument "KIND"', "audiences, charts, facts"),
    "wrong kind of list": (["list", "fact"], 'unknown list "fact"', 'did you mean "facts"?'),
    "wrong format": (["list", "facts", "--format", "cvs"], 'unknown format "cvs"', '"csv"'),
    "wrong format of show": (["show", "--format", "html"], 'unknown format "html"', "json, text"),
    "wrong format of check": (["check", "--format", "js"], 'unknown format "js"', "json, text"),
    "one too many": (["list", "facts", "x"], "got unexpected extra argument (x)", "list --help"),
    "file and folder": (
        ["build", "-a", "readers", "-o", "a.pdf", "--out-dir", "x"],
        "give --output or --out-dir, not both",
        "briefing build --help",
    ),
    "one file for two": (
        ["build", "-a", "readers", "-a", "others", "-o", "a.pdf"],
        "--output names one file, but there are several audiences",
        "briefing build --help",
    ),
    "audience": (["build", "-a", "reader"], 'unknown audience "reader"', 'you mean "readers"?'),
    "audience of show": (["show", "-a", "ngo"], 'unknown audience "ngo"', "known: readers"),
    "no audience": (["build"], "no audience given", "name one: readers"),
    "no audience to show": (["show"], "no audience given", "name one: readers"),
    "paper": (["build", "-a", "readers", "--paper", "a5"], 'unknown paper "a5"', "a4, letter"),
    "language": (["show", "-a", "readers", "--language", "xx"], 'unknown language "xx"', "known:"),
    "profile": (["build", "-a", "readers", "--profile", "press"], 'profile "press"', "office"),
    "no folder": (["check", "--publication", "no where"], '"no where"', "holds briefing.toml"),
    "a file": (["check", "--publication", "briefing.toml"], "is a file", "folder that holds it"),
    "no publication": (["check", "--publication", "data"], "has no briefing.toml", "holds"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_usage(briefing: Command, publication: Path, case: str) -> None:
    """Wrong usage is one message with its remedy on stderr, exit code 2, and no result."""
    arguments, message, remedy = WRONG[case]
    outcome = briefing(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert_message(outcome.err)
    first, _, rest = outcome.err.partition("\n")
    assert first.startswith("error: ")
    assert message in first
    assert remedy in rest
    assert outcome.err.count("error:") == 1
    assert not (publication / "out").exists()


def test_several_unknown_choices(briefing: Command, publication: Path) -> None:
    """All unknown choices are told at once."""
    outcome = briefing("build", "-a", "x", "--paper", "y", "--language", "z", "--profile", "w")
    assert outcome.code == 2
    assert outcome.err.count("error: unknown") == 4
