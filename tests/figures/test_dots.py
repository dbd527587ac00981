"""A place among the countries of its region: what is drawn, said and attached."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.diagnostics import ComposeError, PublicationError
from briefing.document import Figure, plain_text
from briefing.figures import possible
from briefing.locale import Locale
from briefing.publication import Publication, Questions, Trace
from tests.figures.charts import drawn_for, read

PLACES = """\
id,name,in_text,kind,region,edition
world,World,the world,world,,yes
africa,Africa,,region,world,yes
east,Eastern Africa,,region,africa,yes
west,The West,the West,region,africa,yes
ken,Kenya,,country,east,yes
uga,Uganda,,country,east,yes
tza,Tanzania,,country,east,yes
gmb,Gambia,the Gambia,country,east,yes
rwa,Rwanda,,country,east,yes
bdi,Burundi,,country,east,yes
gha,Ghana,,country,west,yes
open-sea,Open sea,,other,east,no
"""
MEDIAN = '[headline]\nsay = "median"\nsubject = "reports"\n'
DOTS = 'kind = "dots"\n[rows]\nplace = ["@region"]\n' + MEDIAN
NAMES = ("ken", "uga", "tza", "gmb", "rwa", "bdi")
OTHERS = ("Uganda", "Tanzania", "Gambia", "Rwanda", "Burundi", "uga", "tza", "gmb", "rwa", "bdi")


def rows(year: int, *values: object, source: str = "ncmec") -> str:
    """A row for each country of the east; an empty text is a hole, "under" a suppressed count."""
    out = ""
    for name, value in zip(NAMES, values, strict=False):
        value, qualifier = (10, "under") if value == "under" else (value, "")
        out += f"reports,{year},{name},,{value},{qualifier},{source},high,secret of {name}\n"
    return out


TWO_YEARS = rows(2021, 300, 20, 4000, 50000, "under", 700) + rows(
    2022, 900, 30, 4000, 1200000, 70, 800
)


def publication(folder: Path, data: str = TWO_YEARS, chart: str = DOTS) -> Publication:
    """A publication with the chart and the countries above."""
    return read(folder, chart, data, **{"data/places.csv": PLACES})


def made(folder: Path, place: str = "ken", data: str = TWO_YEARS, chart: str = DOTS) -> Figure:
    """The figure in the edition of a place."""
    return drawn_for(publication(folder, data, chart), place)


def can_show(folder: Path, place: str, data: str = TWO_YEARS, chart: str = DOTS) -> bool:
    """What ``possible`` says."""
    found = publication(folder, data, chart)
    return possible(Questions(found), Locale("en"), found.charts["try"], place)


def test_a_strip_for_each_period(tmp_path: Path) -> None:
    """In order of time, each with a dot for each country that has a number, on one scale."""
    chart = made(tmp_path).chart
    assert chart.kind == "dots"
    assert [line.name for line in chart.lines] == ["2021", "2022"]
    values = [[point.value for point in line.points] for line in chart.lines]
    assert values == [[20, 300, 700, 4000, 50000], [30, 70, 800, 900, 4000, 1200000]]
    xs = [point.x for point in chart.lines[0].points]
    assert xs == pytest.approx([1.30103, 2.47712, 2.845098, 3.60206, 4.69897])


def test_only_the_place_of_the_edition_is_named(tmp_path: Path) -> None:
    """In the chart, its words and its data: the others have no name, id, label or note."""
    figure = made(tmp_path)
    named = [(it.label, it.text) for line in figure.chart.lines for it in line.points if it.label]
    assert named == [("Kenya", "300"), ("Kenya", "900")]
    marked = [
        point.label for line in figure.chart.lines for point in line.points if point.highlight
    ]
    assert marked == ["Kenya", "Kenya"]
    told = repr((figure.chart, figure.headline, figure.subtitle, figure.alt, figure.table))
    assert not [name for name in OTHERS if f"'{name}'" in told or f" {name}" in told]


def test_others_are_rows_without_a_place(tmp_path: Path) -> None:
    """The place's own row, the others in the order of their values, the median."""
    table = made(tmp_path).table
    place, value, note = (table.columns.index(name) for name in ("place", "value", "note"))
    other = "another country of the region"
    first = [(row[place], row[value]) for row in table.rows[:6]]
    assert first == [
        ("ken", 300),
        (other, 20),
        (other, 700),
        (other, 4000),
        (other, 50000),
        ("median of the countries", 700),
    ]
    assert table.rows[0][note] == "secret of ken"
    said = "our calculation, to two figures; countries drawn: 5, not drawn: 1"
    assert table.rows[5][note] == said


def test_tenfold_steps_are_labelled_in_full(tmp_path: Path) -> None:
    """Plain numbers, and words that say what a step is."""
    chart = made(tmp_path).chart
    assert [(label.x, label.text) for label in chart.axis] == [
        (1, "10"),
        (2, "100"),
        (3, "1,000"),
        (4, "10,000"),
        (5, "100,000"),
        (6, "1\u00a0million"),
        (7, "10\u00a0million"),
    ]
    assert chart.axis_words == "Each dot is a country; each step is ten times the one before."


def test_values_of_one_size_stand_on_equal_steps(tmp_path: Path) -> None:
    """From zero, as lengths are compared then; shares always."""
    chart = made(tmp_path, data=rows(2022, 12, 20, 25, 30, 41)).chart
    assert [label.text for label in chart.axis] == ["0", "10", "20", "30", "40", "50"]
    assert chart.axis_words == "Each dot is a country."
    assert [point.x for point in chart.lines[0].points] == [12, 20, 25, 30, 41]
    shares = rows(2022, 1, 20, 25, 30, 90).replace("reports,", "tools,")
    assert made(tmp_path, data=shares).chart.axis[-1].text == "100%"


HEADLINES: dict[tuple[int, ...], str] = {
    (900, 30, 4000, 1200000, 70): "900 reports in 2022, about the same as the median of Eastern"
    " Africa (900)",
    (908, 30, 4000, 900, 70): "908 reports in 2022, about the same as the median of Eastern Africa"
    " (900)",
    (950, 30, 4000, 900, 70): "950 reports in 2022, above the median of Eastern Africa (900)",
    (40, 30, 4000, 900, 70): "40 reports in 2022, below the median of Eastern Africa (70)",
    (
        2600000,
        30,
        70,
        80,
        90,
    ): "2.6\u00a0million reports in 2022, above the median of Eastern Africa (80)",
}


@pytest.mark.parametrize("values", HEADLINES)
def test_headlines_are_true(tmp_path: Path, values: tuple[int, ...]) -> None:
    """Above, below or about the same as the median of the latest period; never a rank."""
    assert made(tmp_path, data=rows(2022, *values)).headline == f"Kenya: {HEADLINES[values]}"


def test_names_stand_in_sentences_as_they_are_said(tmp_path: Path) -> None:
    """At the head as a name, in the line below with its article."""
    figure = made(tmp_path, "gmb")
    assert figure.headline.startswith("Gambia: ")
    assert figure.subtitle == (
        "CyberTipline reports received by NCMEC, the Gambia among the countries of Eastern Africa,"
        " 2021–2022"
    )


def test_the_edition_of_a_region_marks_none(tmp_path: Path) -> None:
    """All countries in it at any depth, and the median."""
    more = "reports,2021,gha,,1,,ncmec,high,\nreports,2022,gha,,5,,ncmec,high,\n"
    figure = made(tmp_path, "africa", TWO_YEARS + more)
    points = figure.chart.lines[1].points
    assert len(points) == 7
    assert {(point.label, point.text, point.highlight) for point in points} == {("", "", False)}
    assert figure.headline == "Countries of Africa: a median of 800 reports in 2022"
    assert "countries of Africa" in figure.subtitle
    assert {row[2] for row in figure.table.rows} == {
        "a country of the region",
        "median of the countries",
    }


def test_small_and_unknown_values_are_not_drawn(tmp_path: Path) -> None:
    """Nor do they enter the median or the data; a limit is no number."""
    data = rows(2022, 300, 20, 30, 40, 50, "under")
    data += "reports,2022,gha,,60,up-to,ncmec,high,\n"
    figure = made(tmp_path, "africa", data)
    assert [point.value for point in figure.chart.lines[0].points] == [20, 30, 40, 50, 300]
    assert [row[4] for row in figure.table.rows] == [20, 30, 40, 50, 300, 40]
    assert figure.headline.endswith("a median of 40 reports in 2022")


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    """In the note, in words; a single strip needs no period."""
    figure = made(tmp_path)
    sentence = "Not drawn, as the number is not known or too small to be given: 2021, one country."
    assert sentence in plain_text(figure.note)
    assert sentence in figure.alt
    one = made(tmp_path, data=rows(2022, 300, 20, 30, 40, 50, "under"))
    assert "too small to be given: one country." in plain_text(one.note)
    none = made(tmp_path, data=rows(2022, 300, 20, 30, 40, 50))
    assert "Not drawn" not in plain_text(none.note)
    assert plain_text(none.note) == (
        "Source: NCMEC.[1] Median: our calculation from the values drawn, to two figures."
        " Reports are not children."
    )


def test_alt_text_reads_the_place_and_the_medians(tmp_path: Path) -> None:
    """Every value of the place, a suppressed one in words, and what is missing."""
    data = rows(2020, "under", 20, 30, 40, 50, 60) + rows(2021, "", 20, 30, 40, 50, 60)
    figure = made(tmp_path, data=data + rows(2022, 300, 20, 30, 40, 50, 60))
    assert figure.alt == (
        "Strips of dots: CyberTipline reports received by NCMEC, Kenya among the countries of"
        " Eastern Africa, 2020–2022. Kenya: 300 reports in 2022, above the median of Eastern"
        " Africa (45). Kenya: 2020, fewer than 10; 2022, 300. Kenya, no figure for 2021. Median of"
        " the countries: 2020, 40; 2021, 40; 2022, 45. Not drawn, as the number is not known or"
        " too small to be given: 2020, one country; 2021, one country."
    )


MEDIANS: dict[tuple[int, ...], str] = {
    (12, 20, 25, 30, 41): "median 25: as many countries lie below as above",
    (12, 20, 25, 30, 41, 50): "median 28: as many countries lie below as above",
    (12, 25, 25, 30, 41): "median 25: the value in the middle",
}


@pytest.mark.parametrize("values", MEDIANS)
def test_medians_say_what_is_true(tmp_path: Path, values: tuple[int, ...]) -> None:
    """Where several countries have the median, not as many lie below as above."""
    (line,) = made(tmp_path, data=rows(2022, *values)).chart.lines
    assert line.median is not None
    assert line.median.text == MEDIANS[values]


def test_doubtful_values_have_a_dagger(tmp_path: Path) -> None:
    """At the place's value; another's is told by its point, which has no words."""
    figure = made(tmp_path, data=rows(2022, 12, 20, 25, 30, 41, source="press"))
    points = figure.chart.lines[0].points
    assert all(point.doubtful for point in points)
    assert [point.text for point in points if point.highlight] == ["12†"]
    assert figure.alt.endswith("A dagger marks a value still to be checked against its original.")


def test_a_headline_of_the_authors(tmp_path: Path) -> None:
    """It takes the place's values with row(); where none is marked there is nothing to take."""
    chart = DOTS.replace(MEDIAN, '[headline]\ntext = "Kenya had ROW(2022)"\n')
    assert made(tmp_path, chart=chart).headline == "Kenya had 900"
    with pytest.raises(ComposeError, match="no country is marked"):
        made(tmp_path, "east", chart=chart)


POSSIBLE = {
    "enough": ("ken", TWO_YEARS, True),
    "a region": ("africa", TWO_YEARS, True),
    "four countries": ("ken", rows(2022, 1, 2, 3, 4), False),
    "four in one year": ("ken", rows(2021, 1, 2, 3, 4, 5) + rows(2022, 1, 2, 3, 4), False),
    "no number of its own": ("ken", rows(2022, "", 2, 3, 4, 5, 6), False),
    "too small a number of its own": ("ken", rows(2022, "under", 2, 3, 4, 5, 6), False),
    "none in its first year": (
        "ken",
        rows(2021, "", 2, 3, 4, 5, 6) + rows(2022, 1, 2, 3, 4, 5),
        True,
    ),
    "no row": ("ken", "reports,2022,world,,9,,ncmec,high,\n", False),
}


@pytest.mark.parametrize("case", POSSIBLE)
def test_possible(tmp_path: Path, case: str) -> None:
    """A chart is possible exactly where it can be made."""
    place, data, wanted = POSSIBLE[case]
    assert can_show(tmp_path, place, data) is wanted
    if wanted:
        assert made(tmp_path, place, data).chart.lines
    else:
        with pytest.raises(ComposeError):
            made(tmp_path, place, data)


def test_two_rows_of_one_country(tmp_path: Path) -> None:
    """Which of them is meant is the author's to say, whatever the edition."""
    data = TWO_YEARS + "reports,2022,ken,of a group,5,,ncmec,high,\n"
    with pytest.raises(ComposeError, match="two rows"):
        made(tmp_path, data=data)


def test_the_trace_names_the_rows_asked_for(tmp_path: Path) -> None:
    """A row of another region changes nothing, one of a neighbour does, and so does a new one."""
    trace = Trace()
    drawn_for(publication(tmp_path / "one"), "ken", trace)
    asked = [question for question in trace if question.startswith("rows(")]
    assert asked == [
        'rows("try", {"place": ["bdi", "gmb", "ken", "rwa", "tza", "uga"]})',
    ]
    far = TWO_YEARS + "reports,2022,gha,,5,,ncmec,high,\n"
    assert trace.changed(publication(tmp_path / "two", far)) == ()
    near = TWO_YEARS.replace(",1200000,", ",1200001,")
    assert trace.changed(publication(tmp_path / "three", near)) == tuple(asked)


LOADING_ERRORS = {
    "no region": (DOTS.replace('[rows]\nplace = ["@region"]\n', ""), "dots show the countries"),
    "an id beside": (DOTS.replace('"@region"', '"@region", "ken"'), '"@region" stands alone'),
    "the place alone": (DOTS.replace("@region", "@place"), "dots show the countries around"),
    "another word": (DOTS.replace("@region", "@continent"), 'unknown place "@continent"'),
    "an axis": ('x = "period"\n' + DOTS, '"x" does not fit'),
    "labels": (DOTS + '[labels]\nken = "Kenya"\n', '"labels" does not fit'),
    "a headline of change": (
        DOTS.replace('"median"', '"largest"'),
        'a chart of kind dots has no headline of "largest"',
    ),
    "named countries": (
        DOTS.replace('"dots"', '"bars"\nx = "place"').replace('"median"', '"largest"'),
        'a chart of kind "bars" would name the countries of a region',
    ),
    "a median of bars": (
        DOTS.replace('"dots"', '"bars"\nx = "period"').replace("@region", "@place"),
        'a chart of kind bars has no headline of "median"',
    ),
    "a period that is not there": (
        DOTS.replace('["@region"]\n', '["@region"]\nperiod = ["2007"]\n'),
        'no row of series "try" has the period "2007"',
    ),
}


@pytest.mark.parametrize("case", LOADING_ERRORS)
def test_keys_that_do_not_fit(tmp_path: Path, case: str) -> None:
    """What a chart of places cannot use is told when its file is read."""
    chart, message = LOADING_ERRORS[case]
    with pytest.raises(PublicationError) as caught:
        publication(tmp_path, chart=chart)
    assert any(message in problem.message for problem in caught.value.problems)


def test_a_median_names_no_count(tmp_path: Path) -> None:
    """It is printed to two figures: the middle one of five counts is a country's own."""
    values = (128, 1234, 70155, 907654, 1234567)
    (line,) = made(tmp_path, data=rows(2022, *values)).chart.lines
    assert line.median is not None
    assert line.median.text.startswith("median 70,000:")
