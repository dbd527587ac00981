"""Pieces of running text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefing.document.where import Where


def _where() -> Where | None:
    # Where takes no part in equality, and inlines are too many to carry it into the JSON form.
    return field(default=None, compare=False, kw_only=True, metadata={"json": False})


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they are read."""

    text: str
    where: Where | None = _where()
    type: Literal["text"] = field(default="text", kw_only=True)


@dataclass(frozen=True, slots=True)
class Strong:
    """Text of strong importance."""

    children: tuple[Inline, ...]
    type: Literal["strong"] = field(default="strong", kw_only=True)


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed text, or the title of a work."""

    children: tuple[Inline, ...]
    type: Literal["emphasis"] = field(default="emphasis", kw_only=True)


@dataclass(frozen=True, slots=True)
class Foreign:
    """Text in another language than its block: a title, a quoted word, the name of an office.

    ``language`` is a BCP 47 tag: ``fr``, ``pt-BR``. Read aloud, shaped and hyphenated by it.
    """

    language: str
    children: tuple[Inline, ...]
    type: Literal["foreign"] = field(default="foreign", kw_only=True)


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to an address.

    ``target`` is an absolute URL, a ``mailto:`` address, or ``#anchor`` within the document.
    """

    target: str
    children: tuple[Inline, ...]
    where: Where | None = _where()
    type: Literal["link"] = field(default="link", kw_only=True)


@dataclass(frozen=True, slots=True)
class Fact:
    """A printed value and where it comes from: never bare text.

    ``facts`` are the ids it was made from (one for a plain value, two or more where it is our
    calculation, which ``calculation`` then puts in words). ``doubtful`` says that the value must
    be checked before release: low confidence, or the original was not found.
    """

    text: str
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    value: int | float | None = None
    unit: str = ""
    calculation: str | None = None
    doubtful: bool = False
    where: Where | None = _where()
    type: Literal["fact"] = field(default="fact", kw_only=True)


@dataclass(frozen=True, slots=True)
class Citation:
    """A reference to entry ``number`` of the source list; reads as ``[3]``.

    ``anchor`` is the place the source list leads back to: unique in the document.
    """

    number: int
    source: str
    anchor: str
    doubtful: bool = False
    type: Literal["citation"] = field(default="citation", kw_only=True)

    @property
    def text(self) -> str:
        """What is read aloud; a doubtful value carries its dagger inside the brackets."""
        return f"[{self.number}†]" if self.doubtful else f"[{self.number}]"


Inline: TypeAlias = Text | Strong | Emphasis | Foreign | Link | Fact | Citation


def plain_text(inlines: Iterable[Inline]) -> str:
    """The characters of ``inlines`` as a reader hears them, citations included."""
    parts = []
    for inline in inlines:
        if isinstance(inline, (Text, Fact, Citation)):
            parts.append(inline.text)
        else:
            parts.append(plain_text(inline.children))
    return "".join(parts)
