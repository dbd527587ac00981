"""Key figures stand side by side, each in its column."""

from __future__ import annotations

import pytest

from briefing.document import Fact, KeyFigure, KeyFigures
from briefing.pdf.layout.key_figures import _around
from tests import samples, shipped
from tests.pdf.making import rendered
from tests.pdf.places import overlaps, watch


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("36.2 million", ("", "36.2", " million")),
        ("over 36.2 million", ("over ", "36.2", " million")),
        ("3%", ("", "3%", "")),
        ("18–20", ("", "18–20", "")),
        ("fewer than 10", ("fewer than ", "10", "")),
        ("1,260,000 reports", ("", "1,260,000", " reports")),
        ("half", ("", "half", "")),
        ("from 5 to 6", ("", "from 5 to 6", "")),
    ],
)
def test_a_value_in_three(value: str, parts: tuple[str, str, str]) -> None:
    """Qualifier, number and unit; what is no such thing stays whole. Nothing is lost."""
    assert _around(value) == parts
    assert "".join(parts) == value


@pytest.mark.parametrize("count", [1, 3, 4, 5])
def test_each_stays_in_its_column(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However long the values, none runs into the next."""
    values = ("over 1,260,000 reports", "36.2 million", "about 1,234,567", "99 times", "half of it")
    items = tuple(
        KeyFigure(Fact(value, ("a",), ("b",)), samples.text("what it counts"), ())
        for value in values[:count]
    )
    shown = watch(monkeypatch)
    rendered(samples.briefing(KeyFigures(items)))
    assert overlaps(shown) == []
    paper = shipped.theme().papers["a4"]
    assert max(one.right for one in shown) <= paper.width - paper.right + 0.1


@pytest.mark.parametrize(("long", "beside"), [("19 years", True), ("1,234,567,890", False)])
def test_numerals_stand_on_one_line(
    long: str, beside: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A qualifier stands beside its numeral, or above it where room is short: then above all."""
    values = ("over 17", "18", "fewer than " + long)
    items = tuple(
        KeyFigure(Fact(value, ("a",), ("b",)), samples.text("label"), ()) for value in values
    )
    shown = watch(monkeypatch)
    rendered(samples.briefing(KeyFigures(items)))
    numerals = [one for one in shown if one.text in ("17", "18", long.split()[0])]
    assert len({round(one.bottom, 1) for one in numerals}) == 1
    qualifier = next(one for one in shown if one.text == "over ")
    assert (qualifier.right <= numerals[0].left) == beside
    assert (qualifier.bottom >= numerals[0].top) == (not beside)


def test_short_values_keep_their_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is wider than its column makes numerals smaller."""
    size = shipped.theme().styles["numeral"].size
    shown = watch(monkeypatch)
    items = tuple(
        KeyFigure(Fact(value, ("a",), ("b",)), samples.text("label"), ()) for value in ("17", "3%")
    )
    rendered(samples.briefing(KeyFigures(items)))
    numeral = next(one for one in shown if one.text == "17")
    assert numeral.top - numeral.bottom == pytest.approx(0.67 * size)
