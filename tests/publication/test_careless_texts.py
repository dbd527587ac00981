"""What authors do to TOML, front matter and the names of files: each is told at its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.publication.careless import FACTS, SERIES, Files, Told, same, told
from tests.small_publication import FILES, changed, write

SETTINGS = "briefing.toml"
CHART = "data/charts/reports-by-year.toml"
LINES = "data/charts/reports-by-place.toml"
AUDIENCE = "data/audiences/readers.toml"
SECTION = "data/sections/en/first.md"
KENYA = "data/sections/en/kenya.md"

EACH_KEY = 'write each key on a line of its own, as key = value, and text in quotes: key = "text"'
STRAIGHT = 'curly quotes are not for TOML: write straight ones, key = "text"'

TOLERATED: dict[str, Files] = {
    "TOML with a byte-order mark and CR LF": {
        CHART: b"\xef\xbb\xbf" + FILES[CHART].replace("\n", "\r\n").encode()
    },
    "TOML with tabs for blanks": {CHART: FILES[CHART].replace(" = ", "\t=\t")},
    "front matter below empty lines": {SECTION: "\n\n" + FILES[SECTION]},
    "front matter with blanks behind its lines": {
        SECTION: FILES[SECTION].replace("---\n", "---  \n").replace("10\n", "10 \n")
    },
    "front matter with no-break spaces": {
        SECTION: FILES[SECTION]
        .replace(": ", ":\u00a0")
        .replace("[readers]", "[\u00a0readers ]\u00a0")
    },
    "front matter with lone CR": {SECTION: FILES[SECTION].replace("\n", "\r")},
    "a key without a value, which is optional": {
        SECTION: FILES[SECTION].replace("order: 10", "order: 10\nplaces:")
    },
    "files of the editor": {
        "data/series/~$reports.csv": "x",
        "data/charts/.reports.toml.swp": "x",
        "data/.DS_Store": "x",
        "data/notes.csv": "x",
    },
}


@pytest.mark.parametrize("case", TOLERATED)
def test_tolerated(tmp_path: Path, case: str) -> None:
    """What can mean one thing only reads as if it were written as the documentation says."""
    same(tmp_path, TOLERATED[case])


BAD: dict[str, tuple[Files, list[Told]]] = {
    # TOML
    "[row] for [rows]": (
        changed(CHART, "[rows]", "[row]"),
        [Told(f'{CHART}:8:2: error: unknown key "row"', "row]", 'did you mean "rows"?')],
    ),
    "[[headline]] for [headline]": (
        changed(CHART, "[headline]", "[[headline]]"),
        [
            Told(
                f'{CHART}:11:3: error: "headline" must be a table',
                "headline]]",
                "write [headline], in single brackets",
            )
        ],
    ),
    "[key_figures] for [[key_figures]]": (
        {AUDIENCE: FILES[AUDIENCE].replace("[[key_figures]]", "[key_figures]", 1)},
        [
            Told(
                f"{AUDIENCE}:14:1: error: broken TOML: this key stands twice",
                "[[key_figures]]",
                "write all of them in double brackets",
            )
        ],
    ),
    "a table that stands twice": (
        changed(CHART, "[headline]", "[rows]"),
        [
            Told(
                f"{CHART}:11:1: error: broken TOML: the table [rows] stands twice",
                "[rows]",
                "remove one of the two",
            )
        ],
    ),
    "a key that stands twice": (
        {SETTINGS: 'title = "One"\n' + FILES[SETTINGS]},
        [
            Told(
                f"{SETTINGS}:3:1: error: broken TOML: this key stands twice",
                "title =",
                "remove one of the two",
            )
        ],
    ),
    "a key of the file below a table": (
        {CHART: FILES[CHART].replace('scale = "million"\n', "") + 'scale = "million"\n'},
        [
            Told(
                f'{CHART}:15:1: error: unknown key "scale"',
                "scale =",
                "it belongs to the file itself: write it above the first line in brackets",
            )
        ],
    ),
    "a key of a table above it": (
        {CHART: 'start = "2021"\n' + FILES[CHART].replace('start = "2021"\n', "")},
        [
            Told(
                f'{CHART}:1:1: error: unknown key "start"',
                "start =",
                "it belongs to [headline]: write it below that line",
            )
        ],
    ),
    "double quotes inside double quotes": (
        changed(AUDIENCE, "'reports-2022', 'reports-2023'", '"reports-2022", "reports-2023"'),
        [
            Told(
                f"{AUDIENCE}:3:29: error: broken TOML: this stands after the value's end",
                'reports-2022", "reports-2023"',
                "inside double quotes, write ids in single quotes: {{ fact('id') }}",
            )
        ],
    ),
    "a text without quotes": (
        changed(SETTINGS, '"Small publication"', "Small publication"),
        [Told(f"{SETTINGS}:2:9: error: broken TOML: invalid value", "Small publication", EACH_KEY)],
    ),
    "a quote that is not closed": (
        changed(SETTINGS, '"Small publication"', '"Small publication'),
        [
            Told(
                f"{SETTINGS}:2:27: error: broken TOML: this quote is not closed on its line",
                "",
                EACH_KEY,
            )
        ],
    ),
    "smart quotes": (
        changed(SETTINGS, '"Small publication"', "\u201cSmall publication\u201d"),
        [
            Told(
                f"{SETTINGS}:2:9: error: broken TOML: invalid value",
                "\u201cSmall publication\u201d",
                STRAIGHT,
            )
        ],
    ),
    "a smart quote at the end": (
        changed(SETTINGS, '"Small publication"', '"Small publication\u201d'),
        [
            Told(
                f"{SETTINGS}:2:28: error: broken TOML: this quote is not closed on its line",
                "",
                STRAIGHT,
            )
        ],
    ),
    "a backslash": (
        changed(SETTINGS, '"Small publication"', '"Small\\publication"'),
        [
            Told(
                f"{SETTINGS}:2:17: error: broken TOML: "
                "this backslash means something else in double quotes",
                "",
                "write / between folders, or the text in single quotes",
            )
        ],
    ),
    "an apostrophe in single quotes": (
        changed(LINES, "'Reports rose to {{ row(\"2023\") }}'", "'It's more'"),
        [
            Told(
                f"{LINES}:11:12: error: broken TOML: this stands after the value's end",
                "s more",
                'a text with an apostrophe stands in double quotes: "it\'s"',
            )
        ],
    ),
    "a decimal comma": (
        changed(LINES, "0.5", "0,5"),
        [
            Told(
                f"{LINES}:5:9: error: broken TOML: this stands after the value's end",
                ",5",
                "write decimals after a point: 0.5",
            )
        ],
    ),
    "a colon for the equals sign": (
        changed(SETTINGS, "title =", "title:"),
        [
            Told(
                f'{SETTINGS}:2:6: error: broken TOML: no "=" stands after this key',
                ": ",
                'write "=" between key and value, not a colon',
            )
        ],
    ),
    "a list that does not end": (
        changed(CHART, '"2023"]', '"2023"'),
        [
            Told(
                f"{CHART}:5:1: error: broken TOML: unclosed array",
                "note =",
                "end the list with ], and put a comma between its texts",
            )
        ],
    ),
    "a date in quotes": (
        changed(SETTINGS, "2026-11-24", '"2026-11-24"'),
        [
            Told(
                f'{SETTINGS}:5:10: error: "as_of" must be a date such as 2026-11-24, '
                "without quotes",
                "2026-11-24",
                "write as_of = 2026-11-24",
            )
        ],
    ),
    "a date in local form": (
        changed(SETTINGS, "2026-11-24", "24.11.2026"),
        [
            Told(
                f"{SETTINGS}:5:14: error: broken TOML: this stands after the value's end",
                ".2026",
                "write a date as 2026-11-24, without quotes",
            )
        ],
    ),
    "a number in quotes": (
        changed(LINES, "0.5", '"0,5"'),
        [
            Told(
                f'{LINES}:5:9: error: "span" must be a number',
                "0,5",
                "write span = 0.5, without quotes",
            )
        ],
    ),
    "a missing series": (
        changed(CHART, 'series = "reports"', 'series = "arrests"'),
        [
            Told(
                f'{CHART}:2:11: error: unknown series "arrests"',
                "arrests",
                "known: reports; or write data/series/arrests.csv",
            )
        ],
    ),
    "an empty file": (
        {LINES: ""},
        [
            Told(
                f'{LINES}:1:1: error: missing keys "kind" and "headline"',
                "",
                "its keys: kind, series",
            )
        ],
    ),
    "a size with its unit": (
        changed(LINES, "0.5", '"0.5cm"'),
        [
            Told(
                f'{LINES}:5:9: error: "span" must be a number',
                "0.5cm",
                "write span = 0.5, without quotes",
            )
        ],
    ),
    "two versions that were not reconciled": (
        {CHART: "<<<<<<< ours\n" + FILES[CHART]},
        [
            Told(
                f"{CHART}:1:1: error: two versions of this file meet here, and none was chosen",
                "<<<<<<< ours",
                "keep one of them, and remove the lines of <<<<<<<, ======= and >>>>>>>",
            )
        ],
    ),
    # Front matter
    "front matter without its end": (
        changed(SECTION, "---\n## Reports", "## Reports"),
        [
            Told(
                f"{SECTION}:1:1: error: the front matter has no end",
                "---",
                "write a line --- after the keys, below line 3",
            )
        ],
    ),
    "front matter without its start": (
        {SECTION: FILES[SECTION].removeprefix("---\n")},
        [
            Told(
                f"{SECTION}:1:1: error: there is no front matter",
                "audiences:",
                "write a line --- above the keys",
            )
        ],
    ),
    "a dash that Word made of three hyphens": (
        {SECTION: FILES[SECTION].replace("---", "\u2014", 1)},
        [
            Told(
                f"{SECTION}:1:1: error: there is no front matter",
                "\u2014",
                'write three hyphens: the first line is "\u2014"',
            )
        ],
    ),
    "no front matter": (
        {SECTION: "## Reports\n"},
        [
            Told(
                f"{SECTION}:1:1: error: there is no front matter",
                "## Reports",
                "begin the file with a line ---, the keys, and another line ---",
            )
        ],
    ),
    "an end that is a rule of the text": (
        {SECTION: FILES[SECTION].replace("---\n## Reports", "## Reports") + "\n---\nMore.\n"},
        [
            Told(
                f"{SECTION}:8:1: error: broken front matter: could not find expected ':'",
                "",
                "is the line --- missing that ends the keys?",
            )
        ],
    ),
    "front matter with tabs": (
        changed(SECTION, "audiences: [readers]", "audiences:\n\t- readers"),
        [
            Told(
                f"{SECTION}:3:1: error: broken front matter: found character '\\t' that cannot "
                "start any token",
                " - readers",
                "write blanks in place of the tab",
            )
        ],
    ),
    "front matter with a wrong key": (
        changed(SECTION, "order:", "ordr:"),
        [Told(f'{SECTION}:3:1: error: unknown key "ordr"', "ordr:", 'did you mean "order"?')],
    ),
    "front matter with an equals sign": (
        changed(SECTION, "order: 10", "order = 10"),
        [
            Told(
                f"{SECTION}:3:11: error: broken front matter: could not find expected ':'",
                "",
                'write a colon between key and value, not "="',
            )
        ],
    ),
    "a colon in a title": (
        changed(SECTION, "order: 10", "order: 10\ntitle: Reading: how"),
        [
            Told(
                f"{SECTION}:4:15: error: broken front matter: mapping values are not allowed here",
                ": how",
                'put a text that holds a colon in quotes: title: "One: two"',
            )
        ],
    ),
    "audiences without brackets": (
        changed(SECTION, "[readers]", "readers, others"),
        [
            Told(
                f'{SECTION}:2:12: error: "audiences" must be a list of texts',
                "readers, others",
                "write audiences: [readers, others]",
            )
        ],
    ),
    "a section for an unknown audience": (
        changed(SECTION, "[readers]", "[writers]"),
        [
            Told(
                f'{SECTION}:2:13: error: unknown audience "writers"',
                "writers]",
                "known: readers; or write data/audiences/writers.toml",
            )
        ],
    ),
    "a section for an unknown place": (
        changed(KENYA, "[ken]", "[uga]"),
        [
            Told(
                f'{KENYA}:4:10: error: unknown place "uga"',
                "uga]",
                "known: africa, ken, world; or add it to data/places.csv",
            )
        ],
    ),
    "a section in Windows-1252": (
        {SECTION: FILES[SECTION].replace("Hotline", "H\u00f4tline").encode("cp1252")},
        [
            Told(
                f'{SECTION}:7:6: error: this file is not UTF-8 at the word "H\u00f4tline"',
                "\u00f4tline received",
                'save it as UTF-8: in the editor, "Save as", encoding "UTF-8"',
            )
        ],
    ),
    # Markdown that would be printed as it stands
    "an expression in one brace": (
        changed(SECTION, '{{ fact("reports-2023", style="short") }}', '{fact("reports-2023")}'),
        [
            Told(
                f"{SECTION}:7:22: error: an expression stands in two braces, not one",
                '{fact("reports-2023")}',
                "write {{ before the expression and }} after it",
            )
        ],
    ),
    "an expression in one brace, in TOML": (
        changed(AUDIENCE, "{{ change(", "{ change("),
        [
            Told(
                f"{AUDIENCE}:3:18: error: an expression stands in two braces, not one",
                "{ change(",
                "write {{ before the expression and }} after it",
            )
        ],
    ),
    "a heading without its blank": (
        changed(SECTION, "## Reports", "##Reports"),
        [
            Told(
                f"{SECTION}:5:3: error: a blank is missing after ##: this is no heading",
                "Reports",
                "write ## Reports",
            )
        ],
    ),
    "a heading with a no-break space": (
        changed(SECTION, "## Reports", "##\u00a0Reports"),
        [
            Told(
                f"{SECTION}:5:3: error: a blank is missing after ##: this is no heading",
                "\u00a0Reports",
                "write ## Reports",
            )
        ],
    ),
    "a list with a no-break space": (
        changed(SECTION, "The Hotline", "-\u00a0The Hotline"),
        [
            Told(
                f"{SECTION}:7:2: error: a no-break space stands in place of a blank: "
                "this is no item of a list",
                "\u00a0The",
                "write a plain blank",
            )
        ],
    ),
    "bullets pasted from Word": (
        changed(SECTION, "The Hotline", "\u2022\tThe Hotline"),
        [
            Told(
                f'{SECTION}:7:1: error: "\u2022" makes no list',
                "\u2022 The",
                "begin each item with a hyphen and a blank, below an empty line",
            )
        ],
    ),
    # Names of files
    "a workbook beside its table": (
        {FACTS: None, "data/facts.xlsx": b"PK\x03\x04"},
        [
            Told(
                f"{FACTS}: error: this file is missing",
                "",
                'data/facts.xlsx is there: open it and save it as "CSV UTF-8", as data/facts.csv',
            )
        ],
    ),
    "a table called .csv.txt": (
        {FACTS: None, "data/facts.csv.txt": FILES[FACTS]},
        [
            Told(
                f"{FACTS}: error: this file is missing",
                "",
                "data/facts.csv.txt is there: name it data/facts.csv",
            )
        ],
    ),
    "a table under nearly its name": (
        {FACTS: None, "data/fact.csv": FILES[FACTS]},
        [
            Told(
                f"{FACTS}: error: this file is missing",
                "",
                "data/fact.csv is there: name it data/facts.csv",
            )
        ],
    ),
    "a missing series file": (
        {SERIES: None},
        [
            Told(
                f'{LINES}:2:11: error: unknown series "reports"',
                "reports",
                "known: none; or write data/series/reports.csv",
            ),
            Told(
                f'{CHART}:2:11: error: unknown series "reports"',
                "reports",
                "known: none; or write data/series/reports.csv",
            ),
        ],
    ),
    "an optional table with another ending": (
        {"data/terms.csv": None, "data/terms.xlsx": b"PK\x03\x04"},
        [
            Told(
                "data/terms.xlsx: error: this file is not read: its name does not end with .csv",
                "",
                'open it and save it as "CSV UTF-8", as data/terms.csv',
            )
        ],
    ),
    "a section called .md.txt": (
        {SECTION: None, f"{SECTION}.txt": FILES[SECTION]},
        [
            Told(
                f"{SECTION}.txt: error: this file is not read: its name does not end with .md",
                "",
                f"name it {SECTION}",
            )
        ],
    ),
    "an ending in capitals": (
        {SECTION: None, "data/sections/en/first.MD": FILES[SECTION]},
        [
            Told(
                "data/sections/en/first.MD: error: this file is not read: its name does not end "
                "with .md",
                "",
                f"name it {SECTION}",
            )
        ],
    ),
    "a section outside its language": (
        {SECTION: None, "data/sections/first.md": FILES[SECTION]},
        [
            Told(
                "data/sections/first.md: error: this section is not read: it stands in no folder "
                "of a language",
                "",
                f"move it to {SECTION}",
            )
        ],
    ),
    "a folder under nearly its name": (
        {SECTION: None, KENYA: None, "data/section/en/first.md": FILES[SECTION]},
        [Told("data/section: error: unknown folder", "", "name it data/sections")],
    ),
    # Several at once
    "two in two files": (
        {**changed(FACTS, "2023-H1", "2023-H3"), **changed(CHART, "[rows]", "[row]")},
        [
            Told(f'{CHART}:8:2: error: unknown key "row"', "row]", 'did you mean "rows"?'),
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
    assert [it.head for it in found] == [it.head for it in expected]
    for it, wanted in zip(found, expected, strict=True):
        # A list of all keys may follow: it grows with the program.
        assert it.hint.partition(" known: audiences")[0].startswith(wanted.hint)
        assert it.under.startswith(wanted.under)


@pytest.mark.skipif(os.name == "nt", reason="Windows needs a right to make links")
def test_a_link_that_leads_to_itself_is_told(tmp_path: Path) -> None:
    """It cannot be read, and that is all."""
    write(tmp_path, **{CHART: None})
    (tmp_path / CHART).symlink_to("reports-by-year.toml")
    found = told(tmp_path, {CHART: None})
    assert found[0].head.startswith(f"{CHART}: error: this file cannot be read: ")


def test_all_series_are_listed_for_a_missing_one(tmp_path: Path) -> None:
    """However many there are: each is a file of its own, and the list is how to find it."""
    more = {f"data/series/series-{n}.csv": FILES[SERIES] for n in range(20)}
    found = told(tmp_path, {**more, **changed(CHART, 'series = "reports"', 'series = "arrests"')})
    assert found[0].hint.startswith("known: reports, series-0, series-1, series-10, ")
    assert "series-9; or write data/series/arrests.csv" in found[0].hint


def test_a_very_long_line_is_cut_around_its_caret(tmp_path: Path) -> None:
    """The name that is wrong is seen, with an ellipsis on either side."""
    names = ", ".join(["readers"] * 40)
    found = told(tmp_path, changed(SECTION, "[readers]", f"[{names}, writers, {names}]"))
    assert found[0].head == f'{SECTION}:2:373: error: unknown audience "writers"'
    assert found[0].under.startswith("writers, readers, ")
    assert found[0].under.endswith("\u2026")
