"""What is remembered of many editions."""

from __future__ import annotations

from briefing.publication.memory import MOST_TEXTS, Harmless, Memory


def test_what_is_asked_for_stays() -> None:
    """However much comes after it; what nobody asks for goes."""
    memory: Memory[int, str] = Memory(most=10)
    memory.put(-1, "wanted")
    memory.put(-2, "not wanted")
    for number in range(100):
        memory.put(number, str(number))
        assert memory.get(-1) == "wanted"
        assert len(memory) <= 20
    assert memory.get(-2) is None
    assert memory.get(99) == "99"
    assert all(memory.get(number) for number in range(92, 100))


def test_harmless_texts_are_looked_at_once() -> None:
    """Only new texts are left over, until something else is looked for."""
    harmless, names, others = Harmless(), ("a",), ("b",)
    harmless.add(harmless.others(frozenset({"one"}), names))
    assert harmless.others(frozenset({"one", "two"}), names) == {"two"}
    assert harmless.others(frozenset({"one", "two"}), others) == {"one", "two"}


def test_harmless_texts_have_an_end() -> None:
    """Beyond the most texts it begins anew."""
    harmless, names = Harmless(), ("a",)
    harmless.others(frozenset(), names)
    harmless.add(frozenset(map(str, range(MOST_TEXTS + 1))))
    harmless.add(frozenset({"last"}))
    assert harmless.others(frozenset({"0", "last"}), names) == {"0"}
