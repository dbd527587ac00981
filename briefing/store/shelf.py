"""The files of one place by their names, whether it is a folder of a disk or a part of a store."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import BinaryIO, Protocol

from briefing.diagnostics import OutputError, Problem
from briefing.document import Where
from briefing.values import value

PRIVATE = ".briefing"
"""The folder within for what is ours and not the user's: lock, manifest, files not yet whole."""

README = b"""\
What `briefing pack` knows of the files in the folder above: what each was made from, so that the
next run makes only what has changed. Without this folder it makes all of them again.
"""


@value
class Stamp:
    """What tells one content of a file from another without reading it.

    ``size`` in bytes; ``mark`` is the time of its last change on a disk, its ETag in a store.
    """

    size: int
    mark: str


class Journal(Protocol):
    """A file that grows by lines while a run lasts, and is written anew at begin and end."""

    def read(self) -> bytes:
        """All lines; what a killed run added last may be torn or missing. Raises StoreError."""

    def begin(self, whole: bytes) -> None:
        """Write ``whole`` in its place, and let ``add`` add to that. Raises OutputError."""

    def add(self, line: bytes) -> None:
        """Add a line, at once or with those of the next seconds. Raises OutputError."""

    def end(self, whole: Callable[[], bytes] | None, stale: bool) -> None:
        """Write what ``whole`` gives in place of all that was added; None: nothing was.

        ``stale``: some lines have been replaced by newer ones. Raises OutputError.
        """


class Shelf(Protocol):
    """Named files that appear whole or not at all; names have ``/`` between folder and file.

    What fails raises OutputError, and StoreError where that is a store's doing; a file that is
    not there raises FileNotFoundError.
    """

    def shown(self, name: str = "") -> str:
        """Where a file is, or all of it, for people and programs to read."""

    def write(self, name: str, data: bytes) -> Stamp:
        """Let the file appear with the content ``data``, in place of an older one."""

    def writing(self, name: str) -> AbstractContextManager[BinaryIO]:
        """A file to write to, for what may be large; it appears when the block has ended well."""

    def read(self, name: str) -> bytes:
        """The content of a file."""

    def read_each(self, names: Iterable[str]) -> Iterator[bytes]:
        """The contents of files, in the order of ``names``."""

    def remove(self, name: str) -> None:
        """Remove a file, if it is there, and a folder that held nothing else."""

    def stamps(self, names: Collection[str]) -> dict[str, Stamp]:
        """The stamps of those files that are there; of many it asks at once."""

    def names(self, folder: str) -> set[str]:
        """The files that lie in ``folder``, by their names in it; none where it is not there."""

    def journal(self, name: str) -> Journal:
        """The journal that is kept under ``name``."""

    def locked(self) -> AbstractContextManager[None]:
        """Let no other run write here meanwhile; raises OutputError where one does."""

    def held(self) -> None:
        """Raise StoreError where another run has come in, since this one seemed dead."""


def shelf_at(out_dir: Path | str) -> Shelf:
    """The shelf in a folder, or at a URL, as ``folder_or_url`` gives them.

    Raises UsageError for a URL of no kind that is known here.
    """
    if isinstance(out_dir, Path):
        from briefing.store.local import LocalShelf

        return LocalShelf(out_dir)
    from briefing.store.remote import RemoteShelf

    return RemoteShelf(out_dir)


def occupied(shown: str) -> OutputError:
    """Another run is at work at ``shown``."""
    message = "another run is at work in this folder"
    hint = "wait until it has ended, or choose another --out-dir"
    return OutputError(Problem(message, Where(shown), hint))
