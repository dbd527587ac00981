"""The JSON form of a briefing: stable, documented in docs/json.md.

Every block and inline is an object with a ``type``; tuples are arrays; a block's ``where`` is its
place in the author's file. Keys stand in the order of the model, so that equal briefings give
equal text.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from briefing.document.briefing import Briefing
from briefing.document.edition import Edition

FORMAT = "briefing/1"
"""Changes only when a reader of the old form would go wrong."""


def to_json(briefing: Briefing) -> dict[str, Any]:
    """The briefing as plain JSON values, ``format`` first."""
    return {"format": FORMAT, **_encoded(briefing)}


def to_json_text(briefing: Briefing) -> str:
    """The JSON text: UTF-8 characters as they are, two spaces of indent."""
    return json.dumps(to_json(briefing), ensure_ascii=False, indent=2) + "\n"


def from_json(value: dict[str, Any]) -> Briefing:
    """The briefing again, equal to the one it was made from.

    Raises ``ValueError`` where the value is not of the form.
    """
    from pydantic import TypeAdapter  # heavy, and only readers need it

    body = dict(value)
    if body.pop("format", None) != FORMAT:
        raise ValueError(f"not a briefing of the form {FORMAT}")
    edition = body.get("edition")
    if isinstance(edition, dict):  # its id follows from the rest
        edition = {key: item for key, item in edition.items() if key != "id"}
    return TypeAdapter(Briefing).validate_python({**body, "edition": edition})


@cache
def keys_of(kind: type) -> tuple[str, ...]:
    """The keys of the object that a value of ``kind``, a class of the document, becomes."""
    names = [item.name for item in fields(kind) if item.metadata.get("json", True)]
    first = [name for name in names if name == "type"]
    if kind is Edition:
        first.append("id")  # what people look for, and what names the file
    return (*first, *(name for name in names if name != "type"))


def _encoded(value: Any) -> Any:
    if is_dataclass(value):
        return {key: _encoded(getattr(value, key)) for key in keys_of(value.__class__)}
    if isinstance(value, (tuple, list)):
        return [_encoded(item) for item in value]
    return value
