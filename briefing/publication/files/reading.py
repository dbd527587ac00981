"""Reads the files of a publication as text, with Unix line ends and without a byte-order mark."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from briefing.diagnostics import Problem
from briefing.document import Where
from briefing.publication.files.encoding import decoded, leniently, spoiled
from briefing.publication.files.lines import wrong_characters, wrong_marks
from briefing.publication.files.naming import instead_of
from briefing.publication.problems import Problems


@dataclass(frozen=True, slots=True)
class Files:
    """The publication folder, as it is read; what cannot be read is added to ``problems``."""

    root: Path
    problems: Problems

    def exists(self, path: str) -> bool:
        """Whether there is anything at ``path``, which is relative to the folder."""
        return os.path.exists(self.root / path)

    def text(self, path: str, hint: str = "") -> str | None:
        """The text of the file at ``path``; None, and a problem, where it cannot be read."""
        try:
            data = (self.root / path).read_bytes()
        except FileNotFoundError:
            self.problems.add("this file is missing", Where(path), self._instead(path) or hint)
        except IsADirectoryError:
            self.problems.add("this is a folder, not a file", Where(path), hint)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            remedy = "see that it is a file, and that you may read it"
            self.problems.add(f"this file cannot be read: {reason}", Where(path), remedy)
        else:
            return self._decoded(path, data)
        return None

    def names(self, folder: str, ending: str) -> list[str]:
        """The paths of the files in ``folder`` whose name ends with ``ending``, sorted by name.

        Files of the editor or the system (``.x``, ``~$x``) are passed over. A folder that is not
        there is empty.
        """
        try:
            found = sorted(entry.name for entry in (self.root / folder).iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            remedy = "see that it is a folder, and that you may read it"
            self.problems.add(f"this folder cannot be read: {reason}", Where(folder), remedy)
            return []
        own = [name for name in found if not name.startswith((".", "~$"))]
        return [f"{folder}/{name}" for name in own if name.endswith(ending)]

    def folders(self, folder: str) -> list[str]:
        """The names of the folders in ``folder``, sorted."""
        return [
            path.rpartition("/")[2]
            for path in self.names(folder, "")
            if (self.root / path).is_dir()
        ]

    def _instead(self, path: str) -> str:
        folder = path.rpartition("/")[0]
        return instead_of(path, self.names(folder, "")) if folder else ""

    def _decoded(self, path: str, data: bytes) -> str | None:
        text = decoded(path, data)
        if isinstance(text, Problem):
            self.problems.know(path, leniently(data).split("\n"))
            self.problems.tell(text)
            return None
        lines = text.split("\n")
        self.problems.know(path, lines)
        unreadable = wrong_characters(path, lines)
        for problem in unreadable or [*spoiled(path, lines), *wrong_marks(path, lines)]:
            self.problems.tell(problem)
        return None if unreadable else text
