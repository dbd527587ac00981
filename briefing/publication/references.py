"""What authors' files define and name, held against each other once all are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from briefing.diagnostics import nearest
from briefing.document import Where
from briefing.publication.characters import with_odd_character
from briefing.publication.problems import Problems
from briefing.publication.sheets.values import is_id, near_id

DEFINED_IN = {
    "source": "data/sources.csv",
    "measure": "data/measures.csv",
    "fact": "data/facts.csv",
    "place": "data/places.csv",
    "series": "data/series/<id>.csv",
    "chart": "data/charts/<id>.toml",
    "audience": "data/audiences/<id>.toml",
}
"""Where an author writes a new thing of each kind."""


@dataclass(slots=True)
class References:
    """The ids that are there, by kind, and the names that must be among them.

    ``meant`` are those that an illegal id stands for: it is a problem of its own, once.

    ``broken`` are the kinds whose files could not be read to the end: what names one of
    them is not held to be wrong, so that one missing file is one problem.
    """

    known: dict[str, set[str]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    meant: dict[str, set[str]] = field(default_factory=dict)
    _named: list[tuple[str, str, Callable[[], Where]]] = field(default_factory=list)

    def define(self, kind: str, names: Iterable[str]) -> None:
        """Note that things of this kind are there under these names."""
        known, meant = self.known.setdefault(kind, set()), self.meant.setdefault(kind, set())
        for name in names:
            known.add(name)
            if not is_id(name):
                meant.add(near_id(name))

    def name(self, kind: str, name: str, where: Callable[[], Where]) -> None:
        """Note that ``name`` must be of this kind; ``where`` is asked only if it is not."""
        self._named.append((kind, name, where))

    def check(self, problems: Problems) -> None:
        """Add a problem for each name that nothing defines."""
        hints: dict[tuple[str, str], str] = {}
        for kind, name, where in self._named:
            known = self.known.get(kind, set())
            if name in known or kind in self.broken or name in self.meant.get(kind, ()):
                continue
            if (kind, name) not in hints:
                hints[kind, name] = _hint(kind, name, known)
            problems.add(f'unknown {kind} "{name}"', where(), hints[kind, name])


def _hint(kind: str, name: str, known: set[str]) -> str:
    """The nearest name; where to add a new one; all of them where each is a file of its own."""
    path = DEFINED_IN.get(kind, "")
    hint = nearest(name, known)
    add = f"add it to {path}" if path else ""
    if "<id>" in path:
        add = f"write {path.replace('<id>', name)}" if is_id(name) else ""
        if "known:" not in hint:
            hint = f"{hint} known: {', '.join(sorted(known)) or 'none'}".lstrip()
    if hint and add:
        hint += f" or {add}" if hint.endswith("?") else f"; or {add}"
    hint = hint or add
    return with_odd_character(hint, name)
