"""Charts of the edition's own place."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.figures import possible
from briefing.locale import Locale
from briefing.publication import Publication, Questions, Trace
from tests.figures.charts import drawn_for, read, yearly
from tests.figures.test_dots import PLACES, rows

OWN = 'x = "period"\n[rows]\nplace = ["@place"]\n'
CHANGE = '[headline]\nsay = "change"\nsubject = "Reports"\nstart = "2021"\nend = "2022"\n'
TEXT = "[headline]\ntext = 'Reports: ROW(2021)'\n"
COLUMNS = 'kind = "columns"\n' + OWN + CHANGE
TWO = rows(2021, 300, 20) + rows(2022, 900, 30)


def publication(folder: Path, data: str = TWO, chart: str = COLUMNS) -> Publication:
    """A publication with the chart and some countries."""
    return read(folder, chart, data, **{"data/places.csv": PLACES})


@pytest.mark.parametrize(("place", "values"), [("ken", [300, 900]), ("uga", [20, 30])])
def test_a_chart_shows_the_rows_of_the_editions_place(
    tmp_path: Path, place: str, values: list[int]
) -> None:
    """The same file, another country."""
    figure = drawn_for(publication(tmp_path), place)
    assert [point.value for point in figure.chart.lines[0].points] == values
    assert {row[2] for row in figure.table.rows} == {place}
    assert f"from {values[0]} in 2021" in figure.headline


def test_the_trace_holds_the_id_and_not_the_word(tmp_path: Path) -> None:
    """So that another country's rows rebuild nothing."""
    trace = Trace()
    drawn_for(publication(tmp_path / "one"), "ken", trace)
    assert 'rows("try", {"place": ["ken"]})' in trace
    other = publication(tmp_path / "two", TWO.replace(",30,", ",31,"))
    assert trace.changed(other) == ()


def test_other_charts_ask_nothing_about_places(tmp_path: Path) -> None:
    """Countries may come and go: what does not depend on them stays as it is."""
    trace = Trace()
    made = publication(tmp_path, yearly(1, 2, first=2021), COLUMNS.replace("@place", "world"))
    drawn_for(made, "ken", trace)
    assert not [question for question in trace if question.startswith(("members", "home"))]
    assert possible(Questions(made), Locale("en"), made.charts["try"], "ken")


POSSIBLE = {
    "two numbers": (TWO, COLUMNS, True),
    "one number": (rows(2021, "", 5) + rows(2022, 900), COLUMNS, False),
    "no rows": (rows(2021, "", 20) + rows(2022, "", 30), COLUMNS, False),
    "small": (rows(2021, "under") + rows(2022, 900), COLUMNS, False),
    "another year than the headline's": (
        rows(2020, 300, 20) + rows(2022, 900, 30) + rows(2021, "", 30),
        COLUMNS,
        False,
    ),
    "a row of the headline": (TWO, COLUMNS.replace(CHANGE, TEXT), True),
    "three for a slope": (
        TWO + rows(2023, 5, 6),
        COLUMNS.replace('"columns"', '"slope"\nsplit = "place"'),
        False,
    ),
}


@pytest.mark.parametrize("case", POSSIBLE)
def test_possible(tmp_path: Path, case: str) -> None:
    """Two numbers at least, those that the headline names among them, and what the kind needs."""
    data, chart, wanted = POSSIBLE[case]
    made = publication(tmp_path, data, chart)
    assert possible(Questions(made), Locale("en"), made.charts["try"], "ken") is wanted


def test_rows_of_an_authors_headline_must_be_there(tmp_path: Path) -> None:
    """A sentence with a hole for a number is not possible."""
    text = "[headline]\ntext = 'Reports: {{ row(\"2020\") }}'\n"
    made = publication(tmp_path, TWO + rows(2020, "", 7), COLUMNS.replace(CHANGE, text))
    questions, spec = Questions(made), made.charts["try"]
    assert not possible(questions, Locale("en"), spec, "ken")
    assert possible(questions, Locale("en"), spec, "uga")
