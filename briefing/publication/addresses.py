"""Addresses that carry a discouraged term: a link is printed, and its words with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote

from briefing.document import Where
from briefing.publication.problems import Problems
from briefing.publication.records import Term

HINT = "cite the publisher with a neutral title, and leave the address out"

_ASIDE = re.compile(r"\s*\([^)]*\)")
_LETTERS = re.compile(r"[^\W\d_]+")
_NO_LETTERS = bytes(byte for byte in range(128) if not (chr(byte).isalpha() or byte == 10))
_LETTERS_AND_LINES = re.compile(r"[^\W\d_]+|\n")
_ADDRESS = re.compile(
    r"[^\s\"'<>,|\\^`{}()\[\]]*"
)  # what follows "://"; a CSV cell ends at a comma


def spellings(term: Term) -> tuple[str, ...]:
    """The discouraged words of a term, each spelling; what stands in brackets is only a remark."""
    found = (" ".join(each.split()) for each in _ASIDE.sub("", term.discouraged).split("/"))
    return tuple(filter(None, found))


def term_in_address(address: str, terms: tuple[Term, ...]) -> tuple[str, Term] | None:
    """The first discouraged term in ``address``, as it is spelt in ``terms.csv``, and its row.

    The address is split at everything but letters, and neighbouring parts are joined again:
    ``a-bad-word``, ``a_bad%20words`` and ``badword.example`` all carry "bad word".
    """
    joined, longest = _joined(terms)
    parts = _LETTERS.findall(unquote(address).lower())
    for first in range(len(parts)):
        for count in range(1, longest + 1):
            run = "".join(parts[first : first + count])
            found = joined.get(run) or joined.get(run.removesuffix("s"))
            if found:
                return found
    return None


@lru_cache(maxsize=8)
def _joined(terms: tuple[Term, ...]) -> tuple[dict[str, tuple[str, Term]], int]:
    """The letters of each spelling to the spelling and its term; and the most parts of one."""
    found: dict[str, tuple[str, Term]] = {}
    longest = 0
    for term in terms:
        for spelling in spellings(term):
            parts = _LETTERS.findall(spelling.lower())
            longest = max(longest, len(parts))
            if parts:
                found.setdefault("".join(parts), (spelling, term))
    return found, longest


def addresses_in(text: str) -> Iterator[tuple[int, str]]:
    """Each web address in ``text``, without its scheme, and the index where the scheme begins."""
    at = text.find("://")
    while at >= 0:
        start = at + len("://")
        found = _ADDRESS.match(text, start)
        if found:
            yield at - len("https" if text.endswith("https", 0, at) else "http"), found[0]
        at = text.find("://", start)


def may_carry(addresses: Iterable[str], terms: tuple[Term, ...]) -> bool:
    """Whether any of many addresses may carry a term: quick, and nearly always no."""
    text = unquote("\n".join(addresses)).lower()
    if text.isascii():
        letters = text.encode().translate(None, _NO_LETTERS).decode()
    else:
        letters = "".join(_LETTERS_AND_LINES.findall(text))
    return any(joined in letters for joined in _joined(terms)[0])


def objection(spelling: str) -> str:
    """The message about an address."""
    return f'this address carries the discouraged term "{spelling}"'


def refuse_addresses(texts: Mapping[str, str], terms: tuple[Term, ...], problems: Problems) -> None:
    """Add a problem for each address in ``texts``, files by their path, that carries a term."""
    found = [(path, *each) for path, text in texts.items() for each in addresses_in(text)]
    if not may_carry((address for _, _, address in found), terms):
        return
    for path, at, address in found:
        carried = term_in_address(address, terms)
        if carried:
            before = texts[path][:at]
            where = Where(path, before.count("\n") + 1, at - before.rfind("\n"))
            problems.add(objection(carried[0]), where, HINT, caret=False)
