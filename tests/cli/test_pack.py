"""``briefing pack``: its options, what it tells, and its exit codes."""

from __future__ import annotations

import hashlib
import json
import os
import select
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests import regions, whole_publication
from tests.cli.command import Command, assert_message, leftovers
from tests.cli.test_process import environment, posix, shell
from tests.pack import making

WORLD = "readers--world--en--a4--office"
FAR = ("aaa", "bbb", "ccc", "ddd", "eee")
"""The countries of the region Far North that have an edition."""
FIELDS = ["edition", "status", "reason", "path", "seconds", "pages", "bytes", "sha256"]
FIELDS += ["warnings", "errors"]


def _countries(folder: Path, body: str = "Nothing.") -> Path:
    section = regions.SECTION.format(places="country", body=body)
    names = {"data/places.csv": regions.PLACES.replace("Long Islands,the", "Île Longue,the")}
    files = {**regions.FILES, **names, "data/sections/en/text.md": section}
    return whole_publication.write(folder, **files)


@pytest.fixture
def countries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A publication with a region of countries for one audience; it is the current folder."""
    folder = _countries(tmp_path / "countries")
    monkeypatch.chdir(folder)
    return folder


def _break(folder: Path, audience: str) -> None:
    path = folder / "data/audiences" / f"{audience}.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("find.", "find {{ fact('none') }}."), encoding="utf-8")


def _planned(briefing: Command, *arguments: str) -> list[str]:
    outcome = briefing("pack", "--dry-run", "--format", "json", *arguments)
    assert (outcome.code, outcome.err) == (0, "")
    return [json.loads(line)["edition"] for line in outcome.out.splitlines()]


def test_all_by_default(briefing: Command, countries: Path) -> None:
    """The world and every country that has an edition, for each audience, and no region."""
    places = ("world", *FAR, "ggg")
    assert _planned(briefing) == [f"readers--{place}--en--a4--office" for place in places]


@pytest.mark.parametrize(
    "arguments",
    [
        ("-a", "editors,writers"),
        ("-a", "editors", "-a", "writers"),
        ("--audience", " editors , writers,"),
        ("-a", "EDITORS,writers,editors"),
    ],
)
def test_audiences(briefing: Command, folder: Path, arguments: tuple[str, ...]) -> None:
    """With commas between or one after the other, each once."""
    found = _planned(briefing, *arguments, "--place", "world")
    assert [name.split("--")[0] for name in found] == ["editors", "writers"]


def test_papers(briefing: Command, folder: Path) -> None:
    """Each edition on each paper."""
    found = _planned(briefing, "-a", "readers", "--place", "world", "--paper", "A4,letter")
    assert found == [WORLD, WORLD.replace("a4", "letter")]


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ("far-north", FAR),
        ("Far North", FAR),
        ("the far north,ggg", (*FAR, "ggg")),
        ("ccc,far-north", ("ccc", "aaa", "bbb", "ddd", "eee")),
        ("ile longue", ("bbb",)),
        ("Île Longue,bbb,world", ("bbb", "world")),
    ],
)
def test_places(briefing: Command, countries: Path, given: str, places: tuple[str, ...]) -> None:
    """A region stands for its countries; accents and capitals make no difference."""
    found = _planned(briefing, "--place", given)
    assert [name.split("--")[1] for name in found] == list(places)


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("--place", "Ile Lnge"), 'unknown place "Ile Lnge"', 'did you mean "Île Longue"?'),
        (("--place", "aaa,xyz"), 'unknown place "xyz"', "briefing list places"),
        (("--place", "fff"), "fewer than 100 were counted in 2022", "briefing list places"),
        (("--place", "africa-x"), 'unknown place "africa-x"', "briefing list places"),
        (("-a", "raeders"), 'unknown audience "raeders"', 'did you mean "readers"?'),
        (("--paper", "a4,a9"), 'unknown paper "a9"', "known: a4, letter"),
        (("--profile", "press"), 'unknown profile "press"', "office"),
        (("--language", "xx"), 'unknown language "xx"', "en"),
        (("--place", ","), '--place "," holds no name', "leave the option out"),
        (("-a", ""), '--audience "" holds no name', "leave the option out"),
        (("--jobs", "0"), "0 is not in the range", "--help"),
        (("--format", "jsn"), 'unknown format "jsn"', 'did you mean "json"?'),
        (("--only-faild",), "no such option", "--only-failed"),
    ],
)
def test_wrong_choices(
    briefing: Command, countries: Path, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    """Each is a usage error with a way to mend it, and nothing is written."""
    outcome = briefing("pack", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert message in outcome.err
    assert hint in outcome.err
    assert not (countries / "out").exists()


def test_a_list_of_editions(briefing: Command, countries: Path) -> None:
    """Its lines are ids or names of files, of regions too; comments and blank lines are none."""
    lines = f"# these\n\n{WORLD}.pdf  # first\nreaders--far-north--en--letter--office\n{WORLD}\n"
    (countries / "list.txt").write_text(lines, encoding="utf-8-sig")
    found = _planned(briefing, "--editions", "list.txt")
    assert found == [WORLD, "readers--far-north--en--letter--office"]


def test_wrong_lines_of_a_list(briefing: Command, countries: Path) -> None:
    """Each is told with file and line, all at once."""
    lines = f"{WORLD}\nnonsense\n\nreaders--xyz--en--a4--office\nwriters--aaa--en--a4--office\n"
    (countries / "list.txt").write_text(lines, encoding="utf-8")
    outcome = briefing("pack", "--editions", "list.txt")
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert 'list.txt:2:1: error: "nonsense" is not the id of an edition' in outcome.err
    assert 'list.txt:4:1: error: unknown place "xyz"' in outcome.err
    assert 'list.txt:5:1: error: unknown audience "writers"' in outcome.err


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_an_unreadable_list(briefing: Command, countries: Path, content: bytes | None) -> None:
    """One that is not there or no text is a usage error."""
    if content is not None:
        (countries / "list.txt").write_bytes(content)
    outcome = briefing("pack", "--editions", "list.txt")
    assert outcome.code == 2
    assert_message(outcome.err)
    assert "list.txt: error: this list cannot be read" in outcome.err


@pytest.mark.parametrize(
    "option",
    [("-a", "readers"), ("--place", "aaa"), ("--paper", "a4"), ("--profile", "office")],
)
def test_a_list_stands_alone(briefing: Command, countries: Path, option: tuple[str, str]) -> None:
    """Beside it no other choice has a meaning."""
    (countries / "list.txt").write_text(WORLD, encoding="utf-8")
    outcome = briefing("pack", "--editions", "list.txt", *option)
    assert outcome.code == 2
    assert_message(outcome.err)
    assert "--editions list.txt names the editions" in outcome.err


def test_an_empty_list(briefing: Command, countries: Path) -> None:
    """There is nothing to make, which is no error."""
    (countries / "list.txt").write_text("# none\n", encoding="utf-8")
    outcome = briefing("pack", "--editions", "list.txt")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "nothing to make: the list names no edition\n"


def test_dry_run(briefing: Command, folder: Path) -> None:
    """A line for each edition that would be made, with its reason; nothing is written."""
    before = sorted(folder.rglob("*"))
    outcome = briefing("pack", "--place", "world", "--dry-run")
    assert (outcome.code, outcome.err) == (0, "")
    first, *_, last = outcome.out.splitlines()
    assert first == f"{Path('out/editors--world--en--a4--office.pdf')}: it is new here"
    assert last == "3 editions: 3 to make, 0 up to date"
    assert sorted(folder.rglob("*")) == before
    assert briefing("pack", "-a", "readers", "--place", "world", "-q").code == 0
    outcome = briefing("pack", "--place", "world", "--dry-run")
    assert outcome.out.splitlines()[-1] == "3 editions: 2 to make, 1 up to date"


def test_dry_run_as_json(briefing: Command, folder: Path) -> None:
    """One object a line, for what would be left as well."""
    briefing("pack", "-a", "readers", "--place", "world", "-q")
    out = briefing("pack", "--place", "world", "--dry-run", "--format", "json").out
    values = [json.loads(line) for line in out.splitlines()]
    assert [(it["edition"].split("--")[0], it["status"]) for it in values] == [
        ("editors", "make"),
        ("readers", "reuse"),
        ("writers", "make"),
    ]
    assert [it["reason"] for it in values] == ["it is new here", "", "it is new here"]
    assert values[1]["path"] == str(Path("out") / f"{WORLD}.pdf")


def test_json_of_a_run(briefing: Command, folder: Path) -> None:
    """An object for each edition, with these fields; a failed one has its errors."""
    _break(folder, "editors")
    outcome = briefing("pack", "--place", "world", "-j", "1", "--format", "json")
    assert outcome.code == 3
    values = {it["status"]: it for it in map(json.loads, outcome.out.splitlines())}
    assert all(list(value) == FIELDS for value in values.values())
    made, failed = values["made"], values["failed"]
    data = Path(made["path"]).read_bytes()
    assert (made["bytes"], made["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert (made["reason"], made["errors"]) == ("it is new here", [])
    assert made["pages"] >= 1
    assert made["seconds"] > 0
    assert 'no fact "none"' in failed["errors"][0]
    assert (failed["pages"], failed["bytes"], failed["sha256"]) == (0, 0, "")
    again = briefing("pack", "--place", "world", "-j", "1", "--format", "json").out
    kept = [it for it in map(json.loads, again.splitlines()) if it["status"] == "reused"]
    assert [(it["reason"], it["seconds"]) for it in kept] == [("", 0.0)] * 2
    assert kept[-1]["sha256"] == made["sha256"]


def test_some_fail(briefing: Command, folder: Path) -> None:
    """Exit code 3; the others are made, the message names line and edition, the table counts."""
    _break(folder, "writers")
    outcome = briefing("pack", "--place", "world", "-j", "1")
    assert outcome.code == 3
    assert "data/audiences/writers.toml" in outcome.err
    name = "writers--world--en--a4--office"
    log = Path("out/logs") / f"{name}.log"
    assert f"failed: {name}, see {log}" in outcome.err
    assert 'no fact "none"' in log.read_text(encoding="utf-8")
    table = dict(line.rsplit("  ", 1) for line in outcome.out.splitlines() if "  " in line)
    counts = {name.strip(): value.strip() for name, value in table.items()}
    assert (counts["made"], counts["up to date"], counts["failed"]) == ("2", "0", "1")
    assert len(list((folder / "out").glob("*--*.pdf"))) == 2


def test_only_failed(briefing: Command, folder: Path) -> None:
    """Only those are made again; the contents sheet still lists all."""
    _break(folder, "writers")
    briefing("pack", "--place", "world", "-j", "1")
    making.write(folder)
    outcome = briefing("pack", "--place", "world", "-j", "1", "--only-failed", "--zip")
    assert (outcome.code, outcome.err) == (0, "")
    assert "1/1 " in outcome.out
    assert "(it failed last time)" in outcome.out
    listed = (folder / "out/contents.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split("--")[0] for line in listed[1:]] == list(making.AUDIENCES)
    with zipfile.ZipFile(folder / "out/pack.zip") as archive:
        assert len(archive.namelist()) == 5
    outcome = briefing("pack", "--place", "world", "--only-failed")
    assert outcome.out == "nothing to make: no edition failed in the last run\n"


def test_fail_fast(briefing: Command, folder: Path) -> None:
    """After the first failure nothing more is made."""
    _break(folder, "editors")
    outcome = briefing("pack", "--place", "world", "-j", "1", "--fail-fast")
    assert outcome.code == 3
    assert list((folder / "out").glob("*--*.pdf")) == []


def test_quiet(briefing: Command, folder: Path) -> None:
    """Files, and no words; a failure is told all the same."""
    outcome = briefing("pack", "--place", "world", "-j", "1", "-q", "--zip")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert len(list((folder / "out").glob("*--*.pdf"))) == 3
    _break(folder, "editors")
    outcome = briefing("pack", "--place", "world", "-j", "1", "-q")
    assert (outcome.code, outcome.out) == (3, "")
    assert 'no fact "none"' in outcome.err


def test_zip(briefing: Command, folder: Path) -> None:
    """One file more, which is named; a staged one is left nowhere."""
    outcome = briefing("pack", "--place", "world", "-j", "1", "--zip")
    assert outcome.out.endswith(f"{Path('out/pack.zip')}: all files of the pack\n")
    assert leftovers(folder) == []
    with zipfile.ZipFile("out/pack.zip") as archive:
        assert archive.testzip() is None
        assert f"{WORLD}.pdf" in archive.namelist()


def test_a_second_run_at_once(briefing: Command, folder: Path) -> None:
    """It is refused with one message; what the first one makes is not touched."""
    first = making.pack(folder).run(1)
    next(first)
    outcome = briefing("pack", "--place", "world", "-j", "1")
    first.close()
    assert (outcome.code, outcome.out) == (1, "")
    assert_message(outcome.err)
    assert "another run is at work in this folder" in outcome.err


@pytest.mark.parametrize("target", ["data", "data/series", "assets/x", "briefing.toml"])
def test_a_folder_of_the_authors(briefing: Command, folder: Path, target: str) -> None:
    """A pack's files never lie among the author's tables."""
    before = sorted(folder.rglob("*"))
    outcome = briefing("pack", "--place", "world", "-j", "1", "--out-dir", target)
    assert (outcome.code, outcome.out) == (1, "")
    assert_message(outcome.err)
    assert "a place for the publication's own files" in outcome.err
    assert sorted(folder.rglob("*")) == before


def test_a_file_where_the_folder_should_be(briefing: Command, folder: Path) -> None:
    """One message, and the file stays."""
    (folder / "file").write_text("mine", encoding="utf-8")
    outcome = briefing("pack", "--place", "world", "-j", "1", "--out-dir", "file")
    assert (outcome.code, outcome.out) == (1, "")
    assert_message(outcome.err)
    assert (folder / "file").read_text(encoding="utf-8") == "mine"


def test_interrupted(briefing: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C: one line, exit code 130; what was finished stays and is not made again."""
    from briefing.pack import worker

    real = worker.produce

    def second(*arguments: object) -> object:
        if arguments[1] == making.editions()[1]:
            raise KeyboardInterrupt
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(worker, "produce", second)
    outcome = briefing("pack", "--place", "world", "-j", "1", "-q")
    assert (outcome.code, outcome.out) == (130, "")
    assert outcome.err.strip() == "interrupted: nothing half-written was left behind"
    assert leftovers(folder) == []
    monkeypatch.undo()
    assert list(making.statuses(folder).values()) == ["reused", "made", "made"]


@posix
def test_plain_lines(folder: Path) -> None:
    """Where nobody watches there is a line for each edition, then the table, and no escape code."""
    done = shell("$briefing pack --place world -j 2", folder)
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert [line.split(" ")[0] for line in lines[:3]] == ["1/3", "2/3", "3/3"]
    assert all(line.endswith("(it is new here)") for line in lines[:3])
    assert lines[3].startswith("pack in out")
    assert "\x1b" not in done.stdout


@posix
def test_closed_pipe(folder: Path) -> None:
    """A reader that goes away ends the run quietly, and leaves no half file."""
    done = shell("$briefing pack -j 1 --format json | head -n 1", folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["status"] == "made"
    assert leftovers(folder) == []


@posix
def test_the_bar(folder: Path) -> None:
    """On a terminal a bar counts; a failure is told between, and the bar is gone at the end."""
    import pty

    _break(folder, "writers")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", "pack", "--place", "world", "-j", "1"],
        env=environment(TERM="xterm", COLUMNS="100"),
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
    )
    os.close(theirs)
    shown = _read(ours)
    assert process.wait(timeout=60) == 3
    assert "editions" in shown
    assert "3/3" in shown
    assert 'no fact "none"' in shown
    assert "Traceback" not in shown
    assert "/out/" not in shown  # no line for each edition beside the bar
    assert shown.rindex("made") > shown.rindex("3/3")
    assert "\x1b[?25h" in shown  # the cursor is there again


def _read(terminal: int) -> str:
    """All that is written to a terminal until its other end is closed."""
    found = b""
    while select.select([terminal], [], [], 60)[0]:
        try:
            part = os.read(terminal, 1 << 16)
        except OSError:  # Linux says so where the other end is closed
            break
        if not part:
            break
        found += part
    os.close(terminal)
    return found.decode("utf-8")


@posix
@pytest.mark.parametrize("moment", [0.1, 0.3, 0.5])
def test_interrupt_of_all_processes(folder: Path, moment: float) -> None:
    """Ctrl-C goes to the workers too, also while they start: one line, and no traceback of any."""
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing", "pack", "-j", "2", "--place", "world,ken"],
        env={**environment(), "BRIEFING_CACHE": str(folder / "cache")},
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    lock = folder / "out/.briefing/lock"
    while not lock.exists() and process.poll() is None:
        time.sleep(0.01)
    time.sleep(moment)  # after it has begun, before it can have ended
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.strip() == "interrupted: nothing half-written was left behind"
    assert leftovers(folder) == []
