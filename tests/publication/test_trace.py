"""A trace tells which questions a changed publication answers otherwise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.publication import Publication, Questions, Trace, load
from tests.small_publication import FILES, changed, write

FACTS = "data/facts.csv"
SERIES = "data/series/reports.csv"
SECTION = "data/sections/en/first.md"


@pytest.fixture
def trace(publication: Publication) -> Trace:
    """The trace of some questions to the small publication."""
    trace = Trace()
    questions = Questions(publication, trace)
    questions.settings()
    questions.fact("reports-2023")
    questions.fact("reports-2024")
    questions.rows("reports", {"place": ("ken",)})
    questions.sections("readers", "ken", "en")
    questions.helplines("readers", "ken")
    questions.chart("reports-by-place")
    questions.audience("readers")
    return trace


def test_the_same_publication_answers_the_same(trace: Trace, tmp_path: Path) -> None:
    """Read again from another folder, nothing has changed."""
    assert trace.changed(load(write(tmp_path / "again"))) == ()


def test_moved_text_changes_nothing(trace: Trace, tmp_path: Path) -> None:
    """Comments and blank lines move every place, and no answer."""
    moved = {path: "# comment\n" + FILES[path] for path in FILES if path.endswith(".toml")}
    moved[SERIES] = FILES[SERIES].replace("\n", "\n\n")
    moved[SECTION] = FILES[SECTION].replace("order: 10\n", "order: 10\n\n# comment\n")
    assert trace.changed(load(write(tmp_path / "moved", **moved))) == ()


def test_a_changed_value_is_named(trace: Trace, tmp_path: Path) -> None:
    """Only the questions whose answer holds the value are named."""
    other = load(write(tmp_path / "other", **changed(FACTS, "36200000", "36200001")))
    assert trace.changed(other) == ('fact("reports-2023")',)


def test_an_addition_is_seen(trace: Trace, tmp_path: Path) -> None:
    """A look-up that found nothing, and a selection, are named when something is added."""
    added = {
        FACTS: FILES[FACTS] + "reports-2024,reports,20500000,,2024,world,,hotline,,high,,\n",
        SERIES: FILES[SERIES] + "reports,2024,ken,,9000,,hotline,medium,\n",
    }
    assert trace.changed(load(write(tmp_path / "added", **added))) == (
        'fact("reports-2024")',
        'rows("reports", {"place": ["ken"]})',
    )


def test_a_removal_is_seen(trace: Trace, tmp_path: Path) -> None:
    """A section that is gone changes the sections of its edition."""
    gone = {"data/sections/en/kenya.md": None}
    changes = trace.changed(load(write(tmp_path / "gone", **gone)))
    assert changes == ('sections("readers", "ken", "en")',)


def test_another_order_is_a_change(trace: Trace, tmp_path: Path) -> None:
    """The same rows in another order are another answer."""
    header, *rows = FILES[SERIES].splitlines(keepends=True)
    turned = {SERIES: header + "".join(reversed(rows))}
    changes = trace.changed(load(write(tmp_path / "turned", **turned)))
    assert changes == ('rows("reports", {"place": ["ken"]})',)


def test_a_trace_can_be_written_down(trace: Trace, publication: Publication) -> None:
    """As JSON and back a trace is equal, and still knows how to ask."""
    again = Trace(json.loads(json.dumps(dict(trace))))
    assert again == trace
    assert again.changed(publication) == ()


def test_a_question_that_nobody_knows_has_changed(publication: Publication) -> None:
    """A trace of another version, or a damaged one, never counts as unchanged."""
    questions = ["colour(1)", "fact(", 'fact("a", "b")', "", 'rows("reports", {"x": []})']
    trace = Trace(dict.fromkeys(questions, "0" * 64))
    assert trace.changed(publication) == tuple(questions)


def test_hashes_are_those_of_any_process(trace: Trace, tmp_path: Path) -> None:
    """Another process, with another hash seed, makes the same trace."""
    write(tmp_path / "same")
    code = (
        "import json, sys; from pathlib import Path; from briefing.publication import load, Trace;"
        "trace = Trace(json.loads(sys.argv[2])); print(trace.changed(load(Path(sys.argv[1]))))"
    )
    arguments = [str(tmp_path / "same"), json.dumps(dict(trace))]
    done = subprocess.run(
        [sys.executable, "-R", "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    assert done.stdout == "()\n"
