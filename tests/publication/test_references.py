"""Names that nothing defines are reported with their place."""

from __future__ import annotations

from pathlib import Path

from tests.publication.faults import message
from tests.small_publication import changed

SETTINGS = "briefing.toml"
FACTS = "data/facts.csv"
SERIES = "data/series/reports.csv"
CHART = "data/charts/reports-by-year.toml"
AUDIENCE = "data/audiences/readers.toml"
SECTION = "data/sections/en/first.md"
KENYA = "data/sections/en/kenya.md"
ASKS = "data/recommendations.csv"
QUOTES = "data/quotes.csv"
EVENTS = "data/chronology.csv"
HELP = "data/helplines.csv"
PLACES = "data/places.csv"


def test_a_fact_names_a_known_measure(tmp_path: Path) -> None:
    """A fact of an unknown measure is reported at the cell."""
    overrides = changed(FACTS, "polled-ages,polled", "polled-ages,poled")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:6:13: error: unknown measure "poled"\n'
        "    polled-ages,poled,12-17,,2023-H1,world,,hotline,,high,,\n"
        "                ^\n"
        '  hint: did you mean "polled"? known: polled, reports; or add it to data/measures.csv'
    )


def test_a_fact_names_a_known_source(tmp_path: Path) -> None:
    """A fact of an unknown source is reported at the cell."""
    overrides = changed(FACTS, "hotline,table 1", "hotlin,table 1")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:4:42: error: unknown source "hotlin"\n'
        "    reports-2023-ken,reports,8400,,2023,ken,,hotlin,table 1,medium,,\n"
        "                                             ^\n"
        '  hint: did you mean "hotline"? known: hotline, ours; or add it to data/sources.csv'
    )


def test_a_fact_names_a_known_place(tmp_path: Path) -> None:
    """A fact of an unknown place is reported at the cell."""
    overrides = changed(FACTS, "8400,,2023,ken", "8400,,2023,kenia")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:4:37: error: unknown place "kenia"\n'
        "    reports-2023-ken,reports,8400,,2023,kenia,,hotline,table 1,medium,,\n"
        "                                        ^\n"
        '  hint: did you mean "ken"? known: africa, ken, world; or add it to data/places.csv'
    )


def test_a_series_row_names_a_known_measure(tmp_path: Path) -> None:
    """A series row of an unknown measure is reported at the cell."""
    overrides = changed(SERIES, "reports,2021,ken", "report,2021,ken")
    assert message(tmp_path, overrides) == (
        'data/series/reports.csv:5:1: error: unknown measure "report"\n'
        "    report,2021,ken,,6100,,hotline,medium,\n"
        "    ^\n"
        '  hint: did you mean "reports"? known: polled, reports; or add it to data/measures.csv'
    )


def test_a_series_row_names_a_known_source(tmp_path: Path) -> None:
    """A series row of an unknown source is reported at the cell."""
    overrides = changed(SERIES, "29400000,,hotline", "29400000,,hotlin")
    assert message(tmp_path, overrides) == (
        'data/series/reports.csv:2:31: error: unknown source "hotlin"\n'
        "    reports,2021,world,,29400000,,hotlin,high,\n"
        "                                  ^\n"
        '  hint: did you mean "hotline"? known: hotline, ours; or add it to data/sources.csv'
    )


def test_a_series_row_names_a_known_place(tmp_path: Path) -> None:
    """A series row of an unknown place is reported at the cell."""
    overrides = changed(SERIES, "reports,2021,ken", "reports,2021,kenia")
    assert message(tmp_path, overrides) == (
        'data/series/reports.csv:5:14: error: unknown place "kenia"\n'
        "    reports,2021,kenia,,6100,,hotline,medium,\n"
        "                 ^\n"
        '  hint: did you mean "ken"? known: africa, ken, world; or add it to data/places.csv'
    )


def test_a_chart_names_a_known_series(tmp_path: Path) -> None:
    """A chart of an unknown series is reported at the name."""
    overrides = changed(CHART, '"reports"', '"report"')
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-year.toml:2:11: error: unknown series "report"\n'
        '    series = "report"\n'
        "              ^\n"
        '  hint: did you mean "reports"? known: reports; or write data/series/report.csv'
    )


def test_a_key_figure_names_a_known_fact(tmp_path: Path) -> None:
    """A key figure of an unknown fact is reported at the name."""
    overrides = changed(AUDIENCE, 'fact = "told-somebody"', 'fact = "told-someone"')
    assert message(tmp_path, overrides) == (
        'data/audiences/readers.toml:15:9: error: unknown fact "told-someone"\n'
        '    fact = "told-someone"\n'
        "            ^\n"
        '  hint: did you mean "told-somebody"? known: polled-ages, reports-2022, '
        "reports-2023, reports-2023-ken, reports-a-day, told-somebody; or add it to data/facts.csv"
    )


def test_an_audience_leads_with_known_charts(tmp_path: Path) -> None:
    """An unknown lead chart is reported at its place in the list."""
    overrides = changed(AUDIENCE, '["reports-by-year"]', '["reports-by-place", "reports-by-yaer"]')
    assert message(tmp_path, overrides) == (
        'data/audiences/readers.toml:5:37: error: unknown chart "reports-by-yaer"\n'
        '    lead_charts = ["reports-by-place", "reports-by-yaer"]\n'
        "                                        ^\n"
        '  hint: did you mean "reports-by-year"? known: reports-by-place, reports-by-year; '
        "or write data/charts/reports-by-yaer.toml"
    )


def test_a_section_names_known_audiences(tmp_path: Path) -> None:
    """A section for an unknown audience is reported at the name."""
    overrides = changed(SECTION, "[readers]", "[readers, reader]")
    assert message(tmp_path, overrides) == (
        'data/sections/en/first.md:2:22: error: unknown audience "reader"\n'
        "    audiences: [readers, reader]\n"
        "                         ^\n"
        '  hint: did you mean "readers"? known: readers; or write data/audiences/reader.toml'
    )


def test_a_section_names_known_places(tmp_path: Path) -> None:
    """A section for an unknown place is reported at the name."""
    overrides = changed(KENYA, "[ken]", '["kenia"]')
    assert message(tmp_path, overrides) == (
        'data/sections/en/kenya.md:4:11: error: unknown place "kenia"\n'
        '    places: ["kenia"]\n'
        "              ^\n"
        '  hint: did you mean "ken"? known: africa, ken, world; or add it to data/places.csv'
    )


def test_a_recommendation_names_a_known_audience(tmp_path: Path) -> None:
    """A recommendation to an unknown audience is reported at the cell."""
    overrides = changed(ASKS, "report,readers", "report,reader")
    assert message(tmp_path, overrides) == (
        'data/recommendations.csv:3:8: error: unknown audience "reader"\n'
        "    report,reader,1,Report it.,Report what you find to the Hotline.,hotline,source\n"
        "           ^\n"
        '  hint: did you mean "readers"? known: readers; or write data/audiences/reader.toml'
    )


def test_a_recommendation_names_a_known_source(tmp_path: Path) -> None:
    """A recommendation of an unknown source is reported at the cell."""
    overrides = changed(ASKS, "hotline,source", "hotlin,source")
    assert message(tmp_path, overrides) == (
        'data/recommendations.csv:3:66: error: unknown source "hotlin"\n'
        "    report,readers,1,Report it.,Report what you find to the Hotline.,hotlin,source\n"
        "                                                                     ^\n"
        '  hint: did you mean "hotline"? known: hotline, ours; or add it to data/sources.csv'
    )


def test_a_quote_names_a_known_source(tmp_path: Path) -> None:
    """A quote of an unknown source is reported at the cell, past a quoted comma."""
    overrides = changed(QUOTES, "hotline", "hotlin")
    assert message(tmp_path, overrides) == (
        'data/quotes.csv:2:77: error: unknown source "hotlin"\n'
        '    founder,Ada Example,"Founder, the Hotline",Each report is read by a '
        "person.,hotlin,yes\n"
        "                                                                                ^\n"
        '  hint: did you mean "hotline"? known: hotline, ours; or add it to data/sources.csv'
    )


def test_a_helpline_names_a_known_place(tmp_path: Path) -> None:
    """A helpline of an unknown place is reported at the cell."""
    overrides = changed(HELP, "readers,ken", "readers,kenia")
    assert message(tmp_path, overrides) == (
        'data/helplines.csv:3:15: error: unknown place "kenia"\n'
        "    kenya,readers,kenia,Kenya line,Talk to somebody,https://example.org/ken,,,\n"
        "                  ^\n"
        '  hint: did you mean "ken"? known: africa, ken, world; or add it to data/places.csv'
    )


def test_a_milestone_names_known_audiences(tmp_path: Path) -> None:
    """A milestone for an unknown audience is reported at the cell."""
    overrides = changed(EVENTS, "Kenya.,hotline,high,readers", "Kenya.,hotline,high,readers others")
    assert message(tmp_path, overrides) == (
        'data/chronology.csv:2:64: error: unknown audience "others"\n'
        "    second,2021-05-03,ken,The Hotline opens in Kenya.,hotline,high,readers others\n"
        "                                                                   ^\n"
        "  hint: known: readers; or write data/audiences/others.toml"
    )


def test_a_place_lies_in_a_known_region(tmp_path: Path) -> None:
    """A place in an unknown region is reported at the cell."""
    overrides = changed(PLACES, "Kenya,africa", "Kenya,afrika")
    assert message(tmp_path, overrides) == (
        'data/places.csv:4:11: error: unknown place "afrika"\n'
        "    ken,Kenya,afrika,yes\n"
        "              ^\n"
        '  hint: did you mean "africa"? known: africa, ken, world; or add it to data/places.csv'
    )


def test_a_default_audience_is_known(tmp_path: Path) -> None:
    """A default audience that is not there is reported."""
    overrides = changed(SETTINGS, 'place = "world"', 'audience = "reader"')
    assert message(tmp_path, overrides) == (
        'briefing.toml:9:13: error: unknown audience "reader"\n'
        '    audience = "reader"\n'
        "                ^\n"
        '  hint: did you mean "readers"? known: readers; or write data/audiences/reader.toml'
    )
