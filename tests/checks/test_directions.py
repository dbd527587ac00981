"""Words of rise and fall beside a calculated change."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.checks.directions import wrong_directions
from tests.checks.briefings import composed, told
from tests.whole_publication import section

RISE = '{{ change("reports-2022", "reports-2023") }}'
FALL = '{{ change("reports-2023", "reports-2022") }}'

TRUE = {
    "a rise": f"Reports rose by {RISE} in a year.\n",
    "a rise by about": f"Reports rose by about {RISE}.\n",
    "a fall": f"Reports fell by {FALL} in a year.\n",
    "more": f"That is {RISE} more than a year before.\n",
    "fewer": f"That is {FALL} fewer.\n",
    "words elsewhere": f"Costs fell by a lot, and reports moved by {RISE}; less was printed.\n",
    "in words": 'Reports {{ change("reports-2023", "reports-2022", style="words") }}.\n',
    "a value": 'Costs fell by {{ fact("told-somebody") }}.\n',
}


@pytest.mark.parametrize("case", TRUE)
def test_true(tmp_path: Path, case: str) -> None:
    """Words that agree with the change, or stand elsewhere, are let pass."""
    assert wrong_directions(*composed(tmp_path, **section(TRUE[case]))) == []


FALSE = {
    "rose": (f"Reports rose by {FALL}.\n", "rose by", "fall"),
    "rose by about": (f"Reports rose by about {FALL}.\n", "rose by", "fall"),
    "a fall of": (f"It was a fall of {RISE}.\n", "fall of", "rise"),
    "at the start": (f"Up by {FALL}.\n", "Up by", "fall"),
    "fewer than": (f"They were {RISE} fewer than before.\n", "fewer than", "rise"),
    "strong": (f"They **rose by** {FALL}.\n", "rose by", "fall"),
    "far into a text": (f"{'Many said so. ' * 40}They rose by about {FALL}.\n", "rose by", "fall"),
}


@pytest.mark.parametrize("case", FALSE)
def test_false(tmp_path: Path, case: str) -> None:
    """A word that says the opposite of the number beside it is an error at the expression."""
    text, words, side = FALSE[case]
    (problem,) = wrong_directions(*composed(tmp_path, **section(text)))
    assert problem.severity == "error"
    assert problem.message.startswith(f'"{words}" beside ')
    assert problem.message.endswith(f"which is a {side}")
    column = text.index("{{") + 1
    assert told([problem])[0].startswith(f"data/sections/en/first.md:5:{column} ")
