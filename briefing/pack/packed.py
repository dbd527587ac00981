"""A trace in little memory: a run of thousands keeps them all until its end."""

from __future__ import annotations

import json
import zlib
from collections.abc import ItemsView, Iterator, Mapping

FAST = 1
"""zlib's level: the hashes cannot be made smaller than half, the rest is soon done."""


class Packed(Mapping[str, str]):
    """An unchangeable copy of ``answers``, in their order, unpacked each time it is read."""

    __slots__ = ("_data",)

    def __init__(self, answers: Mapping[str, str]) -> None:
        text = json.dumps(list(answers.items()), ensure_ascii=False, separators=(",", ":"))
        self._data = zlib.compress(text.encode("utf-8", "surrogatepass"), FAST)

    def _unpacked(self) -> dict[str, str]:
        return dict(json.loads(zlib.decompress(self._data).decode("utf-8", "surrogatepass")))

    def __getitem__(self, question: str) -> str:
        return self._unpacked()[question]

    def __iter__(self) -> Iterator[str]:
        return iter(self._unpacked())

    def items(self) -> ItemsView[str, str]:
        """All at once: the mapping's own would unpack for each question."""
        return self._unpacked().items()

    def __len__(self) -> int:
        return len(self._unpacked())
