"""Citations on paper lead to their sources."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf

from briefing.document import SourceList
from tests.pages.citations import faults
from tests.pages.editions import Built, Shelf
from tests.pages.reader import Reading


def test_every_citation_leads_to_its_source(built: Built) -> None:
    """Its number has an entry, its link leads there, and every entry is cited."""
    assert faults(built.briefing, built.reading) == []


def _changed(data: bytes, change: str) -> Reading:
    """The file with the first link to a source turned astray, or taken away."""
    with pikepdf.open(BytesIO(data)) as pdf:
        notes = pdf.pages[0].obj.Annots
        index = next(i for i, note in enumerate(notes) if str(note.Contents).startswith("Source"))
        if change == "page":
            notes[index].Dest[0] = pdf.pages[0].obj
        elif change == "height":
            notes[index].Dest[3] = notes[index].Dest[3] + 60
        else:
            del notes[index]
        out = BytesIO()
        pdf.save(out)
    return Reading(out.getvalue())


def test_a_link_astray_is_told(shelf: Shelf) -> None:
    """To another page, to another height, or none at all."""
    built = shelf.edition("tech-industry", "letter")
    for change, words in (("page", "leads to"), ("height", "leads to"), ("none", "has no link")):
        told = faults(built.briefing, _changed(built.reading.data, change))
        assert len(told) == 1, change
        assert words in told[0]


def test_a_missing_entry_and_one_too_many_are_told(shelf: Shelf) -> None:
    """A number without an entry, and an entry that nothing cites."""
    built = shelf.edition("tech-industry", "a4")
    blocks = list(built.briefing.blocks)
    index = next(i for i, block in enumerate(blocks) if isinstance(block, SourceList))
    sources = blocks[index]
    assert isinstance(sources, SourceList)
    blocks[index] = replace(sources, items=sources.items[:-1])
    fewer = replace(built.briefing, blocks=tuple(blocks))
    assert any("has no entry" in fault for fault in faults(fewer, built.reading))
    reading = Reading(built.reading.data)
    reading.content.text = reading.content.text.replace("[1]", "(1)").replace("[1†]", "(1†)")
    assert "source 1 is not cited" in faults(built.briefing, reading)
