"""Where files may go: a folder, or a URL without a secret."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.diagnostics import UsageError
from briefing.store import folder_or_url


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("out", Path("out")),
        ("C:\\out", Path("C:\\out")),
        ("a:b@c?d", Path("a:b@c?d")),
        ("s3://bucket", "s3://bucket"),
        ("S3://Bucket/2026/", "s3://Bucket/2026"),
        ("s3://bucket/a b/ä#1", "s3://bucket/a b/ä#1"),
        ("memory://x/", "memory://x"),
        ("abfs://container@account.dfs.core.windows.net/x", None),
        ("sftp://user@host:22/x", None),
        ("s3://arn:aws:s3:eu-west-1:123456789012:accesspoint/own/x", None),
    ],
)
def test_good_ones(text: str, place: Path | str | None) -> None:
    """A path stays a path; a URL loses the slashes at its end, and nothing else."""
    assert folder_or_url(text) == (text if place is None else place)


@pytest.mark.skipif(os.name == "nt", reason="there a full path has a drive")
@pytest.mark.parametrize("text", ["file:///tmp/a%20b", "local:///tmp/a b", "FILE:///tmp/a b"])
def test_a_file_url_is_a_folder(text: str) -> None:
    """With all that is promised of a folder."""
    assert folder_or_url(text) == Path("/tmp/a b")


@pytest.mark.parametrize(
    "text",
    [
        "s3://key:SECRET@bucket/x",
        "s3://key:SEC/RET@bucket/x",
        "s3://key:SECRET",
        "s3://key%3ASECRET@bucket/x",
        "sftp://user:SECRET@host/x",
        "s3://bucket/x?key=SECRET",
        "s3://bucket/x?X-Amz-Signature=SECRET",
        "simplecache::s3://key:SECRET@bucket",
    ],
)
def test_a_secret_is_refused_and_not_repeated(text: str) -> None:
    """The message names the means that there are for it."""
    with pytest.raises(UsageError) as caught:
        folder_or_url(text)
    assert "SEC" not in str(caught.value)
    assert "RET" not in str(caught.value)
    assert "AWS_ACCESS_KEY_ID" in str(caught.value) or "::" in text


@pytest.mark.parametrize("text", ["://x", "s3://", "s3:///", "s 3://x", "file://host/x"])
def test_what_is_no_url(text: str) -> None:
    """It is not taken for a folder either."""
    with pytest.raises(UsageError):
        folder_or_url(text)
