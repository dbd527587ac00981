"""Columns and cells that are wrong are reported with their place."""

from __future__ import annotations

from pathlib import Path

from tests.publication.faults import message
from tests.small_publication import FILES, changed

SOURCES = "data/sources.csv"
FACTS = "data/facts.csv"
SERIES = "data/series/reports.csv"
ASKS = "data/recommendations.csv"
QUOTES = "data/quotes.csv"
EVENTS = "data/chronology.csv"
HELP = "data/helplines.csv"
PLACES = "data/places.csv"
TERMS = "data/terms.csv"


def test_a_row_with_a_cell_too_many_is_reported(tmp_path: Path) -> None:
    """A row that is longer than its header is reported, with the usual cause."""
    overrides = changed(FACTS, "aged 12-17", "aged 12, 13 and 17")
    assert message(tmp_path, overrides) == (
        "data/facts.csv:5:44: error: this row has 13 cells, the header 12\n"
        "    told-somebody,polled,43.5,,2019-2022,world,aged 12, 13 and 17,hotline,,high,,\n"
        "                                               ^\n"
        '  hint: put straight double quotes around the cell: "aged 12, 13 and 17"'
    )


def test_a_row_with_too_few_cells_is_reported(tmp_path: Path) -> None:
    """A row that is shorter than its header is reported."""
    overrides = changed(TERMS, "bad word / bad words,good word,It is kinder.,hotline", "bad word")
    assert message(tmp_path, overrides) == (
        "data/terms.csv:2:1: error: this row has 1 cell, the header 4: nothing stands for "
        "recommended, reason, source\n"
        "    bad word\n"
        "    ^\n"
        "  hint: write a comma for each empty cell, too"
    )


def test_an_unknown_column_is_placed_with_the_nearest(tmp_path: Path) -> None:
    """An unknown column is reported at its name, with the nearest legal one."""
    overrides = changed(TERMS, "reason,source", "reasons,source")
    assert message(tmp_path, overrides) == (
        'data/terms.csv:1:25: error: unknown column "reasons"\n'
        "    discouraged,recommended,reasons,source\n"
        "                            ^\n"
        '  hint: did you mean "reason"? known: discouraged, reason, recommended, source'
    )


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    """A column that is required and not there is named."""
    overrides = changed(PLACES, "id,name,region,edition", "id,name,region,region")
    assert message(tmp_path, overrides) == (
        'data/places.csv:1:1: error: missing column "edition"\n'
        "  hint: its columns: id,name,in_text,kind,region,edition,note,also\n"
        'data/places.csv:1:16: error: duplicate column "region"\n'
        "    id,name,region,region\n"
        "                   ^\n"
        "  hint: remove one of the two"
    )


def test_semicolons_are_recognised(tmp_path: Path) -> None:
    """In a table as a European Excel saves it, a fault stands where it stands."""
    overrides = {TERMS: FILES[TERMS].replace(",", ";").replace("hotline", "hotlin")}
    assert message(tmp_path, overrides) == (
        'data/terms.csv:2:46: error: unknown source "hotlin"\n'
        "    bad word / bad words;good word;It is kinder.;hotlin\n"
        "                                                 ^\n"
        '  hint: did you mean "hotline"? known: hotline, ours; or add it to data/sources.csv'
    )


def test_an_empty_cell_is_placed(tmp_path: Path) -> None:
    """An empty cell of a column that needs a value is reported where it stands."""
    overrides = changed(FACTS, "reports-2023-ken,reports,", "reports-2023-ken,,")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:4:18: error: the cell "measure" is empty\n'
        "    reports-2023-ken,,8400,,2023,ken,,hotline,table 1,medium,,\n"
        "                     ^\n"
        "  hint: each row needs one"
    )


def test_an_illegal_word_is_placed_with_the_legal_ones(tmp_path: Path) -> None:
    """A word outside a column's legal set is reported with the nearest and the set."""
    overrides = changed(FACTS, "table 1,medium", "table 1,medum")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:4:58: error: unknown confidence "medum"\n'
        "    reports-2023-ken,reports,8400,,2023,ken,,hotline,table 1,medum,,\n"
        "                                                             ^\n"
        '  hint: did you mean "medium"? known: high, low, medium'
    )


def test_an_illegal_id_is_explained(tmp_path: Path) -> None:
    """An id with other characters is reported with the rule."""
    overrides = changed(QUOTES, "founder", "The_Founder")
    assert message(tmp_path, overrides) == (
        'data/quotes.csv:2:1: error: illegal id "The_Founder"\n'
        '    The_Founder,Ada Example,"Founder, the Hotline",Each report is read by a '
        "person.,hotline,yes\n"
        "    ^\n"
        "  hint: an id is lower-case letters and digits, with single hyphens between them, "
        "such as the-founder"
    )


def test_a_duplicate_id_names_the_first(tmp_path: Path) -> None:
    """The second row with an id is reported, and says where the first stands."""
    overrides = changed(FACTS, "reports-2023-ken,", "reports-2023,")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:4:1: error: duplicate id "reports-2023"\n'
        "    reports-2023,reports,8400,,2023,ken,,hotline,table 1,medium,,\n"
        "    ^\n"
        "  hint: the first stands at data/facts.csv:3"
    )


def test_a_duplicate_series_row_names_the_first(tmp_path: Path) -> None:
    """A second series row of the same measure, period, place and group is reported."""
    overrides = changed(SERIES, "reports,2022,ken", "reports,2021,ken")
    assert message(tmp_path, overrides) == (
        "data/series/reports.csv:6:1: error: a second row with the same measure, period, "
        "place and group\n"
        "    reports,2021,ken,,,,hotline,medium,not published\n"
        "    ^\n"
        "  hint: the first stands at data/series/reports.csv:5"
    )


def test_a_number_with_one_separator_is_refused(tmp_path: Path) -> None:
    """A number whose comma may mean two things is reported, with both ways to write it."""
    overrides = changed(FACTS, "36200000", '"36,200"')
    assert message(tmp_path, overrides) == (
        'data/facts.csv:3:23: error: "36,200" is not a number\n'
        '    reports-2023,reports,"36,200",over,2023,world,,hotline,page 2,high,,\n'
        "                          ^\n"
        "  hint: write 36200, or 36.200 if these are decimals"
    )


def test_a_falling_range_is_refused(tmp_path: Path) -> None:
    """A range whose second end is not above its first is reported."""
    overrides = changed(FACTS, "12-17,,2023", "17-12,,2023")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:6:20: error: the range "17-12" does not rise\n'
        "    polled-ages,polled,17-12,,2023-H1,world,,hotline,,high,,\n"
        "                       ^\n"
        "  hint: write the lower end first"
    )


def test_a_bad_period_is_refused(tmp_path: Path) -> None:
    """A period in no known form is reported with the known forms."""
    overrides = changed(FACTS, "2023-H1", "2023-H3")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:6:27: error: "2023-H3" is not a period\n'
        "    polled-ages,polled,12-17,,2023-H3,world,,hotline,,high,,\n"
        "                              ^\n"
        "  hint: write 2023, 2019-2022, 2024-H1, 2025-Q1, 2021-05 or 2021-05-03"
    )


def test_a_period_that_ends_early_is_refused(tmp_path: Path) -> None:
    """A span of years that ends before it begins is reported."""
    overrides = changed(FACTS, "2019-2022", "2022-2019")
    assert message(tmp_path, overrides) == (
        'data/facts.csv:5:28: error: the period "2022-2019" ends before it begins\n'
        "    told-somebody,polled,43.5,,2022-2019,world,aged 12-17,hotline,,high,,\n"
        "                               ^\n"
        "  hint: write the first year first"
    )


def test_a_day_that_is_not_in_the_calendar_is_refused(tmp_path: Path) -> None:
    """A date that no calendar has is reported."""
    overrides = changed(EVENTS, "2021-05-03", "2021-02-30")
    assert message(tmp_path, overrides) == (
        'data/chronology.csv:2:8: error: "2021-02-30" is not a date\n'
        "    second,2021-02-30,ken,The Hotline opens in Kenya.,hotline,high,readers\n"
        "           ^\n"
        "  hint: write 2021, 2021-05 or 2021-05-03"
    )


def test_a_verification_needs_its_day(tmp_path: Path) -> None:
    """The day of a verification is refused where it is only a month."""
    overrides = changed(HELP, "2026-11-01", "2026-11")
    assert message(tmp_path, overrides) == (
        'data/helplines.csv:2:77: error: "2026-11" is not a day\n'
        "    directory,readers,world,Directory,Find a "
        "helpline,https://example.org/help,,2026-11,hotline\n"
        "                                                                                ^\n"
        "  hint: write it as 2021-05-03"
    )


def test_an_order_is_a_whole_number(tmp_path: Path) -> None:
    """An order that is no whole number is reported."""
    overrides = changed(ASKS, "report,readers,1", "report,readers,1.5")
    assert message(tmp_path, overrides) == (
        'data/recommendations.csv:3:16: error: "1.5" is not a whole number\n'
        "    report,readers,1.5,Report it.,Report what you find to the "
        "Hotline.,hotline,source\n"
        "                   ^\n"
        "  hint: write a number such as 10"
    )


def test_yes_is_yes_or_no(tmp_path: Path) -> None:
    """A cell that is yes or no takes nothing else."""
    overrides = changed(QUOTES, "yes", "Ja")
    assert message(tmp_path, overrides) == (
        'data/quotes.csv:2:85: error: "Ja" is neither yes nor no\n'
        '    founder,Ada Example,"Founder, the Hotline",Each report is read by a '
        "person.,hotline,Ja\n"
        "                                                                                    "
        "    ^\n"
        "  hint: write yes or no"
    )


def test_an_address_is_whole(tmp_path: Path) -> None:
    """A web address without its scheme is reported."""
    overrides = changed(SOURCES, "https://example.org/report", "example.org")
    assert message(tmp_path, overrides) == (
        'data/sources.csv:2:54: error: "example.org" is not a web address\n'
        '    hotline,The Hotline,"Annual report, '
        '2023",2024-05-08,example.org,citation,high,seen\n'
        "                                                         ^\n"
        "  hint: write https://example.org"
    )
