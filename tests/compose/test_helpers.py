"""What each helper prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.document import Chronology, Fact, Helplines, Paragraph, Quote, Text, plain_text
from tests.compose.files import composed, paragraph, section_blocks

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ('fact("total-2023")', "36,210,368"),
        ('fact("total-2023", style="short")', f"36.2{NBSP}million"),
        ('fact("girls")', "57%"),
        ('fact("three", style="words")', "three"),
        ('fact("ages")', "18"),
        ('fact("age-range")', "18–20"),
        ('fact("members")', "over 200"),
        ('fact("members", qualifier=False)', "200"),
        ('fact("few")', "less than 10"),
        ('change("total-2019", "total-2023")', "113%"),
        ('change("total-2019", "total-2023", style="words")', "more than doubled"),
        ('change("total-2023", "total-2019")', "53%"),
        ('change("boys", "girls")', "9 percentage points"),
        ('change("total-2023", "members")', "about 100%"),
        ('ratio("total-2019", "total-2023")', "2.1 times"),
        ('ratio("total-2019", "total-2023", style="words")', "more than double"),
        ('share("total-2019", "total-2023")', "47%"),
        ('share("total-2019", "total-2023", style="words")', "almost half"),
        ('compare("girls", "boys")', "higher than"),
        ('compare("boys", "girls")', "lower than"),
        ('compare("girls", "girls")', "about the same as"),
    ],
)
def test_value(tmp_path: Path, expression: str, text: str) -> None:
    """A helper prints a Fact, never bare text."""
    children = paragraph(tmp_path, f"It is {{{{ {expression} }}}} here.\n").children
    assert isinstance(children[1], Fact)
    assert children[1].text == text


@pytest.mark.parametrize(
    ("fact", "text"),
    [("total-2023", "2023"), ("total-2024-h1", "first half of 2024"), ("hosting", "2019–2022")],
)
def test_period(tmp_path: Path, fact: str, text: str) -> None:
    """A period is plain words: nothing is cited for it."""
    block = paragraph(tmp_path, f"In {{{{ period('{fact}') }}}} too.\n")
    assert [child.type for child in block.children] == ["text"]
    assert plain_text(block.children) == f"In {text} too."


def test_period_with_a_day(tmp_path: Path) -> None:
    """The day of a date can be traced to its fact, though nothing is cited."""
    block = paragraph(tmp_path, "On {{ period('three') }} too.\n")
    assert isinstance(fact := block.children[1], Fact)
    assert (fact.text, fact.facts, fact.sources) == ("3\N{NO-BREAK SPACE}May 2021", ("three",), ())


def test_plain_fact(tmp_path: Path) -> None:
    """A fact knows its id, source, number and unit, and is no calculation."""
    fact = paragraph(tmp_path, 'It is {{ fact("girls") }} here.\n').children[1]
    assert fact == Fact("57%", ("girls",), ("ei",), value=57, unit="percent")


def test_calculation_of_a_helper(tmp_path: Path) -> None:
    """A change says that it is our calculation, and from what."""
    fact = paragraph(tmp_path, 'It is {{ change("boys", "disabled") }}.\n').children[1]
    assert isinstance(fact, Fact)
    assert fact.facts == ("boys", "disabled")
    assert fact.sources == ("ei", "press")
    assert fact.calculation == "our calculation from 48% (2021) and over 57% (2021)"
    assert fact.doubtful


def test_calculation_of_a_fact(tmp_path: Path) -> None:
    """A fact of ours cites the sources of its inputs, and is as doubtful as they are."""
    text = 'It is {{ fact("daily") }} and {{ fact("daily-weak") }}.\n'
    sure, weak = (c for c in paragraph(tmp_path, text).children if isinstance(c, Fact))
    assert (sure.facts, sure.sources) == (("daily", "total-2023"), ("ncmec",))
    assert sure.calculation == "our calculation from 36,210,368 (2023)"
    assert (sure.doubtful, weak.doubtful) == (False, True)


@pytest.mark.parametrize(
    ("fact", "doubtful"), [("girls", False), ("disabled", True), ("weak", True), ("daily", False)]
)
def test_doubtful(tmp_path: Path, fact: str, doubtful: bool) -> None:
    """An original not seen or a low confidence makes a value and its citation doubtful."""
    block = paragraph(tmp_path, f"It is {{{{ fact('{fact}') }}}}.\n")
    assert isinstance(block.children[1], Fact)
    assert block.children[1].doubtful is doubtful
    assert block.children[3].type == "citation"
    assert block.children[3].doubtful is doubtful
    assert ("†" in plain_text(block.children)) is doubtful


def test_names(tmp_path: Path) -> None:
    """A name of the edition prints its words."""
    block = paragraph(tmp_path, "The {{ place }} edition for the {{ audience }}.\n")
    assert plain_text(block.children) == "The World edition for the government."


def test_capital_at_the_start_of_a_sentence(tmp_path: Path) -> None:
    """What a helper prints gets a capital where it opens a sentence."""
    text = '{{ fact("members") }} came. {{ fact("members") }} left with {{ fact("members") }}.\n'
    assert plain_text(paragraph(tmp_path, text).children).startswith(
        "Over 200 came.[2] Over 200 left with over 200."
    )


def test_quote(tmp_path: Path) -> None:
    """A verbatim quote stands in quotation marks with its speaker and citation."""
    (block,) = section_blocks(composed(tmp_path, '{{ quote("will") }}\n'))
    assert isinstance(block, Quote)
    assert plain_text(block.children) == "“We can and will prevent it.”"
    assert plain_text(block.attribution) == "Director, An alliance[2]"


def test_chronology(tmp_path: Path) -> None:
    """Events stand oldest first, their dates in words, each with its source."""
    (block,) = section_blocks(composed(tmp_path, "{{ chronology() }}\n"))
    assert isinstance(block, Chronology)
    assert [item.date for item in block.items] == ["1998", "3\N{NO-BREAK SPACE}May 2021"]
    assert plain_text(block.items[1].children) == "A site is closed.[2]"


def test_helplines(tmp_path: Path) -> None:
    """A helpline is printed by address, and its number nowhere."""
    briefing = composed(tmp_path, "{{ helplines() }}\n")
    (block,) = section_blocks(briefing)
    assert isinstance(block, Helplines)
    assert block.items[0].url == "https://www.example.org"
    assert "555 0100" not in repr(briefing)


def test_text_of_the_author_is_kept(tmp_path: Path) -> None:
    """Lines of a paragraph are joined by a space, and nothing is changed typographically."""
    block = paragraph(tmp_path, 'One "line"...\nand -- another.\n')
    assert isinstance(block, Paragraph)
    assert [type(child) for child in block.children] == [Text]
    assert plain_text(block.children) == 'One "line"... and -- another.'
