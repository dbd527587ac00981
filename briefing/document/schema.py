"""The JSON Schema of a briefing's JSON form, made from the classes of the document.

Types come from pydantic, which reads the same classes; keys and their order from ``keys_of``, by
which the JSON itself is made; descriptions from the docstrings. Nothing is written by hand twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import is_dataclass
from typing import Any, get_args, get_type_hints

from briefing.document.blocks import Block
from briefing.document.briefing import Briefing
from briefing.document.inlines import Inline
from briefing.document.jsonform import FORMAT, keys_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"

UNIONS = {"Block": Block, "Inline": Inline}
"""The choices that have a name, and their members."""

Schema = dict[str, Any]


def briefing_schema() -> Schema:
    """The schema that the JSON form of every briefing is valid by: no key missing, none unknown."""
    from pydantic import TypeAdapter  # heavy, and only this needs it

    whole = TypeAdapter(Briefing).json_schema()
    definitions = {**whole.pop("$defs"), Briefing.__name__: whole}
    made = {kind.__name__: _object(kind, definitions[kind.__name__]) for kind in _classes(Briefing)}
    named = {frozenset(_names(union)): name for name, union in UNIONS.items()}
    made = {name: _tagged(body, made, named) for name, body in made.items()}
    root = made.pop(Briefing.__name__)
    for name, union in UNIONS.items():
        made[name] = _choice(_names(union), made)
    return {
        "$schema": DIALECT,
        **root,
        "properties": {"format": {"const": FORMAT}, **root["properties"]},
        "required": ["format", *root["required"]],
        "$defs": dict(sorted(made.items())),
    }


def _classes(kind: Any) -> Iterator[type]:
    """The dataclasses that a value of ``kind`` is made of, itself first; each once."""
    seen: dict[type, None] = {}
    waiting = [kind]
    while waiting:
        found = waiting.pop()
        waiting += get_args(found)
        if is_dataclass(found) and isinstance(found, type) and found not in seen:
            seen[found] = None
            waiting += get_type_hints(found).values()
    yield from seen


def _object(kind: type, body: Schema) -> Schema:
    """The schema of one class, with exactly the keys of its JSON form."""
    keys = keys_of(kind)
    return {
        "title": kind.__name__,
        "description": _words(kind.__doc__),
        "type": "object",
        "properties": {key: _property(kind, key, body["properties"]) for key in keys},
        "required": list(keys),
        "additionalProperties": False,
    }


def _property(kind: type, key: str, properties: Schema) -> Schema:
    if key in properties:  # without what pydantic adds for reading: every key is always there
        return {
            name: it for name, it in properties[key].items() if name not in ("default", "title")
        }
    from pydantic import TypeAdapter

    computed = getattr(kind, key).fget  # such as the id of an edition, which follows from the rest
    schema = TypeAdapter(get_type_hints(computed)["return"]).json_schema()
    return {"description": _words(computed.__doc__), **schema}


def _words(docstring: str | None) -> str:
    from inspect import cleandoc

    return cleandoc(docstring or "").partition("\n\n>>>")[0].replace("``", "`")


def _names(union: Any) -> list[str]:
    return [kind.__name__ for kind in get_args(union)]


def _tagged(value: Any, made: Schema, named: dict[frozenset[str], str]) -> Any:
    """``value`` with each choice between objects told by their ``type``."""
    if isinstance(value, list):
        return [_tagged(item, made, named) for item in value]
    if not isinstance(value, dict):
        return value
    names = [item.get("$ref", "").rpartition("/")[2] for item in value.get("anyOf", ())]
    if names and all(names):
        name = named.get(frozenset(names))
        return {"$ref": _reference(name)} if name else _choice(names, made)
    return {key: _tagged(item, made, named) for key, item in value.items()}


def _choice(names: Iterable[str], made: Schema) -> Schema:
    mapping = {made[name]["properties"]["type"]["const"]: _reference(name) for name in names}
    return {
        "oneOf": [{"$ref": reference} for reference in mapping.values()],
        "discriminator": {"propertyName": "type", "mapping": mapping},
    }


def _reference(name: str) -> str:
    return f"#/$defs/{name}"
