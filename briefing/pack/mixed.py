"""A cluster whose workers are not all of one version: what differs, and where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from briefing.diagnostics import ClusterError, Problem

TOLD = 5
"""Workers that are told of; of the others only the number."""
HASH = 12
"""Characters of the program's hash that tell two apart."""

_MISSING = re.compile(r"No module named [\\'\"]*([\w.]+)")


def check(found: Mapping[str, Any], own: Mapping[str, str]) -> None:
    """Raise ClusterError where a worker is not of the version ``own``.

    ``found`` has the identity of each by address, or the exception that came instead.
    """
    problems = [
        problem
        for address, theirs in found.items()
        if (problem := difference(address, theirs, own))
    ]
    more = len(problems) - TOLD
    if more > 0:
        message = f"{more} more workers are of another version"
        problems[TOLD:] = [Problem(message, hint=_hint(own))]
    if problems:
        raise ClusterError(*problems)


def difference(address: str, theirs: Any, own: Mapping[str, str]) -> Problem | None:
    """How a worker differs; None where it does not, or has just gone."""
    if isinstance(theirs, OSError):
        return None
    who = f"the worker {address}"
    if isinstance(theirs, BaseException):
        if missing := _MISSING.search(repr(theirs)):  # on its way it may become another exception
            name = missing[1]
            found = "another version of briefing" if "." in name else f"no {name}"
            return Problem(f"{who} has {found}", hint=_hint(own))
        message = f"{who} cannot tell its versions: {type(theirs).__name__}: {theirs}"
        return Problem(message, hint=_hint(own))
    items = [
        f"{_named(name)} {_shown(theirs.get(name, 'none'))}, here it is {_shown(value)}"
        for name, value in own.items()
        if theirs.get(name) != value
    ]
    return Problem(f"{who} has {'; '.join(items)}", hint=_hint(own)) if items else None


def _named(name: str) -> str:
    return {"release": "the release", "briefing": "the program with the hash"}.get(name, name)


def _shown(value: str) -> str:
    return value[:HASH] if len(value) == 64 else value


def _hint(own: Mapping[str, str]) -> str:
    release = own.get("release", "")
    return (
        f"install briefing-builder {release} with the same libraries on all machines of the "
        "cluster, from one image or list of versions, and start it again"
    )
