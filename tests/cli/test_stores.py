"""URLs on the command line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.cli.command import PDF, Command, assert_message
from tests.s3 import Bucket


def test_a_pack(briefing: Command, folder: Path, bucket: Bucket) -> None:
    """Its lines and its table name the URL; nothing is written here."""
    before = sorted(folder.rglob("*"))
    url = f"{bucket.url}/2026"
    arguments = ("pack", "--place", "world", "-j", "1", "--out-dir", f"{url}/")
    outcome = briefing(*arguments, "--dry-run")
    assert outcome.out.splitlines()[0] == (
        f"{url}/editors--world--en--a4--office.pdf: it is new here"
    )
    outcome = briefing(*arguments, "--zip")
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0].startswith(f"1/3 {url}/editors--world--en--a4--office.pdf: ")
    assert any(line.startswith(f"pack in {url}") for line in lines)
    assert lines[-1] == f"{url}/pack.zip: all files of the pack"
    again = briefing(*arguments, "--format", "json").out.splitlines()
    assert {json.loads(line)["status"] for line in again} == {"reused"}
    assert json.loads(again[1])["path"] == f"{url}/{PDF}"
    assert briefing(*arguments, "--only-failed").out.startswith("nothing to make: no edition fail")
    assert sorted(folder.rglob("*")) == before


def test_explain(briefing: Command, folder: Path, bucket: Bucket) -> None:
    """From the store's manifest."""
    options = ("--out-dir", bucket.url)
    briefing("pack", "-a", "readers", "--place", "world", "-j", "1", *options)
    outcome = briefing("explain", PDF, *options)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0] == f"{bucket.url}/{PDF}: is up to date"
    value = json.loads(briefing("explain", PDF, "--format", "json", *options).out)
    assert (value["path"], value["status"]) == (f"{bucket.url}/{PDF}", "reuse")


def test_a_failed_edition(briefing: Command, folder: Path, bucket: Bucket) -> None:
    """Its log is named by its URL."""
    path = folder / "data/audiences/readers.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("find.", "find {{ fact('none') }}."), encoding="utf-8")
    outcome = briefing("pack", "--place", "world", "-j", "1", "--out-dir", bucket.url)
    assert outcome.code == 3
    log = f"logs/{PDF.removesuffix('.pdf')}.log"
    assert f"see {bucket.url}/{log}" in outcome.err
    assert log in bucket.files()


@pytest.mark.skipif(sys.platform == "win32", reason="there a full path has a drive")
def test_a_file_url(briefing: Command, folder: Path) -> None:
    """It is the folder, with its lock."""
    url = f"file://{folder.as_posix()}/there"
    outcome = briefing("pack", "--place", "world", "-j", "1", "-q", "--out-dir", url)
    assert (outcome.code, outcome.err) == (0, "")
    assert (folder / "there" / PDF).is_file()
    assert (folder / "there/.briefing/lock").is_file()


WRONG = {
    "password": ("s3://key:SECRET@bucket/x", "this URL holds a password"),
    "query": ("s3://bucket/x?key=SECRET", "this URL has a query"),
    "chain": ("simplecache::s3://SECRET", "neither a folder nor a URL"),
    "no bucket": ("s3://", "s3:// names nothing"),
    "protocol": ("s4://bucket/x", "s4:// is no store known here"),
}


@pytest.mark.parametrize("command", ["pack", "explain"])
@pytest.mark.parametrize("case", WRONG)
def test_wrong_urls(briefing: Command, folder: Path, command: str, case: str) -> None:
    """Each is a usage error, no folder is made of it, and no secret is repeated."""
    url, message = WRONG[case]
    before = sorted(folder.rglob("*"))
    argument = (PDF,) if command == "explain" else ("--place", "world")
    outcome = briefing(command, *argument, "--out-dir", url)
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert message in outcome.err
    assert "SECRET" not in outcome.err
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("option", ["--out-dir", "-o"])
@pytest.mark.parametrize("url", ["s3://bucket/x.pdf", "s3://key:SECRET@bucket/x.pdf"])
def test_build_writes_to_no_store(briefing: Command, folder: Path, option: str, url: str) -> None:
    """It says which command does."""
    before = sorted(folder.rglob("*"))
    outcome = briefing("build", "-a", "readers", option, url)
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert "SECRET" not in outcome.err
    assert "briefing pack --out-dir URL" in outcome.err or "SECRET" in url
    assert sorted(folder.rglob("*")) == before


def test_a_missing_library(
    briefing: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What to install is said."""
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    outcome = briefing("pack", "--place", "world", "--out-dir", "s3://bucket/x")
    assert outcome.code == 2
    assert_message(outcome.err)
    assert "a library for s3:// is missing" in outcome.err
    assert "pip install 'briefing-builder[s3]'" in outcome.err


def test_a_secret_in_the_caches_url(
    briefing: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is refused before anything is made, and not repeated."""
    monkeypatch.setenv("BRIEFING_CACHE", "s3://key:SECRET@bucket/x")
    outcome = briefing("pack", "--place", "world", "-j", "2")
    assert (outcome.code, outcome.out) == (2, "")
    assert_message(outcome.err)
    assert "this URL holds a password" in outcome.err
    assert "SECRET" not in outcome.err
    assert not (folder / "out").exists()


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_a_bucket_that_can_be_none(
    briefing: Command, folder: Path, bucket: Bucket, dry: tuple[str, ...]
) -> None:
    """S3's rules for names are told as such."""
    outcome = briefing("pack", "--place", "world", "--out-dir", "s3://b!d/x", *dry)
    assert (outcome.code, outcome.out) == (1, "")
    assert_message(outcome.err)
    assert "s3://b!d/x: error: the store refuses this (ParamValidationError)" in outcome.err


@pytest.mark.parametrize("quiet", [(), ("-q",)])
def test_what_is_waited_for_is_told(
    briefing: Command, folder: Path, bucket: Bucket, quiet: tuple[str, ...]
) -> None:
    """On stderr; --quiet waits without a word."""
    bucket.put(".briefing/lease", b'{"owner": "killed", "seconds": 1, "renewals": 9}\n')
    arguments = ("-a", "readers", "--place", "world", "-j", "1", "--out-dir", bucket.url)
    outcome = briefing("pack", *arguments, *quiet)
    assert outcome.code == 0
    assert ("was killed: this is clear in 1 s" in outcome.err) is not bool(quiet)
    assert outcome.err.count("\n") == (0 if quiet else 2)
