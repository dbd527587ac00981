"""The catalogue of the program's own words."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import briefing
from briefing.locale.catalogue import catalogue

KEYS = sorted(catalogue("en").patterns)
SOURCES = [
    path
    for folder in ("locale", "compose", "figures", "checks")
    for path in sorted((Path(briefing.__file__).parent / folder).glob("*.py"))
]


@pytest.mark.parametrize("key", KEYS)
def test_every_message_can_be_filled(key: str) -> None:
    """Every message is sound, and what it is given stands in it."""
    pattern = catalogue("en").patterns[key]
    names = set(re.findall(r"\{([a-z_]+)[,}]", pattern))
    for number in (0, 1, 2, 2.5):
        values: dict[str, str | int | float] = {name: f"<{name}>" for name in names}
        if "n" in names:
            values["n"] = number
        said = catalogue("en").say(key, **values)
        assert all(f"<{name}>" in said for name in names - {"n"})
        assert said.strip()


def _keys_in(path: Path) -> list[str]:
    """The keys in a module; what an f-string leaves open becomes a star."""
    keys = []
    nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
    inside = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in nodes:
        if id(node) in inside:
            continue
        text = ""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        elif isinstance(node, ast.JoinedStr):
            text = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "*" for part in node.values
            )
        table = text.partition(".")[0]
        if re.fullmatch(r"[a-z_]+\.[a-z_*-]+", text) and any(
            key.startswith(f"{table}.") for key in KEYS
        ):
            keys.append(text)
    return keys


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_key_of_the_code_is_there(path: Path) -> None:
    """No module asks for a message that the catalogue does not hold."""
    for key in _keys_in(path):
        pattern = re.compile(re.escape(key).replace(r"\*", ".+"))
        assert any(map(pattern.fullmatch, KEYS)) or key in NO_MESSAGES


NO_MESSAGES = {"headline.text", "headline.subject"}
"""Keys of authors' files that look like keys of messages."""


def test_every_message_is_asked_for() -> None:
    """The catalogue holds nothing that no module prints."""
    asked = [key for path in SOURCES for key in _keys_in(path)]
    patterns = [re.compile(re.escape(key).replace(r"\*", ".+")) for key in asked]
    assert [key for key in KEYS if not any(p.fullmatch(key) for p in patterns)] == []


def test_missing_key() -> None:
    """A key that is not there is a mistake of the program."""
    with pytest.raises(KeyError):
        catalogue("en").say("page.nothing")
