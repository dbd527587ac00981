"""Where TOML is broken: ``tomllib`` says so only in the words of its message."""

from __future__ import annotations

import re

from briefing.document import Where
from briefing.publication.trees.hints import toml_reason

_FAULT = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


def place_of_error(path: str, error: str, text: str = "") -> Where:
    """The place that the message of a ``TOMLDecodeError`` names, in the file at ``path``.

    ``text`` is the content of the file, for an error at its end.
    """
    match = _FAULT.fullmatch(error)
    if match and match[2]:
        return Where(path, int(match[2]), int(match[3]))
    if not text:
        return Where(path)
    lines = text.rstrip("\n").split("\n")
    return Where(path, len(lines), len(lines[-1]) + 1)


def reason_of_error(error: str) -> str:
    """What is wrong in the words of ``tomllib``, without the place, in lower case."""
    match = _FAULT.fullmatch(error)
    return toml_reason(match[1] if match else error)
