"""A pack in an object store: the same files, whatever the store does meanwhile."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import signal
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from itertools import count
from pathlib import Path

import pytest

from briefing.diagnostics import OutputError, StoreError
from briefing.pack import Done, Pack, explain
from briefing.pack.delivery import Carrying, Putting, Staging, delivery_to
from briefing.publication import load
from briefing.publication.theme import load_theme
from briefing.store import patience, remote
from tests import s3
from tests.pack import making
from tests.pack.test_run import ALL, NONE, change
from tests.s3 import Bucket

PROGRAM = (sys.executable, "-m", "briefing")
ROOT = Path(__file__).parents[2]
EDITIONS = making.editions("world", "ken")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small publication for three audiences."""
    return making.write(tmp_path / "p")


def _pack(folder: Path, url: str, editions: list[making.Edition] | None = None) -> Pack:
    return Pack(load(folder), load_theme(folder), editions or making.editions(), url)


def _run(folder: Path, url: str, editions: list[making.Edition] | None = None) -> dict[str, str]:
    return {done.edition: done.status for done in _pack(folder, url, editions).run(1)}


def _statuses(folder: Path, url: str) -> dict[str, str]:
    return {name.split("--")[0]: status for name, status in _run(folder, url).items()}


def _command(folder: Path, url: str, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*PROGRAM, "pack", "--place", "world,ken", "--out-dir", url, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _hashes(bucket: Bucket) -> dict[str, str]:
    return {
        key.rpartition("/")[2]: hashlib.sha256(data).hexdigest()
        for key, data in bucket.files().items()
        if key.endswith(".pdf")
    }


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The hashes of the files of a run into a folder."""
    folder = making.write(tmp_path_factory.mktemp("undisturbed") / "p")
    making.run(folder, EDITIONS)
    return making.hashes(folder / "out")


def test_the_same_files_as_in_a_folder(
    folder: Path, bucket: Bucket, undisturbed: dict[str, str]
) -> None:
    """Two processes put them there; a second run makes nothing, and asks for little."""
    url = f"{bucket.url}/2026"
    process = _command(folder, f"{url}/", "-j", "2", "--format", "json")
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    values = [json.loads(line) for line in out.splitlines()]
    assert {it["path"] for it in values} == {f"{url}/{it.id}.pdf" for it in EDITIONS}
    assert _hashes(bucket) == undisturbed
    others = {key for key in bucket.files() if not key.endswith(".pdf")}
    private = {f"2026/.briefing/{name}" for name in ("README", "lease", "manifest.jsonl", "plan")}
    assert others == {*private, "2026/contents.csv"}
    bucket.server.seen.clear()
    process = _command(folder, url, "-j", "2", "--format", "json")
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    assert {json.loads(line)["status"] for line in out.splitlines()} == {"reused"}
    put = [key.rpartition("/")[2] for key in bucket.asked("PUT")]
    assert sorted(set(put) - {"lease"}) == ["README", "contents.csv", "plan"]
    assert len(bucket.asked()) < 25
    assert _hashes(bucket) == undisturbed


@pytest.mark.parametrize("place", ["memory", "s3"])
def test_only_what_changed(
    folder: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """In each kind of store, with the manifest that the last run left there."""
    monkeypatch.setenv("BRIEFING_LEASE", "3")
    out = f"memory://{secrets.token_hex(4)}"
    if place == "s3":
        out = request.getfixturevalue("bucket").url
    assert _statuses(folder, out) == ALL
    assert _statuses(folder, out) == NONE
    change(folder, "data/series/reports.csv", "29400000", "29500000")
    assert [reason[:7] for _, reason in _pack(folder, out).plan()] == ["", "changed", ""]
    assert _statuses(folder, out) == {**NONE, "readers": "made"}


def test_a_file_that_somebody_touched(folder: Path, bucket: Bucket) -> None:
    """The same bytes are good, others are made again, and so is one that is gone."""
    _run(folder, bucket.url)
    editors, readers, writers = (f"{edition.id}.pdf" for edition in making.editions())
    files = bucket.files()
    bucket.put(editors, files[editors])
    bucket.put(readers, files[readers] + b"x")
    bucket.delete(writers)
    reasons = [reason for _, reason in _pack(folder, bucket.url).plan()]
    assert reasons == ["", "its file is not the one that was made", "its file is not there"]
    assert _statuses(folder, bucket.url) == {**ALL, "editors": "reused"}
    assert {key: bucket.files()[key] for key in (readers, writers)} == {
        key: files[key] for key in (readers, writers)
    }


def test_a_failed_edition_and_its_log(folder: Path, bucket: Bucket) -> None:
    """The log goes once it was made after all; only it is made with ``keep_failed``."""
    change(folder, "data/audiences/readers.toml", "find.", "find {{ fact('none') }}.")
    assert _statuses(folder, bucket.url) == {**ALL, "readers": "failed"}
    log = f"logs/{making.editions()[1].id}.log"
    assert b'no fact "none"' in bucket.files()[log]
    assert b"readers" not in bucket.files()["contents.csv"]
    change(folder, "data/audiences/readers.toml", "{{ fact('none') }}", "")
    again = _pack(folder, bucket.url)
    again.keep_failed()
    assert [done.status for done in again.run(1)] == ["made"]
    assert log not in bucket.files()
    assert b"readers" in bucket.files()["contents.csv"]


def test_one_file_to_send(folder: Path, bucket: Bucket) -> None:
    """The same bytes as in a folder."""
    _run(folder, bucket.url)
    assert _pack(folder, bucket.url).write_zip() == f"{bucket.url}/pack.zip"
    making.run(folder)
    local = Path(making.pack(folder).write_zip()).read_bytes()
    remote_zip = bucket.files()["pack.zip"]
    assert zipfile.ZipFile(BytesIO(remote_zip)).testzip() is None
    assert remote_zip == local


def test_explained(folder: Path, bucket: Bucket) -> None:
    """From the store's own manifest."""
    _run(folder, bucket.url)
    edition = making.editions()[0]
    told = explain(load(folder), load_theme(folder), edition, bucket.url)
    assert (told.reason, told.made) == ("", True)
    assert told.path == f"{bucket.url}/{edition.id}.pdf"


def test_a_second_client_is_refused(folder: Path, bucket: Bucket) -> None:
    """While the first is at work; a folder beside it is free."""
    first = _pack(folder, f"{bucket.url}/a").run(1)
    next(first)
    with pytest.raises(OutputError, match="another run is at work in this folder"):
        next(_pack(folder, f"{bucket.url}/a").run(1))
    assert len(list(_pack(folder, f"{bucket.url}/b").run(1))) == 3
    first.close()
    assert _statuses(folder, f"{bucket.url}/a") == {**ALL, "editors": "reused"}


def test_a_run_whose_lease_was_taken_writes_nothing_more(folder: Path, bucket: Bucket) -> None:
    """It ends with a message, and the manifest is the other run's."""
    run = _pack(folder, bucket.url).run(1)
    next(run)
    bucket.put(".briefing/lease", b'{"owner": "other", "seconds": 60, "renewals": 1}\n')
    bucket.put(".briefing/manifest.jsonl", b"theirs")
    time.sleep(1)
    with pytest.raises(StoreError, match="this run was taken for dead"):
        list(run)
    files = bucket.files()
    assert files[".briefing/manifest.jsonl"] == b"theirs"
    assert "contents.csv" not in files
    assert b'"other"' in files[".briefing/lease"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("moment", [0.0, 0.4, 0.8])
def test_a_killed_run_is_taken_up(
    folder: Path, bucket: Bucket, undisturbed: dict[str, str], moment: float
) -> None:
    """Once its lease has run out, with whole files; nothing of its private ones is left."""
    process = _command(folder, bucket.url, "-j", "2", BRIEFING_CACHE=str(folder / "cache"))
    while not bucket.asked("PUT") and process.poll() is None:
        time.sleep(0.01)
    time.sleep(moment)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    left = _hashes(bucket)
    left.pop("contents.pdf", None)
    assert left.items() <= undisturbed.items()
    process = _command(folder, bucket.url, "-j", "2")
    _, err = process.communicate()
    assert process.returncode == 0, err
    assert _hashes(bucket) == undisturbed
    private = {key for key in bucket.files() if key.startswith(".briefing/")}
    assert private == {
        f".briefing/{name}" for name in ("README", "lease", "manifest.jsonl", "plan")
    }


def test_what_a_killed_run_had_noted_is_left(
    folder: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As far as it was written: here after every second edition."""
    monkeypatch.setattr(remote, "LINES", 2)
    run = _pack(folder, bucket.url, EDITIONS).run(1)
    for _ in range(5):
        next(run)
    for key, data in bucket.files().items():
        if ".briefing/lease" not in key:
            bucket.put(f"copy/{key}", data)  # as it is in the midst of the run
    run.close()
    assert sorted(_run(folder, f"{bucket.url}/copy", EDITIONS).values()) == [
        *["made"] * 2,
        *["reused"] * 4,
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_an_interrupted_run_leaves_the_place_free(folder: Path, bucket: Bucket) -> None:
    """Ctrl-C: one line, and the next run begins at once."""
    process = _command(folder, bucket.url, "-j", "2", BRIEFING_LEASE="60")
    while not any("--" in key for key in bucket.asked("PUT")) and process.poll() is None:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate()
    assert process.returncode == 130
    assert err.strip() == "interrupted: nothing half-written was left behind"
    assert json.loads(bucket.files()[".briefing/lease"])["owner"] == ""
    assert len(_run(folder, bucket.url, EDITIONS)) == 6


def test_every_tenth_request_fails(
    folder: Path, bucket: Bucket, undisturbed: dict[str, str]
) -> None:
    """The files are the same, and nobody is told."""
    numbers = count(1)
    bucket.server.refuse = lambda *_: (503, "SlowDown") if next(numbers) % 10 == 0 else None
    process = _command(folder, bucket.url, "-j", "2")
    _, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    assert next(numbers) > 20
    assert _hashes(bucket) == undisturbed


def test_ten_seconds_without_a_store(
    folder: Path, bucket: Bucket, undisturbed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the midst of a run: it is waited for, which is said, and the files are the same."""
    monkeypatch.delenv("BRIEFING_LEASE")
    begun: list[float] = []

    def down(method: str, path: str) -> tuple[int, str] | None:
        if method == "PUT" and "--" in path and not begun:
            begun.append(time.monotonic())
        if begun and time.monotonic() < begun[0] + 10:
            return (503, "ServiceUnavailable")
        return None

    bucket.server.refuse = down
    process = _command(folder, bucket.url, "-j", "2")
    _, err = process.communicate()
    assert process.returncode == 0, err
    assert time.monotonic() - begun[0] > 10
    assert "Traceback" not in err
    assert _hashes(bucket) == undisturbed


@pytest.mark.parametrize("which", ["PUT of an edition", "everything after it"])
def test_a_store_that_fails_for_good_ends_the_run(
    folder: Path, bucket: Bucket, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    """With what is wrong, where, and how to go on; the same command then does."""
    _run(folder, bucket.url, EDITIONS[:1])
    monkeypatch.setattr(patience.Patience.__init__, "__defaults__", (1.0,))
    from briefing.pack import delivery

    delivery._shelf.cache_clear()
    begun: list[bool] = []

    def down(method: str, path: str) -> tuple[int, str] | None:
        edition = method == "PUT" and "--" in path
        begun.extend([True] * edition)
        fails = edition or (begun and which.startswith("everything"))
        return (503, "SlowDown") if fails else None

    bucket.server.refuse = down
    began = time.monotonic()
    with pytest.raises(StoreError) as caught:
        _run(folder, bucket.url, EDITIONS)
    assert time.monotonic() - began < 15
    assert str(caught.value) == (
        f"{bucket.url}: error: the store does not answer as it should (503 SlowDown)\n"
        "  hint: what is done stays: once the store works again, the same command goes on from here"
    )
    bucket.server.reset()
    statuses = _run(folder, bucket.url, EDITIONS)
    assert sorted(statuses.values()) == [*["made"] * 5, "reused"]


def test_a_store_that_does_not_allow_it(folder: Path, bucket: Bucket) -> None:
    """One message at once, with exit code 1; no edition counts as failed."""
    bucket.server.refuse = lambda method, path: (403, "AccessDenied") if "--" in path else None
    process = _command(folder, bucket.url, "-j", "2")
    _, err = process.communicate()
    assert process.returncode == 1
    message, hint = err.splitlines()
    assert message == f"{bucket.url}: error: the store does not allow this"
    assert hint.startswith("  hint: let these credentials read, write, delete and list there")
    assert not [key for key in bucket.files() if key.startswith("logs/")]


def test_no_secret_is_written(folder: Path, bucket: Bucket, tmp_path: Path) -> None:
    """Not in what is printed, put or kept, whether all goes well or the store refuses."""
    change(folder, "data/audiences/writers.toml", "find.", "find {{ fact('none') }}.")
    said = ""
    cache = f"{bucket.url}/cache"
    for refusal in (None, (403, "SignatureDoesNotMatch")):
        bucket.server.refuse = lambda *_, r=refusal: r  # type: ignore[misc]
        home = tmp_path / f"home{refusal is None}"
        variables = {"HOME": str(home), "XDG_CACHE_HOME": str(home), "BRIEFING_CACHE": cache}
        process = _command(folder, bucket.url, "-j", "2", "-v", "--zip", **variables)
        out, err = process.communicate()
        assert process.returncode == (1 if refusal else 3)
        said += out + err
    assert "the store does not accept these credentials (SignatureDoesNotMatch)" in said
    files = bucket.files()
    assert {"pack.zip", ".briefing/manifest.jsonl"} <= files.keys()
    assert any(key.startswith("logs/") for key in files)
    assert any(key.startswith("cache/drawings/") for key in files)
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    for secret in (s3.KEY, s3.SECRET):
        assert secret not in said
        assert not any(secret.encode() in data for data in (*files.values(), *kept))


def test_how_files_get_there(tmp_path: Path) -> None:
    """By the disk where there is one, straight to a store, and with the answer where neither is."""
    assert delivery_to(tmp_path) == Staging(tmp_path / ".briefing")
    assert delivery_to(tmp_path, here=False) == Carrying()
    assert delivery_to("s3://bucket/x") == Putting("s3://bucket/x")
    assert delivery_to("s3://bucket/x", here=False) == Putting("s3://bucket/x")
    assert delivery_to("memory://x") == Carrying()


def test_a_local_run_imports_no_store() -> None:
    """Neither fsspec nor what it brings."""
    code = (
        "import sys, briefing.cli.main, briefing.pack, briefing.pack.worker; "
        "print([m for m in ('fsspec', 's3fs', 'botocore') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_done_is_told_of_a_store_as_of_a_folder(folder: Path, bucket: Bucket) -> None:
    """All but the seconds."""

    def plain(done: Done) -> tuple[object, ...]:
        return (done.edition, done.status, done.reason, done.pages, done.size, done.sha256)

    there = list(map(plain, _pack(folder, bucket.url).run(1)))
    here = list(map(plain, making.pack(folder).run(1)))
    assert there == here
