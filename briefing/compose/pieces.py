"""A run of text between Markdown and inlines: flat, with opening and closing marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from briefing.document import Citation, Emphasis, Fact, Foreign, Inline, Link, Strong, Text, Where
from briefing.values import value


@value
class Said:
    """Plain text; ``printed`` where a helper gave it."""

    text: Text
    printed: bool = False


@value
class Cite:
    """A source still to be cited for what stands before."""

    source: str
    doubtful: bool = False


@value
class Open:
    """The beginning of strong, emphasised, foreign or linked text.

    ``target`` is a link's address, and of foreign text its language.
    """

    kind: str
    target: str = ""
    where: Where | None = None


@value
class Close:
    """The end of what ``Open`` of the same kind began."""

    kind: str


Piece: TypeAlias = Said | Fact | Cite | Citation | Open | Close


def leaf_text(piece: Piece) -> str:
    """The characters that a reader sees of one piece, before citations are placed."""
    if isinstance(piece, Said):
        return piece.text.text
    return piece.text if isinstance(piece, Fact) else ""


def pieces_text(pieces: Iterable[Piece]) -> str:
    """The characters of ``pieces``."""
    return "".join(map(leaf_text, pieces))


def part(text: Text, start: int, end: int | None = None) -> Text:
    """The characters of ``text`` from ``start`` to ``end``, with the place of the first."""
    where = text.where
    if start and where is not None and where.column is not None:
        where = Where(where.path, where.line, where.column + start)
    return Text(text.text[start:end], where=where)


def build(pieces: Sequence[Piece]) -> tuple[Inline, ...]:
    """The inlines that flat ``pieces`` stand for; neighbouring texts are one, empty ones none."""
    stack: list[tuple[Open | None, list[Inline]]] = [(None, [])]
    for piece in pieces:
        top = stack[-1][1]
        match piece:
            case Open():
                stack.append((piece, []))
            case Close():
                opening, children = stack.pop()
                if children and opening:
                    stack[-1][1].append(_container(opening, tuple(children)))
            case Said(text=text):
                if top and isinstance(last := top[-1], Text):
                    top[-1] = Text(last.text + text.text, where=last.where)
                elif text.text:
                    top.append(text)
            case Fact() | Citation():
                top.append(piece)
    return tuple(stack[0][1])


def _container(opening: Open, children: tuple[Inline, ...]) -> Inline:
    if opening.kind == "strong":
        return Strong(children)
    if opening.kind == "emphasis":
        return Emphasis(children)
    if opening.kind == "foreign":
        return Foreign(opening.target, children)
    return Link(opening.target, children, where=opening.where)


_SENTENCE_ENDS = (".", "!", "?")


def tidy(pieces: Sequence[Piece]) -> list[Piece]:
    """``pieces`` as a sentence: no space before a lone citation or at the ends, a capital first.

    What a helper prints starts with a small letter; at the start of a sentence it gets a capital.
    """
    out: list[Piece] = []
    before = ""
    for index, piece in enumerate(pieces):
        if isinstance(piece, Cite) and before.endswith(" "):
            after = pieces_text(pieces[index:])[:1]
            if not after or after.isspace() or after in ".,;:!?)":
                _strip_end(out)
                before = pieces_text(out)
        elif isinstance(piece, Said):
            text = piece.text
            if text.text.startswith(" ") and (not before or before.endswith(" ")):
                text = part(text, len(text.text) - len(text.text.lstrip(" ")))
            if piece.printed and _opens_sentence(before):
                text = Text(text.text[:1].upper() + text.text[1:], where=text.where)
            piece = Said(text, piece.printed)
        elif isinstance(piece, Fact) and _opens_sentence(before):
            piece = replace(piece, text=piece.text[:1].upper() + piece.text[1:])
        before += leaf_text(piece)
        out.append(piece)
    _strip_end(out)
    return out


def _opens_sentence(before: str) -> bool:
    stripped = before.rstrip()
    return not stripped or (before != stripped and stripped.endswith(_SENTENCE_ENDS))


def _strip_end(pieces: list[Piece]) -> None:
    for index in range(len(pieces) - 1, -1, -1):
        piece = pieces[index]
        if isinstance(piece, Said):
            text = piece.text.text.rstrip(" ")
            pieces[index] = Said(Text(text, where=piece.text.where), piece.printed)
            if text:
                return
        elif isinstance(piece, Fact):
            return
