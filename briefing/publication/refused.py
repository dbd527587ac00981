"""Names that must never be printed: a list of hashes that names nothing, held against all words.

``data/refused.csv`` holds the SHA-256 of each name in lower case, without anything but its letters
and digits, and how many characters that leaves. A name is found as one word, and as words joined
by a sign: "Some-Site", "some_site" and "somesite" in an address are all the same. Words with a
space between them are not joined: two everyday words may make a name that is somebody else's.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize
from urllib.parse import unquote

from briefing.diagnostics import Problem, PublicationError
from briefing.document import Where
from briefing.publication.consistency import CellPlace
from briefing.publication.memory import Harmless
from briefing.publication.problems import Problems
from briefing.publication.sheets.tables import Column, Table

HINT = "cite the publisher with a neutral title, without the address"
CODE = "refused-name"
FOLDERS = ("data", "assets")
THEME = "assets/theme.toml"
DEEPEST = 3
"""Folders below the publication's own that are looked into: ``data/sections/en``."""

SHORTEST, LONGEST = 3, 64
"""Characters of a name: fewer would be found everywhere."""
MOST_CHUNKS = 1 << 11
"""Words, and words joined by signs, that are remembered to be no name."""

_WORD = re.compile(r"[^\W_]+")
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_CHUNK = re.compile(r"[^\s,;:/?&=()\[\]{}<>|#@\"'“”‘’…]+")
"""What no space parts, nor a sign that does the same; other signs may stand inside a name."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A name that is refused: ``sha256`` in hexadecimal digits, of ``letters`` characters."""

    sha256: str
    letters: int
    reason: str
    where: Where = field(default=Where(""), compare=False, kw_only=True)


TABLE = Table(
    "data/refused.csv",
    Refused,
    (Column("sha256"), Column("letters", "whole"), Column("reason")),
    key=("sha256",),
)


def digest(name: str) -> tuple[str, int]:
    """What ``data/refused.csv`` holds of a name: its hash, and how many characters were hashed.

    >>> digest("Some-Site") == digest("somesite")
    True
    """
    plain = "".join(filter(str.isalnum, normalize("NFKC", name).lower()))
    return sha256(plain.encode()).hexdigest(), len(plain)


class KnownTexts(Problems):
    """Problems that keep the text of every file that was read, by its path."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: dict[str, str] = {}

    def know(self, path: str, lines: Sequence[str]) -> None:
        """Keep the lines of the file at ``path``, and its text."""
        super().know(path, lines)
        self.texts[path] = "\n".join(lines)


def check_list(root: Path, names: tuple[Refused, ...], cell: CellPlace, problems: Problems) -> None:
    """Raise ``PublicationError`` where the list itself is wrong: it would guard nothing."""
    _check_name_of_list(root, problems)
    for name in names:
        if not _HASH.fullmatch(name.sha256):
            message = "this is no SHA-256, which has 64 digits from 0 to f"
            hint = "docs/authoring.md has the command that makes one"
            problems.add(message, cell(name.where, "sha256"), hint, caret=False)
        if not SHORTEST <= name.letters <= LONGEST:
            message = f"a name of {name.letters} letters cannot be looked for"
            hint = f"write how many characters were hashed, {SHORTEST} to {LONGEST}"
            problems.add(message, cell(name.where, "letters"), hint)
    problems.raise_any()
    for name in names:
        if holds([name.reason], names):  # the reason is told with each problem
            where = cell(name.where, "reason")
            problems.add("this reason holds a name of the list", where, "leave it out", caret=False)
    problems.raise_any()


def refuse(root: Path, texts: Mapping[str, str], names: tuple[Refused, ...]) -> None:
    """Raise ``PublicationError`` with each place of a name in ``texts`` or in a file's name.

    It is raised alone: any other message might show the name.
    """
    paths = sorted({*texts, *_paths(root)})
    texts = {**texts, THEME: _text(root / THEME)}  # the theme is loaded apart
    if holds([*paths, *texts.values()], names):
        raise PublicationError(*dict.fromkeys(_problems(paths, texts, names)))


def _check_name_of_list(root: Path, problems: Problems) -> None:
    if not os.path.exists(root / TABLE.path):
        for path in get_close_matches(TABLE.path, _paths(root), n=1, cutoff=0.85):
            problems.add("unknown file", Where(path), f'did you mean "{TABLE.path}"?')


def holds(texts: Iterable[str], names: tuple[Refused, ...]) -> bool:
    """Whether a refused name stands in any of ``texts``, each looked at for itself."""
    return bool(names) and _found(texts, names)


def names_in(text: str, names: tuple[Refused, ...]) -> list[tuple[int, Refused]]:
    """Each refused name in ``text``, with the index at which its chunk of text begins."""
    if not holds([text], names):
        return []
    index = _index(names)
    found: dict[tuple[int, Refused], None] = {}
    for chunk in _CHUNK.finditer(text):
        for run in _runs(chunk[0], index.lengths):
            hashed = sha256(run.encode()).digest()
            if hashed in index.hashes:
                found[chunk.start(), index.hashes[hashed]] = None
    return list(found)


def objection(name: Refused, what: str = "a name") -> str:
    """The message about a name, which does not repeat it."""
    return f"{what} that must not be printed: {name.reason}"


def _found(texts: Iterable[str], names: tuple[Refused, ...]) -> bool:
    """Whether a name stands in any of ``texts``."""
    index = _index(names)
    chunks = {chunk for text in texts for chunk in _CHUNK.findall(text)}
    new = index.harmless.others(chunks)
    candidates = {run for chunk in new for run in _runs(chunk, index.lengths)}
    if any(sha256(run.encode()).digest() in index.hashes for run in candidates):
        return True
    index.harmless.add(new)
    return False


@dataclass(slots=True)
class _Index:
    """The names by hash, every length that one has, and chunks of text in which there is none."""

    hashes: dict[bytes, Refused]
    lengths: frozenset[int]
    harmless: Harmless = field(default_factory=lambda: Harmless(MOST_CHUNKS))


@lru_cache(maxsize=8)
def _index(names: tuple[Refused, ...]) -> _Index:
    hashes = {bytes.fromhex(name.sha256): name for name in names}
    return _Index(hashes, frozenset(name.letters for name in names))


def _runs(chunk: str, lengths: frozenset[int]) -> Iterator[str]:
    """The words of ``chunk`` and its neighbouring words joined, if they have one of ``lengths``."""
    if chunk.isascii() and chunk.isalnum():  # nearly all of what is read
        if len(chunk) in lengths:
            yield chunk.lower()
        return
    words = _WORD.findall(normalize("NFKC", unquote(chunk)).lower())
    for first in range(len(words)):
        run = ""
        for word in words[first:]:
            run += word
            if len(run) in lengths:
                yield run
            if len(run) > LONGEST:
                break


def _problems(
    paths: list[str], texts: Mapping[str, str], names: tuple[Refused, ...]
) -> Iterator[Problem]:
    for path in paths:
        open_path = _open_part(path, names)
        for _, name in names_in(path, names):
            message = objection(name, "the name of a file or folder here is one")
            yield Problem(message, Where(open_path), "name it otherwise", code=CODE)
        for at, name in names_in(texts.get(path, ""), names):
            before = texts[path][:at]
            line, column = before.count("\n") + 1, at - before.rfind("\n")
            where = Where(path, line, column) if path == open_path else Where(open_path)
            yield Problem(objection(name), where, HINT, code=CODE)


def _text(path: Path) -> str:
    """A file's text; empty where it cannot be read, which is told where it must be."""
    try:
        text = path.read_bytes().decode(errors="replace")
    except OSError:
        return ""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _open_part(path: str, names: tuple[Refused, ...]) -> str:
    """As much of ``path`` as may be shown."""
    while names_in(path, names):
        path = path.rpartition("/")[0]
    return path


def _paths(root: Path) -> Iterator[str]:
    for folder in FOLDERS:
        yield from _inside(root, folder, DEEPEST)


def _inside(root: Path, folder: str, depth: int) -> Iterator[str]:
    try:
        entries = list(os.scandir(f"{root}/{folder}"))
    except OSError:  # loading says so, where it looks for something there
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")):
            continue  # of the editor or the system
        path = f"{folder}/{entry.name}"
        if os.path.isdir(entry):  # entry.is_dir() raises at a link that leads to itself
            if depth > 1:
                yield from _inside(root, path, depth - 1)
        else:
            yield path
