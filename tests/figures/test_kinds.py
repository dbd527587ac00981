"""Charts that set lines side by side, squares of a hundred, and chronologies."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.diagnostics import ComposeError, PublicationError
from briefing.document import Figure
from tests.figures.charts import CHANGE, draw

ONE_LINE = CHANGE + 'line = "{line}"\n'
TWO_YEARS = """\
reports,2019,world,slow,5,,ncmec,high,
reports,2023,world,slow,9,,ncmec,high,
reports,2019,world,quick,2,,ncmec,high,
reports,2023,world,quick,1,,press,high,
"""
SIDE_BY_SIDE = 'x = "period"\nsplit = "group"\nhighlight = ["quick"]\n'
SHARES = """\
tools,2021,world,hash,87,,ei,high,
tools,2021,world,grooming,37,,ei,high,
"""
SPAN = '[headline]\nsay = "span"\nsubject = "new laws"\n'
EVENTS = """\
id,date,place,event,source,confidence,audiences,short
late,2024-05-07,ken,A law is signed.,iwf,high,government,Law signed
early,2021-07-14,world,A treaty opens.,press,high,government,Treaty opens
later,2025,ken,A duty begins.,iwf,high,government,Duty begins
plain,2025,ken,Nothing short.,iwf,high,government,
"""


def side_by_side(folder: Path, kind: str, rows: str = TWO_YEARS) -> Figure:
    """A chart of two groups over two years."""
    return draw(folder, f'kind = "{kind}"\n' + SIDE_BY_SIDE + ONE_LINE.format(line="slow"), rows)


@pytest.mark.parametrize("kind", ["pairs", "slope", "panels"])
def test_lines_side_by_side(tmp_path: Path, kind: str) -> None:
    """Lines stand in the file's order with the same x, the chosen one highlighted."""
    figure = side_by_side(tmp_path, kind)
    assert figure.chart.kind == kind
    assert [line.name for line in figure.chart.lines] == ["Slow", "Quick"]
    assert [line.highlight for line in figure.chart.lines] == [False, True]
    drawn = [[(point.label, point.text) for point in line.points] for line in figure.chart.lines]
    assert drawn == [[("2019", "5"), ("2023", "9")], [("2019", "2"), ("2023", "1†")]]
    assert figure.headline == "Reports (Slow) rose from 5 in 2019 to 9 in 2023"
    assert "Slow: 2019, 5; 2023, 9. Quick: 2019, 2; 2023, 1." in figure.alt


@pytest.mark.parametrize("column", ["place", "group"])
def test_places_and_companies_side_by_side_are_not_ranked(tmp_path: Path, column: str) -> None:
    """Lines of places stand in alphabetical order, and so do those of companies."""
    names = ("world", "ken") if column == "place" else ("Zeta", "Alpha")
    rows = ""
    for name in names:
        place, group = (name, "") if column == "place" else ("world", name)
        rows += f"reports,2019,{place},{group},5,,ncmec,high,\n"
        rows += f"reports,2023,{place},{group},9,,ncmec,high,\n"
    series = "reports-by-provider"
    chart = f'kind = "slope"\nx = "period"\nsplit = "{column}"\n'
    made = draw(
        tmp_path,
        chart + ONE_LINE.format(line=names[0]),
        rows,
        **{
            "data/charts/try.toml": f'series = "{series}"\n{chart}'
            + ONE_LINE.format(line=names[0]),
            f"data/series/{series}.csv": "measure,period,place,group,value,qualifier,source,"
            f"confidence,note\n{rows}",
        },
    )
    drawn = [line.name for line in made.chart.lines]
    assert drawn == sorted(drawn)


def test_squares_of_a_hundred(tmp_path: Path) -> None:
    """Shares stand beside each other, each of a hundred."""
    head = "[headline]\ntext = 'Images: ROW(hash), grooming: ROW(grooming)'\n"
    figure = draw(tmp_path, 'kind = "waffle"\nx = "group"\n' + head, SHARES)
    assert figure.chart.whole == 100
    assert [point.value for point in figure.chart.lines[0].points] == [87, 37]
    assert "Values: Hash, 87%; Grooming, 37%." in figure.alt


def test_row_of_another_line(tmp_path: Path) -> None:
    """A headline may take a value of any line."""
    head = "[headline]\nline = \"slow\"\ntext = 'Slow ROW(2023), quick ROW(2023,quick)'\n"
    figure = draw(tmp_path, 'kind = "pairs"\n' + SIDE_BY_SIDE + head, TWO_YEARS)
    assert figure.headline == "Slow 9, quick 1"


def chronology(folder: Path, chart: str) -> Figure:
    """A chronology of the events above, with the keys of ``chart``."""
    files = {"data/chronology.csv": EVENTS, "data/charts/try.toml": 'kind = "chronology"\n' + chart}
    return draw(folder, "", SHARES, **files)


def test_chronology(tmp_path: Path) -> None:
    """Events stand on the lane of their place, in time, with date and short words."""
    chart = 'events = ["late", "early", "later"]\nhighlight = ["late"]\n' + SPAN
    figure = chronology(tmp_path, chart)
    lanes = {
        line.name: [(point.label, point.text, point.highlight) for point in line.points]
        for line in figure.chart.lines
    }
    assert lanes == {
        "Kenya": [("7\u00a0May 2024", "Law signed", True), ("2025", "Duty begins", False)],
        "World": [("14\u00a0July 2021", "Treaty opens†", False)],
    }
    assert [(label.x, label.text) for label in figure.chart.axis] == [
        (float(year), str(year)) for year in range(2021, 2026)
    ]
    assert figure.headline == "Three new laws, July 2021 to 2025"
    assert figure.subtitle == "Events by place, 14\u00a0July 2021 to 2025"
    assert "Kenya: 7\u00a0May 2024, Law signed; 2025, Duty begins." in figure.alt
    assert figure.alt.endswith("A dagger marks a value still to be checked against its original.")
    assert [row[0] for row in figure.table.rows] == ["early", "late", "later"]
    assert figure.sources == ("press", "iwf")


def test_chronology_in_the_authors_words(tmp_path: Path) -> None:
    """A headline of the author's takes the date of an event by its id."""
    chart = 'events = ["late"]\n[headline]\ntext = "The law came on ROW(late)"\n'
    assert chronology(tmp_path, chart).headline == "The law came on 7\u00a0May 2024"


ERRORS = {
    "three moments": (
        'kind = "slope"\n' + SIDE_BY_SIDE + ONE_LINE.format(line="slow"),
        TWO_YEARS + "reports,2024,world,slow,5,,ncmec,high,\n",
        '3 values of "period", where a chart of this kind takes two',
    ),
    "not the same moments": (
        'kind = "pairs"\n' + SIDE_BY_SIDE + ONE_LINE.format(line="slow"),
        TWO_YEARS.replace("reports,2023,world,quick", "reports,2022,world,quick"),
        '"Quick" has not the same "period" as the others',
    ),
    "one panel": (
        'kind = "panels"\nx = "period"\nsplit = "group"\n' + ONE_LINE.format(line="slow"),
        "".join(line + "\n" for line in TWO_YEARS.splitlines() if "slow" in line),
        "1 lines, where panels take 2 to 12",
    ),
    "a slope of groups": (
        'kind = "slope"\nx = "group"\nsplit = "period"\n'
        '[headline]\nsay = "compare"\nsubject = "a"\nstart = "slow"\nend = "quick"\n',
        TWO_YEARS,
        'a slope needs x = "period"',
    ),
    "counts in squares": (
        'kind = "waffle"\nx = "period"\n' + CHANGE,
        TWO_YEARS.split("reports,2019,world,quick")[0],
        "squares of a hundred need a measure in percent",
    ),
    "many squares": (
        'kind = "waffle"\nx = "group"\n[headline]\nsay = "largest"\nsubject = "a"\n',
        "".join(f"tools,2021,world,g{n},{n},,ei,high,\n" for n in range(1, 6)),
        "more than 4 values",
    ),
}


@pytest.mark.parametrize("case", ERRORS)
def test_rows_that_do_not_fit(tmp_path: Path, case: str) -> None:
    """Rows that cannot be drawn as their kind are an error of the chart's file, with a remedy."""
    chart, rows, message = ERRORS[case]
    with pytest.raises(ComposeError) as caught:
        draw(tmp_path, chart, rows)
    (problem,) = caught.value.problems
    assert problem.message == message
    assert problem.hint
    assert str(problem.where).startswith("data/charts/try.toml")


CHRONOLOGY_ERRORS = {
    "no words": (
        'events = ["plain"]\n' + SPAN,
        'the event "plain" has no short words for a chart',
    ),
    "too many": (
        "events = [" + ", ".join(f'"e{n}"' for n in range(9)) + "]\n" + SPAN,
        "9 events",
    ),
    "a typed number in the subject": (
        'events = ["late"]\n' + SPAN.replace("new laws", "of 12 laws"),
        '"12" in "of 12 laws" is of no event',
    ),
    "another event": (
        'events = ["late"]\n[headline]\ntext = "On ROW(early)"\n',
        'the headline names the event "early", which is not drawn',
    ),
    "a typed number": (
        'events = ["late"]\n[headline]\ntext = "3 laws"\n',
        '"3" in the headline is no value of row()',
    ),
}


@pytest.mark.parametrize("case", CHRONOLOGY_ERRORS)
def test_chronology_refused(tmp_path: Path, case: str) -> None:
    """A chronology that cannot be drawn, or would say what is not there, is an error."""
    chart, message = CHRONOLOGY_ERRORS[case]
    row = "e{n},2024-0{m},ken,An event.,iwf,high,government,Event\n"
    more = "".join(row.format(n=n, m=n + 1) for n in range(9))
    files = {
        "data/chronology.csv": EVENTS + more,
        "data/charts/try.toml": 'kind = "chronology"\n' + chart,
    }
    with pytest.raises(ComposeError) as caught:
        draw(tmp_path, "", SHARES, **files)
    assert caught.value.problems[0].message == message


LOADING_ERRORS = {
    "no series": ('kind = "bars"\nx = "group"\n', 'missing key "series"'),
    "no split": ('kind = "pairs"\nseries = "try"\nx = "group"\n', 'missing key "split"'),
    "no events": ('kind = "chronology"\n', 'missing key "events"'),
    "events of rows": (
        'kind = "bars"\nseries = "try"\nx = "group"\nevents = ["late"]\n',
        '"events" does not fit',
    ),
    "rows of events": (
        'kind = "chronology"\nevents = ["late"]\nx = "group"\n',
        '"x" does not fit',
    ),
    "a headline of rows": (
        'kind = "chronology"\nevents = ["late"]\n' + SPAN.replace("span", "largest"),
        'a chart of kind chronology has no headline of "largest"',
    ),
    "a headline of events": (
        'kind = "bars"\nseries = "try"\nx = "group"\n',
        'a chart of kind bars has no headline of "span"',
    ),
    "unknown event": ('kind = "chronology"\nevents = ["lat"]\n', 'unknown event "lat"'),
}


@pytest.mark.parametrize("case", LOADING_ERRORS)
def test_keys_that_do_not_fit(tmp_path: Path, case: str) -> None:
    """Keys that a kind of chart needs or cannot use are told when the file is read."""
    chart, message = LOADING_ERRORS[case]
    headline = "" if "[headline]" in chart else SPAN
    files = {"data/chronology.csv": EVENTS, "data/charts/try.toml": chart + headline}
    with pytest.raises(PublicationError) as caught:
        draw(tmp_path, "", SHARES, **files)
    assert message in [problem.message for problem in caught.value.problems]
