"""Every problem names the place of its braces, and how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.compose import compose
from briefing.diagnostics import ComposeError, Problem, UsageError
from briefing.document import Edition
from tests.compose.files import EVIDENCE, FILES, composed, publication


def problems(folder: Path, text: str = "", **changes: str) -> tuple[Problem, ...]:
    """What is wrong with an edition."""
    with pytest.raises(ComposeError) as caught:
        composed(folder, text, **changes)
    return caught.value.problems


@pytest.mark.parametrize(
    ("expression", "message", "hint"),
    [
        ('fact("gils")', 'there is no fact "gils"', 'did you mean "girls"?'),
        ('cite("iwg")', 'there is no source "iwg"', 'did you mean "iwf"?'),
        ('change("gils", "boys")', 'there is no fact "gils"', 'did you mean "girls"?'),
        ('fact("girls", style="long")', 'fact() has no style "long"', 'known: "full", "short"'),
        ('fact("girls", qualifier=1)', "fact() has no qualifier 1", "known: True, False"),
        ("fact(1)", 'fact() takes "id" in quotes', 'write fact("id"'),
        ('fact(fact("girls"))', 'fact() takes "id" in quotes', 'write fact("id"'),
        ('fact(period("girls"))', 'there is no fact "2021"', ""),
        (
            'change("girls", "total-2023")',
            '"girls" and "total-2023" have different units: percent, count',
            "set values of one measure",
        ),
        (
            'change("girls", "weak")',
            '"girls" and "weak" have different units: percent, count',
            "set values of one measure",
        ),
        (
            'change("few", "total-2023")',
            'nothing can be worked out from "few": it is no single known number',
            "print the values themselves",
        ),
        (
            'ratio("age-range", "ages")',
            'nothing can be worked out from "age-range": it is no single known number',
            "print the values themselves",
        ),
        (
            'share("total-2023", "total-2019")',
            '"total-2023" is no part of "total-2019": it is larger',
            "",
        ),
        ('row("x")', "row() stands only in a chart's headline", ""),
        ("1 < 2", "this expression prints nothing", "print a value with a helper"),
        ('"5 million"', "this expression prints nothing", "print a value with a helper"),
        ('chart("years")', "chart() stands alone in a paragraph of its own", "put an empty line"),
        ("place.name", "an attribute (a dot after a name) is not allowed in an expression", ""),
    ],
)
def test_expression(tmp_path: Path, expression: str, message: str, hint: str) -> None:
    """A wrong expression is shown at its braces, with the author's line."""
    line = f"Then {{{{ {expression} }}}} came."
    (problem,) = problems(tmp_path, f"First\n{line}\n")
    assert problem.message == message
    assert str(problem.where) == f"{EVIDENCE}:6:6"
    assert problem.hint.startswith(hint)
    assert problem.line == line
    assert problem.edition == "government--world--en--a4--office"


PLACES = {
    "paragraph": ("{{ oops }}\n", "5:1"),
    "after emphasis": ("A *b* {{ oops }}\n", "5:7"),
    "heading": ("## A {{ oops }} b ##\n", "5:6"),
    "item": ("- a\n- b {{ oops }}\n", "6:5"),
    "numbered item": ("1. a\n2. b\n   {{ oops }}\n", "7:4"),
    "quote": ("> a\n> b {{ oops }}\n", "6:5"),
    "table header and cells": (
        "| a | {{ x }} |\n|---|---|\n| {{ x }} | {{ x }} |\n",
        "5:7 7:3 7:13",
    ),
    "link": ("See [a {{ oops }}](https://example.org).\n", "5:8"),
    "strong": ("So **a {{ oops }}** it is.\n", "5:8"),
    "other language": ("So [a {{ oops }} b]{lang=fr} {{ x }}.\n", "5:7 5:30"),
    "second line": ("First\nand {{ oops }}\n", "6:5"),
    "over two lines": ("First {{\noops }}\n", "5:7"),
    "two on a line": ("{{ a }} and {{ b }}\n", "5:1 5:13"),
    "own paragraph": ('a\n\n{{ chart("nope") }}\n', "7:1"),
    "condition": ("A {% if oops %}b{% endif %}\n", "5:3"),
    "condition around blocks": ("{% if oops %}\n\na\n\n{% endif %}\n", "5:1"),
    "left out words": ("A {% if 1 > 2 %}{{ oops }}{% endif %}\n", "5:17"),
    "left out blocks": ("{% if 1 > 2 %}\n\n- {{ oops }}\n\n{% endif %}\n", "7:3"),
}


@pytest.mark.parametrize("case", PLACES)
def test_place(tmp_path: Path, case: str) -> None:
    """The place of an expression is found wherever Markdown lets it stand."""
    text, expected = PLACES[case]
    found = problems(tmp_path, text)
    assert [str(p.where).removeprefix(f"{EVIDENCE}:") for p in found] == expected.split()


MARKDOWN = {
    "html": ("A <b>c</b>.\n", "raw HTML cannot be printed", "5:3"),
    "html block": ("<div>\n</div>\n", "raw HTML cannot be printed", "5:1"),
    "image": ("See ![a](b.png).\n", "an image cannot be printed", "5:"),
    "code": ("A `b`.\n", "code cannot be printed", "5:"),
    "fence": ("```\na\n```\n", "a block of code cannot be printed", "5:1"),
    "rule": ("a\n\n***\n", "a rule cannot be printed", "7:1"),
    "title": ("# A\n", "a heading of level 1 cannot stand in a section", "5:1"),
    "deep heading": ("#### A\n", "a heading of level 4 cannot stand in a section", "5:1"),
    "nested list": ("- a\n  - b\n", "a list cannot stand inside another block", "6:3"),
    "list in a quote": ("> - a\n", "a list cannot stand inside another block", "5:"),
    "two paragraphs": ("- a\n\n  b\n", "a list item of several paragraphs", "5:1"),
    "unclosed": ("A {{ b.\n", "this {{ is not closed", "5:3"),
    "unclosed tag": ("A {% if b.\n", "this {% is not closed", "5:3"),
    "unended": ("A {% if 1 %} b.\n", "this {% if %} is not ended in its paragraph", "5:3"),
    "unended blocks": ("{% if 1 %}\n\na\n", "this {% if %} is not ended", "5:1"),
    "not begun": ("A {% endif %} b.\n", "this {% endif %} ends nothing", "5:3"),
    "not begun blocks": ("a\n\n{% endif %}\n", "this {% endif %} ends nothing", "7:1"),
    "loop": ("{% for x in y %}\n\na\n", 'there is no tag "for"', "5:1"),
    "else": ("A {% else %} b.\n", 'there is no tag "else"', "5:3"),
    "address": ("[a](https://e.org/{{x}})\n", "an expression cannot stand in an address", "5:1"),
    "language": ("[a b]{lang=German}\n", '"German" is no language', "5:"),
    "no language": ("A [a b]{lang=}\n", '"" is no language', "5:"),
    "short address": ("[a](b.html)\n", '"b.html" is no full address', "5:1"),
    "value in header": (
        '| {{ fact("girls") }} |\n|---|\n| a |\n',
        "a table's header is plain words",
        "5:3",
    ),
    "counts from": ("3. a\n", "a numbered list counts from 1", "5:1"),
    "paraphrase": ('{{ quote("seed") }}\n', 'the quote "seed" is not verbatim', "5:1"),
    "unknown quote": ('{{ quote("wil") }}\n', 'there is no quote "wil"', "5:1"),
    "misspelt id": (
        'A {% if audience == "goverment" %}b{% endif %}\n',
        'unknown audience "goverment"',
        "5:3",
    ),
    "misspelt id, the other way round": (
        'A {% if "wrld" != place %}b{% endif %}\n',
        'unknown place "wrld"',
        "5:3",
    ),
    "curly quotes": (
        "A {{ fact(\u201cgirls\u201d) }}\n",
        "curly quotation mark \u201c",
        "5:3",
    ),
    "mixed kinds": (
        "A {% if place > 1 %}b{% endif %}\n",
        '"world" cannot be compared with 1',
        "5:3",
    ),
}


@pytest.mark.parametrize("case", MARKDOWN)
def test_markdown(tmp_path: Path, case: str) -> None:
    """What cannot be printed is an error with its place, never left out in silence."""
    text, message, place = MARKDOWN[case]
    found = problems(tmp_path, text)[0]
    assert found.message.startswith(message)
    assert str(found.where).removeprefix(f"{EVIDENCE}:").startswith(place)


def test_all_problems_at_once(tmp_path: Path) -> None:
    """Problems of several files are raised together."""
    chart = FILES["data/charts/tools.toml"].replace('row("hash")', 'row("hush")')
    audience = FILES["data/audiences/government.toml"].replace("'total-2019'", "'nope'")
    changes = {"data/charts/tools.toml": chart, "data/audiences/government.toml": audience}
    found = problems(tmp_path, '{{ oops }}\n\n{{ chart("tools") }}\n', **changes)
    assert [str(problem.where) for problem in found] == [
        "data/audiences/government.toml:3:18",
        f"{EVIDENCE}:5:1",
        "data/charts/tools.toml:10:42",
    ]


def test_place_in_other_files(tmp_path: Path) -> None:
    """Texts of audiences and recommendations are placed in their own files."""
    audience = FILES["data/audiences/government.toml"]
    audience = audience.replace("reports in {{", "{{ oops }} in {{")
    asks = FILES["data/recommendations.csv"].replace("fact('girls')", "fact('gils')")
    changes = {"data/audiences/government.toml": audience, "data/recommendations.csv": asks}
    found = problems(tmp_path, **changes)
    assert [str(problem.where) for problem in found] == [
        "data/audiences/government.toml:11:10",
        "data/recommendations.csv:3:48",
    ]


@pytest.mark.parametrize(
    ("edition", "message", "hint"),
    [
        (Edition("goverment"), 'there is no audience "goverment"', "government"),
        (Edition("government", "kan"), 'there is no place "kan"', 'did you mean "ken"?'),
        (Edition("government", "ata"), 'there is no edition for the place "ata"', "list places"),
        (Edition("government", language="fr"), 'no messages in the language "fr"', "known: en"),
    ],
)
def test_usage(tmp_path: Path, edition: Edition, message: str, hint: str) -> None:
    """An audience, place or language that is not there is a usage error with the nearest."""
    made = publication(tmp_path)
    with pytest.raises(UsageError) as caught:
        compose(made, edition)
    assert message in caught.value.problems[0].message
    assert hint in caught.value.problems[0].hint
