"""Whatever a briefing holds, it is set, valid, and reads back as itself."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings

from briefing.document import Briefing
from briefing.document.jsonform import from_json, to_json
from tests import shipped
from tests.pdf.making import as_composed, failures, read_back, rendered
from tests.pdf.random_briefings import briefings

QUIET = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@given(briefings())
@QUIET
def test_any_briefing_is_valid_and_reads_as_itself(briefing: Briefing) -> None:
    """PDF/UA-1, PDF/A-3a, every word in order, every block on a page."""
    made = rendered(briefing)
    assert failures(made.data) == []
    assert read_back(made.data) == as_composed(briefing)
    paper = shipped.theme().papers["a4"]
    assert all(placed.bottom >= paper.bottom - 0.1 for placed in made.report.placed)


@given(briefings())
@QUIET
def test_any_briefing_has_a_json_form(briefing: Briefing) -> None:
    """Through JSON and back it is equal."""
    assert from_json(json.loads(json.dumps(to_json(briefing)))) == briefing
