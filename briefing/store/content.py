"""What can be made again, by the hash of what it was made from."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path

MOST_BYTES = 512 * 1024 * 1024
"""What the store keeps of the longest unused once ``prune`` is called."""


class ContentStore:
    """Byte strings under hexadecimal keys in a folder; several processes may share it.

    Nothing is promised: a full disk, a removed file or a spoilt one only means that a value is not
    there. Each file begins with the SHA-256 of the rest.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> bytes | None:
        """The value of ``key``; None where it is not there or not whole."""
        try:
            content = self._path(key).read_bytes()
        except OSError:
            return None
        return opened(content)

    def put(self, key: str, data: bytes) -> None:
        """Keep ``data`` under ``key``, if that can be done."""
        path = self._path(key)
        temporary = path.with_name(f"{secrets.token_hex(8)}.tmp")
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                temporary.write_bytes(sealed(data))
                os.replace(temporary, path)
            finally:
                temporary.unlink(missing_ok=True)

    def prune(self, most: int = MOST_BYTES) -> None:
        """Remove the oldest values until at most ``most`` bytes are left."""
        files = list(self._files())
        left = sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if left <= most:
                break
            with contextlib.suppress(OSError):
                os.unlink(path)
                left -= size

    def _files(self) -> Iterator[tuple[int, int, str]]:
        """When each file was written, its bytes, its path. There may be ten thousand."""
        for folder in _entries(self.folder):
            for file in _entries(folder.path):
                with contextlib.suppress(OSError):
                    found = file.stat()
                    yield found.st_mtime_ns, found.st_size, file.path

    def _path(self, key: str) -> Path:
        return self.folder / name_of(key)


def _entries(folder: Path | str) -> list[os.DirEntry[str]]:
    """What is in a folder; nothing where it is none, or not there."""
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def name_of(key: str) -> str:
    """Where a value lies: not all in one folder, since there are many."""
    return f"{key[:2]}/{key[2:]}"


def sealed(data: bytes) -> bytes:
    """What is written for a value."""
    return hashlib.sha256(data).digest() + data


def opened(content: bytes) -> bytes | None:
    """The value of what was written; None where it is not whole."""
    digest, data = content[:32], content[32:]
    return data if hashlib.sha256(data).digest() == digest else None
