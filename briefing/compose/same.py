"""An equal block is the same one in the next edition, so that nobody need look at it again.

Checks and layout remember what they found out about a block by its identity.
"""

from __future__ import annotations

from collections.abc import Hashable

from briefing.document import (
    Block,
    BulletList,
    Callout,
    Chronology,
    Heading,
    Helplines,
    NumberedList,
    Paragraph,
)
from briefing.publication import Questions

SHARED = (Heading, Paragraph, NumberedList, Callout, Chronology, Helplines)
"""Blocks that editions share, told by all that they say; key figures, charts and sources differ."""


def same(questions: Questions, block: Block) -> Block:
    """The block that an edition before had, if it is equal and stands at the same place."""
    key = _key(block)
    return block if key is None else questions.same(key, block)


def _key(block: Block) -> Hashable:
    """What equal blocks have in common; None where they are too seldom to look for."""
    if isinstance(block, Paragraph) and block.role != "note":  # those are the program's own words
        # The same words are the same tuple, see ``settle``; the block that is kept holds it.
        return (Paragraph, id(block.children), block.role, block.language, block.where)
    if isinstance(block, BulletList):
        items = tuple([id(item.children) for item in block.items])
        return (BulletList, items, block.language, block.where)
    return (block, block.where) if isinstance(block, SHARED) else None
