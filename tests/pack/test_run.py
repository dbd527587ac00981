"""A pack: what is made, what is left, and what is in the folder whatever happens."""

from __future__ import annotations

import csv
import os
from io import StringIO
from pathlib import Path

import pytest

from briefing.diagnostics import OutputError
from tests import whole_publication
from tests.pack import making


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small publication for three audiences."""
    return making.write(tmp_path / "p")


ALL = dict.fromkeys(making.AUDIENCES, "made")
NONE = dict.fromkeys(making.AUDIENCES, "reused")


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Replace text in a file of the publication."""
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), encoding="utf-8")


def test_a_second_run_makes_nothing(folder: Path) -> None:
    """And leaves each file as it is, to the nanosecond."""
    assert making.statuses(folder) == ALL
    before = {path: path.stat().st_mtime_ns for path in (folder / "out").glob("*.pdf")}
    assert making.statuses(folder) == NONE
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert len(before) == 4  # the contents sheet among them


@pytest.mark.parametrize("jobs", [1, 4])
def test_the_same_bytes_however_it_is_run(folder: Path, jobs: int) -> None:
    """With one process or four, in either order, into either folder."""
    editions = making.editions("world", "ken", papers=("a4", "letter"))
    list(making.pack(folder, editions, "one").run(2))
    list(making.pack(folder, editions[::-1], "two").run(jobs))
    one, two = making.hashes(folder / "one"), making.hashes(folder / "two")
    del one["contents.pdf"], two["contents.pdf"]  # it tells them in the order of the run
    assert one == two
    assert len(one) == 12


CHANGES = {
    "a fact that all print": ("data/facts.csv", "43.5", "44.5", making.AUDIENCES),
    "a row that one draws": ("data/series/reports.csv", "29400000", "29500000", ("readers",)),
    "a sentence of one audience": (
        "data/audiences/editors.toml",
        "More people report what they find.",
        "Fewer people report.",
        ("editors",),
    ),
    "a section of one audience": (
        whole_publication.SECTION,
        "The Hotline received",
        "The Hotline was sent",
        ("readers",),
    ),
    "a comment": ("briefing.toml", 'id = "small"', '# A comment.\n\nid = "small"', ()),
    "a blank line in a section": (
        whole_publication.SECTION,
        "## Reports\n\n",
        "\n## Reports\n\n\n",
        (),
    ),
    "a fact that nobody prints": ("data/facts.csv", "ken,reports,8400", "ken,reports,8500", ()),
}


@pytest.mark.parametrize("case", CHANGES)
def test_what_changed_is_made_and_nothing_else(folder: Path, case: str) -> None:
    """Exactly the editions that looked at it."""
    path, old, new, looked = CHANGES[case]
    making.run(folder)
    change(folder, path, old, new)
    expected = {name: "made" if name in looked else "reused" for name in making.AUDIENCES}
    assert making.statuses(folder) == expected


def test_the_theme_is_everybodys(folder: Path) -> None:
    """A colour changes all; the margin of another paper changes none."""
    making.run(folder)
    theme = (folder / "assets/theme.toml").read_text(encoding="utf-8")
    head, letter = theme.split("[papers.letter]")
    (folder / "assets/theme.toml").write_text(
        f"{head}[papers.letter]{letter.replace('top = ', 'top = 1', 1)}", encoding="utf-8"
    )
    assert making.statuses(folder) == NONE
    change(folder, "assets/theme.toml", "[colours]", "[colours]\n# and so on")
    assert making.statuses(folder) == NONE
    lines = (folder / "assets/theme.toml").read_text(encoding="utf-8").splitlines()
    changed = ['blue = "#101030"' if line.startswith("blue =") else line for line in lines]
    assert changed != lines
    (folder / "assets/theme.toml").write_text("\n".join(changed), encoding="utf-8")
    assert making.statuses(folder) == ALL


def test_a_sentence_that_appears_is_seen(folder: Path) -> None:
    """A section for one audience is added, then taken away: it asked which there are."""
    making.run(folder)
    more = folder / "data/sections/en/more.md"
    more.write_text(
        "---\naudiences: [writers]\norder: 30\n---\n## More\n\nSome words.\n", encoding="utf-8"
    )
    assert making.statuses(folder) == {**NONE, "writers": "made"}
    more.unlink()
    assert making.statuses(folder) == {**NONE, "writers": "made"}


def test_the_reason_is_told(folder: Path) -> None:
    """What changed, by the question that was asked."""
    assert {done.reason for done in making.run(folder).values()} == {"it is new here"}
    change(folder, "data/facts.csv", "43.5", "44.5")
    reasons = {done.reason for done in making.run(folder).values()}
    assert reasons == {'changed: fact("told-somebody")'}


def test_a_file_that_was_touched_is_read(folder: Path) -> None:
    """The same bytes with another time are good; others, or none, are made again."""
    making.run(folder)
    editors, readers, writers = (folder / "out" / f"{it.id}.pdf" for it in making.editions())
    os.utime(editors, (1, 1))
    data = readers.read_bytes()
    readers.write_bytes(data[:-1] + b"x")
    writers.unlink()
    assert making.statuses(folder) == {"editors": "reused", "readers": "made", "writers": "made"}
    assert readers.read_bytes() == data
    assert making.statuses(folder) == NONE


def test_a_failed_edition_stops_no_other(folder: Path) -> None:
    """It has a log, the contents sheet leaves it out, and the older file is left."""
    making.run(folder)
    readers = folder / "out" / f"{making.editions()[1].id}.pdf"
    data = readers.read_bytes()
    change(folder, "data/audiences/readers.toml", "find.", "find {{ fact('none') }}.")
    change(folder, "data/facts.csv", "43.5", "44.5")
    assert making.statuses(folder) == {**ALL, "readers": "failed"}
    log = folder / "out/logs" / f"{readers.stem}.log"
    assert 'no fact "none"' in log.read_text(encoding="utf-8")
    assert readers.read_bytes() == data
    listed = csv.DictReader(StringIO((folder / "out/contents.csv").read_text(encoding="utf-8")))
    assert [row["audience"] for row in listed] == ["editors", "writers"]
    change(folder, "data/audiences/readers.toml", "{{ fact('none') }}", "")
    assert making.statuses(folder) == {**NONE, "readers": "made"}
    assert not log.parent.exists()


def test_only_what_failed(folder: Path) -> None:
    """And after one failure no more, if asked."""
    change(folder, "data/audiences/editors.toml", "find.", "find {{ fact('none') }}.")
    done = list(making.pack(folder).run(1, fail_fast=True))
    assert [it.status for it in done] == ["failed"]
    making.run(folder)
    again = making.pack(folder)
    again.keep_failed()
    assert [it.audience for it in again.editions] == ["editors"]


def test_one_run_at_a_time(folder: Path) -> None:
    """A second one into the same folder is refused; into another it is not."""
    first = making.pack(folder).run(1)
    next(first)
    with pytest.raises(OutputError, match="another run is at work in this folder"):
        next(making.pack(folder).run(1))
    assert len(list(making.pack(folder, out="elsewhere").run(1))) == 3
    first.close()
    assert making.statuses(folder) == {**ALL, "editors": "reused"}


def test_what_a_killed_run_left_is_cleared(folder: Path) -> None:
    """Staged files belong to nobody once the lock is free."""
    making.run(folder)
    left = folder / "out/.briefing/.briefing-0123.tmp"
    left.write_bytes(b"%PDF half")
    making.run(folder)
    assert not left.exists()


def test_the_plan_is_what_a_run_does(folder: Path) -> None:
    """And it makes nothing."""
    plan = list(making.pack(folder).plan())
    assert [reason for _, reason in plan] == ["it is new here"] * 3
    assert not (folder / "out").exists()
    making.run(folder)
    assert [reason for _, reason in making.pack(folder).plan()] == [""] * 3


def test_one_file_to_send(folder: Path) -> None:
    """With the contents sheet, no failed edition, and the same bytes each time."""
    import zipfile

    making.run(folder)
    path = Path(making.pack(folder).write_zip())
    assert path == folder / "out/pack.zip"
    data = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "contents.csv",
            "contents.pdf",
            *(f"{edition.id}.pdf" for edition in making.editions()),
        ]
    os.utime(folder / "out/contents.csv", (1, 1))
    making.pack(folder).write_zip()
    assert path.read_bytes() == data


def test_the_contents_sheet_is_a_good_pdf(folder: Path) -> None:
    """Valid like any other, and written only when it changed."""
    from tests.pdf.making import failures

    making.run(folder)
    path = folder / "out/contents.pdf"
    assert failures(path.read_bytes()) == []
    before = path.stat().st_mtime_ns
    making.run(folder)
    assert path.stat().st_mtime_ns == before
    making.run(folder, making.editions()[:2])
    assert path.stat().st_mtime_ns != before


def test_a_contradiction_is_seen(folder: Path) -> None:
    """Between a fact in print and a row that nobody draws: as `build` would, the pack refuses."""
    change(
        folder,
        "data/charts/reports-by-place.toml",
        "[labels]",
        '[rows]\nperiod = ["2021", "2023"]\n\n[labels]',
    )
    change(
        folder,
        "data/charts/reports-by-year.toml",
        'place = ["world"]',
        'place = ["world"]\nperiod = ["2021", "2023"]',
    )
    assert making.statuses(folder) == ALL
    change(folder, "data/series/reports.csv", "32000000", "32000001")
    assert "made" not in making.statuses(folder).values()
    assert "failed" in making.statuses(folder).values()
