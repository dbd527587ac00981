"""One edition from start to file."""

from __future__ import annotations

import importlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.diagnostics import (
    ComposeError,
    OutputError,
    PublicationError,
    RenderError,
    UsageError,
)
from briefing.document import Edition
from briefing.make import compose_checked, make
from briefing.publication import Trace, load
from briefing.publication.theme import load_theme
from tests import whole_publication
from tests.small_publication import changed
from tests.whole_publication import RELEASED, section

EDITION = Edition("readers")
MODULE = importlib.import_module("briefing.make.make")
COMPOSE = importlib.import_module("briefing.compose")


@pytest.fixture(autouse=True)
def no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """The date of the files is the publication's."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_result(tmp_path: Path) -> None:
    """The result says what was made, where, how large, how fast."""
    publication = load(whole_publication.write(tmp_path / "p"))
    out = tmp_path / "new" / "a.pdf"
    result = make(publication, EDITION, out)
    data = out.read_bytes()
    assert (result.edition, result.path, result.size) == (EDITION, out, len(data))
    assert 1 <= result.pages <= 4
    assert result.seconds > 0
    assert result.problems == ()
    assert b"<dc:identifier>readers--world--en--a4--office</dc:identifier>" in data


def test_deterministic(tmp_path: Path) -> None:
    """The same edition is the same bytes, with the theme given or loaded."""
    folder = whole_publication.write(tmp_path / "p")
    make(load(folder), EDITION, tmp_path / "a.pdf")
    make(load(folder), EDITION, tmp_path / "b.pdf", load_theme(folder))
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_date_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH dates the file in place of the publication."""
    publication = load(whole_publication.write(tmp_path / "p"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    make(publication, EDITION, tmp_path / "a.pdf")
    assert b"2001-09-09T01:46:40" in (tmp_path / "a.pdf").read_bytes()


def test_warnings(tmp_path: Path) -> None:
    """Warnings are part of the result."""
    publication = load(whole_publication.write(tmp_path / "p", **section("There were 12.\n")))
    result = make(publication, EDITION, tmp_path / "a.pdf")
    assert [problem.code for problem in result.problems] == ["unsourced-number"]


FAILURES = {
    "text": (section('{{ fact("none") }}\n'), ComposeError),
    "character": (section("儿\n"), RenderError),
    "check": ({**section("There were 12.\n"), **RELEASED}, PublicationError),
    "calculation": (changed("data/facts.csv", "99178", "1"), PublicationError),
    "theme": (whole_publication.theme("after = 10", "aftr = 10"), PublicationError),
}


@pytest.mark.parametrize("case", FAILURES)
def test_failure(tmp_path: Path, case: str) -> None:
    """A failure names the edition and leaves an older file as it was."""
    files, kind = FAILURES[case]
    publication = load(whole_publication.write(tmp_path / "p", **files))
    out = tmp_path / "a.pdf"
    out.write_bytes(b"older")
    with pytest.raises(kind) as caught:
        make(publication, EDITION, out)
    assert type(caught.value) is kind
    assert {problem.edition for problem in caught.value.problems} == {EDITION.id}
    assert out.read_bytes() == b"older"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.pdf", "p"]


def test_unknown_audience(tmp_path: Path) -> None:
    """An edition that is not there is a usage error."""
    publication = load(whole_publication.write(tmp_path / "p"))
    with pytest.raises(UsageError, match='there is no audience "others"'):
        make(publication, Edition("others"), tmp_path / "a.pdf")


def test_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that holds another edition than was asked for is never stored."""
    publication = load(whole_publication.write(tmp_path / "p"))
    compose = COMPOSE.compose

    def other(*arguments: object) -> object:
        briefing = compose(*arguments)
        return replace(briefing, edition=Edition("readers", paper="letter"))

    monkeypatch.setattr(COMPOSE, "compose", other)
    with pytest.raises(OutputError, match=r"says it is edition .readers--world--en--letter"):
        make(publication, EDITION, tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", ["briefing.toml", "data/facts.csv", "data/new.csv", "assets/x.md"])
def test_authors_files(tmp_path: Path, name: str) -> None:
    """A PDF never takes the place of an author's file, by whatever way it is named."""
    folder = whole_publication.write(tmp_path / "p")
    (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    before = (folder / "briefing.toml").read_bytes()
    for way in (folder / name, folder / "out" / ".." / name, tmp_path / "link" / name):
        with pytest.raises(OutputError, match="the publication's own files"):
            make(load(folder), EDITION, way)
    assert (folder / "briefing.toml").read_bytes() == before


@pytest.mark.parametrize("name", ["p/data/a.pdf", "p/a.file", "data/a.file", "p-data/a.file"])
def test_other_files(tmp_path: Path, name: str) -> None:
    """A PDF may stand in the publication, and any name outside its authors' folders is free."""
    folder = whole_publication.write(tmp_path / "p")
    make(load(folder), EDITION, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(b"%PDF")


def test_trace(tmp_path: Path) -> None:
    """A composed and checked briefing leaves its questions in the trace."""
    publication = load(whole_publication.write(tmp_path))
    trace = Trace()
    briefing, problems = compose_checked(publication, EDITION, trace)
    assert (briefing.edition, problems) == (EDITION, ())
    assert len(trace) > 5
