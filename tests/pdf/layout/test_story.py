"""Every block has a layout, and a fault names its block."""

from __future__ import annotations

from typing import get_args

import pytest

from briefing.diagnostics import RenderError
from briefing.document import Block, Figure
from briefing.pdf.layout.story import LAYOUTS
from tests import samples
from tests.pdf.making import rendered


def test_every_block_has_a_layout() -> None:
    """But the figure, which shares rows."""
    assert set(LAYOUTS) == set(get_args(Block)) - {Figure}


def test_a_fault_names_the_block_and_its_number() -> None:
    """Blocks count from one; a row of figures is named by its first."""
    bad = samples.paragraph("①")
    with pytest.raises(RenderError) as caught:
        rendered(samples.briefing(samples.figure("a"), samples.paragraph("x"), bad))
    assert caught.value.problems[0].block == "paragraph 3"


def test_a_fault_keeps_to_the_authors_place() -> None:
    """Where the block does not know its place the message has none."""
    with pytest.raises(RenderError) as caught:
        rendered(samples.briefing(samples.paragraph("①", where=None)))
    assert caught.value.problems[0].where is None
