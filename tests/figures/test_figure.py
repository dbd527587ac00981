"""Chart data, data table, subtitle, alternative text and note."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.diagnostics import ComposeError
from briefing.document import Figure, plain_text
from tests.compose.files import FILES
from tests.figures.charts import CHANGE, draw, yearly

COLUMNS = 'kind = "columns"\nx = "period"\n'
LARGEST = '[headline]\nsay = "largest"\nsubject = "Reports"\n'
TOOLS = "tools,2021,world,hash,87,,ei,high,\ntools,2021,world,grooming,37,,ei,high,\n"
PLACES = "".join(
    f"reports,{year},{place},,{value},,ncmec,high,\n"
    for place, value in (("nld", 7), ("ken", 3), ("africa", 12))
    for year in (2021, 2022)
)


def texts(figure: Figure, line: int = 0) -> list[str]:
    """The labels at the marks of a line."""
    return [point.text for point in figure.chart.lines[line].points]


def test_periods_are_decimal_years(tmp_path: Path) -> None:
    """Periods stand in order of time, at their decimal years."""
    rows = "".join(
        f"reports,{period},world,,{value},,ncmec,high,\n"
        for period, value in (("2025-H1", 3), ("2024-H1", 1), ("2024-H2", 2))
    )
    points = draw(tmp_path, COLUMNS + LARGEST, rows).chart.lines[0].points
    assert [point.x for point in points] == [2024.25, 2024.75, 2025.25]
    assert points[0].label == "First half of 2024"


def test_categories_stand_in_the_files_order(tmp_path: Path) -> None:
    """Categories count from 0 in the order of the file, with their printed words."""
    chart = 'kind = "bars"\nx = "group"\n[labels]\nhash = "Match images"\n' + LARGEST
    figure = draw(tmp_path, chart, TOOLS)
    points = figure.chart.lines[0].points
    assert [(point.x, point.label, point.text) for point in points] == [
        (0.0, "Match images", "87%"),
        (1.0, "Grooming", "37%"),
    ]
    assert figure.chart.whole == 100


@pytest.mark.parametrize("kind", ["columns", "line"])
def test_whole_is_for_percent_bars(tmp_path: Path, kind: str) -> None:
    """Only bars of percentages stand on a track."""
    chart = f'kind = "{kind}"\nx = "period"\n' + LARGEST
    assert draw(tmp_path, chart, yearly(1, 2, measure="tools")).chart.whole is None


def test_places_stand_in_alphabetical_order(tmp_path: Path) -> None:
    """Places are sorted by printed name, never by value, whatever the order of the file."""
    chart = 'kind = "bars"\nx = "place"\n[rows]\nperiod = ["2022"]\n'
    chart += "[headline]\ntext = 'Reports'\n"
    points = draw(tmp_path, chart, PLACES).chart.lines[0].points
    assert [point.label for point in points] == ["Africa", "Kenya", "Netherlands"]


def test_companies_stand_in_alphabetical_order(tmp_path: Path) -> None:
    """The groups of a series by provider are companies, and sorted by name."""
    chart = 'kind = "bars"\nx = "group"\n[headline]\ntext = "Reports"\n'
    rows = TOOLS.replace("hash", "Zeta").replace("grooming", "alpha")
    changes = {
        "data/charts/try.toml": 'series = "by-provider"\n' + chart,
        "data/series/by-provider.csv": FILES["data/series/tools.csv"].split("\n")[0] + "\n" + rows,
    }
    points = draw(tmp_path, chart, rows, **changes).chart.lines[0].points
    assert [point.label for point in points] == ["Alpha", "Zeta"]


def test_lines(tmp_path: Path) -> None:
    """A split makes lines, sorted and named directly; one may be highlighted."""
    chart = 'kind = "line"\nx = "period"\nsplit = "place"\nhighlight = ["ken"]\n'
    lines = draw(tmp_path, chart + LARGEST + 'line = "ken"\n', PLACES).chart.lines
    assert [(line.name, line.highlight) for line in lines] == [
        ("Africa", False),
        ("Kenya", True),
        ("Netherlands", False),
    ]


def test_highlight_of_columns(tmp_path: Path) -> None:
    """Columns are highlighted by their x."""
    figure = draw(tmp_path, COLUMNS + 'highlight = ["2020"]\n' + LARGEST, yearly(1, 2))
    assert [point.highlight for point in figure.chart.lines[0].points] == [False, True]


def test_holes(tmp_path: Path) -> None:
    """A row without a value stays on the axis as a hole."""
    figure = draw(tmp_path, COLUMNS + LARGEST, yearly(1, "", 3))
    assert [point.value for point in figure.chart.lines[0].points] == [1, None, 3]
    assert texts(figure) == ["1", "", "3"]
    assert "No figure for 2020." in figure.alt


def test_small_count(tmp_path: Path) -> None:
    """A suppressed count is said in words; nothing is drawn for it or computed from it."""
    rows = yearly(20, 10, 30).replace("10,,ncmec", "10,under,ncmec")
    figure = draw(tmp_path, COLUMNS + LARGEST, rows)
    assert [point.value for point in figure.chart.lines[0].points] == [20, None, 30]
    assert texts(figure)[1] == "fewer than 10"
    assert "2020, fewer than 10" in figure.alt


def test_doubtful_points(tmp_path: Path) -> None:
    """A low confidence or an original not seen puts a dagger after the value."""
    rows = yearly(1, 2, 3).replace("2,,ncmec,high", "2,,ncmec,low").replace("3,,ncmec", "3,,press")
    figure = draw(tmp_path, COLUMNS + LARGEST, rows)
    assert texts(figure) == ["1", "2†", "3†"]
    assert [point.doubtful for point in figure.chart.lines[0].points] == [False, True, True]
    assert plain_text(figure.note).startswith("Sources: A newspaper,[1†] NCMEC.[2†] ")
    assert "dagger" in figure.alt


@pytest.mark.parametrize(
    ("values", "labels"),
    [
        ((16_987_361, 36_210_368), ["17.0", "36.2"]),
        ((4_560, 36_210_368), ["<0.1", "36.2"]),
        ((17_000_000, 36_000_000), ["17", "36"]),
        ((12_345_678, 105_653_162), ["12", "106"]),
    ],
)
def test_scale(tmp_path: Path, values: tuple[int, int], labels: list[str]) -> None:
    """Scaled labels have the same places, and no more than they can bear."""
    figure = draw(tmp_path, COLUMNS + 'scale = "million"\n' + LARGEST, yearly(*values))
    assert texts(figure) == labels


def test_columns_apart(tmp_path: Path) -> None:
    """A column of another measure or of half a year is drawn apart; the alt text says of what."""
    rows = yearly(1, 2) + yearly(3, first=2021, measure="incidents")
    rows += yearly(4, first=2022).replace("2022", "2022-H1")
    measures = FILES["data/measures.csv"] + "incidents,Incidents in reports,count,Cases.,,\n"
    made = draw(tmp_path, COLUMNS + LARGEST, rows, **{"data/measures.csv": measures})
    assert [point.apart for point in made.chart.lines[0].points] == [False, False, True, True]
    assert "2021 is drawn apart: Incidents in reports." in made.alt
    assert "First half of 2022 is drawn apart: CyberTipline reports" in made.alt


def test_data_table(tmp_path: Path) -> None:
    """The data table holds unformatted values, and all that leads back to their source."""
    rows = yearly(16_987_361, "").replace("high,\n", "high,first\n", 1)
    table = draw(tmp_path, COLUMNS + 'scale = "million"\n' + LARGEST, rows).table
    assert dict(zip(table.columns, table.rows[0], strict=True)) == {
        "measure": "reports",
        "period": "2019",
        "place": "world",
        "group": "",
        "value": 16_987_361,
        "unit": "count",
        "qualifier": "",
        "source": "ncmec",
        "confidence": "high",
        "note": "first",
        "publisher": "NCMEC",
        "url": "https://www.example.org/reports/2023/",
        "caveat": "Reports are not children.",
    }
    assert table.rows[1][4] is None


@pytest.mark.parametrize(
    ("chart", "rows", "text"),
    [
        (
            COLUMNS + 'scale = "million"\n',
            yearly(1, 2),
            "CyberTipline reports received by NCMEC, millions, world, 2019–2020",
        ),
        (
            COLUMNS + 'measure_words = "Reports"\n',
            yearly(1).replace("world", "ken"),
            "Reports, Kenya, 2019",
        ),
        ('kind = "bars"\nx = "group"\n', TOOLS, "Companies that use a tool, percent, world, 2021"),
        (
            COLUMNS,
            yearly(1, 2, measure="days").replace("world,,", "world,hotlines,"),
            "Time to removal, days, world, hotlines, 2019–2020",
        ),
        (
            'kind = "line"\nx = "period"\nsplit = "place"\n',
            PLACES,
            "CyberTipline reports received by NCMEC, 2021–2022",
        ),
    ],
)
def test_subtitle(tmp_path: Path, chart: str, rows: str, text: str) -> None:
    """The subtitle says measure, unit or scale, place, group and period."""
    head = "[headline]\ntext = 'So it is'\n"
    assert draw(tmp_path, chart + head, rows).subtitle == text


def test_alt_text_of_few(tmp_path: Path) -> None:
    """Up to five values are all read."""
    figure = draw(tmp_path, COLUMNS + LARGEST, yearly(1, 2, 3))
    assert figure.alt == (
        "Column chart: CyberTipline reports received by NCMEC, world, 2019–2021. "
        "Reports: highest in 2021, at 3 (2019–2021). Values: 2019, 1; 2020, 2; 2021, 3."
    )


def test_alt_text_of_many(tmp_path: Path) -> None:
    """Of more values, first and last, lowest and highest are read, with their years."""
    figure = draw(tmp_path, COLUMNS + CHANGE, yearly(5, 1, 7, 9, 6, 8))
    assert figure.alt.endswith(
        "Reports rose from 5 in 2019 to 6 in 2023. "
        "First and last: 2019, 5; 2024, 8. Lowest: 2020, 1; highest: 2022, 9."
    )


def test_alt_text_of_a_level_line(tmp_path: Path) -> None:
    """Where all values are the same, none is lowest or highest."""
    figure = draw(tmp_path, COLUMNS + CHANGE, yearly(5, 5, 5, 5, 5, 5))
    assert figure.alt.endswith("First and last: 2019, 5; 2024, 5. All values are 5.")


def test_alt_text_of_lines(tmp_path: Path) -> None:
    """Each line is read with its name."""
    chart = 'kind = "line"\nx = "period"\nsplit = "place"\n' + LARGEST + 'line = "ken"\n'
    alt = draw(tmp_path, chart, PLACES).alt
    assert alt.startswith("Line chart: ")
    assert "Kenya: 2021, 3; 2022, 3. Netherlands: 2021, 7; 2022, 7." in alt


def test_alt_text_of_places_has_no_ranks(tmp_path: Path) -> None:
    """Places are all read in the order of the alphabet; none is called highest."""
    rows = "".join(
        f"reports,2022,{place},,{value},,ncmec,high,\n"
        for value, place in enumerate(("world", "nld", "ken", "africa", "ata"))
    )
    rows += "reports,2022,usa,,9,,ncmec,high,\n"
    places = FILES["data/places.csv"] + "usa,United States,world,yes\n"
    chart = 'kind = "bars"\nx = "place"\n[headline]\ntext = "Reports"\n'
    alt = draw(tmp_path, chart, rows, **{"data/places.csv": places}).alt
    assert "highest" not in alt
    assert "Africa, 3; Antarctica, 4; Kenya, 2; Netherlands, 1; United States, 9; World, 0." in alt


def test_note(tmp_path: Path) -> None:
    """The note names publishers in order, each cited once a source, then the caveat."""
    rows = yearly(1, 2, 3).replace("1,,ncmec", "1,,iwf").replace("2,,ncmec", "2,,ei")
    note = draw(tmp_path, COLUMNS + 'note = "More."\n' + LARGEST, rows).note
    assert plain_text(note) == (
        "Sources: Economist Impact,[1] IWF,[2] NCMEC.[3] Reports are not children. More."
    )


def test_caveat_is_a_sentence(tmp_path: Path) -> None:
    """A caveat in short form becomes a sentence."""
    measures = FILES["data/measures.csv"].replace("Reports are not children.", "not children")
    note = draw(tmp_path, COLUMNS + LARGEST, yearly(1), **{"data/measures.csv": measures}).note
    assert plain_text(note) == "Source: NCMEC.[1] Not children."


ERRORS = {
    "two rows": (
        COLUMNS + LARGEST,
        yearly(1) + yearly(2).replace("world", "ken"),
        'two rows of the series "try" stand at "2019"',
    ),
    "two units": (
        'kind = "bars"\nx = "measure"\n' + LARGEST,
        yearly(1) + yearly(2, measure="days"),
        "the rows have different units: count, days",
    ),
    "a number of the author's in the subtitle": (
        COLUMNS + 'measure_words = "Reports of 41 firms"\n' + LARGEST,
        yearly(1),
        '"41" in "Reports of 41 firms" is not in the rows',
    ),
    "a number of the author's in a label": (
        COLUMNS + '[labels]\n2019 = "2019, 41 firms"\n' + LARGEST,
        yearly(1),
        '"41" in "2019, 41 firms" is not in the rows',
    ),
}


@pytest.mark.parametrize("case", ERRORS)
def test_refused(tmp_path: Path, case: str) -> None:
    """Rows that cannot make one chart are an error of its file."""
    chart, rows, message = ERRORS[case]
    with pytest.raises(ComposeError) as caught:
        draw(tmp_path, chart, rows)
    assert caught.value.problems[0].message == message
    assert str(caught.value.problems[0].where).startswith("data/charts/try.toml")
