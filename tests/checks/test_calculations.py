"""Our own calculations, done again."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.checks.calculations import (
    evaluate,
    wrong_calculations,
    wrong_calculations_printed,
)
from briefing.publication import load
from tests import small_publication
from tests.checks.briefings import composed, pointed_at, told
from tests.small_publication import changed

FACTS = "data/facts.csv"
GIVEN = "reports-a-day,reports,99178,about"
CALCULATION = "reports-2023 / 365"


def calculated(folder: Path, value: str, calculation: str = CALCULATION) -> list[str]:
    """What is told of the fact ``reports-a-day`` with this value and calculation."""
    text = small_publication.FILES[FACTS]
    text = text.replace(GIVEN, f"reports-a-day,reports,{value},about")
    text = text.replace(CALCULATION, calculation)
    return told(wrong_calculations(load(small_publication.write(folder, **{FACTS: text}))))


@pytest.mark.parametrize("value", ["99178", "99178.1", "99200", "99000", "99600"])
def test_right(tmp_path: Path, value: str) -> None:
    """A value within half a percent of its calculation is right: it may be rounded."""
    assert calculated(tmp_path, value) == []


@pytest.mark.parametrize("value", ["89178", "98600", "99700", "0", "-99178"])
def test_wrong(tmp_path: Path, value: str) -> None:
    """Another value is told with what the calculation gives, in figures that can be copied."""
    assert calculated(tmp_path, value) == [
        f'{FACTS}:7:23 "reports-a-day" is {value}, but its calculation gives 99178.1'
    ]


def test_nothing_is_computed_from_a_limit(tmp_path: Path) -> None:
    """A fact of which only a limit is known gives no other fact."""
    text = small_publication.FILES[FACTS].replace("36200000,over,2023", "36200000,under,2023")
    (problem,) = told(wrong_calculations(load(small_publication.write(tmp_path, **{FACTS: text}))))
    assert 'of "reports-2023" only a limit is known' in problem


def test_rounded_to_a_whole(tmp_path: Path) -> None:
    """A small value may be rounded to its last place."""
    assert calculated(tmp_path, "4", "reports-2023 / 10000000") == []
    assert calculated(tmp_path, "3", "reports-2023 / 10000000") != []
    assert calculated(tmp_path, "3.6", "reports-2023 / 10000000") == []
    assert calculated(tmp_path, "3.7", "reports-2023 / 10000000") != []


def test_hint_and_line(tmp_path: Path) -> None:
    """The hint gives a value to write, and the caret stands under the one that is wrong."""
    override = changed(FACTS, "99178", "89178")
    (problem,) = wrong_calculations(load(small_publication.write(tmp_path, **override)))
    assert problem.hint == "set the value to 99180, or mend the calculation"
    assert pointed_at(problem, 5) == "89178"


BROKEN = {
    "reports-2023 / 0": '"0" is 0, and nothing can be divided by it',
    "reports-2023 /": "an operand or an operator is missing",
    "reports-2023 % 365": '"%" is no operator',
    "reports-2023 + + 365": "an operand or an operator is missing",
}


@pytest.mark.parametrize("calculation", BROKEN)
def test_broken(tmp_path: Path, calculation: str) -> None:
    """A calculation that cannot be worked out is told at its cell."""
    assert calculated(tmp_path, "99178", calculation) == [
        f'{FACTS}:7:58 cannot calculate "reports-a-day": {BROKEN[calculation]}'
    ]


@pytest.mark.parametrize("calculation", ["(reports-2023 / 365)", "reports-2023/365"])
def test_form(tmp_path: Path, calculation: str) -> None:
    """Brackets and missing spaces get the form as their hint, not a fact's name."""
    override = changed(FACTS, CALCULATION, calculation)
    (problem,) = wrong_calculations(load(small_publication.write(tmp_path, **override)))
    assert problem.hint.startswith("write fact ids or numbers with + - * / between")


def test_printed_only(tmp_path: Path) -> None:
    """A wrong calculation is told of an edition that prints it, and only there."""
    wrong = changed(FACTS, "99178", "1")
    publication, briefing = composed(tmp_path, **wrong)
    assert wrong_calculations_printed(publication, briefing) == wrong_calculations(publication)
    audience = "data/audiences/readers.toml"
    other = changed(audience, 'fact = "reports-a-day"', 'fact = "reports-2022"')
    assert wrong_calculations_printed(*composed(tmp_path, **wrong, **other)) == []


def test_left_to_right(tmp_path: Path) -> None:
    """Operators act from left to right, whatever they are."""
    facts = load(small_publication.write(tmp_path)).facts
    assert evaluate("2 + 3 * 4 - 1.5 / 2", facts) == 9.25
    assert evaluate("reports-2022 - reports-2022", facts) == 0
    with pytest.raises(ValueError, match="missing"):
        evaluate("", facts)
