"""What must never leave the program: names that are refused, and addresses with harmful words.

Loading has looked at the authors' files. These look at what composing made of them, where pieces
have been joined: text, alternative text, metadata, data and links.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from typing import Any, get_args

from briefing.diagnostics import Problem
from briefing.document import Briefing, Citation, Fact, Inline, Text, Where
from briefing.publication import Publication, Term
from briefing.publication.addresses import HINT as ADDRESS_HINT
from briefing.publication.addresses import addresses_in, may_carry, term_in_address
from briefing.publication.addresses import objection as address_objection
from briefing.publication.refused import CODE, HINT, Refused, holds, names_in, objection

INLINES = get_args(Inline)

PARTS_KEPT = 256
"""Blocks whose outcome is remembered: the editions of a pack share most of theirs."""


def refused_names(publication: Publication, briefing: Briefing) -> list[Problem]:
    """Each place of the briefing with a name that must not be printed; the name is not told."""
    names = publication.refused
    if not any(_holds(part, names) for part in _parts(briefing)):
        return []
    problems = (
        Problem(objection(name), where, HINT, code=CODE)
        for text, where in _strings(briefing, None)
        for _, name in names_in(text, names)
    )
    return list(dict.fromkeys(problems))


def discouraged_addresses(publication: Publication, briefing: Briefing) -> list[Problem]:
    """Each address of the briefing that carries a discouraged term."""
    terms = publication.terms
    if not any(_may_carry(part, terms) for part in _parts(briefing)):
        return []
    problems = []
    for text, where in _strings(briefing, None):
        for address in _addresses(text):
            carried = term_in_address(address.partition("://")[2] or address, terms)
            if carried:
                message = address_objection(carried[0])
                problems.append(Problem(message, where, ADDRESS_HINT, code="discouraged-address"))
    return list(dict.fromkeys(problems))


def _addresses(text: str) -> Iterator[str]:
    """The addresses in a text, or the text if it is one."""
    if "://" in text or text.startswith("mailto:"):
        for address in (text, *(each for _, each in addresses_in(text))):
            if " " not in address:
                yield address


def _parts(briefing: Briefing) -> Iterator[Hashable]:
    """The briefing in pieces that other editions share."""
    yield from (briefing.edition, briefing.meta, briefing.furniture)
    yield from briefing.blocks


@lru_cache(maxsize=PARTS_KEPT)
def _holds(part: Hashable, names: tuple[Refused, ...]) -> bool:
    """Whether a refused name stands in a part; which one and where is asked then."""
    return holds((text for text, _ in _strings(part, None)), names)


@lru_cache(maxsize=PARTS_KEPT)
def _may_carry(part: Hashable, terms: tuple[Term, ...]) -> bool:
    """Whether an address in a part may carry a discouraged term."""
    found = (address for text, _ in _strings(part, None) for address in _addresses(text))
    return may_carry(found, terms)


def _strings(value: Any, where: Where | None) -> Iterator[tuple[str, Where | None]]:
    """Every text in ``value``, and each run of inlines on end, with the nearest place above it."""
    if isinstance(value, str):
        yield value, where
    elif isinstance(value, tuple):
        if value and isinstance(value[0], INLINES):
            yield _on_end(value), where
        for item in value:
            yield from _strings(item, where)
    elif is_dataclass(value):
        here = getattr(value, "where", None) or where
        for name in _names(value.__class__):
            yield from _strings(getattr(value, name), here)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    # Where something was written is not printed, and loading has looked at the files' names.
    return tuple(item.name for item in fields(kind) if item.name not in ("type", "where"))


def _on_end(inlines: tuple[Inline, ...]) -> str:
    """The words of ``inlines`` without their citations."""
    parts = []
    for inline in inlines:
        if isinstance(inline, (Text, Fact)):
            parts.append(inline.text)
        elif not isinstance(inline, Citation):
            parts.append(_on_end(inline.children))
    return "".join(parts)
