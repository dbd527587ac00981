"""The shipped editions as a reader gets them: built to a file, and read back from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from briefing import api
from briefing.document import Briefing, Paper, Theme
from tests import shipped
from tests.pages.reader import Reading


@dataclass(frozen=True)
class Built:
    """One edition: what was composed, and the file that came out."""

    briefing: Briefing
    path: Path
    theme: Theme
    measures: Mapping[str, str]
    """The words of each measure by its id."""

    @property
    def name(self) -> str:
        """The edition's id."""
        return self.briefing.edition.id

    @property
    def paper(self) -> Paper:
        """The sheet that it is set for."""
        return self.theme.papers[self.briefing.edition.paper]

    @cached_property
    def reading(self) -> Reading:
        """The file, read back."""
        return Reading(self.path.read_bytes())


class Shelf:
    """Builds an edition when it is first asked for, through the public API alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._built: dict[api.Edition, Built] = {}
        self.publication = api.load(shipped.ROOT)
        self.theme = api.load_theme(shipped.ROOT)

    def edition(self, audience: str, paper: str) -> Built:
        """An edition in English, for the world."""
        edition = api.Edition(audience, paper=paper)
        if edition not in self._built:
            path = self._folder / f"{edition.id}.pdf"
            api.make(self.publication, edition, path)
            briefing = api.compose(self.publication, edition)
            self._built[edition] = Built(briefing, path, self.theme, self._measures())
        return self._built[edition]

    def _measures(self) -> dict[str, str]:
        measures = self.publication.measures.values()
        return {it.id: f"{it.name} {it.counts} {it.excludes} {it.caveat}" for it in measures}
