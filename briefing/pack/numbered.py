"""Traces as numbers: hundreds of editions ask the same, and a run keeps all their traces."""

from __future__ import annotations

from array import array
from collections.abc import ItemsView, Iterable, Iterator, Mapping
from typing import TypeAlias

Answer: TypeAlias = tuple[str, str]
"""A question, and the hash of what was answered."""


class Answers:
    """Answers by their numbers, in the order in which they first came."""

    def __init__(self, answers: Iterable[Answer] = ()) -> None:
        self._answers = list(answers)
        self._numbers = {answer: number for number, answer in enumerate(self._answers)}

    def __len__(self) -> int:
        return len(self._answers)

    def __getitem__(self, number: int) -> Answer:
        return self._answers[number]

    def since(self, number: int) -> list[Answer]:
        """Those that came from ``number`` on."""
        return self._answers[number:]

    def add(self, answers: Iterable[Answer]) -> None:
        """Number answers on from the last, those too that have a number."""
        for answer in answers:
            self._numbers.setdefault(answer, len(self._answers))
            self._answers.append(answer)

    def numbers(self, answers: Mapping[str, str]) -> list[int]:
        """The numbers of some answers; new ones get theirs."""
        numbers, known = self._numbers, self._answers
        found = []
        for answer in answers.items():
            number = numbers.get(answer)
            if number is None:
                number = numbers[answer] = len(known)
                known.append(answer)
            found.append(number)
        return found


class Numbered(Mapping[str, str]):
    """The questions of a trace with their hashes, of which only the numbers are kept.

    IndexError where ``answers`` has not got one.
    """

    __slots__ = ("_answers", "_numbers")

    def __init__(self, answers: Answers, numbers: Iterable[int]) -> None:
        self._answers = answers
        self._numbers = array("I", numbers)
        if self._numbers and max(self._numbers) >= len(answers):
            raise IndexError(f"no answer has the number {max(self._numbers)}")

    def _all(self) -> dict[str, str]:
        return dict([self._answers[number] for number in self._numbers])

    def __getitem__(self, question: str) -> str:
        return self._all()[question]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def items(self) -> ItemsView[str, str]:
        """All at once: the mapping's own would look for each question."""
        return self._all().items()

    def __len__(self) -> int:
        return len(self._numbers)
