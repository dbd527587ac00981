"""What checks share of one briefing."""

from __future__ import annotations

from briefing.checks.latest import Latest
from briefing.document import Briefing
from tests.checks.briefings import of_blocks


def test_made_once_for_a_briefing() -> None:
    """The same briefing is walked once; an equal one is another, for its places may differ."""
    seen: list[Briefing] = []
    latest = Latest(lambda briefing: seen.append(briefing) or len(seen))
    first, second = of_blocks(), of_blocks()
    assert [latest(first), latest(first), latest(second), latest(first)] == [1, 1, 2, 3]
