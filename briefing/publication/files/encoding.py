"""From the bytes of an author's file to its text, and what is said of another encoding."""

from __future__ import annotations

import codecs
import re

from briefing.diagnostics import Problem
from briefing.document import Where

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks and documents of office programs begin."""

TABLE_HINT = 'save it as UTF-8: in Excel, "Save as", "CSV UTF-8 (comma delimited)"'
TEXT_HINT = 'save it as UTF-8: in the editor, "Save as", encoding "UTF-8"'

_CONFUSED = re.compile("(?:[\u00c2\u00c3][\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf]|\u00e2\u20ac.)+")
"""UTF-8 that was read as Windows-1252, and saved. Closing quotes may follow a capital letter."""

_LOST = "\ufffd"
_WORD = re.compile(r"[^\s,;\"()]+")


def decoded(path: str, data: bytes) -> str | Problem:
    """The text of ``data``, with Unix line ends and without a byte-order mark; else the problem.

    It is read as UTF-8 and nothing else: what another encoding means is a guess.
    """
    data = data.removeprefix(codecs.BOM_UTF8)
    hint = TABLE_HINT if path.endswith(".csv") else TEXT_HINT
    if data.startswith(ARCHIVES):
        message = "this is a file of an office program, not plain text"
        return Problem(message, Where(path), hint)
    if data.startswith(UTF_16) or b"\0" in data[:4].strip(b"\0"):
        message = 'this file is not UTF-8 but UTF-16, which Excel calls "Unicode text"'
        return Problem(message, Where(path, 1, 1), hint)
    try:
        # Unix line ends: the same file must read, and hash, the same on every system.
        return data.decode().replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return _not_utf_8(path, data, error.start, hint)


def leniently(data: bytes) -> str:
    """Something of the text of ``data``, whatever its encoding: to look for words, not to print."""
    text = data.decode("utf-16" if data.startswith(UTF_16) else "cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _not_utf_8(path: str, data: bytes, start: int, hint: str) -> Problem:
    before = data[:start].decode().replace("\r\n", "\n").replace("\r", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    rest = re.split(rb"[\r\n]", data[start:], maxsplit=1)[0]
    # Most of it is Windows-1252: good enough to show the word, not to print it.
    text = before[before.rfind("\n") + 1 :] + rest.decode("cp1252", errors="replace")
    word = _word_at(text, column - 1)
    message = f'this file is not UTF-8 at the word "{word}"' if word else "this file is not UTF-8"
    return Problem(message, Where(path, line, column), hint, line=text.rstrip())


def _word_at(text: str, at: int) -> str:
    for found in _WORD.finditer(text):
        if found.start() <= at < found.end():
            return found[0]
    return ""


def spoiled(path: str, lines: list[str]) -> list[Problem]:
    """Letters that another program has spoiled: two for one accented, or a mark for a lost one."""
    return [
        problem
        for number, line in enumerate(lines, 1)
        if not line.isascii()
        for problem in _spoiled_in(line, path, number)
    ]


def _spoiled_in(line: str, path: str, number: int) -> list[Problem]:
    found = _CONFUSED.search(line)
    if found:
        where = Where(path, number, found.start() + 1)
        right = _set_right(found[0])
        message = f'"{found[0]}" stands for a letter that was read in a wrong encoding'
        mend = f'write "{right}", ' if right else "write the letter, "
        hint = mend + 'and open the file as UTF-8 (in Excel: "Data", "From text/CSV")'
        return [Problem(message, where, hint, line=line)]
    if _LOST in line:
        where = Where(path, number, line.index(_LOST) + 1)
        message = f'a letter was lost here: "{_LOST}" stands for it'
        return [Problem(message, where, "write the letter again, and save as UTF-8", line=line)]
    return []


def _set_right(text: str) -> str:
    try:
        return text.encode("cp1252").decode()
    except ValueError:
        return ""
