"""``briefing check``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests import whole_publication
from tests.cli.command import Command, assert_message
from tests.small_publication import changed

TWO_NUMBERS = whole_publication.section("There were 12,\nor some 13 of them.\n")


def test_nothing_wrong(briefing: Command, publication: Path) -> None:
    """A publication with nothing wrong passes, strictly as well."""
    outcome = briefing("check", "--strict")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == f"0 errors, 0 warnings in {publication}\n"


def test_warnings(briefing: Command, publication: Path) -> None:
    """Warnings alone pass; each points at its digit, on the line where it stands."""
    whole_publication.write(publication, **TWO_NUMBERS)
    outcome = briefing("check")
    assert outcome.code == 0
    assert_message(outcome.out)
    assert 'data/sections/en/first.md:5:12: warning: unsourced number "12"' in outcome.out
    assert 'data/sections/en/first.md:6:9: warning: unsourced number "13"' in outcome.out
    assert "    or some 13 of them.\n            ^\n" in outcome.out
    assert outcome.out.endswith(f"0 errors, 2 warnings in {publication}\n")


def test_strict(briefing: Command, publication: Path) -> None:
    """--strict lets warnings refuse, and says them even under --quiet."""
    whole_publication.write(publication, **TWO_NUMBERS)
    assert briefing("check", "--strict").code == 4
    quiet = briefing("check", "--strict", "--quiet")
    assert quiet.code == 4
    assert quiet.out.count("warning:") == 2
    assert "0 errors" not in quiet.out


def test_quiet(briefing: Command, publication: Path) -> None:
    """--quiet says errors only."""
    whole_publication.write(publication, **TWO_NUMBERS)
    assert briefing("check", "-q").out == ""
    whole_publication.write(publication, **changed("data/facts.csv", "99178", "1"))
    outcome = briefing("check", "-q")
    assert outcome.code == 1
    assert outcome.out.count("error:") == 1


def test_released(briefing: Command, publication: Path) -> None:
    """An unsourced number in a released publication is an error, strict or not."""
    whole_publication.write(publication, **TWO_NUMBERS, **whole_publication.RELEASED)
    outcome = briefing("check")
    assert outcome.code == 1
    assert outcome.out.endswith(f"2 errors, 0 warnings in {publication}\n")
    assert briefing("check", "--strict").code == 1


def test_doubtful_when_released(briefing: Command, publication: Path) -> None:
    """A doubtful fact may stand in a draft but not in what is released."""
    doubtful = changed("data/sources.csv", "citation,high,seen", "citation,high,seed")
    whole_publication.write(publication, **doubtful)
    assert briefing("check").code == 0
    whole_publication.write(publication, **doubtful, **whole_publication.RELEASED)
    outcome = briefing("check")
    assert outcome.code == 1
    assert '"told-somebody" is doubtful' in outcome.out


def test_discouraged_term(briefing: Command, publication: Path) -> None:
    """A discouraged term is a warning with what to write."""
    whole_publication.write(publication, **whole_publication.section("A bad word.\n"))
    outcome = briefing("check")
    assert outcome.code == 0
    assert 'first.md:5:3: warning: discouraged term "bad word"' in outcome.out
    assert "hint: write: good word" in outcome.out


def test_same_problem_of_two_audiences(briefing: Command, publication: Path) -> None:
    """What is wrong in the briefings of two audiences is told once."""
    readers = (publication / "data/audiences/readers.toml").read_text(encoding="utf-8")
    body = "---\naudiences: [readers, others]\norder: 10\n---\nThere were 12.\n"
    files = {"data/audiences/others.toml": readers, whole_publication.SECTION: body}
    whole_publication.write(publication, **files)
    assert briefing("check").out.count("unsourced number") == 1


def test_every_problem_of_the_files(briefing: Command, publication: Path) -> None:
    """The problems of several files are told at once, on stdout: they are the result."""
    files = {
        **changed("data/facts.csv", "reports-2022,reports,", "reports-2022,rports,"),
        **changed("briefing.toml", "licence =", "license ="),
    }
    whole_publication.write(publication, **files)
    outcome = briefing("check")
    assert (outcome.code, outcome.err) == (1, "")
    assert_message(outcome.out)
    assert 'data/facts.csv:2:14: error: unknown measure "rports"' in outcome.out
    assert 'briefing.toml:6:1: error: unknown key "license"' in outcome.out


def test_theme(briefing: Command, publication: Path) -> None:
    """The theme is held against its rules as well, and the data is still looked at."""
    theme = whole_publication.theme("after = 10", "aftr = 10")
    whole_publication.write(publication, **theme, **changed("data/facts.csv", "99178", "1"))
    outcome = briefing("check")
    assert outcome.code == 1
    assert 'unknown key "aftr"' in outcome.out
    assert '"reports-a-day" is 1,' in outcome.out


def test_unknown_default(briefing: Command, publication: Path) -> None:
    """A default that is not there is an error of briefing.toml."""
    whole_publication.write(
        publication, **changed("briefing.toml", "[defaults]", '[defaults]\npaper = "a5"')
    )
    outcome = briefing("check")
    assert outcome.code == 1
    assert 'briefing.toml:1:1: error: unknown paper "a5"' in outcome.out


def test_json(briefing: Command, publication: Path) -> None:
    """--format json is a list of objects, empty where nothing is wrong."""
    assert briefing("check", "--format", "json").out == "[]\n"
    whole_publication.write(publication, **TWO_NUMBERS)
    outcome = briefing("check", "--format", "json")
    first = json.loads(outcome.out)[0]
    assert first == {
        "severity": "warning",
        "code": "unsourced-number",
        "message": 'unsourced number "12"',
        "hint": 'print it with {{ fact("...") }}, so that it carries its source',
        "path": "data/sections/en/first.md",
        "line": 5,
        "column": 12,
    }


UNUSED = "data/charts/unused.toml"
CHART = """\
kind = "columns"
series = "reports"
x = "period"

[rows]
place = ["world"]

[headline]
say = "largest"
subject = "Reports"
"""


def test_a_chart_that_nothing_shows(briefing: Command, publication: Path) -> None:
    """What is wrong with it is an error all the same: it may be shown tomorrow."""
    whole_publication.write(publication, **{UNUSED: CHART})
    assert briefing("check").code == 0
    whole_publication.write(publication, **{UNUSED: CHART.replace("Reports", "The 77 reports")})
    outcome = briefing("check")
    assert outcome.code == 1
    assert f'{UNUSED}:10:12: error: "77" in "The 77 reports" is not in the rows' in outcome.out


def test_a_folder_that_looks_like_a_publication(
    briefing: Command, publication: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where its settings have another name, another publication is used, and that is said."""
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "briefing.toml.txt").write_text("", encoding="utf-8")
    monkeypatch.chdir(folder)
    outcome = briefing("check")
    assert (
        "warning: this folder has no briefing.toml, and another publication is used" in outcome.err
    )
    assert 'hint: name "briefing.toml.txt" briefing.toml' in outcome.err
