"""Pages that were drawn, by what stands on them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import TypeAlias

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.paginate import Page
from briefing.pdf.sheet import Sheet
from briefing.pdf.strips import Item

KEPT = 24
"""Pages that are remembered, each some twenty kilobytes."""

_Key: TypeAlias = tuple[object, ...]


class Sheets:
    """The sheets of pages by their strips' items, which are the same for equal blocks.

    They are told by identity: a sheet is kept with the items it was drawn from.
    """

    def __init__(self) -> None:
        self._known: OrderedDict[_Key, tuple[Sheet, list[Sequence[Item]]]] = OrderedDict()

    def get(self, canvas: TaggedCanvas, page: Page, top: float) -> Sheet | None:
        """The sheet of such a page, if its charts have the same names in this document."""
        key = _key(page, top)
        found = self._known.get(key)
        if found is None or any(canvas.forms[it][0] != name for it, name in found[0].forms):
            return None
        self._known.move_to_end(key)
        return found[0]

    def keep(self, sheet: Sheet, page: Page, top: float) -> None:
        """Remember the sheet of a page."""
        self._known[_key(page, top)] = (sheet, [it.strip.items for it in page.placements])
        if len(self._known) > KEPT:
            self._known.popitem(last=False)


def _key(page: Page, top: float) -> _Key:
    return (top, *((id(it.strip.items), it.drop, it.repeated) for it in page.placements))
