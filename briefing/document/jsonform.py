"""The JSON form of a briefing: stable, documented in docs/json.md.

Every block and inline is an object with a ``type``; tuples are arrays; a block's ``where`` is its
place in the author's file. Keys stand in the order of the model, so that equal briefings give
equal text.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import Any

from briefing.document.briefing import Briefing
from briefing.document.edition import Edition
from briefing.document.where import Where

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


def _encoded(value: Any) -> Any:
    if isinstance(value, Where):
        return {"path": value.path, "line": value.line, "column": value.column}
    if is_dataclass(value):
        out: dict[str, Any] = {"type": value.type} if hasattr(value, "type") else {}
        if isinstance(value, Edition):
            out["id"] = value.id  # what people look for, and what names the file
        for item in fields(value):
            if item.name != "type" and item.metadata.get("json", True):
                out[item.name] = _encoded(getattr(value, item.name))
        return out
    if isinstance(value, (tuple, list)):
        return [_encoded(item) for item in value]
    return value
