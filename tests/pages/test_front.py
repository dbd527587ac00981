"""Page one works alone; each edition has its charts, and its own words."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from briefing.document import Block, Figure, Heading, KeyFigures, ListItem, NumberedList, Paragraph
from tests import samples, shipped
from tests.pages.editions import Built, Shelf
from tests.pages.front import charts, missing_in_front
from tests.pages.reader import Reading
from tests.pages.shared import sentences, share
from tests.pdf.making import rendered


def test_page_one_is_complete(built: Built) -> None:
    """Title, message, three to five key figures, a chart, and all that is asked for."""
    assert missing_in_front(built.briefing, built.reading) == []


def test_four_charts(built: Built) -> None:
    """At least, in each edition."""
    assert len(charts(built.briefing)) >= 4


def test_twelve_charts_of_seven_kinds(shelf: Shelf) -> None:
    """At least, in the whole publication."""
    specs = shelf.publication.charts.values()
    kinds = {spec.kind for spec in specs}
    assert len(specs) >= 12
    assert len(kinds) >= 7, sorted(kinds)


@pytest.mark.parametrize(("one", "two"), [*combinations(shipped.AUDIENCES, 2)])
def test_editions_say_different_things(shelf: Shelf, one: str, two: str) -> None:
    """Fewer than half of the sentences of an edition stand in another as well."""
    first, second = shelf.edition(one, "a4").briefing, shelf.edition(two, "a4").briefing
    assert share(first, second) < 0.5


def _told(*blocks: Block) -> list[str]:
    briefing = replace(samples.everything(), blocks=blocks)
    return missing_in_front(briefing, Reading(rendered(briefing).data))


def test_a_page_one_that_lacks_something_is_told() -> None:
    """Each of its parts left out in turn."""
    blocks = samples.everything().blocks
    assert _told(*blocks) == []
    for kind, words in (
        (Heading, "the title is not"),
        (KeyFigures, "the key figures is not"),
        (NumberedList, "the list of what we ask is not"),
        (Figure, "no chart on page 1"),
    ):
        told = _told(*(block for block in blocks if not isinstance(block, kind)))
        assert any(words in fault for fault in told), kind
    message = blocks[1]
    assert isinstance(message, Paragraph)
    message = replace(message, role="body")
    told = _told(blocks[0], message, *blocks[2:])
    assert told == ["the message is not in the file as P"]


def test_what_runs_over_to_page_two_is_told() -> None:
    """A list of which only the end is on the next page."""
    blocks = list(samples.everything().blocks)
    index = next(i for i, block in enumerate(blocks) if isinstance(block, NumberedList))
    item = ListItem(samples.text(samples.lorem(40)))
    blocks[index] = NumberedList((item,) * 14, role="asks")
    told = _told(*blocks)
    assert told == ["the list of what we ask is on page [1, 2]"]


def test_too_few_key_figures_are_told() -> None:
    """Two are no row."""
    blocks = list(samples.everything().blocks)
    index = next(i for i, block in enumerate(blocks) if isinstance(block, KeyFigures))
    figures = blocks[index]
    assert isinstance(figures, KeyFigures)
    blocks[index] = KeyFigures(figures.items[:2])
    assert _told(*blocks) == ["there are 2 key figures"]


def test_sentences_are_counted_without_their_citations() -> None:
    """White space, capitals and citations make no other sentence; one word does."""
    one = samples.briefing(
        samples.paragraph("First said [1]. Second  said it, 3.5 times.[2] Third?")
    )
    two = samples.briefing(samples.paragraph("first said. Second said it, 3.5 times. Fourth?"))
    assert sentences(one) == {"first said", "second said it, 3.5 times", "third?"}
    assert share(one, two) == pytest.approx(2 / 3)
    assert share(one, one) == 1
