"""The objects of a store below one URL, through fsspec; each request is made until it is answered.

fsspec is imported only here, and only once somebody asks for a URL.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing.diagnostics import Problem, StoreError, UsageError
from briefing.store.address import protocol_of
from briefing.store.faults import code_of, problem_of, status_of
from briefing.store.patience import Patience
from briefing.store.shelf import Stamp
from briefing.values import value

S3 = ("s3", "s3a")
PARTS_AT_ONCE = 4
"""Of a large file that is written to S3; each has 50 MB."""
_MARKS = ("ETag", "etag", "mtime", "LastModified", "last_modified", "created")
"""What tells one content of an object from another, by the name that a store has for it."""


@value
class Info:
    """An object: its stamp, and when it was written by the store's own clock, if it tells."""

    stamp: Stamp
    written: datetime | None


class Objects:
    """Objects by their names below ``url``; one PUT writes an object, whole or not at all.

    Every method raises StoreError where the store refuses or does not answer for too long.
    ``timeouts`` are seconds to connect and to wait for an answer, where S3 is asked.
    """

    def __init__(
        self,
        url: str,
        patience: Patience | None = None,
        timeouts: tuple[float, float] | None = None,
    ) -> None:
        self.url = url
        self.s3 = protocol_of(url) in S3
        self._files, self._root = _opened(url, timeouts)
        self._patience = patience or Patience(url)

    def put(self, name: str, data: bytes, *, create: bool = False, match: str = "") -> Stamp:
        """Write an object.

        ``create``: only where there is none. ``match``: only where its mark is this one; stores
        other than S3 are not asked to look. Raises FileExistsError where it is not so.
        """
        options: dict[str, Any] = {"mode": "create"} if create else {}
        if self.s3:
            options["ContentType"] = mimetypes.guess_type(name)[0] or "application/octet-stream"
            if match:
                options["IfMatch"] = f'"{match}"'
        path = self._path(name)

        def request() -> Any:
            try:
                return self._written(path, data, options)
            except OSError as error:
                if (create or match) and _unmet(error, match):
                    raise FileExistsError(name) from None
                raise

        try:
            answer = self._patience.ask(request)
        except FileNotFoundError as error:
            raise StoreError(problem_of(error, self.url)) from error
        return _answered(answer, len(data)) or self._stamp_of(name)

    def upload(self, name: str, file: Path) -> Stamp:
        """Write an object from a file of any size; in parts, of which it is made at their end."""
        options = {"max_concurrency": PARTS_AT_ONCE} if self.s3 else {}
        self._patience.ask(lambda: self._files.put_file(str(file), self._path(name), **options))
        return self._stamp_of(name)

    def get(self, name: str) -> bytes:
        """The content of an object; FileNotFoundError where there is none."""
        return bytes(self._patience.ask(lambda: self._files.cat_file(self._path(name))))

    def delete(self, name: str) -> None:
        """Remove an object, if it is there."""

        def request() -> None:
            try:
                self._files.rm_file(self._path(name))
            except FileNotFoundError:
                return

        self._patience.ask(request)

    def info(self, name: str) -> Info | None:
        """What the store tells of an object; None where there is none."""
        path = self._path(name)

        def request() -> Mapping[str, Any]:
            self._files.invalidate_cache()
            found: Mapping[str, Any] = self._files.info(path)
            return found

        try:
            found = self._patience.ask(request)
        except FileNotFoundError:
            return None
        return None if found["type"] == "directory" else Info(_stamp(found), _written(found))

    def listed(self, folder: str) -> dict[str, Stamp]:
        """The objects in ``folder``, by their names in it, in as few requests as the store has."""
        path = self._path(folder)

        def request() -> list[Mapping[str, Any]]:
            self._files.invalidate_cache()
            return list(self._files.ls(path, detail=True))

        try:
            found = self._patience.ask(request)
        except FileNotFoundError:
            return {}
        return {
            str(each["name"]).rpartition("/")[2]: _stamp(each)
            for each in found
            if each["type"] != "directory"
        }

    def creates_once(self, name: str, data: bytes) -> bool:
        """Write an object if there is none; whether the store refused to when there was one."""
        try:
            for _ in range(2):
                self.put(name, data, create=True)
        except FileExistsError:
            return True
        return False

    def _written(self, path: str, data: bytes, options: Mapping[str, Any]) -> Any:
        try:
            return self._files.pipe_file(path, data, **options)
        except FileNotFoundError:
            if self.s3:  # it has no folders, and would make a bucket
                raise
            self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
            return self._files.pipe_file(path, data, **options)

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}" if name else self._root

    def _stamp_of(self, name: str) -> Stamp:
        info = self.info(name)
        if info is None:
            raise FileNotFoundError(name)
        return info.stamp


def _opened(url: str, timeouts: tuple[float, float] | None) -> tuple[Any, str]:
    """The file system of fsspec, and the path in it. Raises UsageError."""
    protocol = protocol_of(url)
    try:
        import fsspec.core

        files, root = fsspec.core.url_to_fs(url, **_options(protocol, timeouts))
    except ImportError as error:
        install = "pip install 'briefing-builder[s3]'"
        if protocol not in S3 and error.name != "fsspec":
            install = f"install the package that fsspec asks for: {error}"
        message = f"a library for {protocol}:// is missing"
        raise UsageError(Problem(message, hint=install)) from error
    except ValueError as error:
        hint = "write a folder, or a URL such as s3://bucket/folder"
        raise UsageError(Problem(f"{protocol}:// is no store known here", hint=hint)) from error
    if protocol in S3:
        files.retries = 1  # else ours would be multiplied by its own
    return files, root.rstrip("/")


def _options(protocol: str, timeouts: tuple[float, float] | None) -> dict[str, Any]:
    """What we ask of fsspec besides what its user has set: we do the repeating ourselves."""
    if protocol not in S3:
        return {}
    from fsspec.config import conf

    settings: dict[str, Any] = {"retries": {"total_max_attempts": 1}}
    if timeouts:
        settings |= {"connect_timeout": timeouts[0], "read_timeout": timeouts[1]}
    for name in S3:
        settings.update(conf.get(name, {}).get("config_kwargs", {}))
    # One part at once: else s3fs asks for the size of an object before it reads it.
    return {"config_kwargs": settings, "use_listings_cache": False, "max_concurrency": 1}


def _unmet(error: OSError, match: str) -> bool:
    """Whether the condition of a PUT was not met: S3 says 412, and 404 where nothing is there."""
    if isinstance(error, FileExistsError):
        return True
    gone = bool(match) and isinstance(error, FileNotFoundError)
    return status_of(error) == 412 or (gone and code_of(error) != "NoSuchBucket")


def _answered(answer: Any, size: int) -> Stamp | None:
    """S3 answers a PUT with the ETag; other stores must be asked."""
    mark = answer.get("ETag") if isinstance(answer, dict) else None
    return Stamp(size, str(mark).strip('"')) if mark else None


def _stamp(info: Mapping[str, Any]) -> Stamp:
    for name in _MARKS:
        value = info.get(name)
        if value is not None:
            break
    if isinstance(value, datetime):
        value = value.timestamp()
    return Stamp(int(info["size"] or 0), str(value).strip('"'))


def _written(info: Mapping[str, Any]) -> datetime | None:
    for name in ("LastModified", "last_modified", "updated", "mtime", "created"):
        value = info.get(name)
        if isinstance(value, datetime):
            return value
    return None
