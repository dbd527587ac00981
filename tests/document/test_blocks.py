"""Blocks are plain values that know their kind and their place."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from typing import get_args

import pytest

from briefing.document import Block, Inline, Text, Where
from tests.samples import everything, paragraph, sources


@pytest.mark.parametrize("union", [Block, Inline])
def test_every_piece_has_a_type_of_its_own(union: object) -> None:
    """The JSON form tells blocks apart, and inlines, by their type."""
    kinds = get_args(union)
    names = [next(item.default for item in fields(kind) if item.name == "type") for kind in kinds]
    assert all(isinstance(name, str) and name for name in names)
    assert len(set(names)) == len(kinds)


def test_every_block_knows_its_language_and_place() -> None:
    """An error at layout can name the author's line, whatever the block."""
    for kind in get_args(Block):
        assert {"language", "where"} <= {item.name for item in fields(kind)}


def test_the_place_is_no_part_of_a_block() -> None:
    """Moving a paragraph in its file does not change the briefing."""
    here, there = Where("a.md", 1), Where("b.md", 9, 3)
    assert paragraph("same", here) == paragraph("same", there)
    assert hash(paragraph("same", here)) == hash(paragraph("same", there))
    assert paragraph("same", here) != paragraph("other", here)
    assert Text("same", where=here) == Text("same", where=there)


def test_a_briefing_cannot_be_changed() -> None:
    """Blocks are frozen and can be keys of a cache."""
    block = everything().blocks[0]
    with pytest.raises(FrozenInstanceError):
        block.language = "fr"  # type: ignore[misc]
    assert hash(everything()) == hash(everything())
    assert replace(block, language="fr") != block


def test_a_source_is_where_its_citations_lead() -> None:
    """The anchor of an entry follows from its number."""
    assert [item.anchor for item in sources((), ()).items] == ["source-1", "source-2"]


def test_the_sample_has_every_block() -> None:
    """What other tests take for every kind of block is every kind."""
    assert {type(block) for block in everything().blocks} == set(get_args(Block))
