"""Everything that was composed is on the pages."""

from __future__ import annotations

from dataclasses import replace

from briefing.document import Briefing, Fact, Figure, Paragraph, SourceList, Table, Text
from tests.pages.editions import Built, Shelf
from tests.pages.pieces import Piece, pieces_of
from tests.pages.words import missing_facts, missing_pieces


def _gone(built: Built, kind: str) -> list[str]:
    return [
        f"{piece.name}: {piece.text}"
        for piece in missing_pieces(built.briefing, built.reading)
        if kind in piece.name
    ]


def test_every_fact_is_printed(built: Built) -> None:
    """Its value stands whole in the sentence that it was composed into."""
    assert any(piece.facts for piece in pieces_of(built.briefing))
    assert missing_facts(built.briefing, built.reading) == []


def test_every_headline_is_printed(built: Built) -> None:
    """Headline, subtitle and note of every chart."""
    assert _gone(built, "figure ") == []


def test_every_cell_is_printed(built: Built) -> None:
    """Captions, headers and cells of every table."""
    assert _gone(built, "table ") == []


def test_every_source_is_printed(built: Built) -> None:
    """Each entry of the source list with its number."""
    assert _gone(built, "source_list ") == []


def test_everything_is_printed_in_order(built: Built) -> None:
    """Every piece of the briefing, in the order in which it is read."""
    gone = missing_pieces(built.briefing, built.reading)
    assert [f"{piece.name}: {piece.text}" for piece in gone] == []


def _with(briefing: Briefing, kind: type, **changes: object) -> Briefing:
    """The briefing with its last block of a kind changed."""
    blocks = list(briefing.blocks)
    index = max(number for number, block in enumerate(blocks) if isinstance(block, kind))
    blocks[index] = replace(blocks[index], **changes)  # type: ignore[arg-type]
    return replace(briefing, blocks=tuple(blocks))


def _names(pieces: list[Piece]) -> list[str]:
    return [piece.name.split(", ", 1)[1] for piece in pieces]


def test_a_fact_that_is_not_on_the_page_is_told(shelf: Shelf) -> None:
    """Also where its digits stand inside another number."""
    built = shelf.edition("government", "a4")
    words = (Text("There were "), Fact("31,415,926", ("pi",), ("s",)), Text("."))
    told = missing_facts(_with(built.briefing, Paragraph, children=words), built.reading)
    assert [line for line in told if '"31,415,926" (pi)' in line]
    whole = next(fact for piece in pieces_of(built.briefing) for fact in piece.facts)
    part = Paragraph((Fact(whole.text[1:], ("part",), ("s",)),))
    longer = replace(built.briefing, blocks=(part, *built.briefing.blocks))
    assert missing_facts(longer, built.reading)


def test_a_changed_headline_cell_or_source_is_told(shelf: Shelf) -> None:
    """One letter of it is enough."""
    built = shelf.edition("government", "a4")
    briefing, reading = built.briefing, built.reading
    assert any(
        name.startswith("headline of")
        for name in _names(missing_pieces(_with(briefing, Figure, headline="Fell"), reading))
    )
    list_ = next(block for block in briefing.blocks if isinstance(block, SourceList))
    items = (replace(list_.items[0], children=(Text("Nobody"),)), *list_.items[1:])
    told = missing_pieces(_with(briefing, SourceList, items=items), reading)
    assert _names(told) == [f"entry {list_.items[0].number}"]
    table = next((block for block in briefing.blocks if isinstance(block, Table)), None)
    if table is not None:
        rows = ((*table.rows[0][:-1], (Text("x"),)), *table.rows[1:])
        told = missing_pieces(_with(briefing, Table, rows=rows), reading)
        assert told or table.rows[0][-1] == (Text("x"),)


def test_pieces_in_another_order_are_told(shelf: Shelf) -> None:
    """The pages read as they were composed."""
    built = shelf.edition("ngo", "a4")
    turned = replace(built.briefing, blocks=built.briefing.blocks[::-1])
    assert len(missing_pieces(turned, built.reading)) > 5
