"""Any value of the document as JSON and back: for caches, which hold data and never pickles.

An object names its class. It is not the JSON form that users read (``jsonform.py``), which is
checked by pydantic and takes ten times as long to import as this takes in all.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from briefing import document

_ATOMS = frozenset((str, int, float, bool, type(None)))
"""What is the same in JSON: most of what there is, and so told apart first."""


def dumps(value: Any) -> bytes:
    """``value`` as JSON: dataclasses of the document, tuples, mappings, numbers, text, bytes."""
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8")


def loads(data: bytes) -> Any:
    """What ``dumps`` was given. Raises ValueError where ``data`` is nothing that it wrote."""
    try:
        return _tuples(json.loads(data, object_hook=_object))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError("not a value of the document") from error


def _plain(value: Any) -> Any:
    kind: type = type(value)
    if kind in _ATOMS:
        return value
    if kind is tuple:
        return [item if type(item) in _ATOMS else _plain(item) for item in value]
    if is_dataclass(kind):
        parts = [getattr(value, name) for name in _fields(kind)]
        return {"": kind.__name__, "=": _plain(tuple(parts))}
    if isinstance(value, Mapping):
        return {"map": [[key, _plain(item)] for key, item in value.items()]}
    if isinstance(value, bytes):
        return {"bytes": base64.b64encode(value).decode("ascii")}
    return [_plain(item) for item in value] if isinstance(value, (tuple, list)) else value


@cache
def _fields(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _classes() -> dict[str, type]:
    kinds = (getattr(document, name) for name in document.__all__)
    return {kind.__name__: kind for kind in kinds if isinstance(kind, type) and is_dataclass(kind)}


def _object(value: dict[str, Any]) -> Any:
    """What a JSON object stands for; called from within, the innermost first."""
    if "" in value:
        kind = _classes()[value[""]]
        names = _fields(kind)
        return kind(**dict(zip(names, _tuples(value["="]), strict=True)))
    if "bytes" in value:
        return base64.b64decode(value["bytes"])
    return {key: _tuples(item) for key, item in value["map"]}


def _tuples(value: Any) -> Any:
    """Lists as tuples, at every depth."""
    if type(value) is not list:
        return value
    # A list comprehension: one call a list, not one a number.
    return tuple([_tuples(item) if type(item) is list else item for item in value])
