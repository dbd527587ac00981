"""What checks share of one briefing, and remember of many."""

from __future__ import annotations

from briefing.checks.latest import MOST_TEXTS, Harmless, Latest
from briefing.document import Briefing
from tests.checks.briefings import of_blocks


def test_made_once_for_a_briefing() -> None:
    """The same briefing is walked once; an equal one is another, for its places may differ."""
    seen: list[Briefing] = []
    latest = Latest(lambda briefing: seen.append(briefing) or len(seen))
    first, second = of_blocks(), of_blocks()
    assert [latest(first), latest(first), latest(second), latest(first)] == [1, 1, 2, 3]


def test_harmless_texts_are_looked_at_once() -> None:
    """Only new texts are left over, until something else is looked for."""
    harmless, names, others = Harmless(), ("a",), ("b",)
    harmless.add(harmless.others(frozenset({"one"}), names))
    assert harmless.others(frozenset({"one", "two"}), names) == {"two"}
    assert harmless.others(frozenset({"one", "two"}), others) == {"one", "two"}


def test_memory_has_an_end() -> None:
    """Beyond the most texts it begins anew."""
    harmless, names = Harmless(), ("a",)
    harmless.others(frozenset(), names)
    harmless.add(frozenset(map(str, range(MOST_TEXTS + 1))))
    harmless.add(frozenset({"last"}))
    assert harmless.others(frozenset({"0", "last"}), names) == {"0"}
