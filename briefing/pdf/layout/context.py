"""What every layout function needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.document import Theme
from briefing.document.drawing import Colour
from briefing.pdf.outline import Heading
from briefing.pdf.strips import TALL
from briefing.pdf.tags import Slot
from briefing.pdf.text import TextSetter


@dataclass(slots=True)
class Context:
    """The theme, the text setter, and the room between the margins in points.

    ``sizes`` are width and height of each chart by its figure's id, ``tables`` counts those of the
    document before, for cell ids. ``headings`` gathers what the bookmarks need; ``figures`` the
    slot of each figure's chart by its id, to tie its data to.
    """

    theme: Theme
    text: TextSetter
    width: float
    height: float
    sizes: Mapping[str, tuple[float, float]]
    tables: int = 0
    headings: list[Heading] = field(default_factory=list)
    figures: dict[str, Slot] = field(default_factory=dict)

    def colour(self, name: str) -> Colour:
        """A colour of the theme."""
        return self.theme.colours[name]

    def space(self, name: str) -> float:
        """A space of the theme in points."""
        return self.theme.spaces[name]

    @property
    def tall(self) -> float:
        """The height from which on a block may be cut, rather than leave a hole on its page."""
        return TALL * self.height

    def columns(self, count: int) -> float:
        """The width of each of ``count`` columns with gutters between."""
        return (self.width - self.space("gutter") * (count - 1)) / count
