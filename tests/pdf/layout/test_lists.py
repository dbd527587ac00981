"""Lists of all kinds: labels beside their text."""

from __future__ import annotations

import pytest

from briefing.document import (
    BulletList,
    Chronology,
    ChronologyItem,
    HelplineItem,
    Helplines,
    ListItem,
    NumberedList,
)
from tests import samples
from tests.pdf.making import rendered
from tests.pdf.places import Shown, overlaps, watch
from tests.samples import text


def _shown(monkeypatch: pytest.MonkeyPatch, block: object) -> list[Shown]:
    shown = watch(monkeypatch)
    rendered(samples.briefing(block))  # type: ignore[arg-type]
    assert overlaps(shown) == []
    return [one for one in shown if 60 < one.bottom < 780]


def test_a_label_stands_beside_the_first_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """On its baseline, with all lines of the item indented."""
    label, *lines = _shown(monkeypatch, BulletList((ListItem(text(samples.lorem(40))),)))
    assert label.text == "•"
    assert label.bottom == lines[0].bottom
    assert len(lines) > 1
    assert {round(line.left - label.left, 3) for line in lines} == {13.0}  # the style's indent


def test_numbers_count_from_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than nine as well: a label of two digits leaves the text alone."""
    items = tuple(ListItem(text(f"item {letter}")) for letter in "abcdefghijkl")
    shown = _shown(monkeypatch, NumberedList(items))
    assert [one.text for one in shown[::2]] == [f"{number}." for number in range(1, 13)]


def test_what_we_ask_stands_in_two_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read across: one and two side by side, three below one."""
    items = tuple(ListItem(text(f"ask {number}")) for number in range(1, 4))
    shown = _shown(monkeypatch, NumberedList(items, role="asks"))
    one, two, three = (next(s for s in shown if s.text == f"ask {n}") for n in range(1, 4))
    assert one.bottom == two.bottom > three.bottom
    assert one.left == three.left < two.left


def test_dates_stand_in_a_column_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long date is wrapped there, a long event beside it."""
    items = (
        ChronologyItem("1996", text(samples.lorem(40))),
        ChronologyItem("from September 2021 to May 2022", text("It went on.")),
    )
    shown = _shown(monkeypatch, Chronology(items))
    dates = [one for one in shown if one.left == min(other.left for other in shown)]
    assert dates[0].text == "1996"
    assert len(dates) > 2
    events = {round(one.left, 3) for one in shown if one not in dates}
    assert len(events) == 1


def test_an_address_is_printed_short(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the reading form has it: no scheme, whichever it is."""
    items = (
        HelplineItem("A", "talk", "https://www.example.org/help/"),
        HelplineItem("B", "write", "http://example.org/write"),
    )
    shown = _shown(monkeypatch, Helplines(items))
    assert {"example.org/help", "example.org/write"} <= {one.text for one in shown}


@pytest.mark.parametrize("filler", range(30, 45))
def test_no_item_is_alone_on_its_page(monkeypatch: pytest.MonkeyPatch, filler: int) -> None:
    """Wherever the page ends, the first two items stand together, and the last two."""
    words = [f"item {letter}" for letter in "abcdef"]
    before = tuple(samples.paragraph(f"line {number}") for number in range(filler))
    shown = watch(monkeypatch)
    rendered(samples.briefing(*before, BulletList(tuple(ListItem(text(word)) for word in words))))
    pages = [next(one.page for one in shown if one.text == word) for word in words]
    assert pages[0] == pages[1]
    assert pages[-2] == pages[-1]
