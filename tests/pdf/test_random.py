"""Whatever a briefing holds, it is set, valid, and reads back as itself."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefing.artwork import draw
from briefing.document import Briefing
from briefing.document.jsonform import from_json, to_json
from tests import shipped
from tests.pdf.extract import differences
from tests.pdf.making import as_composed, failures, read_back, rendered
from tests.pdf.random_briefings import briefings

QUIET = settings(
    max_examples=15,
    phases=[Phase.explicit, Phase.generate],  # to shrink a briefing of many pages takes minutes
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@given(briefings())
@QUIET
def test_any_briefing_is_valid_and_reads_as_itself(briefing: Briefing) -> None:
    """PDF/UA-1, PDF/A-3a, every word in order and on its page, nothing in the margins."""
    made = rendered(briefing)
    assert failures(made.data) == []
    assert read_back(made.data) == as_composed(briefing)
    assert differences(made.data, briefing, draw(briefing, shipped.theme())) == []
    paper = shipped.theme().papers[briefing.edition.paper]
    assert all(placed.bottom >= paper.bottom - 0.1 for placed in made.report.placed)


@given(st.lists(briefings(), min_size=2, max_size=3))
@settings(QUIET, max_examples=5)
def test_the_order_of_documents_does_not_matter(many: list[Briefing]) -> None:
    """Each has the same bytes whatever the process rendered before it."""
    first = [rendered(briefing).data for briefing in many]
    again = [rendered(briefing).data for briefing in reversed(many)]
    assert again[::-1] == first


@given(briefings())
@QUIET
def test_any_briefing_has_a_json_form(briefing: Briefing) -> None:
    """Through JSON and back it is equal."""
    assert from_json(json.loads(json.dumps(to_json(briefing)))) == briefing
