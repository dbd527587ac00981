"""The publication folder is the one named, else the nearest above, else the built-in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.diagnostics import BriefingError, UsageError
from briefing.publication import built_in, find, folder
from tests.small_publication import write


def test_a_named_folder_is_taken(tmp_path: Path) -> None:
    """The folder that is named wins over the one around the start."""
    around = write(tmp_path / "around")
    named = write(tmp_path / "named")
    assert find(around, named) == named


def test_the_nearest_folder_above_is_taken(tmp_path: Path) -> None:
    """From inside a publication, however deep, that publication is found."""
    root = write(tmp_path / "outer" / "inner")
    write(tmp_path / "outer")
    assert find(root / "data" / "charts", None) == root


def test_else_the_built_in_publication_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no folder above is a publication, the program's own is used."""
    package = tmp_path / "site" / "briefing"
    builtin = write(package / "builtin")
    monkeypatch.setattr(folder, "PACKAGE", package)
    assert find(tmp_path, None) == built_in() == builtin


def test_a_source_checkout_is_its_own_publication(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a folder inside the package, the repository beside it is the publication."""
    write(tmp_path)
    monkeypatch.setattr(folder, "PACKAGE", tmp_path / "briefing")
    assert built_in() == tmp_path


def test_a_damaged_installation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that has lost its publication asks to be installed again."""
    monkeypatch.setattr(folder, "PACKAGE", tmp_path / "briefing")
    with pytest.raises(BriefingError) as caught:
        built_in()
    assert str(caught.value) == (
        "error: the built-in publication is missing\n"
        "  hint: install the program again, or name a publication folder"
    )


HINT = "  hint: a publication is a folder that holds briefing.toml"


def refusal(explicit: Path) -> str:
    """The message about a folder that is named but is no publication."""
    with pytest.raises(UsageError) as caught:
        find(Path("."), explicit)
    assert caught.value.exit_code == 2
    return str(caught.value)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    """Naming a folder that does not exist is an error of usage."""
    path = tmp_path / "nowhere"
    expected = f'error: there is no publication folder "{path.as_posix()}"\n{HINT}'
    assert refusal(path) == expected


def test_a_folder_without_settings_is_refused(tmp_path: Path) -> None:
    """Naming a folder that is no publication is an error of usage, with no look further up."""
    path = write(tmp_path) / "data"
    expected = f'error: the folder "{path.as_posix()}" has no briefing.toml\n{HINT}'
    assert refusal(path) == expected


def test_the_settings_file_itself_is_refused_with_its_folder(tmp_path: Path) -> None:
    """Naming the file instead of its folder is told which folder to name."""
    path = write(tmp_path) / "briefing.toml"
    assert refusal(path) == (
        f'error: "{path.as_posix()}" is a file, not a publication folder\n'
        f'  hint: name the folder that holds it: "{tmp_path.as_posix()}"'
    )
