"""What spreadsheets and their users do to CSV: read where it is certain, else told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.publication.careless import FACTS, SERIES, Files, Told, same, separated, told
from tests.small_publication import FILES, changed

SOURCES = "data/sources.csv"
QUOTES = "data/quotes.csv"
PLACES = "data/places.csv"
TERMS = "data/terms.csv"

COLUMNS = FILES[FACTS].partition("\n")[0]
ROW = "reports-2023,reports,36200000,over,2023,world,,hotline,page 2,high,,"

EXCEL = 'save it as UTF-8: in Excel, "Save as", "CSV UTF-8 (comma delimited)"'
LOST = "it is an error of the spreadsheet, not a value: mend the formula there, or write it"


def value(text: str) -> dict[str, str]:
    """The value of the third fact, which is 36200000, written as ``text``."""
    return changed(FACTS, "36200000", text)


def ends(name: str, end: str) -> str:
    """A table with ``end`` at the end of each row."""
    return FILES[name].replace("\n", end + "\n")


TOLERATED: dict[str, Files] = {
    "a byte-order mark": {FACTS: b"\xef\xbb\xbf" + FILES[FACTS].encode()},
    "semicolons": {FACTS: separated(FACTS, ";"), TERMS: separated(TERMS, ";")},
    "semicolons, with a comma in a cell": {
        FACTS: separated(FACTS, ";"),
        PLACES: separated(PLACES, ";").replace("Kenya", '"Kenya"'),
    },
    "semicolons below sep=;": {FACTS: "sep=;\n" + separated(FACTS, ";")},
    "tabs, pasted from Excel": {FACTS: separated(FACTS, "\t"), SERIES: separated(SERIES, "\t")},
    "CR LF": {name: text.replace("\n", "\r\n") for name, text in FILES.items()},
    "lone CR": {name: text.replace("\n", "\r") for name, text in FILES.items()},
    "no line end at the end": {FACTS: FILES[FACTS].rstrip("\n")},
    "trailing empty columns": {FACTS: ends(FACTS, ",,,,")},
    "trailing empty columns with semicolons": {FACTS: separated(FACTS, ";").replace("\n", ";;\n")},
    "trailing empty columns in some rows": {FACTS: FILES[FACTS].replace(ROW, ROW + ",,,")},
    "trailing empty rows": {FACTS: FILES[FACTS] + ",,,,,,,,,,,\n\n , ,,\n"},
    "empty rows between": {FACTS: FILES[FACTS].replace(ROW, f"\n{ROW}\n,,,")},
    "blanks at the ends of cells": {TERMS: FILES[TERMS].replace(",", " , ")},
    "no-break spaces at the ends of cells": {
        TERMS: FILES[TERMS].replace(",", "\u00a0,\u202f").replace("hotline", "\ufeffhotline\u200b")
    },
    "capitals in the header": {FACTS: FILES[FACTS].replace(COLUMNS, COLUMNS.title())},
    "columns in another order": {
        PLACES: "name,id,edition,region\nWorld,world,yes,\n"
        "Africa,africa,no,world\nKenya,ken,yes,africa\n"
    },
    "capitals in words from a list": changed(FACTS, "table 1,medium", "table 1,Medium"),
    "Yes for yes": changed(QUOTES, "hotline,yes", "hotline,Yes"),
    "quotes around each cell": {
        PLACES: "\n".join(
            line and '"' + line.replace(",", '","') + '"' for line in FILES[PLACES].split("\n")
        )
    },
    "thousands set apart by commas": value('"36,200,000"'),
    "thousands set apart by points": value("36.200.000"),
    "thousands set apart by spaces": value("36 200 000"),
    "thousands set apart by no-break spaces": value("36\u00a0200\u00a0000"),
    "thousands set apart by narrow no-break spaces": value("36\u202f200\u202f000"),
    "thousands set apart by apostrophes": value("36'200'000"),
    "an en dash in a range": changed(FACTS, "polled,12-17", "polled,12\u201317"),
    "an en dash in a period": changed(FACTS, "2019-2022", "2019\u20132022"),
}


@pytest.mark.parametrize("case", TOLERATED)
def test_tolerated(tmp_path: Path, case: str) -> None:
    """What can mean one thing only reads as if it were written as the documentation says."""
    same(tmp_path, TOLERATED[case])


def test_an_optional_cell_may_be_empty_and_a_hole_is_legal(tmp_path: Path) -> None:
    """Empty cells of optional columns, and a value that is not there, are no faults."""
    from briefing.publication import load
    from tests.small_publication import write

    holes = changed(SERIES, "reports,2022,world,,32000000", "reports,2022,world,,")
    rows = load(write(tmp_path, **holes)).series["reports"]
    assert [row.value for row in rows[:3]] == [29400000, None, 36200000]


BAD: dict[str, tuple[Files, list[Told]]] = {
    # Separators
    "decimal commas among semicolons": (
        {FACTS: separated(FACTS, ";").replace("43.5", "43,5")},
        [Told(f'{FACTS}:5:22: error: "43,5" is not a number', "43,5;", "write 43.5")],
    ),
    "a point that may be either, among semicolons": (
        {FACTS: separated(FACTS, ";").replace("8400", "8.400")},
        [
            Told(
                f'{FACTS}:4:26: error: "8.400" may have decimals or a thousands separator',
                "8.400;",
                "write 8400; if these are decimals, separate cells by commas",
            )
        ],
    ),
    "semicolons below commas": (
        {FACTS: COLUMNS + separated(FACTS, ";").removeprefix(COLUMNS.replace(",", ";"))},
        [
            Told(
                f"{FACTS}:2:1: error: this row is separated by semicolons, the header by commas",
                "reports-2022;",
                "separate all cells by commas; the same on line 3, 4, 5, 6, 7",
            )
        ],
    ),
    "one row pasted with tabs": (
        {FACTS: FILES[FACTS].replace(ROW, ROW.replace(",", "\t"))},
        [
            Told(
                f"{FACTS}:3:1: error: this row is separated by tabs, the header by commas",
                "reports-2023 reports",
                "separate all cells by commas",
            )
        ],
    ),
    "a wrong name among semicolons": (
        {TERMS: separated(TERMS, ";").replace("reason", "reasons")},
        [
            Told(
                f'{TERMS}:1:25: error: unknown column "reasons"',
                "reasons;",
                'did you mean "reason"? known: discouraged, reason, recommended, source',
            )
        ],
    ),
    # Encodings
    "Windows-1252": (
        {SOURCES: FILES[SOURCES].replace("Hotline", "H\u00f4tline").encode("cp1252")},
        [
            Told(
                f'{SOURCES}:2:14: error: this file is not UTF-8 at the word "H\u00f4tline"',
                '\u00f4tline,"Annual',
                EXCEL,
            )
        ],
    ),
    "Latin-1 with lone CR": (
        {
            SOURCES: FILES[SOURCES]
            .replace("\n", "\r")
            .replace("Our calc", "\u00dcber calc")
            .encode("latin-1")
        },
        [
            Told(
                f'{SOURCES}:3:15: error: this file is not UTF-8 at the word "\u00dcber"',
                "\u00dcber calculations",
                EXCEL,
            )
        ],
    ),
    "UTF-16": (
        {FACTS: FILES[FACTS].encode("utf-16")},
        [
            Told(
                f"{FACTS}:1:1: error: this file is not UTF-8 but UTF-16, "
                'which Excel calls "Unicode text"',
                "",
                EXCEL,
            )
        ],
    ),
    "UTF-16 without its mark": (
        {FACTS: FILES[FACTS].encode("utf-16-le")},
        [
            Told(
                f"{FACTS}:1:1: error: this file is not UTF-8 but UTF-16, "
                'which Excel calls "Unicode text"',
                "",
                EXCEL,
            )
        ],
    ),
    "a workbook called CSV": (
        {FACTS: b"PK\x03\x04\x14\0"},
        [Told(f"{FACTS}: error: this is a file of an office program, not plain text", "", EXCEL)],
    ),
    "UTF-8 opened as Windows-1252 and saved": (
        changed(QUOTES, "Ada Example", "Ada Ex\u00c3\u00a4mple"),
        [
            Told(
                f'{QUOTES}:2:15: error: "\u00c3\u00a4" stands for a letter that was read in a '
                "wrong encoding",
                "\u00c3\u00a4mple",
                'write "\u00e4", and open the file as UTF-8 (in Excel: "Data", "From text/CSV")',
            )
        ],
    ),
    "a letter that was lost": (
        changed(QUOTES, "Ada Example", "Ada Ex\ufffdmple"),
        [
            Told(
                f'{QUOTES}:2:15: error: a letter was lost here: "\ufffd" stands for it',
                "\ufffdmple",
                "write the letter again, and save as UTF-8",
            )
        ],
    ),
    # Rows of another length
    "a short row": (
        {FACTS: FILES[FACTS].replace(ROW, ROW[:-2])},
        [
            Told(
                f"{FACTS}:3:1: error: this row has 10 cells, the header 12: nothing stands for "
                "calculation, note",
                "reports-2023,",
                "write a comma for each empty cell, too",
            )
        ],
    ),
    "a comma forgotten in the middle": (
        changed(FACTS, "43.5,,2019-2022", "43.5,2019-2022"),
        [
            Told(
                f"{FACTS}:5:27: error: this row has 11 cells, the header 12: nothing stands for "
                "qualifier",
                "2019-2022,",
                "write a comma for each empty cell, too: one seems to be missing before "
                '"2019-2022"',
            )
        ],
    ),
    "a thousands separator that splits a cell": (
        value("36,200,000"),
        [
            Told(
                f"{FACTS}:3:22: error: this row has 14 cells, the header 12",
                "36,200,000,",
                "write the number without separators: 36200000",
            )
        ],
    ),
    "a decimal comma that splits a cell": (
        value("36,2"),
        [
            Told(
                f"{FACTS}:3:22: error: this row has 13 cells, the header 12",
                "36,2,",
                "write the number with a point: 36.2",
            )
        ],
    ),
    "the same beside trailing empty columns": (
        {FACTS: ends(FACTS, ",,").replace("36200000", "36,200,000")},
        [
            Told(
                f"{FACTS}:3:22: error: this row has 14 cells, the header 12",
                "36,200,000,",
                "write the number without separators: 36200000",
            )
        ],
    ),
    "an unquoted comma": (
        changed(FACTS, "aged 12-17", "aged 12, 13 and 17"),
        [
            Told(
                f"{FACTS}:5:44: error: this row has 13 cells, the header 12",
                "aged 12, 13",
                'put straight double quotes around the cell: "aged 12, 13 and 17"',
            )
        ],
    ),
    "smart quotes around a cell": (
        changed(QUOTES, '"Founder, the Hotline"', "\u201cFounder, the Hotline\u201d"),
        [
            Told(
                f"{QUOTES}:2:21: error: this row has 7 cells, the header 6",
                "\u201cFounder, the",
                'put straight double quotes around the cell: "Founder, the Hotline"',
            )
        ],
    ),
    "a cell beyond the header": (
        {FACTS: FILES[FACTS].replace(ROW, ROW + ",see above")},
        [
            Told(
                f'{FACTS}:3:70: error: this row has 13 cells, the header 12: "see above" is one '
                "too many",
                "see above",
                "put double quotes around a cell that holds a comma, or name one more column",
            )
        ],
    ),
    # The header
    "a title above the header": (
        {FACTS: "Facts for 2024,,,\n\n" + FILES[FACTS]},
        [
            Told(
                f"{FACTS}:1:1: error: the first row is not the header row",
                "Facts for",
                "the header stands on line 3: remove what is above it",
            )
        ],
    ),
    "no header": (
        {PLACES: FILES[PLACES].partition("\n")[2]},
        [
            Told(
                f"{PLACES}:1:1: error: the first row is not the header row",
                "world,World",
                "its columns: id,name,in_text,kind,region,edition,note,also",
            )
        ],
    ),
    "two columns missing": (
        {PLACES: "id,name\nworld,World\nken,Kenya\nafrica,Africa\n"},
        [
            Told(
                f'{PLACES}:1:1: error: missing columns "region" and "edition"',
                "",
                "its columns: id,name,in_text,kind,region,edition,note,also",
            )
        ],
    ),
    "one table in the place of another": (
        {SOURCES: FILES[FACTS]},
        [
            Told(
                f"{SOURCES}:1:4: error: these are not the columns of this table: "
                '"measure", "value", "qualifier", "period", "place", "group", "source", '
                '"locator", "calculation" and "note" are unknown',
                "measure,value",
                f"they are those of {FACTS}",
            )
        ],
    ),
    "a header and nothing below it": (
        {FACTS: COLUMNS + "\n"},
        [
            Told(
                f"{FACTS}:1:1: error: this table has no rows",
                "id,measure",
                "write them below the header",
            )
        ],
    ),
    # Cells
    "an empty cell that is required": (
        changed(FACTS, "reports-2023-ken,reports,", "reports-2023-ken, ,"),
        [
            Told(
                f'{FACTS}:4:18: error: the cell "measure" is empty',
                " ,8400",
                "each row needs one",
            )
        ],
    ),
    "a wrong type": (
        value("many"),
        [
            Told(
                f'{FACTS}:3:22: error: "many" is not a number',
                "many,",
                "write a plain number such as 36200000 or 4.5, without a thousands separator, "
                "or a range such as 18-20",
            )
        ],
    ),
    "a duplicate id": (
        changed(FACTS, "reports-2023-ken,", "reports-2023,"),
        [
            Told(
                f'{FACTS}:4:1: error: duplicate id "reports-2023"',
                "reports-2023,",
                f"the first stands at {FACTS}:3",
            )
        ],
    ),
    "a duplicate id in an equal row": (
        {FACTS: FILES[FACTS].replace(ROW, f"{ROW}\n{ROW}")},
        [
            Told(
                f'{FACTS}:4:1: error: duplicate id "reports-2023"',
                ROW,
                f"the first stands at {FACTS}:3, and all cells are the same: remove one of the two",
            )
        ],
    ),
    "a key of a series that stands twice": (
        changed(SERIES, "reports,2022,ken", "reports,2021,ken"),
        [
            Told(
                f"{SERIES}:6:1: error: a second row with the same measure, period, place and group",
                "reports,2021,ken",
                f"the first stands at {SERIES}:5",
            )
        ],
    ),
    "a series without rows": (
        {SERIES: FILES[SERIES].partition("\n")[0] + "\n"},
        [Told(f"{SERIES}: error: this series has no rows", "", "write them below the header")],
    ),
    "a thousands separator that may be a decimal one": (
        value('"1,234"'),
        [
            Told(
                f'{FACTS}:3:23: error: "1,234" is not a number',
                '1,234"',
                "write 1234, or 1.234 if these are decimals",
            )
        ],
    ),
    "two numbers or one": (
        value("36 200"),
        [Told(f'{FACTS}:3:22: error: "36 200" is not a number', "36 200", "write 36200")],
    ),
    # What Excel does by itself
    "an id that became a date": (
        changed(QUOTES, "founder,", "Jan-23,"),
        [
            Told(
                f'{QUOTES}:2:1: error: illegal id "Jan-23"',
                "Jan-23,",
                "a spreadsheet has made a date of it: format the column as text first, "
                "then write the id again",
            )
        ],
    ),
    "a period that became a date": (
        changed(FACTS, "2023-H1", "Jan-23"),
        [
            Told(
                f'{FACTS}:6:27: error: "Jan-23" is not a period',
                "Jan-23,",
                "a spreadsheet has changed its form: format the column as text first, "
                "then write 2023-01",
            )
        ],
    ),
    "a range that became a date": (
        changed(FACTS, "polled,12-17", "polled,17-Dec"),
        [
            Told(
                f'{FACTS}:6:20: error: "17-Dec" is not a number',
                "17-Dec,",
                "a spreadsheet has made a date of it: if it was the range 12-17, "
                "format the column as text first, then write 12-17",
            )
        ],
    ),
    "a date in local form": (
        changed("data/chronology.csv", "2021-05-03", "03/05/2021"),
        [
            Told(
                'data/chronology.csv:2:8: error: "03/05/2021" is not a date',
                "03/05/2021,",
                "write 2021-03-05 or 2021-05-03",
            )
        ],
    ),
    "the number of a day": (
        changed("data/chronology.csv", "2021-05-03", "44319"),
        [
            Told(
                'data/chronology.csv:2:8: error: "44319" is not a date',
                "44319,",
                "it is the number of a day in a spreadsheet: format the column as text first, "
                "then write 2021-05-03",
            )
        ],
    ),
    "scientific notation": (
        value("3.62E+07"),
        [
            Told(
                f'{FACTS}:3:22: error: "3.62E+07" is not a number',
                "3.62E+07,",
                "a spreadsheet has shortened it: write all its digits (about 36200000)",
            )
        ],
    ),
    "a percent sign": (
        changed(FACTS, "43.5", "43.5%"),
        [
            Told(
                f'{FACTS}:5:22: error: "43.5%" is not a number',
                "43.5%,",
                "write 43.5: its measure says that it is percent",
            )
        ],
    ),
    "a broken formula": (
        value("#REF!"),
        [Told(f'{FACTS}:3:22: error: "#REF!" stands for a value that is lost', "#REF!", LOST)],
    ),
    "a broken formula in a text": (
        changed(QUOTES, "Ada Example", "#N/A"),
        [Told(f'{QUOTES}:2:9: error: "#N/A" stands for a value that is lost', "#N/A", LOST)],
    ),
    "a formula": (
        value("=SUM(C2:C9)"),
        [
            Told(
                f'{FACTS}:3:22: error: "=SUM(C2:C9)" is not a number',
                "=SUM(C2:C9),",
                "write the result of the formula, not the formula",
            )
        ],
    ),
    "a row of totals": (
        {FACTS: FILES[FACTS] + "Total,,=SUM(C2:C7),,,,,,,,,\n"},
        [
            Told(
                f'{FACTS}:8:1: error: this row does not fit its columns: wrong are "id", '
                '"measure", "value", "period", "place", "source" and "confidence"',
                "Total,",
                "remove it if it is a total or a note; else see whether its cells have moved",
            )
        ],
    ),
    "an address without its beginning": (
        changed(SOURCES, "https://example.org/report", "www.example.org/report"),
        [
            Told(
                f'{SOURCES}:2:54: error: "www.example.org/report" is not a web address',
                "www.example.org",
                "write https://www.example.org/report",
            )
        ],
    ),
    "an address with a blank": (
        changed(SOURCES, "https://example.org/report", "https:// example.org/report"),
        [
            Told(
                f'{SOURCES}:2:54: error: "https:// example.org/report" is not a web address',
                "https:// example",
                "remove the blank inside it",
            )
        ],
    ),
    # Names
    "an id in capitals, which others name as it should be": (
        changed(SOURCES, "hotline,The", "Hotline,The"),
        [
            Told(
                f'{SOURCES}:2:1: error: illegal id "Hotline"',
                "Hotline,The",
                "an id is lower-case letters and digits, with single hyphens between them, "
                "such as hotline",
            )
        ],
    ),
    "an unknown place": (
        changed(FACTS, "8400,,2023,ken", "8400,,2023,uganda"),
        [
            Told(
                f'{FACTS}:4:37: error: unknown place "uganda"',
                "uganda,",
                "known: africa, ken, world; or add it to data/places.csv",
            )
        ],
    ),
    "a no-break hyphen in a name": (
        changed(QUOTES, "hotline,yes", "hot\u2011line,yes"),
        [
            Told(
                f'{QUOTES}:2:77: error: unknown source "hot\u2011line"',
                "hot\u2011line,",
                'character 4 is non-breaking hyphen (U+2011); did you mean "hotline"? '
                "known: hotline, ours; or add it to data/sources.csv",
            )
        ],
    ),
    # Files as a whole
    "two versions that were not reconciled": (
        {FACTS: FILES[FACTS].replace(ROW, f"<<<<<<< ours\n{ROW}\n=======\n{ROW}\n>>>>>>> theirs")},
        [
            Told(
                f"{FACTS}:3:1: error: two versions of this file meet here, and none was chosen",
                "<<<<<<< ours",
                "keep one of them, and remove the lines of <<<<<<<, ======= and >>>>>>>",
            )
        ],
    ),
    "a line break copied from slides": (
        changed(QUOTES, "Each report", "Each\x0breport"),
        [
            Told(
                f"{QUOTES}:2:48: error: a character that cannot be printed (U+000B)",
                "\ufffdreport",
                "remove it: it was copied along from another program",
            )
        ],
    ),
    # Several at once
    "two in one file": (
        {FACTS: FILES[FACTS].replace("36200000", "x").replace("2023-H1", "2023-H3")},
        [
            Told(
                f'{FACTS}:3:22: error: "x" is not a number',
                "x,",
                "write a plain number such as 36200000 or 4.5, without a thousands separator, "
                "or a range such as 18-20",
            ),
            Told(
                f'{FACTS}:6:27: error: "2023-H3" is not a period',
                "2023-H3,",
                "write 2023, 2019-2022, 2024-H1, 2025-Q1, 2021-05 or 2021-05-03",
            ),
        ],
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_told(tmp_path: Path, case: str) -> None:
    """What may mean two things, or nothing, is one message, with caret and mend."""
    files, expected = BAD[case]
    found = told(tmp_path, files)
    assert [(it.head, it.hint) for it in found] == [(it.head, it.hint) for it in expected]
    for it, wanted in zip(found, expected, strict=True):
        assert it.under.startswith(wanted.under)
        assert bool(it.under) == bool(wanted.under)


def test_twenty_five_faults_are_told_to_a_stated_number(tmp_path: Path) -> None:
    """The first twenty stand in the file's order, the first first; the last says how many more."""
    rows = "".join(f"many-{n},reports,x{n},,2023,world,,hotline,,high,,\n" for n in range(25))
    found = told(tmp_path, {FACTS: FILES[FACTS] + rows})
    assert len(found) == 21
    assert [it.head.split(": ")[0] for it in found[:20]] == [
        f"{FACTS}:{n}:{16 + (n > 17)}" for n in range(8, 28)
    ]
    assert found[20].head == f"error: 5 more problems are not shown, in {FACTS} (5)"


def test_a_name_that_is_gone_is_told_once(tmp_path: Path) -> None:
    """A source renamed in its table is one message, with the lines that name it."""
    found = told(tmp_path, changed(SOURCES, "hotline,The", "the-hotline,The"))
    heads = [it.head for it in found if it.head.startswith(SERIES)]
    assert heads == [f'{SERIES}:2:31: error: unknown source "hotline"']
    assert "the same on line 3, 4, 5, 6, 7" in next(it.hint for it in found if SERIES in it.head)
