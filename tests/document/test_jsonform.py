"""The JSON form holds the whole briefing and gives it back."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest

from briefing.document import Block, Inline
from briefing.document.jsonform import FORMAT, from_json, to_json, to_json_text
from tests import shipped
from tests.samples import everything


def _again(value: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(value))
    return found


def test_a_briefing_comes_back_equal() -> None:
    """Through JSON text and back every block, inline and number is the same."""
    briefing = everything()
    back = from_json(_again(to_json(briefing)))
    assert back == briefing
    assert to_json_text(back) == to_json_text(briefing)  # 1 and 1.0 are equal, and not the same


@pytest.mark.parametrize("audience", shipped.AUDIENCES)
def test_the_shipped_briefings_come_back_equal(audience: str) -> None:
    """What the shipped publication composes has a JSON form that holds all of it."""
    briefing = shipped.made(audience, "a4").briefing
    back = from_json(json.loads(to_json_text(briefing)))
    assert back == briefing
    assert to_json_text(back) == to_json_text(briefing)


def test_places_of_blocks_are_kept() -> None:
    """A block's place in the author's file is in the form, and comes back."""
    value = to_json(everything())
    deck = value["blocks"][1]
    assert deck["where"] == {"path": "data/sections/en/first.md", "line": 7, "column": 1}
    assert value["blocks"][0]["where"] is None
    assert from_json(value).blocks[1].where == everything().blocks[1].where


def test_every_piece_says_its_type_first() -> None:
    """Each object that is a block or an inline opens with its type."""

    def objects(value: Any) -> list[dict[str, Any]]:
        if isinstance(value, list):
            return [found for item in value for found in objects(item)]
        if isinstance(value, dict):
            return [value, *(found for item in value.values() for found in objects(item))]
        return []

    for block in to_json(everything())["blocks"]:
        for found in objects(block):
            if "path" not in found:
                assert next(iter(found)) == "type"


def test_the_text_is_stable() -> None:
    """The format stands first, characters as they are, and equal briefings give equal text."""
    text = to_json_text(everything())
    assert text.startswith('{\n  "format": "briefing/1",\n  "type": "briefing",\n')
    assert "It’s “never” too late – ½" in text
    assert text.endswith("}\n")
    assert text == to_json_text(everything())


def test_the_edition_tells_its_id() -> None:
    """The id is in the form for readers, and is not read back."""
    value = to_json(everything())
    assert value["edition"]["id"] == "readers--world--en--a4--office"
    value["edition"]["id"] = "another"
    assert from_json(value) == everything()


def test_unknown_keys_are_ignored() -> None:
    """Keys may be added to the form: a reader of today goes on working."""
    value = to_json(everything())
    value["more"] = 1
    value["blocks"][0]["more"] = 1
    assert from_json(value) == everything()


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"format": "briefing/2"},
        {"format": FORMAT},
        {"format": FORMAT, "edition": "government"},
        {**to_json(everything()), "blocks": [{"type": "paragraf", "children": []}]},
        {**to_json(everything()), "blocks": [{"type": "paragraph"}]},
    ],
    ids=["nothing", "another format", "no edition", "edition a text", "unknown block", "no text"],
)
def test_what_is_not_of_the_form_is_refused(value: dict[str, Any]) -> None:
    """A value of another form raises ValueError, and nothing else."""
    with pytest.raises(ValueError, match=r"brief|Brief|edition|blocks"):
        from_json(value)


def test_the_documentation_names_every_type() -> None:
    """docs/json.md has a row for each block and inline."""
    text = (shipped.ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    for kind in (*get_args(Block), *get_args(Inline)):
        assert f"`{kind.__dataclass_fields__['type'].default}`" in text
