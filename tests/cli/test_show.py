"""``briefing show``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.compose import compose
from briefing.document import Edition
from briefing.document.jsonform import from_json
from briefing.document.reading import read_aloud
from briefing.publication import load
from tests import whole_publication
from tests.cli.command import Command, assert_message
from tests.small_publication import changed

BLOCK_LISTS = ("blocks", "items", "children", "label", "note", "attribution", "caption")


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object that stands in a list of blocks or inlines."""
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in BLOCK_LISTS:
                yield from (item for item in inner if isinstance(item, dict))
            yield from _objects(inner)


def test_text_is_what_is_read_aloud(briefing: Command, publication: Path) -> None:
    """--format text is the briefing as it is read aloud, and the default."""
    expected = read_aloud(compose(load(publication), Edition("readers")))
    assert briefing("show", "-a", "readers", "--format", "text").out == expected
    assert briefing("show", "-a", "readers").out == expected


def test_json_form(briefing: Command, publication: Path) -> None:
    """--format json names its form, and every block and inline has a type."""
    value = json.loads(briefing("show", "-a", "readers", "--format", "json").out)
    assert value["format"] == "briefing/1"
    assert value["edition"]["id"] == "readers--world--en--a4--office"
    objects = list(_objects(value))
    assert len(objects) > 20
    assert all(each["type"] for each in objects)


def test_json_reads_back(briefing: Command, publication: Path) -> None:
    """The JSON gives an equal briefing back."""
    value = json.loads(briefing("show", "-a", "readers", "--format", "json").out)
    assert from_json(value) == compose(load(publication), Edition("readers"))


def test_paper(briefing: Command, publication: Path) -> None:
    """--paper is part of the edition that is shown."""
    out = briefing("show", "-a", "readers", "--paper", "letter", "--format", "json").out
    assert json.loads(out)["edition"]["paper"] == "letter"


def test_default_audience(briefing: Command, publication: Path) -> None:
    """The publication's default audience is shown where none is named."""
    settings = publication / "briefing.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("[defaults]", '[defaults]\naudience = "readers"'), "utf-8")
    assert briefing("show").out == briefing("show", "-a", "readers").out


def test_wrong_text(briefing: Command, publication: Path) -> None:
    """What cannot be composed is told on stderr, with nothing on stdout."""
    whole_publication.write(publication, **whole_publication.section('{{ fact("none") }}\n'))
    outcome = briefing("show", "-a", "readers")
    assert (outcome.code, outcome.out) == (1, "")
    assert_message(outcome.err)
    assert 'data/sections/en/first.md:5:1: error: there is no fact "none"' in outcome.err


def test_long_line(briefing: Command, publication: Path) -> None:
    """Of a long line as much is shown as fits; none where the caret would stand beyond it."""
    long = '{{ fact("none") }} ' + "word " * 100 + '{{ fact("nothing") }}\n'
    whole_publication.write(publication, **whole_publication.section(long))
    err = briefing("show", "-a", "readers").err
    assert '    {{ fact("none") }} word' in err
    assert 'first.md:5:520: error: there is no fact "nothing"' in err
    assert max(map(len, err.splitlines())) < 130


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize("command", ["show", "build", "check"])
def test_refused_name(briefing: Command, publication: Path, command: str, form: str) -> None:
    """A name that only composing joins is told as an error, and given out by no command."""
    title = changed("data/audiences/readers.toml", '"Briefing for readers"', r'"Ex\u0061mplesite"')
    whole_publication.write(publication, **whole_publication.REFUSED, **title)
    audience = [] if command == "check" else ["-a", "readers"]
    outcome = briefing(command, *audience, "--format", form)
    assert outcome.code == 1
    told = outcome.out if command == "check" else outcome.err
    assert "a name that must not be printed: an invented name" in told
    assert "mplesite" not in outcome.out + outcome.err
    assert not (publication / "out").exists()
    if command == "show":
        assert outcome.out == ""
        assert_message(outcome.err)


def test_discouraged_address(briefing: Command, publication: Path) -> None:
    """An address that only Markdown makes of what was written is refused with its place."""
    link = "See [this](https://example.org/bad&amp;word).\n"
    whole_publication.write(publication, **whole_publication.section(link))
    outcome = briefing("show", "-a", "readers")
    assert (outcome.code, outcome.out) == (1, "")
    assert_message(outcome.err)
    assert outcome.err.startswith(
        'data/sections/en/first.md:5:5: error: this address carries the discouraged term "bad word"'
    )
