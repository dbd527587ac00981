"""What must never leave the program: names that are refused, and addresses with harmful words.

Loading has looked at the authors' files. These look at what composing made of them, where pieces
have been joined: text, alternative text, metadata, data and links.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args

from briefing.diagnostics import Problem
from briefing.document import Briefing, Citation, Fact, Inline, Text, Where
from briefing.publication import Publication
from briefing.publication.addresses import HINT as ADDRESS_HINT
from briefing.publication.addresses import addresses_in, may_carry, term_in_address
from briefing.publication.addresses import objection as address_objection
from briefing.publication.refused import CODE, HINT, holds, names_in, objection

INLINES = get_args(Inline)


def refused_names(publication: Publication, briefing: Briefing) -> list[Problem]:
    """Each place of the briefing with a name that must not be printed; the name is not told."""
    names = publication.refused
    strings = list(_strings(briefing, None))
    if not holds((text for text, _ in strings), names):
        return []
    problems = (
        Problem(objection(name), where, HINT, code=CODE)
        for text, where in strings
        for _, name in names_in(text, names)
    )
    return list(dict.fromkeys(problems))


def discouraged_addresses(publication: Publication, briefing: Briefing) -> list[Problem]:
    """Each address of the briefing that carries a discouraged term."""
    found = [
        (address, where)
        for text, where in _strings(briefing, None)
        if "://" in text or text.startswith("mailto:")
        for address in (text, *(each for _, each in addresses_in(text)))
        if " " not in address
    ]
    if not may_carry((address for address, _ in found), publication.terms):
        return []
    problems = []
    for address, where in found:
        carried = term_in_address(address.partition("://")[2] or address, publication.terms)
        if carried:
            message = address_objection(carried[0])
            problems.append(Problem(message, where, ADDRESS_HINT, code="discouraged-address"))
    return list(dict.fromkeys(problems))


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
    return tuple(item.name for item in fields(kind) if item.name != "type")


def _on_end(inlines: tuple[Inline, ...]) -> str:
    """The words of ``inlines`` without their citations."""
    parts = []
    for inline in inlines:
        if isinstance(inline, (Text, Fact)):
            parts.append(inline.text)
        elif not isinstance(inline, Citation):
            parts.append(_on_end(inline.children))
    return "".join(parts)
