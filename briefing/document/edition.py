"""One choice of audience, place, language, paper and profile; and such a one in a list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """What one PDF is for; its ``id`` names the file.

    >>> Edition("ngo").id
    'ngo--world--en--a4--office'
    """

    audience: str
    place: str = "world"
    language: str = "en"
    paper: str = "a4"
    profile: str = "office"

    @property
    def id(self) -> str:
        """The edition's name in files, metadata and messages."""
        return "--".join((self.audience, self.place, self.language, self.paper, self.profile))


@dataclass(frozen=True, slots=True)
class Listed:
    """An edition of a pack, its file's name and its pages."""

    edition: Edition
    file: str
    pages: int
