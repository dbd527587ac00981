"""The rules of Unicode Standard Annex #9, in their order, for text of which some runs leftwards.

Names in brackets are those of the annex.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.typeset.bidi import ISOLATES, REMOVED

MAX_DEPTH = 125  # [BD2]
MAX_OPEN_BRACKETS = 63  # [BD16]

_NEUTRAL = ("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI")

_PAIRS = (
    "() [] {} ༺༻ ༼༽ ᚛᚜ ⁅⁆ ⁽⁾ ₍₎ ⌈⌉ ⌊⌋ 〈〉 ❨❩ ❪❫ ❬❭ ❮❯ ❰❱ ❲❳ "
    "❴❵ ⟅⟆ ⟦⟧ ⟨⟩ ⟪⟫ ⟬⟭ ⟮⟯ ⦃⦄ ⦅⦆ ⦇⦈ ⦉⦊ ⦋⦌ ⦍⦐ ⦏⦎ ⦑⦒ ⦓⦔ ⦕⦖ ⦗⦘ "
    "⧘⧙ ⧚⧛ ⧼⧽ ⸢⸣ ⸤⸥ ⸦⸧ ⸨⸩ ⹕⹖ ⹗⹘ ⹙⹚ ⹛⹜ 〈〉 《》 「」 『』 【】 〔〕 〖〗 "
    "〘〙 〚〛 ﹙﹚ ﹛﹜ ﹝﹞ （） ［］ ｛｝ ｟｠ ｢｣ "
).split()
"""The paired brackets of Unicode (BidiBrackets.txt), each opening with its closing."""
_CLOSING = {pair[0]: pair[1] for pair in _PAIRS} | {"\u2329": "\u232a"}
_OPENING = {close: open_ for open_, close in _CLOSING.items()}
_CANONICAL = {"\u2329": "\u3008", "\u232a": "\u3009"}


def first_strong(classes: Sequence[str], start: int, end: int, default: int) -> int:
    """The level that the first strong character gives, isolates passed over. [P2, P3]"""
    depth = 0
    for kind in classes[start:end]:
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            if depth == 0 and start:
                return default  # the isolate that was asked about ends here
            depth = max(depth - 1, 0)
        elif depth == 0 and kind in ("L", "R", "AL"):
            return int(kind != "L")
    return default


@dataclass(slots=True)
class _Status:
    """An entry of the directional status stack. [X1]"""

    level: int
    override: str = ""
    isolate: bool = False


@dataclass(slots=True)
class _Sequence:
    """An isolating run sequence: the places of its characters, and what it lies between."""

    places: list[int]
    start: str = "L"
    end: str = "L"


@dataclass(slots=True)
class Resolver:
    """Works out the levels of one paragraph."""

    text: str
    classes: tuple[str, ...]
    base: int
    kinds: list[str] = field(default_factory=list)
    depth: list[int] = field(default_factory=list)
    matches: dict[int, int] = field(default_factory=dict)

    def levels(self) -> list[int]:
        self.kinds = list(self.classes)
        self.depth = [self.base] * len(self.kinds)
        self._explicit()
        for sequence in self._sequences():
            self._weak(sequence)
            self._brackets(sequence)
            self._neutral(sequence)
            self._implicit(sequence)
        before = self.base
        for index, kind in enumerate(self.classes):
            if kind in REMOVED:
                self.depth[index] = before
            before = self.depth[index]
        return self.depth

    # Explicit levels and directions [X1-X8]

    def _explicit(self) -> None:
        self._match_isolates()
        stack = [_Status(self.base)]
        overflow_isolates = overflow_embeddings = valid_isolates = 0
        for index, kind in enumerate(self.classes):
            top = stack[-1]
            if kind in ("RLE", "LRE", "RLO", "LRO"):
                level = _next_level(top.level, kind[0] == "R")
                if level <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                    override = kind[0] if kind.endswith("O") else ""
                    stack.append(_Status(level, override))
                elif not overflow_isolates:
                    overflow_embeddings += 1
            elif kind in ISOLATES:
                self._place(index, top)
                level = _next_level(top.level, self._turns(index, kind))
                if level <= MAX_DEPTH and not overflow_isolates and not overflow_embeddings:
                    valid_isolates += 1
                    stack.append(_Status(level, isolate=True))
                else:
                    overflow_isolates += 1
            elif kind == "PDI":
                if overflow_isolates:
                    overflow_isolates -= 1
                elif valid_isolates:
                    overflow_embeddings = 0
                    while not stack[-1].isolate:
                        stack.pop()
                    stack.pop()
                    valid_isolates -= 1
                self._place(index, stack[-1])
            elif kind == "PDF":
                if not overflow_isolates:
                    if overflow_embeddings:
                        overflow_embeddings -= 1
                    elif not top.isolate and len(stack) > 1:
                        stack.pop()
            elif kind == "B":
                self.depth[index] = self.base
            elif kind != "BN":
                self._place(index, top)

    def _place(self, index: int, status: _Status) -> None:
        self.depth[index] = status.level
        if status.override:
            self.kinds[index] = status.override

    def _turns(self, index: int, kind: str) -> bool:
        """Whether an isolate runs from right to left."""
        if kind == "FSI":
            end = self.matches.get(index, len(self.classes))
            return bool(first_strong(self.classes[index + 1 : end], 0, end - index - 1, 0))
        return kind == "RLI"

    def _match_isolates(self) -> None:
        """Each isolate's own end. [BD9]"""
        open_: list[int] = []
        for index, kind in enumerate(self.classes):
            if kind in ISOLATES:
                open_.append(index)
            elif kind == "PDI" and open_:
                self.matches[open_.pop()] = index
            elif kind == "B":
                open_.clear()

    # Isolating run sequences [X9, X10, BD13]

    def _sequences(self) -> list[_Sequence]:
        runs: list[list[int]] = []
        for index, kind in enumerate(self.classes):
            if kind in REMOVED:
                continue
            if runs and self.depth[runs[-1][-1]] == self.depth[index]:
                runs[-1].append(index)
            else:
                runs.append([index])
        starts = {run[0]: run for run in runs}
        ended = set(self.matches.values())
        out = []
        for run in runs:
            if run[0] in ended and self.classes[run[0]] == "PDI":
                continue  # it goes on an earlier sequence
            places = list(run)
            while self.classes[places[-1]] in ISOLATES and places[-1] in self.matches:
                places += starts[self.matches[places[-1]]]
            out.append(self._bounded(places))
        return out

    def _bounded(self, places: list[int]) -> _Sequence:
        level = self.depth[places[0]]
        before = self._level_beside(places[0], -1)
        last = places[-1]
        open_ended = self.classes[last] in ISOLATES and last not in self.matches
        after = self.base if open_ended else self._level_beside(last, 1)
        return _Sequence(places, _side(max(level, before)), _side(max(level, after)))

    def _level_beside(self, index: int, step: int) -> int:
        index += step
        while 0 <= index < len(self.classes) and self.classes[index] in REMOVED:
            index += step
        return self.depth[index] if 0 <= index < len(self.classes) else self.base

    # Weak types [W1-W7]

    def _weak(self, sequence: _Sequence) -> None:
        kinds, places = self.kinds, sequence.places
        before = sequence.start
        for index in places:  # [W1]
            if kinds[index] == "NSM":
                isolate = before in (*ISOLATES, "PDI")
                kinds[index] = "ON" if isolate else before
            before = kinds[index]
        strong = sequence.start
        for index in places:  # [W2, W3]
            if kinds[index] in ("L", "R", "AL"):
                strong = kinds[index]
            elif kinds[index] == "EN" and strong == "AL":
                kinds[index] = "AN"
        for index in places:
            if kinds[index] == "AL":
                kinds[index] = "R"
        for left, index, right in zip(places, places[1:], places[2:], strict=False):  # [W4]
            around = (kinds[left], kinds[right])
            if kinds[index] in ("ES", "CS") and around == ("EN", "EN"):
                kinds[index] = "EN"
            elif kinds[index] == "CS" and around == ("AN", "AN"):
                kinds[index] = "AN"
        self._terminators(places)
        strong = sequence.start
        for index in places:  # [W6, W7]
            if kinds[index] in ("ES", "ET", "CS"):
                kinds[index] = "ON"
            elif kinds[index] in ("L", "R"):
                strong = kinds[index]
            elif kinds[index] == "EN" and strong == "L":
                kinds[index] = "L"

    def _terminators(self, places: list[int]) -> None:
        """Signs beside a number belong to it. [W5]"""
        position = 0
        while position < len(places):
            start = position
            while position < len(places) and self.kinds[places[position]] == "ET":
                position += 1
            if position == start:
                position += 1
                continue
            around = [start - 1, position]
            if any(0 <= at < len(places) and self.kinds[places[at]] == "EN" for at in around):
                for at in range(start, position):
                    self.kinds[places[at]] = "EN"

    # Brackets and neutrals [N0-N2]

    def _brackets(self, sequence: _Sequence) -> None:
        places, own = sequence.places, _side(self.depth[sequence.places[0]])
        for first, last in self._pairs(places):
            inside = [_strong(self.kinds[index]) for index in places[first + 1 : last]]
            if own in inside:
                side = own
            elif any(inside):
                before = [_strong(self.kinds[index]) for index in places[:first]]
                context = next((kind for kind in reversed(before) if kind), sequence.start)
                side = context if context != own else own
            else:
                continue
            for at in (first, last):
                self._turn(places, at, side)

    def _turn(self, places: list[int], at: int, side: str) -> None:
        self.kinds[places[at]] = side
        for index in places[at + 1 :]:  # marks on a bracket go with it
            if self.classes[index] != "NSM":
                break
            self.kinds[index] = side

    def _pairs(self, places: list[int]) -> list[tuple[int, int]]:
        """The places of matching brackets, by their openings. [BD16]"""
        open_: list[tuple[str, int]] = []
        found = []
        for at, index in enumerate(places):
            if self.kinds[index] != "ON":
                continue
            character = self.text[index]
            if character in _CLOSING:
                if len(open_) == MAX_OPEN_BRACKETS:
                    return []
                closing = _CLOSING[character]
                open_.append((_CANONICAL.get(closing, closing), at))
            elif character in _OPENING:
                wanted = _CANONICAL.get(character, character)
                for depth in range(len(open_) - 1, -1, -1):
                    if open_[depth][0] == wanted:
                        found.append((open_[depth][1], at))
                        del open_[depth:]
                        break
        return sorted(found)

    def _neutral(self, sequence: _Sequence) -> None:
        places = sequence.places
        position = 0
        while position < len(places):
            start = position
            while position < len(places) and self.kinds[places[position]] in _NEUTRAL:
                position += 1
            if position == start:
                position += 1
                continue
            before = _strong(self.kinds[places[start - 1]]) if start else sequence.start
            ended = position == len(places)
            after = sequence.end if ended else _strong(self.kinds[places[position]])
            own = _side(self.depth[places[start]])
            for at in range(start, position):
                self.kinds[places[at]] = before if before == after else own

    # Implicit levels [I1, I2]

    def _implicit(self, sequence: _Sequence) -> None:
        for index in sequence.places:
            kind, level = self.kinds[index], self.depth[index]
            if level % 2 == 0:
                self.depth[index] += {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
            elif kind in ("L", "EN", "AN"):
                self.depth[index] += 1


def _next_level(level: int, turned: bool) -> int:
    """The least level above ``level`` that is odd where ``turned``, even where not."""
    return level + 1 + int((level + 1) % 2 != int(turned))


def _side(level: int) -> str:
    return "R" if level % 2 else "L"


def _strong(kind: str) -> str:
    """The direction in which a type counts beside neutrals; empty for those that have none."""
    if kind == "L":
        return "L"
    return "R" if kind in ("R", "EN", "AN") else ""
