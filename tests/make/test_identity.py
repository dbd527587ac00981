"""What decides the bytes of a file besides the publication's answers."""

from __future__ import annotations

from dataclasses import replace
from importlib import metadata
from pathlib import Path

import pytest

from briefing.document import FontFile
from briefing.make import identity
from briefing.make.identity import theme_hash, versions
from tests import shipped


def test_the_program_knows_itself() -> None:
    """Its own files by their hash, and the version of each library that shows on a page."""
    assert set(versions()) == {*identity.LIBRARIES, "briefing", "python"}
    for name in identity.LIBRARIES:
        assert versions()[name] == metadata.version(name)
    assert len(versions()["briefing"]) == 64


def test_a_changed_file_of_the_program_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not so a compiled one, nor the publication that comes with it."""
    for name in ("a.py", "builtin/data/facts.csv", "__pycache__/a.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    monkeypatch.setattr(identity, "PROGRAM", tmp_path)
    before = identity._program_hash()
    (tmp_path / "builtin/data/facts.csv").write_text("two")
    (tmp_path / "__pycache__/a.pyc").write_text("two")
    assert identity._program_hash() == before
    (tmp_path / "a.py").write_text("two")
    assert identity._program_hash() != before


def test_a_theme_is_what_an_edition_sees_of_it() -> None:
    """Its own paper counts and no other; where a font lies does not, what it is does."""
    theme = shipped.theme()
    papers = dict(theme.papers)
    papers["letter"] = replace(papers["letter"], top=99.0)
    other = replace(theme, papers=papers)
    assert theme_hash(other, "a4") == theme_hash(theme, "a4")
    assert theme_hash(other, "letter") != theme_hash(theme, "letter")
    assert theme_hash(other) == theme_hash(theme)
    spaces = {**theme.spaces, "gutter": 1.0}
    assert theme_hash(replace(theme, spaces=spaces)) != theme_hash(theme)


def test_a_font_is_its_bytes(tmp_path: Path) -> None:
    """A copy elsewhere is the same font, another file under the same name is not."""
    theme = shipped.theme()
    font = theme.fonts["sans"]
    copy = tmp_path / "copy.ttf"
    copy.write_bytes(Path(font.path).read_bytes())
    moved = replace(theme, fonts={**theme.fonts, "sans": replace(font, path=str(copy))})
    assert theme_hash(moved) == theme_hash(theme)
    other = tmp_path / "other.ttf"
    other.write_bytes(copy.read_bytes() + b"\x00")
    changed: dict[str, FontFile] = {**theme.fonts, "sans": replace(font, path=str(other))}
    assert theme_hash(replace(theme, fonts=changed)) != theme_hash(theme)
