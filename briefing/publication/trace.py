"""The record of what was asked of a publication, and whether another one answers the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from typing import Any

from briefing.publication.answers import ANSWERS
from briefing.publication.publication import Publication


class Trace(Mapping[str, str]):
    """Questions in their stable text form, each with the hash of its answer, as first asked.

    ``Trace(json.loads(...))`` of ``dict(trace)`` is the same trace again.
    """

    def __init__(self, answers: Mapping[str, str] | None = None) -> None:
        self._answers = dict(answers or {})

    def __getitem__(self, question: str) -> str:
        return self._answers[question]

    def __iter__(self) -> Iterator[str]:
        return iter(self._answers)

    def __len__(self) -> int:
        return len(self._answers)

    def __repr__(self) -> str:
        return f"Trace({self._answers!r})"

    def record(self, question: str, digest: str) -> None:
        """Note the answer to ``question`` by its hash."""
        self._answers[question] = digest

    def changed(self, publication: Publication) -> tuple[str, ...]:
        """Ask each question of ``publication``: those that it answers otherwise, in order."""
        return tuple(
            question
            for question, digest in self._answers.items()
            if answer_hash(publication, question) != digest
        )


def question_text(name: str, *arguments: Any) -> str:
    """A question as text, which a person can read and ``answer_hash`` can ask again.

    >>> question_text("fact", "reports-2022")
    'fact("reports-2022")'
    """
    if all(isinstance(argument, str) for argument in arguments):
        return _question(name, arguments)
    return f"{name}({_text(arguments)[1:-1]})"


@lru_cache(maxsize=512)
def _question(name: str, arguments: tuple[str, ...]) -> str:
    """The text of a question about names alone: each edition asks the same ones."""
    return f"{name}({_text(arguments)[1:-1]})"


def _text(arguments: tuple[Any, ...]) -> str:
    return _as_arguments(arguments)


_as_arguments = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_as_value = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def answer_hash(publication: Publication, question: str) -> str:
    """The hash of what ``publication`` answers; empty for a question that nobody knows (any more).

    An answer is worked out once for each publication, which cannot change.
    """
    known = publication.hashes.get(question)
    if known is None:
        try:
            known = value_hash(answer_to(publication, question))
        except LookupError:
            return ""
        publication.hashes.put(question, known)
    return known


def answer_to(publication: Publication, question: str) -> Any:
    """What ``publication`` answers to a question in its text form; LookupError if nobody knows it.

    So it is with a question of a program of another version.
    """
    name, _, rest = question.partition("(")
    try:
        return ANSWERS[name](publication, *json.loads(f"[{rest[:-1]}]"))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise LookupError(question) from error


def value_hash(answer: Any) -> str:
    """The SHA-256, in hexadecimal digits, of an answer: of all that takes part in its equality."""
    return hashlib.sha256(_as_value(_plain(answer)).encode()).hexdigest()


_ATOMS = frozenset((str, int, float, bool, type(None)))


@cache
def _compared(kind: type[Any]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if each.compare)


def _plain(value: Any) -> Any:
    kind = type(value)
    if kind in _ATOMS:
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(kind):
        parts = [(name, getattr(value, name)) for name in _compared(kind)]
        return {name: part if type(part) in _ATOMS else _plain(part) for name, part in parts}
    if isinstance(value, Mapping):
        # As pairs: the order of a mapping is the author's, and may be seen in print.
        return [[name, _plain(item)] for name, item in value.items()]
    return value
