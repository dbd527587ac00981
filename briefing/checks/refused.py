"""What must never leave the program: names that are refused, and addresses with harmful words.

Loading has looked at the authors' files. These look at what composing made of them, where pieces
have been joined: text, alternative text, metadata, data and links.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args

from briefing.checks.latest import Known, Latest
from briefing.diagnostics import Problem
from briefing.document import (
    Block,
    Briefing,
    ChartData,
    Citation,
    DataTable,
    Fact,
    Inline,
    SourceList,
    Text,
    Where,
)
from briefing.publication import Publication
from briefing.publication.addresses import HINT as ADDRESS_HINT
from briefing.publication.addresses import addresses_in, may_carry, term_in_address
from briefing.publication.addresses import objection as address_objection
from briefing.publication.memory import Harmless
from briefing.publication.refused import CODE, HINT, holds, names_in, objection

INLINES = get_args(Inline)

_without_names = Harmless()
_without_terms = Harmless()


def refused_names(publication: Publication, briefing: Briefing) -> list[Problem]:
    """Each place of the briefing with a name that must not be printed; the name is not told."""
    names = publication.refused
    new = _without_names.others(_texts(briefing), names)
    if not holds(new, names):  # which one and where is asked only then
        _without_names.add(new)
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
    new = _without_terms.others(_texts(briefing), terms)
    if not may_carry((address for text in new for address in _addresses(text)), terms):
        _without_terms.add(new)
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


@Latest
def _texts(briefing: Briefing) -> frozenset[str]:
    """Every text of ``_strings``, each once."""
    found: set[str] = set()
    for part in (briefing.edition, briefing.meta, briefing.furniture):
        _gather(part, found)
    return frozenset(found).union(*map(_texts_in, briefing.blocks))


@Known
def _texts_in(value: Block | ChartData | DataTable | tuple[Inline, ...]) -> frozenset[str]:
    """The texts in a block, or in what another block may have too: a chart's data, a source."""
    found: set[str] = set()
    if isinstance(value, tuple):
        _gather(value, found)
        return frozenset(found)
    kind: type = value.__class__
    for name in _names(kind):
        item = getattr(value, name)
        if isinstance(item, (ChartData, DataTable)):
            found |= _texts_in(item)
        elif isinstance(value, SourceList) and name == "items":
            found.update(*(_texts_in(each.children) for each in value.items))
            for each in value.items:
                _gather((each.source, *each.cited_from), found)
        else:
            _gather(item, found)
    return frozenset(found)


def _gather(value: Any, found: set[str]) -> None:
    """Add the texts in ``value`` to ``found``, as quickly as can be."""
    if isinstance(value, str):
        found.add(value)
    elif isinstance(value, tuple):
        kinds = set(map(type, value))
        if kinds <= _PLAIN:  # the row of a table, the ids of a fact
            found.update([each for each in value if type(each) is str])
            return
        if isinstance(value[0], INLINES):
            found.add(_on_end(value))
        for item in value:
            _gather(item, found)
    elif type(value) not in _PLAIN:
        kind: type = value.__class__
        for name in _names(kind):
            item = getattr(value, name)
            if type(item) is str:
                found.add(item)
            elif type(item) not in _PLAIN:
                _gather(item, found)


_PLAIN = frozenset((str, int, float, bool, type(None)))


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
    if not is_dataclass(kind):
        return ()
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
