"""Rows of a series as values of an edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.compose import compose
from briefing.diagnostics import ComposeError
from briefing.document import Edition, Fact, Paragraph
from tests import regions


def _fact(folder: Path, place: str, expression: str) -> Fact:
    """The fact that an expression prints in a section of the place's edition."""
    briefing = regions.edition(folder, place, f"It is {{{{ {expression} }}}} here.")
    facts = [
        child
        for block in briefing.blocks
        if isinstance(block, Paragraph) and block.role == "body"
        for child in block.children
        if isinstance(child, Fact)
    ]
    (found,) = facts
    return found


@pytest.mark.parametrize(
    ("place", "expression", "text", "behind"),
    [
        ("aaa", 'fact("by-country:2022")', "240", ("by-country:2022:aaa",)),
        ("aaa", 'fact("by-country:2022:region")', "2,590", ("by-country:2022:far-north",)),
        ("ggg", 'fact("by-country:2022:region")', "3,490", ("by-country:2022:north",)),
        ("far-north", 'fact("by-country:2022")', "2,590", ("by-country:2022:far-north",)),
        ("far-north", 'fact("by-country:2022:region")', "2,590", ("by-country:2022:far-north",)),
        ("bbb", 'fact("by-country:2021")', "fewer than 10", ("by-country:2021:bbb",)),
        ("bbb", 'fact("by-country:2021", qualifier=False)', "fewer than 10", None),
        ("aaa", 'fact("by-country/counted:2022")', "240", ("by-country/counted:2022:aaa",)),
        ("aaa", 'change("by-country:2021", "by-country:2022", style="words")', "doubled", None),
        ("ddd", 'change("by-country:2021", "by-country:2022")', "50%", None),
        ("aaa", 'share("by-country:2022", "by-country:2022:region")', "9%", None),
        ("aaa", 'compare("by-country:2021", "by-country:2022")', "lower than", None),
    ],
)
def test_value(
    tmp_path: Path, place: str, expression: str, text: str, behind: tuple[str, ...] | None
) -> None:
    """A row is printed as a Fact that knows its series, period and place."""
    fact = _fact(tmp_path, place, expression)
    assert fact.text == text
    assert fact.sources == ("hotline",)
    assert behind is None or fact.facts == behind


def test_a_sum_says_that_it_is_ours(tmp_path: Path) -> None:
    """The total of a region is our calculation over the countries whose counts are known."""
    fact = _fact(tmp_path, "aaa", 'fact("by-country:2022:region")')
    assert fact.calculation == "our calculation: the sum over 5 countries"


def test_a_small_count_has_no_value(tmp_path: Path) -> None:
    """What is printed as "fewer than 10" is no number in the JSON either."""
    assert _fact(tmp_path, "bbb", 'fact("by-country:2021")').value is None


@pytest.mark.parametrize(
    ("place", "name", "known"),
    [
        ("aaa", "by-country:2021", True),
        ("bbb", "by-country:2021", False),
        ("ggg", "by-country:2021", False),
        ("aaa", "by-country:2022:region", True),
        ("aaa", "by-country:2022:world", False),
        ("aaa", "reports-2023", True),
        ("aaa", "polled-ages", False),
        ("aaa", "chronology", True),
    ],
)
def test_known(tmp_path: Path, place: str, name: str, known: bool) -> None:
    """Known is what has a value with which one may compute."""
    body = f'Here{{% if known("{name}") %}} it is{{% endif %}}.'
    assert regions.said(tmp_path, place, body) == ("Here it is." if known else "Here.")


def test_a_sentence_without_its_premise_is_left_out(tmp_path: Path) -> None:
    """A condition guards what follows it: nothing is computed where a value is missing."""
    body = (
        'A.{% if known("by-country:2021") and change("by-country:2021", "by-country:2022") > 0 %}'
        ' It {{ change("by-country:2021", "by-country:2022", style="words") }}.{% endif %}'
    )
    assert regions.said(tmp_path / "rose", "aaa", body) == "A. It doubled.[1]"
    assert regions.said(tmp_path / "fell", "ddd", body) == "A."
    assert regions.said(tmp_path / "unknown", "bbb", body) == "A."


def test_the_total_of_few_is_not_known(tmp_path: Path) -> None:
    """Of fewer than five countries the total would tell what one of them is."""
    few = regions.rows().replace("counted,2022,eee,,1200,,hotline,high,\n", "")
    folder = regions.written(
        tmp_path,
        **{
            "data/series/by-country.csv": few,
            "data/sections/en/text.md": regions.SECTION.format(
                places="region", body='B{% if known("by-country:2022") %} known{% endif %}.'
            ),
        },
    )
    from briefing.document.reading import read_aloud
    from briefing.publication import load

    whole = read_aloud(compose(load(folder), Edition("readers", "north")))
    assert "B known." in whole  # four of the Far North, and another of the North
    assert load(folder).geography.home("aaa") == "north"


@pytest.mark.parametrize(
    ("expression", "message", "hint"),
    [
        ('fact("by-contry:2022")', 'there is no series "by-contry"', '"by-country"'),
        ('fact("by-country:2032")', 'has the period "2032"', '"2022"'),
        ('known("by-country:2032")', 'has the period "2032"', '"2022"'),
        ('fact("by-country:2022:regoin")', '"regoin" is no part of', "SERIES:PERIOD:region"),
        ('fact("by-country:2022:ccc")', '"ccc" is no part of', "SERIES:PERIOD:region"),
        ('fact("by-country:2022:region:x")', "is no row of a series", "SERIES:PERIOD"),
        ('fact("by-country:2022:world")', "has no value in this edition", "{% if known("),
        ('change("by-country:2021", "by-country:2022")', "no single known number", "fact()"),
        ('known("reports-2032")', 'there is no fact or chart "reports-2032"', '"reports-2023"'),
    ],
)
def test_wrong(tmp_path: Path, expression: str, message: str, hint: str) -> None:
    """What is misspelt or missing is told with a way to mend it."""
    with pytest.raises(ComposeError) as caught:
        regions.edition(tmp_path, "bbb", f"It is {{{{ {expression} }}}}.")
    (problem,) = caught.value.problems
    assert message in problem.message
    assert hint in problem.hint


def test_a_small_count_cannot_be_compared(tmp_path: Path) -> None:
    """A condition on a suppressed count is refused: nothing is known of it."""
    with pytest.raises(ComposeError) as caught:
        regions.edition(tmp_path, "bbb", 'A{% if fact("by-country:2021") > 5 %} b{% endif %}.')
    assert "cannot be compared" in caught.value.problems[0].message


def test_several_measures_are_told_apart(tmp_path: Path) -> None:
    """Where rows of several measures stand at one period, the author says which is meant."""
    two = regions.rows() + "polled,2022,aaa,,40,,hotline,high,\n"
    files = {
        "data/series/by-country.csv": two,
        "data/audiences/readers.toml": regions.small_publication.FILES[
            "data/audiences/readers.toml"
        ],
        "data/sections/en/text.md": regions.SECTION.format(
            places="aaa",
            body='{{ fact("by-country/polled:2022") }} and {{ fact("by-country:2022") }}.',
        ),
    }
    from briefing.publication import load

    made = load(regions.written(tmp_path, **files))
    with pytest.raises(ComposeError) as caught:
        compose(made, Edition("readers", "aaa"))
    (problem,) = caught.value.problems
    assert problem.message == "several rows for aaa in 2022"
    assert "by-country/MEASURE:2022: counted, polled" in problem.hint
