"""The registries of checks."""

from __future__ import annotations

from pathlib import Path

from briefing import checks
from briefing.document import PageReport
from tests.checks.briefings import composed
from tests.small_publication import changed
from tests.whole_publication import section


def test_every_check_is_registered() -> None:
    """Each check has one place in one registry, and says in a sentence what it objects to."""
    every = [*checks.PUBLICATION, *checks.REFUSALS, *checks.BRIEFING, *checks.PAGES]
    assert [check.__name__ for check in every] == [
        "wrong_calculations",
        "contradictions",
        "refused_names",
        "discouraged_addresses",
        "wrong_calculations_printed",
        "contradictions_printed",
        "foreign_numbers",
        "wrong_directions",
        "unsourced_numbers",
        "doubtful_when_released",
        "discouraged_terms",
        "skipped_headings",
        "page_count",
        "outside_text_area",
    ]
    assert all(check.__doc__ for check in every)


def test_nothing_wrong(tmp_path: Path) -> None:
    """Of the small publication nothing is told."""
    publication, briefing = composed(tmp_path)
    assert checks.check_publication(publication) == ()
    assert checks.check_briefing(publication, briefing) == ()
    assert checks.check_pages(briefing, PageReport(2, 600, 800, ())) == ()


def test_all_are_asked(tmp_path: Path) -> None:
    """The problems of all checks are told, each with a code and a hint."""
    files = {**section("A bad word, 12 times.\n"), **changed("data/facts.csv", "99178", "1")}
    publication, briefing = composed(tmp_path, **files)
    problems = checks.check_briefing(publication, briefing)
    assert [problem.code for problem in problems] == [
        "wrong-calculation",
        "unsourced-number",
        "discouraged-term",
    ]
    assert all(problem.hint and problem.where for problem in problems)
    assert len(checks.check_publication(publication)) == 1
    assert len(checks.check_pages(briefing, PageReport(9, 600, 800, ()))) == 1
