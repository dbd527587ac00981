"""The whole composed document of one edition."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefing.document.blocks import Block
from briefing.document.edition import Edition


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words at the edges of each page, in the edition's language.

    ``page`` holds ``{page}`` and ``{pages}``; ``continued`` follows a repeated table header.
    ``to_source`` and ``to_citation`` describe the links both ways, and hold ``{number}``.
    """

    header: str
    header_place: str
    header_title: str
    state: str
    footer: str
    page: str
    continued: str
    to_source: str = "Source {number}"
    to_citation: str = "Back to the text citing source {number}"
    type: Literal["furniture"] = field(default="furniture", kw_only=True)


@dataclass(frozen=True, slots=True)
class Meta:
    """What the file says of itself.

    ``as_of`` is an ISO date: the document's date wherever ``SOURCE_DATE_EPOCH`` gives none.
    ``state`` is a release state of the publication, ``draft`` until it is released.
    """

    title: str
    publication: str
    publisher: str
    contact: str
    subject: str
    as_of: str
    state: str
    licence: str
    language: str = "en"
    direction: Literal["ltr", "rtl"] = "ltr"
    type: Literal["meta"] = field(default="meta", kw_only=True)


@dataclass(frozen=True, slots=True)
class Briefing:
    """The composed document of one edition: blocks in reading order."""

    edition: Edition
    meta: Meta
    furniture: Furniture
    blocks: tuple[Block, ...]
    type: Literal["briefing"] = field(default="briefing", kw_only=True)
