"""Numbers for the sources, in reading order, and the place of each citation in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from briefing.compose.pieces import Cite, Close, Open, Piece, Said, build, leaf_text, part
from briefing.document import Citation, Fact, Inline, Text
from briefing.values import value

SETTLED = 16
"""Ways in which a text's citations are numbered that are remembered: audiences count otherwise."""
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@dataclass(slots=True)
class Numbering:
    """The numbers given to sources so far, and the anchors from which each is cited."""

    anchors: dict[str, list[str]] = field(default_factory=dict)
    doubtful: bool = False
    _count: int = 0

    def mention(self, source: str) -> int:
        """The number of ``source``, given now if it has none, without a citation."""
        self.anchors.setdefault(source, [])
        return list(self.anchors).index(source) + 1

    def cite(self, source: str, doubtful: bool = False) -> Citation:
        """A new citation of ``source``."""
        number = self.mention(source)
        self._count += 1
        anchor = f"cite-{self._count}"
        self.anchors[source].append(anchor)
        self.doubtful = self.doubtful or doubtful
        return Citation(number, source, anchor, doubtful)


@value
class Spread:
    """Pieces among which the citations have their place, but no number yet.

    ``parts`` holds a tuple where citations stand; without any, ``inlines`` are ready.
    """

    parts: tuple[Piece | tuple[Cite, ...], ...]
    inlines: tuple[Inline, ...] | None
    settled: dict[tuple[Citation, ...], tuple[Inline, ...]] = field(
        default_factory=dict, compare=False, repr=False
    )
    """The inlines by their citations, as ``settle`` has made them."""


def place(pieces: Sequence[Piece], numbering: Numbering) -> tuple[Inline, ...]:
    """``pieces`` as inlines, with their citations."""
    return settle(spread(pieces), numbering)


def settle(found: Spread, numbering: Numbering) -> tuple[Inline, ...]:
    """The inlines of ``found``, its citations numbered."""
    if found.inlines is not None:
        return found.inlines
    groups = [tuple(_citations(it, numbering)) for it in found.parts if isinstance(it, tuple)]
    key = tuple(chain.from_iterable(groups))
    known = found.settled.get(key)
    if known is None:
        cited = iter(groups)
        pieces = ((next(cited) if isinstance(it, tuple) else (it,)) for it in found.parts)
        if len(found.settled) >= SETTLED:
            found.settled.clear()
        known = found.settled[key] = build(list(chain.from_iterable(pieces)))
    return known


def spread(pieces: Sequence[Piece]) -> Spread:
    """``pieces``, each value's citations set where they disturb the least.

    A citation stands at the end of its clause, after the punctuation mark. Where a value of
    another source follows in the same clause, it stands right after its own value, or after the
    word that follows it: never against a digit. Citations of one source at one place are one.
    """
    if not any(isinstance(piece, Cite) for piece in pieces):
        return Spread((), build(pieces))
    spots = _Spots(pieces)
    out: list[Piece | tuple[Cite, ...]] = []
    for index, piece in enumerate(pieces):
        if not isinstance(piece, (Said, Cite)):
            out.append(piece)
        start = 0
        for offset, cites in spots.of(index):
            if isinstance(piece, Said):
                out += _cut(piece, start, offset)
            start = offset
            if spots.ends_in_digit(index, offset):
                out.append(_gap(piece))
            out.append(tuple(cites))
        if isinstance(piece, Said):
            out += _cut(piece, start, len(piece.text.text))
    return Spread(tuple(out), None)


def unplaced(pieces: Sequence[Piece], numbering: Numbering) -> tuple[Inline, ...]:
    """``pieces`` as inlines for a heading: sources get their numbers, but no citation is drawn."""
    out: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Cite):
            numbering.mention(piece.source)
            numbering.doubtful = numbering.doubtful or piece.doubtful
        else:
            out.append(piece)
    return build(out)


def _cut(piece: Said, start: int, end: int) -> list[Piece]:
    text = part(piece.text, start, end)
    return [Said(text)] if text.text else []


def _gap(piece: Piece) -> Said:
    # Read aloud, a number and the number of its source must not run together.
    where = piece.text.where if isinstance(piece, Said) else getattr(piece, "where", None)
    return Said(Text(NO_BREAK_SPACE, where=where))


def _citations(cites: Sequence[Cite], numbering: Numbering) -> Iterator[Citation]:
    doubt: dict[str, bool] = {}
    for cite in cites:
        doubt[cite.source] = doubt.get(cite.source, False) or cite.doubtful
    # In the order of their numbers, which the new ones get now: [4][9] reads better than [9][4].
    for source in sorted(doubt, key=numbering.mention):
        yield numbering.cite(source, doubt[source])


class _Spots:
    """Where the citations of a run of pieces go: per piece, offsets in it and what to cite."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.starts: list[int] = []
        length = 0
        for piece in pieces:
            self.starts.append(length)
            length += len(leaf_text(piece))
        self.text = "".join(map(leaf_text, pieces))
        self.found: dict[int, dict[int, list[Cite]]] = {}
        self._settle()

    def of(self, index: int) -> list[tuple[int, list[Cite]]]:
        return sorted(self.found.get(index, {}).items())

    def ends_in_digit(self, index: int, offset: int) -> bool:
        end = self.starts[index] + offset
        return self.text[:end][-1:].isdigit()

    def _settle(self) -> None:
        groups = list(_groups(self.pieces))
        for number, (first, last) in enumerate(groups):
            cites = [piece for piece in self.pieces[first:last] if isinstance(piece, Cite)]
            after = self.starts[last - 1]
            end = clause_end(self.text, after)
            following = None
            for other, (begin, finish) in enumerate(groups[number + 1 :]):
                start = self.starts[begin]
                start -= len(self._value(groups[number + 1 + other]))
                if start >= end:
                    break
                others = {p.source for p in self.pieces[begin:finish] if isinstance(p, Cite)}
                if others != {cite.source for cite in cites}:
                    following = start
                    break
            at = end
            if following is not None:
                at = near_value(self.text, after, following) or end
            self._put(at, cites)

    def _value(self, group: tuple[int, int]) -> str:
        before = self.pieces[group[0] - 1] if group[0] else None
        return before.text if isinstance(before, Fact) else ""

    def _put(self, at: int, cites: list[Cite]) -> None:
        index = self._piece_ending_at_or_after(at)
        offset = at - self.starts[index]
        if closing := self._link_end(index):
            index, offset = closing, 0
        self.found.setdefault(index, {}).setdefault(offset, []).extend(cites)

    def _piece_ending_at_or_after(self, at: int) -> int:
        best = 0
        for index, piece in enumerate(self.pieces):
            if isinstance(piece, (Open, Close)):
                continue
            best = index
            if self.starts[index] + len(leaf_text(piece)) >= at:
                break
        return best

    def _link_end(self, index: int) -> int:
        """The piece that closes the link around ``index``, 0 outside links: links do not nest."""
        depth, inside = 0, False
        for number, piece in enumerate(self.pieces):
            if isinstance(piece, Open) and piece.kind == "link":
                depth += 1
            elif isinstance(piece, Close) and piece.kind == "link":
                depth -= 1
                if inside and depth == 0:
                    return number
            if number == index:
                inside = depth > 0
        return 0


def _groups(pieces: Sequence[Piece]) -> Iterator[tuple[int, int]]:
    """Runs of Cite pieces, as (first, one past the last)."""
    first = None
    for index, piece in enumerate((*pieces, Close("end"))):
        if isinstance(piece, Cite):
            first = index if first is None else first
        elif first is not None:
            yield first, index
            first = None


_MARKS = ".,;:!?\N{HORIZONTAL ELLIPSIS}"
_CLOSERS = ")]\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
_DASHES = "\N{EN DASH}\N{EM DASH}"


def clause_end(text: str, start: int) -> int:
    """The offset after the mark that ends the clause in which ``start`` stands.

    Marks inside brackets that open after ``start`` do not end it; a spaced dash ends it before
    its space, unless a digit stands there.

    >>> clause_end("In 2023, 36 million reports (not children) came in.", 20)
    50
    """
    depth = 0
    for index in range(start, len(text)):
        character = text[index]
        if character in "([":
            depth += 1
        elif character in ")]":
            if depth == 0:
                return _run_on(text, index)
            depth -= 1
        elif depth == 0 and character in _MARKS:
            end = _run_on(text, index)
            if end == len(text) or text[end].isspace():
                return end
        elif depth == 0 and character in _DASHES and text[index - 1 : index].isspace():
            end = len(text[:index].rstrip())
            if end >= start and not text[:end][-1:].isdigit():
                return end
    return max(len(text.rstrip()), start)


def _run_on(text: str, index: int) -> int:
    while index < len(text) and text[index] in _MARKS + _CLOSERS:
        index += 1
    return index


_WORD = re.compile(r"\s([^\W\d_]+(?:[-\N{RIGHT SINGLE QUOTATION MARK}'][^\W\d_]+)*)(?=\s)")


def near_value(text: str, after: int, limit: int) -> int | None:
    """The offset next to the value that ends at ``after`` and before the next one at ``limit``.

    Right after the value where it ends in a word or sign, else after the word that follows; None
    where a digit would stand on either side.
    """
    if after and not text[after - 1].isdigit() and not text[after - 1].isspace():
        return after
    word = _WORD.match(text, after)
    if word is None or word.end() >= limit or text[word.end() :].lstrip()[:1].isdigit():
        return None
    return None if not text[word.end() : limit].strip() else word.end()
