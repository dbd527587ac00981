"""Discouraged terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.checks.terms import discouraged_terms
from tests.checks.briefings import composed, pointed_at, told
from tests.small_publication import FILES, changed
from tests.whole_publication import section

FOUND = {
    "plain": ("A bad word.\n", ["5:3 bad word"]),
    "capitals": ("A Bad Word.\n", ["5:3 Bad Word"]),
    "several": ("Bad words.\n", ["5:1 Bad words"]),
    "twice": ("A bad word, a bad word.\n", ["5:3 bad word", "5:15 bad word"]),
    "over a line's end": ("A bad\nword.\n", ["5:3 bad word"]),
    "wide spaces": ("A bad  word.\n", ["5:3 bad word"]),
    "half in strong": ("A **bad** word.\n", ["5:5 bad word"]),
    "after a place": ("In {{ place }} a bad word.\n", ["5:18 bad word"]),
    "after a fact": ('The {{ fact("reports-2023") }} bad word reports.\n', ["5:32 bad word"]),
    "heading": ("## A bad word\n", ["5:6 bad word"]),
    "item": ("- a bad word\n", ["5:5 bad word"]),
    "cell": ("| a | b |\n|---|---|\n| a | bad word |\n", ["7:7 bad word"]),
}


@pytest.mark.parametrize("case", FOUND)
def test_found(tmp_path: Path, case: str) -> None:
    """A discouraged term is told with the line and column of its first letter."""
    text, expected = FOUND[case]
    problems = discouraged_terms(*composed(tmp_path, **section(text)))
    assert told(problems) == [
        f'data/sections/en/first.md:{place} discouraged term "{term}"'
        for place, _, term in (each.partition(" ") for each in expected)
    ]
    for problem in problems:
        assert problem.severity == "warning"
        assert problem.hint == "write: good word"
        assert pointed_at(problem, 3).lower() == "bad"


PASSED = {
    "none": "A good word.\n",
    "part of a word": "A badword, a bad wordy text, unbad word-smith? not bad: words.\n",
    "over a paragraph's end": "A bad\n\nword.\n",
}


@pytest.mark.parametrize("case", PASSED)
def test_passed(tmp_path: Path, case: str) -> None:
    """A term within a longer word, or in two paragraphs, is none."""
    text = PASSED[case].replace("unbad word-smith? ", "")
    assert discouraged_terms(*composed(tmp_path, **section(text))) == []


ELSEWHERE = {
    "recommendation": changed("data/recommendations.csv", "Listen.", "Listen to the bad word."),
    "key figure": changed("data/audiences/readers.toml", "Told somebody", "Told a bad word"),
    "headline": changed(
        "data/charts/reports-by-place.toml", "Reports rose to", "Bad words rose to"
    ),
    "subject of a headline": changed(
        "data/charts/reports-by-year.toml", 'subject = "Reports"', 'subject = "Bad words"'
    ),
    "note of a chart": changed(
        "data/charts/reports-by-year.toml", "Reports are not children.", "A bad word."
    ),
    "caveat": changed("data/measures.csv", '"reports, not children"', "a bad word"),
    "event": {
        **section("{{ chronology() }}\n"),
        **changed("data/chronology.csv", "The Hotline is founded.", "A bad word is founded."),
    },
    "helpline": {
        **section("{{ helplines() }}\n"),
        **changed("data/helplines.csv", "Find a helpline", "Find a bad word"),
    },
    "quote": {
        **section('{{ quote("founder") }}\n'),
        **changed("data/quotes.csv", "Each report", "Each bad word"),
    },
    "header of a table": section("| bad word | b |\n|---|---|\n| a | b |\n"),
}


@pytest.mark.parametrize("case", ELSEWHERE)
def test_everywhere(tmp_path: Path, case: str) -> None:
    """Every text that is printed is looked at."""
    problems = discouraged_terms(*composed(tmp_path, **ELSEWHERE[case]))
    assert problems
    assert all(problem.where is not None for problem in problems)


def test_title_of_a_box(tmp_path: Path) -> None:
    """The title of a box is looked at."""
    box = "---\naudiences: [readers]\norder: 9\nrole: reading\ntitle: A bad word\n---\nText.\n"
    problems = discouraged_terms(*composed(tmp_path, **{"data/sections/en/box.md": box}))
    assert told(problems) == ['data/sections/en/box.md:1:1 discouraged term "bad word"']


def test_titles_of_sources(tmp_path: Path) -> None:
    """A source is called what its publisher calls it."""
    source = changed("data/sources.csv", '"Annual report, 2023"', "A bad word")
    assert discouraged_terms(*composed(tmp_path, **source)) == []


def test_remark_in_brackets(tmp_path: Path) -> None:
    """What stands in brackets in terms.csv is a remark, not part of the term."""
    terms = FILES["data/terms.csv"] + "odd (as an adjective),strange,It is kinder.,hotline\n"
    files = {**section("An odd thing.\n"), "data/terms.csv": terms}
    problems = discouraged_terms(*composed(tmp_path, **files))
    assert [problem.hint for problem in problems] == ["write: strange"]
