"""What an author may write for a place of files: a folder, or the URL of a store."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.diagnostics import Problem, UsageError

_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.DOTALL)
_PORT = re.compile(r"[^:]*(:\d+)?")
ORDINARY = (
    "leave it out: credentials come from the environment (AWS_ACCESS_KEY_ID and the like, or "
    "FSSPEC_S3_KEY), from ~/.aws or from fsspec's configuration files"
)
"""How to mend an address that holds a secret. Such an address is never repeated."""


def is_url(text: str) -> bool:
    """Whether ``text`` means a URL, and not a folder."""
    return "://" in text


def folder_or_url(text: str) -> Path | str:
    """The folder that ``text`` names, or the URL, without slashes at its end.

    ``file:`` is a folder. Raises UsageError for what is no URL, and for one with a password or a
    query: an address is shown, noted and sent to workers.
    """
    if not is_url(text):
        return Path(text)
    found = _URL.fullmatch(text)
    if found is None:
        hint = "write one URL, such as s3://bucket/folder"
        raise UsageError(Problem("this address is neither a folder nor a URL", hint=hint))
    protocol, rest = found[1].lower(), found[2]
    if protocol in ("file", "local"):
        return _folder(rest)
    _refuse_secrets(rest)
    rest = rest.rstrip("/")
    if not rest:
        raise UsageError(Problem(f"{protocol}:// names nothing", hint="add a bucket and a folder"))
    return f"{protocol}://{rest}"


def protocol_of(url: str) -> str:
    """What a URL begins with: ``s3``."""
    return url.partition("://")[0]


def _folder(rest: str) -> Path:
    from urllib.request import url2pathname  # it knows the drives of Windows

    if rest and not rest.startswith("/"):
        hint = "write three slashes before a full path: file:///folder"
        raise UsageError(Problem("a file: URL names no computer here", hint=hint))
    return Path(url2pathname(rest))


def _refuse_secrets(rest: str) -> None:
    """A password stands before an @; a key of AWS may hold a slash, so all is looked at."""
    server = rest.partition("/")[0]
    arn = server.startswith("arn:")  # an access point of S3 is named with colons
    user = re.search(r"(:|%3[Aa])[^@]*(@|%40)", rest)
    if user or not (arn or _PORT.fullmatch(server)):
        raise UsageError(Problem("this URL holds a password", hint=ORDINARY))
    if "?" in rest:
        raise UsageError(Problem("this URL has a query, which may hold a key", hint=ORDINARY))
