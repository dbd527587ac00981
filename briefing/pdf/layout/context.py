"""What every layout function needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.document import Drawing, Theme
from briefing.document.drawing import Colour
from briefing.pdf.forms import FormWriter
from briefing.pdf.objects import Raw
from briefing.pdf.strips import TALL
from briefing.pdf.tags import Element
from briefing.pdf.text import TextSetter


@dataclass(slots=True)
class Context:
    """The theme, the text setter, the charts, and the room between the margins in points.

    ``headings`` gathers what the bookmarks need: level, plain text and element; ``figures`` the
    Figure element of each figure id, to tie its data to; ``tables`` counts them, for cell ids.
    """

    theme: Theme
    text: TextSetter
    width: float
    height: float
    drawings: Mapping[str, Drawing]
    forms: FormWriter
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    figures: dict[str, Element] = field(default_factory=dict)
    tables: int = 0

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

    def form(self, figure_id: str) -> tuple[Raw, Drawing]:
        """The form XObject of a chart, and its drawing for the size."""
        drawing = self.drawings[figure_id]
        return self.forms.write(drawing), drawing
