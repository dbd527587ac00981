"""``briefing schema``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.command import Command, assert_message


def test_what_show_prints_is_valid(briefing: Command, publication: Path) -> None:
    """The JSON of `show` is valid by the schema that is printed, and other JSON is not."""
    schema = json.loads(briefing("schema", "briefing").out)
    shown = json.loads(briefing("show", "-a", "readers", "--format", "json").out)
    Draft202012Validator(schema).validate(shown)
    del shown["meta"]["title"]
    assert not Draft202012Validator(schema).is_valid(shown)


def test_needs_no_publication(
    briefing: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The schema is printed anywhere."""
    monkeypatch.chdir(tmp_path)
    outcome = briefing("schema", "briefing")
    assert (outcome.code, outcome.err) == (0, "")


def test_unknown_schema(briefing: Command) -> None:
    """Another form is an error of usage."""
    outcome = briefing("schema", "brief")
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert 'did you mean "briefing"?' in outcome.err
