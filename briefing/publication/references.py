"""What authors' files define and name, held against each other once all are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from briefing.diagnostics import nearest
from briefing.document import Where
from briefing.publication.problems import Problems


@dataclass(slots=True)
class References:
    """The ids that are there, by kind, and the names that must be among them.

    ``broken`` are the kinds whose files could not be read to the end: what names one of
    them is not held to be wrong, so that one missing file is one problem.
    """

    known: dict[str, set[str]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    _named: list[tuple[str, str, Callable[[], Where]]] = field(default_factory=list)

    def define(self, kind: str, names: Iterable[str]) -> None:
        """Note that things of this kind are there under these names."""
        self.known.setdefault(kind, set()).update(names)

    def name(self, kind: str, name: str, where: Callable[[], Where]) -> None:
        """Note that ``name`` must be of this kind; ``where`` is asked only if it is not."""
        self._named.append((kind, name, where))

    def check(self, problems: Problems) -> None:
        """Add a problem for each name that nothing defines."""
        hints: dict[tuple[str, str], str] = {}
        for kind, name, where in self._named:
            known = self.known.get(kind, set())
            if name in known or kind in self.broken:
                continue
            if (kind, name) not in hints:
                hints[kind, name] = nearest(name, known)
            problems.add(f'unknown {kind} "{name}"', where(), hints[kind, name])
