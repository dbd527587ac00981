"""Questions are answered in a fixed order, and each is noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.publication import Publication, Questions, Trace, load
from tests.small_publication import FILES, changed, write

HELP = "data/helplines.csv"


@pytest.fixture
def questions(publication: Publication) -> Questions:
    """Questions to the small publication, without a trace."""
    return Questions(publication)


def test_records_are_found_by_id(publication: Publication, questions: Questions) -> None:
    """Each kind of record is answered by its id."""
    assert questions.settings() is publication.settings
    assert questions.fact("reports-2023") is publication.facts["reports-2023"]
    assert questions.source("hotline") is publication.sources["hotline"]
    assert questions.measure("reports") is publication.measures["reports"]
    assert questions.chart("reports-by-year") is publication.charts["reports-by-year"]
    assert questions.audience("readers") is publication.audiences["readers"]
    assert questions.place("ken") is publication.places["ken"]
    assert questions.quote("founder") is publication.quotes["founder"]


def test_rows_come_in_the_order_of_the_file(questions: Questions) -> None:
    """The order of the values selected does not change that of the rows."""
    rows = questions.rows("reports", {"place": ("ken", "world"), "period": ("2023", "2021")})
    assert [(row.period, row.place) for row in rows] == [
        ("2021", "world"),
        ("2023", "world"),
        ("2021", "ken"),
        ("2023", "ken"),
    ]


def test_all_rows_are_answered_without_a_selection(questions: Questions) -> None:
    """No selection keeps every row, and an unknown series has none."""
    assert len(questions.rows("reports", {})) == 6
    assert questions.rows("nothing", {}) == ()


def test_sections_are_those_of_the_edition(questions: Questions) -> None:
    """A section without places is for every place; one with places for those only."""
    assert [each.id for each in questions.sections("readers", "ken", "en")] == ["first", "kenya"]
    assert [each.id for each in questions.sections("readers", "world", "en")] == ["first"]
    assert questions.sections("readers", "ken", "fr") == ()
    assert questions.sections("others", "ken", "en") == ()


def test_sections_stand_by_order_then_id(tmp_path: Path) -> None:
    """Sections of the same order stand by their id, later orders after them."""
    files = {
        **changed("data/sections/en/kenya.md", "order: 20", "order: 5"),
        "data/sections/en/about.md": FILES["data/sections/en/first.md"],
    }
    sections = Questions(load(write(tmp_path, **files))).sections("readers", "ken", "en")
    assert [each.id for each in sections] == ["kenya", "about", "first"]


def test_recommendations_stand_by_order(questions: Questions) -> None:
    """What is asked stands by its order, not by its row."""
    assert [each.id for each in questions.recommendations("readers")] == ["report", "listen"]


def test_the_chronology_is_oldest_first(questions: Questions) -> None:
    """A year stands before a later day, whatever the order of the rows."""
    found = questions.chronology("readers", "world")
    assert [each.id for each in found] == ["founded", "second"]


def test_a_place_is_told_its_own_events(questions: Questions) -> None:
    """A country's chronology has its events and those around it; a region's not its countries'."""
    assert [each.id for each in questions.chronology("readers", "ken")] == ["founded", "second"]
    assert [each.id for each in questions.chronology("readers", "africa")] == ["founded"]


def test_helplines_are_those_of_the_place_and_around_it(questions: Questions) -> None:
    """A country is shown its own services first, then those of the world; the world only those."""
    assert [each.id for each in questions.helplines("readers", "ken")] == ["kenya", "directory"]
    assert [each.id for each in questions.helplines("readers", "world")] == ["directory"]


def test_each_question_is_noted_once(publication: Publication) -> None:
    """The trace holds every question asked, also one that found nothing."""
    trace = Trace()
    questions = Questions(publication, trace)
    questions.fact("reports-2023")
    questions.fact("reports-2023")
    assert questions.fact("nothing") is None
    questions.rows("reports", {"place": ("world", "ken")})
    questions.sections("readers", "ken", "en")
    assert list(trace) == [
        'fact("reports-2023")',
        'fact("nothing")',
        'rows("reports", {"place": ["ken", "world"]})',
        'sections("readers", "ken", "en")',
    ]


def test_names_are_listed_and_not_noted(publication: Publication) -> None:
    """The names for a hint leave no trace: they never reach a page."""
    trace = Trace()
    questions = Questions(publication, trace)
    assert questions.names("source") == ("hotline", "ours")
    assert questions.names("series") == ("reports",)
    assert len(trace) == 0
