"""Files that cannot be read are reported with their place."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.diagnostics import PublicationError
from briefing.publication import load
from tests.publication.faults import message
from tests.small_publication import FILES, write

SETTINGS = "briefing.toml"
FACTS = "data/facts.csv"
TERMS = "data/terms.csv"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A missing table is reported by its path, with the columns it should have."""
    overrides = {FACTS: None}
    assert message(tmp_path, overrides) == (
        "data/facts.csv: error: this file is missing\n"
        "  hint: its columns: "
        "id,measure,value,qualifier,period,place,group,source,locator,confidence,calculation,"
        "note"
    )


def test_a_missing_settings_file_is_named(tmp_path: Path) -> None:
    """A folder without briefing.toml is told what makes a publication."""
    overrides = {SETTINGS: None}
    assert message(tmp_path, overrides) == (
        "briefing.toml: error: this file is missing\n"
        "  hint: a publication is a folder that holds briefing.toml"
    )


def test_text_in_another_encoding_is_placed(tmp_path: Path) -> None:
    """A byte that is no UTF-8 is reported with its line and column."""
    overrides = {FACTS: FILES[FACTS].encode().replace(b"page 2", b"p\xe4ge 2", 1)}
    assert message(tmp_path, overrides) == (
        'data/facts.csv:2:57: error: this file is not UTF-8 at the word "p\u00e4ge"\n'
        "    reports-2022,reports,32000000,over,2022,world,,hotline,p\u00e4ge 2,high,,\n"
        "                                                            ^\n"
        '  hint: save it as UTF-8: in Excel, "Save as", "CSV UTF-8 (comma delimited)"'
    )


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    """A table that Excel saved with a byte-order mark reads like one without."""
    marked = {FACTS: b"\xef\xbb\xbf" + FILES[FACTS].encode()}
    publication = load(write(tmp_path, **marked))
    assert next(iter(publication.facts)) == "reports-2022"


def test_line_ends_of_windows_read_the_same(tmp_path: Path) -> None:
    """The same publication with Windows line ends is equal, places and all."""
    there = {path: text.replace("\n", "\r\n") for path, text in FILES.items()}
    windows = load(write(tmp_path / "windows", **there))
    unix = load(write(tmp_path / "unix"))
    assert windows.sections == unix.sections
    assert windows.facts == unix.facts
    assert windows.facts["reports-a-day"].where == unix.facts["reports-a-day"].where


def test_files_of_the_editor_are_passed_over(tmp_path: Path) -> None:
    """Lock files and hidden files beside the author's are not read."""
    extra = {"data/charts/.~lock.a.toml": "x", "data/audiences/~$readers.toml": "x"}
    assert list(load(write(tmp_path, **extra)).audiences) == ["readers"]


def test_a_folder_in_place_of_a_file_is_reported(tmp_path: Path) -> None:
    """A folder with the name of a table is reported as one."""
    write(tmp_path, **{TERMS: None})
    (tmp_path / TERMS).mkdir()
    with pytest.raises(PublicationError, match=r"^data/terms\.csv: error: this "):
        load(tmp_path)


def test_a_folder_that_cannot_be_read_is_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What names the files in it is not told as well.

    The refusal is faked: these tests may run as a user whom nothing is forbidden.
    """
    write(tmp_path)
    listed = Path.iterdir

    def refuse(folder: Path) -> Iterator[Path]:
        if folder.name == "charts":
            raise PermissionError(errno.EACCES, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(PublicationError) as caught:
        load(tmp_path)
    assert str(caught.value) == (
        "data/charts: error: this folder cannot be read: permission denied\n"
        "  hint: see that it is a folder, and that you may read it"
    )
