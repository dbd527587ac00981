"""Unsourced numbers and doubtful values."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.checks.numbers import doubtful_when_released, unsourced_numbers
from briefing.document import Paragraph, Text, Where
from tests.checks.briefings import composed, of_blocks, pointed_at, told
from tests.small_publication import FILES, changed
from tests.whole_publication import RELEASED, section

SECTION = "data/sections/en/first.md"
AUDIENCE = "data/audiences/readers.toml"
ASKS = "data/recommendations.csv"

SOURCED = {
    "no number": "Nothing is counted.\n",
    "a fact": 'They had {{ fact("reports-2023") }} and {{ fact("told-somebody") }} of them.\n',
    "a period": 'In {{ period("polled-ages") }} it was {{ fact("polled-ages") }}.\n',
    "a calculation": 'It {{ change("reports-2022", "reports-2023") }}.\n',
    "a year": "In 2023, and from 1999 to 2001, or 2019–2022.\n",
    "a citation": 'They say so {{ cite("hotline") }}.\n',
    "a number in words": "Seven of them.\n",
    "an address": "See [the page](https://example.org/12/34).\n",
    "a chart": '{{ chart("reports-by-year") }}\n',
    "helplines and dates": "{{ helplines() }}\n\n{{ chronology() }}\n",
}


@pytest.mark.parametrize("case", SOURCED)
def test_sourced(tmp_path: Path, case: str) -> None:
    """What a fact produced, a year, and the program's own words are no unsourced numbers."""
    assert unsourced_numbers(*composed(tmp_path, **section(SOURCED[case]))) == []


UNSOURCED = {
    "plain": ("There were 12.\n", ["5:12 12"]),
    "at the start": ("12 of them.\n", ["5:1 12"]),
    "on the next line": ("There\nwere 12 and\n13.\n", ["6:6 12", "7:1 13"]),
    "with separators": ("Some 3,400.50 of them.\n", ["5:6 3,400.50"]),
    "no year": ("In 1899 or 20231.\n", ["5:4 1899", "5:12 20231"]),
    "other digits": ("Some ١٢ of them.\n", ["5:6 ١٢"]),
    "after a fact": ('The {{ fact("reports-2023") }} reports, 12 a day.\n', ["5:41 12"]),
    "twice the same": ("The 12 of 12, 2.\n", ["5:5 12", "5:11 12", "5:15 2"]),
    "after a place": ("In {{ place }} some 12.\n", ["5:21 12"]),
    "after an expression with it": (
        'In {{ period("reports-2023") }}, 20 of 2023.\n',
        ["5:34 20"],
    ),
    "many the same": ("1 1, 1 1 1 or 1 of 1.\n", [f"5:{at} 1" for at in (1, 3, 6, 8, 10, 15, 20)]),
    "strong": ("Some **12 of** 13.\n", ["5:8 12", "5:16 13"]),
    "link": ("See [page 12](https://example.org/13) or 14.\n", ["5:11 12", "5:42 14"]),
    "heading": ("## The 12\n", ["5:8 12"]),
    "list": ("- one 5\n- two 5\n", ["5:7 5", "6:7 5"]),
    "table": ("| a | b |\n|---|---|\n| 5 | 5 |\n", ["7:3 5", "7:7 5"]),
    "quote of the author": ("> Some 12\n> or 13.\n", ["5:8 12", "6:6 13"]),
    "condition": ("{% if 1 < 2 %}Some 12{% endif %} or 13.\n", ["5:20 12", "5:37 13"]),
}


@pytest.mark.parametrize("case", UNSOURCED)
def test_unsourced_in_a_section(tmp_path: Path, case: str) -> None:
    """An unsourced number is told with the line and column of its first digit."""
    text, expected = UNSOURCED[case]
    problems = unsourced_numbers(*composed(tmp_path, **section(text)))
    wanted = [
        f'{SECTION}:{place} unsourced number "{number}"'
        for place, _, number in (each.partition(" ") for each in expected)
    ]
    assert told(problems) == wanted
    for problem, each in zip(problems, expected, strict=True):
        number = each.partition(" ")[2]
        assert pointed_at(problem, len(number)) == number


def test_unsourced_in_an_audience(tmp_path: Path) -> None:
    """The texts of an audience's file are looked at: message, heading, label, note."""
    text = FILES[AUDIENCE]
    for old, new in (
        ("More people report", "In {{ place }}, 7 people report"),
        ("What readers can do", "What 3 readers can do"),
        ("Told somebody", "Told 4 others"),
        ("Reports, not children", "Reports, not 5 children"),
    ):
        text = text.replace(old, new)
    problems = unsourced_numbers(*composed(tmp_path, **{AUDIENCE: text}))
    lines = text.split("\n")
    found = []
    for problem in problems:
        assert problem.where is not None
        found.append(lines[problem.where.line - 1][problem.where.column - 1])
    assert sorted(found) == ["3", "4", "5", "7"]


def test_unsourced_in_a_recommendation(tmp_path: Path) -> None:
    """Lead and text of a recommendation are looked at; doubled quotes move nothing."""
    text = FILES[ASKS].replace("Report it.", "Report it 1 time.").replace("at last.", "at last 12.")
    problems = unsourced_numbers(*composed(tmp_path, **{ASKS: text}))
    assert [str(problem.where) for problem in problems] == [f"{ASKS}:3:28", f"{ASKS}:2:85"]
    assert [pointed_at(problem, 2) for problem in problems] == ["1 ", "12"]


def test_words_of_others(tmp_path: Path) -> None:
    """Numbers of quotes.csv and chronology.csv carry their source."""
    files = {
        **section('{{ quote("founder") }}\n\n{{ chronology() }}\n'),
        **changed("data/quotes.csv", "Each report", "Each of 12 reports"),
        **changed("data/chronology.csv", "is founded.", "is founded by 3 people."),
    }
    assert unsourced_numbers(*composed(tmp_path, **files)) == []


def test_own_words_about_the_publication(tmp_path: Path) -> None:
    """What the author writes about the publication is looked at, the program's words are not."""
    files = {
        "data/sections/en/about.md": "---\naudiences: [readers]\norder: 9\nrole: about\n---\n"
        "We are 12 people.\n"
    }
    problems = unsourced_numbers(*composed(tmp_path, **files))
    assert told(problems) == ['data/sections/en/about.md:6:8 unsourced number "12"']


@pytest.mark.parametrize(
    ("state", "severity"),
    [("draft", "warning"), ("review", "warning"), ("released", "error"), ("corrected", "error")],
)
def test_severity(tmp_path: Path, state: str, severity: str) -> None:
    """An unsourced number is a warning until the publication is released."""
    publication, _ = composed(tmp_path)
    words = Paragraph((Text("Some 12", where=Where("a.md", 3, 5)),))
    problems = unsourced_numbers(publication, of_blocks(words, state=state))
    assert [(str(each.where), each.severity) for each in problems] == [("a.md:3:10", severity)]


DOUBTFUL = changed("data/sources.csv", "citation,high,seen", "citation,high,seed")


def test_doubtful_in_a_draft(tmp_path: Path) -> None:
    """A draft may print what somebody must still check."""
    assert doubtful_when_released(*composed(tmp_path, **DOUBTFUL)) == []


def test_checked_when_released(tmp_path: Path) -> None:
    """A released publication whose values are checked is right."""
    assert doubtful_when_released(*composed(tmp_path, **RELEASED)) == []


def test_doubtful_when_released(tmp_path: Path) -> None:
    """Each doubtful fact and chart of what is released is told once, where it is printed."""
    problems = doubtful_when_released(*composed(tmp_path, **DOUBTFUL, **RELEASED))
    assert all(problem.severity == "error" for problem in problems)
    assert told(problems) == [
        f'{AUDIENCE}:3:18 "reports-2022, reports-2023" is doubtful: '
        "low confidence, or its original was not found",
        *(
            f'{AUDIENCE}:{line}:3 "{facts}" is doubtful: '
            "low confidence, or its original was not found"
            for line, facts in (
                (8, "reports-2023"),
                (14, "told-somebody"),
                (18, "reports-a-day, reports-2023"),
            )
        ),
        f'{AUDIENCE}:5:17 the chart "reports-by-year" draws doubtful values: '
        "low confidence, or its original was not found",
        f'{SECTION}:9:1 the chart "reports-by-place" draws doubtful values: '
        "low confidence, or its original was not found",
    ]


def test_doubtful_row(tmp_path: Path) -> None:
    """One row of low confidence makes its chart doubtful."""
    series = "data/series/reports.csv"
    low = changed(
        series, "reports,2023,ken,,8400,,hotline,medium", "reports,2023,ken,,8400,,hotline,low"
    )
    problems = doubtful_when_released(*composed(tmp_path, **low, **RELEASED))
    assert [problem.message.partition(" draws")[0] for problem in problems] == [
        'the chart "reports-by-place"'
    ]
