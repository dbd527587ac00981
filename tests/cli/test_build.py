"""``briefing build``."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pikepdf
import pytest

from tests import whole_publication
from tests.cli.command import PDF, Command, assert_message, leftovers
from tests.small_publication import FILES, changed

OLD = b"%PDF-1.7 an older one"


def test_named_by_its_edition(briefing: Command, publication: Path) -> None:
    """A PDF is named by its edition, in out/ under the current folder."""
    outcome = briefing("build", "--audience", "readers")
    assert (outcome.code, outcome.err) == (0, "")
    assert (publication / "out" / PDF).read_bytes().startswith(b"%PDF-1.7")
    assert [path.name for path in (publication / "out").iterdir()] == [PDF]


def test_summary(briefing: Command, publication: Path) -> None:
    """One line says file, pages, time, and the publication that was used."""
    out = briefing("build", "-a", "readers").out
    assert re.fullmatch(
        rf"out/{PDF}: \d+ pages? in \d+\.\d s, from Small publication "
        rf"\({re.escape(str(publication))}\)\n",
        out.replace("\\", "/"),
    )


def test_summary_as_json(briefing: Command, publication: Path) -> None:
    """--format json says the same as an object to each file."""
    value = json.loads(briefing("build", "-a", "readers", "--format", "json").out)
    data = (publication / "out" / PDF).read_bytes()
    assert value["edition"] == "readers--world--en--a4--office"
    assert value["bytes"] == len(data)
    assert value["publication"] == str(publication)
    assert value["warnings"] == 0


def test_quiet(briefing: Command, publication: Path) -> None:
    """--quiet makes the file and says nothing."""
    outcome = briefing("build", "-a", "readers", "--quiet")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert (publication / "out" / PDF).is_file()


def test_out_is_under_the_current_folder(
    briefing: Command, publication: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """out/ is made where the command runs, not in the publication."""
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert briefing("build", "-a", "readers", "--publication", "../publication").code == 0
    assert (tmp_path / "elsewhere" / "out" / PDF).is_file()
    assert not (publication / "out").exists()


def test_output_names_the_file(briefing: Command, publication: Path) -> None:
    """-o names the file, in a folder that is made where it is missing."""
    target = publication / "für Leser" / "my handout.pdf"
    outcome = briefing("build", "-a", "readers", "--paper", "letter", "-o", str(target))
    assert outcome.code == 0
    with pikepdf.open(target) as pdf:
        assert [float(value) for value in pdf.pages[0].mediabox] == [0, 0, 612, 792]
    assert not (publication / "out").exists()


def test_out_dir_names_the_folder(briefing: Command, publication: Path) -> None:
    """--out-dir names the folder, and the file keeps its name."""
    assert briefing("build", "-a", "readers", "--out-dir", "a/b").code == 0
    assert (publication / "a" / "b" / PDF).is_file()


def test_capitals_make_no_difference(briefing: Command, publication: Path) -> None:
    """A4 is a4, and an audience may be written in capitals; the file's name has none."""
    outcome = briefing("build", "-a", "READERS", "-a", "readers", "--paper", "A4")
    assert outcome.code == 0
    assert outcome.out.count("\n") == 1
    assert (publication / "out" / PDF).is_file()


def test_same_bytes_again(briefing: Command, publication: Path) -> None:
    """Building again gives the same bytes in the place of the old file."""
    briefing("build", "-a", "readers")
    first = (publication / "out" / PDF).read_bytes()
    briefing("build", "-a", "readers")
    assert (publication / "out" / PDF).read_bytes() == first


def test_several_of_which_one_fails(briefing: Command, publication: Path) -> None:
    """Where one of two audiences fails the other is made, and the exit code is 3."""
    whole_publication.write(publication, **whole_publication.FAILING)
    outcome = briefing("build", "-a", "failing", "-a", "readers")
    assert outcome.code == 3
    assert_message(outcome.err)
    assert "data/audiences/failing.toml:4:12: error:" in outcome.err
    assert "failing--world--en--a4--office" in outcome.err
    assert [path.name for path in (publication / "out").iterdir()] == [PDF]
    assert outcome.out.startswith("out")


def test_one_that_fails(briefing: Command, publication: Path) -> None:
    """An edition that fails alone gives its own exit code, and a good PDF stays as it was."""
    whole_publication.write(publication, **whole_publication.FAILING)
    target = publication / "out" / "failing--world--en--a4--office.pdf"
    target.parent.mkdir()
    target.write_bytes(OLD)
    outcome = briefing("build", "-a", "failing")
    assert (outcome.code, outcome.out) == (1, "")
    assert target.read_bytes() == OLD
    assert leftovers(publication) == []


def test_warnings_are_told(briefing: Command, publication: Path) -> None:
    """A warning goes to stderr and the PDF is made; --quiet leaves the warning out."""
    whole_publication.write(publication, **whole_publication.section("There were 12.\n"))
    outcome = briefing("build", "-a", "readers")
    assert outcome.code == 0
    assert "data/sections/en/first.md:5:12: warning: unsourced number" in outcome.err
    assert_message(outcome.err)
    assert briefing("build", "-a", "readers", "-q").err == ""


def test_error_of_a_check(briefing: Command, publication: Path) -> None:
    """In a released publication the same is an error: exit code 1, and no PDF."""
    whole_publication.write(
        publication, **whole_publication.section("There were 12.\n"), **whole_publication.RELEASED
    )
    outcome = briefing("build", "-a", "readers")
    assert (outcome.code, outcome.out) == (1, "")
    assert "data/sections/en/first.md:5:12: error: unsourced number" in outcome.err
    assert not (publication / "out").exists()


def test_wrong_calculation(briefing: Command, publication: Path) -> None:
    """A wrong calculation that would be printed is no PDF."""
    whole_publication.write(publication, **changed("data/facts.csv", "99178", "89178"))
    outcome = briefing("build", "-a", "readers")
    assert outcome.code == 1
    assert 'data/facts.csv:7:23: error: "reports-a-day" is 89178' in outcome.err


@pytest.mark.parametrize("epoch", ["nonsense", "", "1.5", "9" * 20])
def test_nonsense_as_date(
    briefing: Command, publication: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    """A SOURCE_DATE_EPOCH that is no number of seconds is told."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    outcome = briefing("build", "-a", "readers")
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert f'SOURCE_DATE_EPOCH is "{epoch}"' in outcome.err


UNWRITABLE = {
    "below a file": ("briefing.toml/handout.pdf", "has a file where a folder should be"),
    "a folder": ("data", '"data" is a folder, not a file'),
    "no name": ("", "is a folder, not a file"),
    "too long a name": ("n" * 300 + ".pdf", "has too long a name"),
    "the settings": ("briefing.toml", "a place for the publication's own files"),
    "a table": ("data/facts.csv", "a place for the publication's own files"),
    "a new file among the tables": ("data/series/x.csv", "the publication's own files"),
    "the theme": ("assets/theme.toml", "a place for the publication's own files"),
}


@pytest.mark.parametrize("case", UNWRITABLE)
def test_unwritable_output(briefing: Command, publication: Path, case: str) -> None:
    """An output that cannot be written is one message, exit code 1, and nothing is left over."""
    target, message = UNWRITABLE[case]
    before = sorted(publication.rglob("*"))
    outcome = briefing("build", "-a", "readers", "-o", target)
    assert (outcome.code, outcome.out) == (1, "")
    assert_message(outcome.err)
    assert message in outcome.err
    assert sorted(publication.rglob("*")) == before
    assert (publication / "briefing.toml").read_text(encoding="utf-8") == FILES["briefing.toml"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has /proc")
@pytest.mark.parametrize("target", ["/proc/handout.pdf", "/dev/full"])
def test_output_that_the_system_refuses(briefing: Command, publication: Path, target: str) -> None:
    """What the system refuses is one message with the file's name and exit code 1."""
    outcome = briefing("build", "-a", "readers", "-o", target)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith(f"{target}: error: this file ")
    assert "Traceback" not in outcome.err
    assert "fault of the program" not in outcome.err


def test_folder_of_the_files_name(briefing: Command, publication: Path) -> None:
    """A folder that has the PDF's name is told, and stays."""
    (publication / "out" / PDF).mkdir(parents=True)
    outcome = briefing("build", "-a", "readers")
    assert outcome.code == 1
    assert_message(outcome.err)
    assert (publication / "out" / PDF).is_dir()


STEPS = {
    "composing": "briefing.publication.questions.Questions.sections",
    "drawing": "briefing.make.drawings.drawn",
    "rendering": "briefing.pdf.render_pages",
    "writing": "os.fsync",
    "renaming": "os.replace",
}


@pytest.mark.parametrize("step", STEPS)
def test_interrupted(
    briefing: Command, publication: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Ctrl-C at any step: one line, exit code 130, the old PDF whole, no temporary file."""
    target = publication / "out" / PDF
    target.parent.mkdir()
    target.write_bytes(OLD)

    def interrupt(*arguments: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(STEPS[step], interrupt)
    outcome = briefing("build", "-a", "readers")
    monkeypatch.undo()
    assert (outcome.code, outcome.out) == (130, "")
    assert outcome.err.strip() == "interrupted: nothing half-written was left behind"
    assert target.read_bytes() == OLD
    assert os.listdir(target.parent) == [PDF]


def test_fault_of_the_program(
    briefing: Command, publication: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even a fault of the program is a message; --verbose says where, with no traceback."""

    def fail(*arguments: object) -> None:
        raise RuntimeError("a wheel came off")

    monkeypatch.setattr("briefing.pdf.render_pages", fail)
    outcome = briefing("build", "-a", "readers")
    assert outcome.code == 1
    assert outcome.err.startswith(
        "error: a fault of the program: RuntimeError: a wheel came off\n  hint: please report it"
    )
    assert "make.py" not in outcome.err
    verbose = briefing("build", "-a", "readers", "-v")
    assert "make.py" in verbose.err
    assert "Traceback" not in verbose.err
