"""Where citations stand, and how sources are numbered."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.compose.citations import clause_end
from briefing.document import Link, SourceList, Strong, plain_text
from tests.compose.files import composed, paragraph, section_blocks

NBSP = "\N{NO-BREAK SPACE}"

GIRLS, BOYS, TOTAL = '{{ fact("girls") }}', '{{ fact("boys") }}', '{{ fact("total-2023") }}'
MILLIONS = '{{ fact("total-2023", style="short") }}'

# The title, the message and the key figures have numbered: 1 ncmec, 2 iwf, 3 press; ei is 4.
CASES = {
    "at the end of the sentence": (f"In 2023 {TOTAL} came in.", "In 2023 36,210,368 came in.[1]"),
    "at the end of the clause": (
        f"In 2023 {TOTAL} came in, and more later.",
        "In 2023 36,210,368 came in,[1] and more later.",
    ),
    "value before a mark": (f"It was {TOTAL}, and grew.", "It was 36,210,368,[1] and grew."),
    "value in brackets": (f"Many ({TOTAL} in all) came.", "Many (36,210,368 in all)[1] came."),
    "brackets after the value": (
        f"Some {TOTAL} reports (not children) came.",
        "Some 36,210,368 reports (not children) came.[1]",
    ),
    "two values of one source": (
        f"It was {GIRLS} of girls and {BOYS} of boys.",
        "It was 57% of girls and 48% of boys.[4]",
    ),
    "two sources, value ends in a sign": (
        f"It was {GIRLS} of girls and {TOTAL} reports.",
        "It was 57%[4] of girls and 36,210,368 reports.[1]",
    ),
    "two sources, value ends in a digit": (
        f"It was {TOTAL} reports and {GIRLS} of girls.",
        "It was 36,210,368 reports[1] and 57% of girls.[4]",
    ),
    "two sources, value ends in a word": (
        f"It was {MILLIONS} reports and {GIRLS} of girls.",
        f"It was 36.2{NBSP}million[1] reports and 57% of girls.[4]",
    ),
    "value followed by a year": (
        f"It was {TOTAL} in 2023 and {GIRLS} then.",
        "It was 36,210,368 in 2023 and 57% then.[1][4]",
    ),
    "no mark, digit at the end": (f"It was {TOTAL}", f"It was 36,210,368{NBSP}[1]"),
    "no mark, word at the end": (f"It was {TOTAL} in all", "It was 36,210,368 in all[1]"),
    "before a dash": (f"The {TOTAL} reports – many.", "The 36,210,368 reports[1] – many."),
    "a lone citation": ('As it says {{ cite("iwf") }}, so it is.', "As it says,[2] so it is."),
    "a lone citation at the end": ('As it says. {{ cite("iwf") }}', "As it says.[2]"),
    "two clauses": (
        f"It was {GIRLS} of girls; it was {BOYS} of boys.",
        "It was 57% of girls;[4] it was 48% of boys.[4]",
    ),
    "after closing quotation marks": (
        f"They said “{TOTAL}.” So.",
        "They said “36,210,368.”[1] So.",
    ),
    "a decimal point is no mark": (f"The {TOTAL} of 2.5 kinds.", "The 36,210,368 of 2.5 kinds.[1]"),
}


@pytest.mark.parametrize("case", CASES)
def test_place(tmp_path: Path, case: str) -> None:
    """A citation stands where it disturbs the least, and never against a digit."""
    text, expected = CASES[case]
    assert plain_text(paragraph(tmp_path, text).children) == expected


def test_within_strong(tmp_path: Path) -> None:
    """A citation leaves strong text whose clause goes on."""
    block = paragraph(tmp_path, f"Of **{GIRLS} of girls** we know.\n")
    assert isinstance(block.children[1], Strong)
    assert plain_text(block.children[1].children) == "57% of girls"
    assert plain_text(block.children) == "Of 57% of girls we know.[4]"


def test_within_a_link(tmp_path: Path) -> None:
    """A citation is a link itself, so it stands after a link that holds its value."""
    block = paragraph(tmp_path, f"See [the {GIRLS}, here](https://example.org) and on.\n")
    link = block.children[1]
    assert isinstance(link, Link)
    assert plain_text(link.children) == "the 57%, here"
    assert plain_text(block.children) == "See the 57%, here[4] and on."


def test_numbers_in_reading_order(tmp_path: Path) -> None:
    """Sources count in the order in which they are read: title, message, key figures, body."""
    briefing = composed(tmp_path)
    sources = next(block for block in briefing.blocks if isinstance(block, SourceList))
    assert [item.source for item in sources.items] == ["ncmec", "iwf", "press", "ei"]
    assert [item.number for item in sources.items] == [1, 2, 3, 4]


def test_back_links(tmp_path: Path) -> None:
    """Each citation has its own anchor, and its source leads back to it."""
    briefing = composed(tmp_path)
    sources = next(block for block in briefing.blocks if isinstance(block, SourceList))
    anchors = [anchor for item in sources.items for anchor in item.cited_from]
    assert sorted(anchors, key=lambda anchor: int(anchor[5:])) == [
        f"cite-{number}" for number in range(1, len(anchors) + 1)
    ]
    assert repr(briefing).count("Citation(") == len(anchors)


def test_heading_carries_no_citation(tmp_path: Path) -> None:
    """A value in a heading keeps its source, which gets its number, but no citation is drawn."""
    briefing = composed(tmp_path, "## Now {{ fact('three') }} of them\n\nText.\n")
    heading = section_blocks(briefing)[0]
    assert plain_text(heading.children) == "Now 3 of them"  # type: ignore[attr-defined]
    assert heading.children[1].sources == ("ei",)  # type: ignore[attr-defined]


def test_doubtful_value_in_a_heading(tmp_path: Path) -> None:
    """A doubtful value without a citation carries the dagger itself."""
    briefing = composed(tmp_path, "## Now {{ fact('disabled') }}\n\nText.\n")
    heading = section_blocks(briefing)[0]
    assert plain_text(heading.children) == "Now over 57%†"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("a b, c", 4),
        ("a b", 3),
        ("a (b, c) d.", 11),
        ("a) b", 2),
        ("a 1,000 b.", 10),
        ("a b?! c", 5),
    ],
)
def test_clause_end(text: str, end: int) -> None:
    """A clause ends after its mark; marks in brackets and in numbers are none."""
    assert clause_end(text, 1) == end
