"""What is remembered of many editions."""

from __future__ import annotations

from briefing.publication.memory import Memory


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
