"""The JSON Schema says exactly what the JSON form is."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from briefing.document import Block, Inline
from briefing.document.jsonform import FORMAT, to_json
from briefing.document.schema import briefing_schema
from tests import shipped
from tests.pdf.random_briefings import briefings
from tests.samples import everything


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(json.dumps(briefing_schema())))


def _value(briefing: Any) -> Any:
    return json.loads(json.dumps(to_json(briefing)))


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in a JSON value, the whole first."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)


def test_it_is_a_schema() -> None:
    """The schema is one of the 2020-12 dialect, and says so."""
    schema = briefing_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"]["format"] == {"const": FORMAT}


@pytest.mark.parametrize("audience", shipped.AUDIENCES)
def test_the_shipped_briefings_are_valid(audience: str) -> None:
    """What the shipped publication composes is valid."""
    _validator().validate(_value(shipped.made(audience, "a4").briefing))


def test_every_block_is_valid() -> None:
    """A briefing with every block and inline is valid."""
    _validator().validate(_value(everything()))


@settings(deadline=None, max_examples=30)
@given(briefings())
def test_random_briefings_are_valid(briefing: Any) -> None:
    """A briefing of any blocks is valid."""
    _validator().validate(_value(briefing))


def test_every_key_is_needed_and_no_other_allowed() -> None:
    """Of each object, of whatever type, no key may be missing and none may be added."""
    whole = _value(everything())
    kinds = set()
    for at, found in enumerate(_objects(whole)):
        kind = (found.get("type"), *found)
        if kind in kinds:
            continue
        kinds.add(kind)
        for key in found:
            changed = copy.deepcopy(whole)
            del list(_objects(changed))[at][key]
            assert not _validator().is_valid(changed), (kind, key)
        changed = copy.deepcopy(whole)
        list(_objects(changed))[at]["more"] = 1
        assert not _validator().is_valid(changed), kind
    assert len(kinds) > 25


def test_every_value_has_its_type() -> None:
    """A value of another type is told, whatever the key."""
    whole = _value(everything())
    seen = set()
    for at, found in enumerate(_objects(whole)):
        for key in found:
            kind = (found.get("type"), key)
            if kind in seen:
                continue
            seen.add(kind)
            changed = copy.deepcopy(whole)
            list(_objects(changed))[at][key] = {"of": "another type"}
            assert not _validator().is_valid(changed), kind


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "briefing/2"),
        (("type",), "brief"),
        (("blocks", 0, "type"), "headline"),
        (("blocks", 0, "type"), "paragraph"),
        (("blocks", 0, "level"), 4),
        (("blocks", 0, "level"), "1"),
        (("blocks", 1, "role"), "aside"),
        (("blocks", 1, "children", 0, "type"), "quote"),
        (("blocks", 1, "children", 0), "text"),
        (("blocks", 1, "where", "line"), "7"),
        (("blocks",), {}),
        (("meta", "direction"), "up"),
        (("edition", "id"), None),
    ],
)
def test_wrong_values(path: tuple[Any, ...], value: Any) -> None:
    """An unknown block, inline, role or format, and a value of another type, are no briefing."""
    changed = _value(everything())
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    assert inner[path[-1]] != value
    inner[path[-1]] = value
    assert not _validator().is_valid(changed)


def test_types_tell_objects_apart() -> None:
    """Each block and inline is one choice of its union, found by its type."""
    definitions = briefing_schema()["$defs"]
    for name, union in (("Block", Block), ("Inline", Inline)):
        mapping = definitions[name]["discriminator"]["mapping"]
        assert definitions[name]["discriminator"]["propertyName"] == "type"
        kinds = {kind.__dataclass_fields__["type"].default for kind in get_args(union)}
        assert set(mapping) == kinds
        assert [choice["$ref"] for choice in definitions[name]["oneOf"]] == list(mapping.values())


def test_descriptions_are_those_of_the_classes() -> None:
    """Each object has the name of its class, and what its docstring says."""
    definitions = briefing_schema()["$defs"]
    assert definitions["Fact"]["description"].startswith("A printed value and where it comes from")
    assert "`facts` are the ids" in definitions["Fact"]["description"]
    for name, body in definitions.items():
        assert "oneOf" in body or (body["title"] == name and body["description"])
        assert ">>>" not in body.get("description", "")
