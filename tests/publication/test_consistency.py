"""Records that do not agree are reported with their place."""

from __future__ import annotations

from pathlib import Path

from tests.publication.faults import message
from tests.small_publication import changed

FACTS = "data/facts.csv"
SERIES = "data/series/reports.csv"
CHART = "data/charts/reports-by-year.toml"
LINES = "data/charts/reports-by-place.toml"
ASKS = "data/recommendations.csv"
PLACES = "data/places.csv"


def test_a_derived_fact_needs_its_calculation(tmp_path: Path) -> None:
    """A fact of ours without a calculation is reported."""
    overrides = changed(FACTS, "reports-2023 / 365", "")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:7:58: error: no calculation, but source "ours" is derived\n'
        "    reports-a-day,reports,99178,about,2023,world,,ours,,high,,\n"
        "                                                             ^\n"
        "  hint: write how it is calculated, such as first-fact / second-fact"
    )


def test_a_published_fact_has_no_calculation(tmp_path: Path) -> None:
    """A calculation beside a published value is reported."""
    overrides = changed(FACTS, "table 1,medium,", "table 1,medium,reports-2023 / 4310")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:4:65: error: a calculation, but source "hotline" is not derived\n'
        "    reports-2023-ken,reports,8400,,2023,ken,,hotline,table 1,medium,reports-2023 / "
        "4310,\n"
        "                                                                    ^\n"
        "  hint: leave the cell empty, or name a source whose basis is derived"
    )


def test_a_calculation_names_known_facts(tmp_path: Path) -> None:
    """A calculation over an unknown fact is reported with the nearest."""
    overrides = changed(FACTS, "reports-2023 / 365", "reports-2032 / 365")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:7:58: error: unknown fact "reports-2032" in a calculation\n'
        "    reports-a-day,reports,99178,about,2023,world,,ours,,high,reports-2032 / 365,\n"
        "                                                             ^\n"
        '  hint: did you mean "reports-2023"? known: polled-ages, reports-2022, '
        "reports-2023, reports-2023-ken, reports-a-day, told-somebody"
    )


def test_a_fact_has_a_value_or_words(tmp_path: Path) -> None:
    """A fact with neither value nor note is reported."""
    overrides = changed(FACTS, "43.5", "")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:5:22: error: the cell "value" is empty\n'
        "    told-somebody,polled,,,2019-2022,world,aged 12-17,hotline,,high,,\n"
        "                         ^\n"
        '  hint: write a number, or say the fact in words in the column "note"'
    )


def test_no_place_lies_in_itself(tmp_path: Path) -> None:
    """Places that lie in each other are reported, each once."""
    overrides = changed(PLACES, "Africa,world", "Africa,ken")
    assert message(tmp_path, overrides) == (
        'data/places.csv:3:15: error: place "africa" lies in itself\n'
        "    africa,Africa,ken,no\n"
        "                  ^\n"
        "  hint: name a wider region\n"
        'data/places.csv:4:11: error: place "ken" lies in itself\n'
        "    ken,Kenya,africa,yes\n"
        "              ^\n"
        "  hint: name a wider region"
    )


def test_what_a_source_recommends_names_it(tmp_path: Path) -> None:
    """A recommendation of a source that names none is reported."""
    overrides = changed(ASKS, "hotline,source", ",source")
    assert message(tmp_path, overrides) == (
        "data/recommendations.csv:3:66: error: no source, but the basis is source\n"
        "    report,readers,1,Report it.,Report what you find to the Hotline.,,source\n"
        "                                                                     ^\n"
        "  hint: name it, or write inference"
    )


def test_a_chart_selects_values_that_are_there(tmp_path: Path) -> None:
    """A value of a selection that no row has is reported at the value."""
    overrides = changed(CHART, '["world"]', '["world", "kenia"]')
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-year.toml:9:20: error: no row of series "reports" has the '
        'place "kenia"\n'
        '    place = ["world", "kenia"]\n'
        "                       ^\n"
        '  hint: did you mean "ken"? known: ken, world'
    )


def test_a_chart_keeps_a_row(tmp_path: Path) -> None:
    """A selection that leaves nothing is reported at the selection."""
    overrides = {
        **changed(CHART, '["world"]', '["ken"]\nperiod = ["2020"]'),
        **changed(SERIES, "2021,world", "2020,world"),
    }
    assert message(tmp_path, overrides) == (
        "data/charts/reports-by-year.toml:8:2: error: the chart keeps no row of series "
        '"reports"\n'
        "    [rows]\n"
        "     ^\n"
        "  hint: no row has all of these values: keep other ones"
    )


def test_a_chart_runs_along_a_filled_column(tmp_path: Path) -> None:
    """An axis that no row fills is reported."""
    overrides = changed(LINES, 'x = "period"', 'x = "group"')
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-place.toml:3:6: error: no row of series "reports" has a '
        "group\n"
        '    x = "group"\n'
        "         ^\n"
        "  hint: fill the column group, or keep other rows"
    )


def test_a_chart_splits_by_a_filled_column(tmp_path: Path) -> None:
    """A split that no row fills is reported, with the label that it strands."""
    overrides = changed(LINES, '"place"', '"group"')
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-place.toml:4:10: error: no row of series "reports" has a '
        "group\n"
        '    split = "group"\n'
        "             ^\n"
        "  hint: fill the column group, or keep other rows\n"
        'data/charts/reports-by-place.toml:8:1: error: no row of series "reports" has the '
        'period or group "ken"\n'
        '    "ken" = "Kenya"\n'
        "    ^\n"
        "  hint: known: 2021, 2022, 2023"
    )


def test_a_highlight_is_there(tmp_path: Path) -> None:
    """A highlight that no row has is reported."""
    overrides = changed(CHART, '["2021", "2023"]', '["2021", "2024"]')
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-year.toml:4:23: error: no row of series "reports" has the '
        'period "2024"\n'
        '    highlight = ["2021", "2024"]\n'
        "                          ^\n"
        '  hint: did you mean "2023"? known: 2021, 2022, 2023'
    )


def test_a_label_is_for_a_value_that_is_there(tmp_path: Path) -> None:
    """A label for a value that no row has is reported at its key."""
    overrides = changed(LINES, '"ken" =', '"kenya" =')
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-place.toml:8:1: error: no row of series "reports" has the '
        'period or place "kenya"\n'
        '    "kenya" = "Kenya"\n'
        "    ^\n"
        '  hint: did you mean "ken"? known: 2021, 2022, 2023, ken, world'
    )


def test_a_headline_begins_where_there_is_a_row(tmp_path: Path) -> None:
    """A change from a period that no row has is reported."""
    overrides = changed(CHART, 'start = "2021"', 'start = "2020"')
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-year.toml:14:10: error: no row of series "reports" has the '
        'period "2020"\n'
        '    start = "2020"\n'
        "             ^\n"
        '  hint: did you mean "2023"? known: 2021, 2022, 2023'
    )


def test_a_headline_names_a_line_only_of_a_split_chart(tmp_path: Path) -> None:
    """A line of a chart that has no lines is reported."""
    overrides = changed(CHART, 'end = "2023"', 'end = "2023"\nline = "ken"')
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-year.toml:16:1: error: "line" without "split"\n'
        '    line = "ken"\n'
        "    ^\n"
        "  hint: only a split chart has lines"
    )
