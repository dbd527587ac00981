"""Broken, missing and hostile files: one message, at the place, with the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import whole_publication
from tests.cli.command import Command, assert_message
from tests.small_publication import FILES, changed
from tests.whole_publication import section, theme

FACTS = "data/facts.csv"
SOURCES = "data/sources.csv"
AUDIENCE = "data/audiences/readers.toml"
PLACE = "data/charts/reports-by-place.toml"
THEME = "assets/theme.toml"
SECTION = whole_publication.SECTION

FONT = 'family = "Source Sans 3"'

BAD: dict[str, tuple[dict[str, str | bytes | None], str]] = {
    "missing table": ({FACTS: None}, f"{FACTS}: error: this file is missing"),
    "folder for a table": ({FACTS: None, f"{FACTS}/x": ""}, f"{FACTS}: error: this is a folder"),
    "empty table": ({FACTS: ""}, f"{FACTS}:1:1: error: this table has no header row"),
    "zeros for a table": (
        {FACTS: b"\0\0\0\0"},
        f"{FACTS}:1:1: error: a character that cannot be printed (U+0000)",
    ),
    "UTF-16": ({FACTS: FILES[FACTS].encode("utf-16")}, f"{FACTS}:1:1: error: this file is not UTF"),
    "Latin-1": (
        {SOURCES: FILES[SOURCES].replace("Hotline", "Hôtline").encode("latin-1")},
        f"{SOURCES}:2:14: error: this file is not UTF-8",
    ),
    "unclosed quote": (
        changed(SOURCES, 'report, 2023"', "report, 2023"),
        f"{SOURCES}:2:21: error: broken CSV: this quote is not closed",
    ),
    "unknown column": (
        changed(FACTS, "id,measure", "id,mesure"),
        f'{FACTS}:1:4: error: unknown column "mesure"',
    ),
    "unknown source": (
        changed(FACTS, "32000000,over,2022,world,,hotline", "32000000,over,2022,world,,hotlin"),
        f'{FACTS}:2:48: error: unknown source "hotlin"',
    ),
    "unknown fact in a key figure": (
        changed(AUDIENCE, 'fact = "told-somebody"', 'fact = "told-nobody"'),
        f'{AUDIENCE}:15:9: error: unknown fact "told-nobody"',
    ),
    "unknown fact in a section": (
        section('The {{ fact("reports-2024") }} of them.\n'),
        f'{SECTION}:5:5: error: there is no fact "reports-2024"',
    ),
    "unknown key": (
        changed("briefing.toml", "licence =", "license ="),
        'briefing.toml:6:1: error: unknown key "license"',
    ),
    "broken TOML": (
        changed("briefing.toml", 'title = "Small publication"', "title = Small publication"),
        "briefing.toml:2:9: error: broken TOML",
    ),
    "no number": (changed(FACTS, "36200000", "36.2 million"), f"{FACTS}:3:22: error:"),
    "infinite value": (
        changed("data/series/reports.csv", "36200000", "inf"),
        'data/series/reports.csv:4:21: error: "inf" is not a number',
    ),
    "no front matter": ({SECTION: "## Text\n"}, f"{SECTION}:1:1: error: there is no front matter"),
    "raw HTML": (section("a <b>b</b>\n"), f"{SECTION}:5:3: error: raw HTML cannot be printed"),
    "brackets without end": (section("{{ " + "(" * 400 + " }}\n"), f"{SECTION}:5:1: error: this"),
    "headline of no row": (
        changed(PLACE, 'row("2023")', 'row("2029")'),
        f'{PLACE}:11:25: error: the headline names "2029", which is not drawn',
    ),
    "headline of another number": (
        changed(PLACE, '{{ row("2023") }}', "37 million"),
        f'{PLACE}:11:9: error: "37" in the headline is no value of row()',
    ),
    "a Chinese character": (
        section("The word\nis 儿 here.\n"),
        f'{SECTION}:6:4: error: no glyph for "儿"',
    ),
    "a Chinese character in a chart": (
        changed(PLACE, '"Kenya"', '"Ken儿"'),
        f'{PLACE}:8:13: error: no glyph for "儿"',
    ),
    "a Chinese character in the title": (
        changed("briefing.toml", "Small publication", "Small 儿"),
        'briefing.toml:2:16: error: no glyph for "儿"',
    ),
    "a control character": (
        section("The bell \a rings.\n"),
        f"{SECTION}:5:10: error: a character that cannot be printed (U+0007)",
    ),
    "no theme": ({THEME: None}, f"{THEME}: error: this file is missing"),
    "theme: unknown key": (
        theme("after = 10", "aftr = 10"),
        f'{THEME}:58:1: error: unknown key "aftr"',
    ),
    "theme: no colour": (theme('"#1f2a33"', '"#1f2a3"'), f'{THEME}:39:8: error: "#1f2a3" is no'),
    "theme: unknown colour": (
        theme('colour = "navy"', 'colour = "nvy"'),
        f'{THEME}:55:11: error: unknown colour "nvy"',
    ),
    "theme: unknown font": (
        theme('font = "serif-title"', 'font = "serif"'),
        f'{THEME}:52:9: error: unknown font "serif"',
    ),
    "theme: font that is not installed": (
        theme(FONT, 'family = "Comic Sans"'),
        f'{THEME}:9:11: error: the font "Comic Sans" is not installed',
    ),
    "theme: font file that is missing": (
        theme(FONT, 'file = "assets/x.ttf"'),
        f'{THEME}:9:9: error: there is no font file "assets/x.ttf"',
    ),
    "theme: font file that is none": (
        {**theme(FONT, 'file = "assets/x.ttf"'), "assets/x.ttf": b"%PDF-1.7"},
        f'{THEME}:9:9: error: "assets/x.ttf" is no font',
    ),
    "theme: missing style": (
        theme("[styles.deck]", "[styles.dek]"),
        f'{THEME}:60:2: error: unknown key "dek"',
    ),
    "theme: negative size": (theme("size = 27", "size = -27"), f'{THEME}:53:8: error: "size" is'),
    "theme: size 0": (theme("size = 11\n", "size = 0\n"), ':8: error: "size" is 0'),
    "theme: size nan": (theme("size = 11\n", "size = nan\n"), ':8: error: "size" is nan'),
    "theme: leading inf": (theme("leading = 15\n", "leading = inf\n"), '"leading" is inf'),
    "theme: chart of no height": (
        theme("columns-height = 136", "columns-height = 0"),
        'error: "columns-height" is 0, which cannot be printed',
    ),
    "theme: margins beyond the paper": (
        theme("left_mm = 18", "left_mm = 215"),
        "the margins of this paper leave -23 mm of its width",
    ),
    "theme: paper that is a path": (
        theme("[papers.letter]", '[papers."../../letter"]'),
        'error: illegal id "../../letter"',
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_file(briefing: Command, publication: Path, case: str) -> None:
    """A bad file is told with its place and remedy; exit code 1, no output, no PDF."""
    files, message = BAD[case]
    for name, content in files.items():
        if content is None:
            (publication / name).unlink()
    whole_publication.write(publication, **files)
    outcome = briefing("build", "-a", "readers")
    assert (outcome.code, outcome.out) == (1, "")
    assert_message(outcome.err)
    assert message in outcome.err
    assert not (publication / "out").exists()


GOOD: dict[str, dict[str, str | bytes | None]] = {
    "Windows": {
        name: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode() for name, text in FILES.items()
    },
    "one long word": section("a" * 2000 + "\n"),
    "combining marks": section("e\u0301 a\u0301\u0302\n"),
    "stars": section("*" * 200 + "a" + "*" * 200 + "\n"),
    "no text": section(""),
    "a hole in a series": changed(
        "data/series/reports.csv", "reports,2022,world,,32000000", "reports,2022,world,,"
    ),
    "a period that a series leaves out": changed(
        "data/series/reports.csv", "reports,2022,world,,32000000,,hotline,high,\n", ""
    ),
    "negative rows": changed("data/series/reports.csv", "29400000", "-29400000"),
}


@pytest.mark.parametrize("case", GOOD)
def test_odd_but_right(briefing: Command, publication: Path, case: str) -> None:
    """Odd files that break no rule make a PDF."""
    whole_publication.write(publication, **GOOD[case])
    outcome = briefing("build", "-a", "readers")
    assert (outcome.code, outcome.err) == (0, "")


def test_what_is_tolerated_changes_no_byte(briefing: Command, publication: Path) -> None:
    """Semicolons, tabs, other line ends and grouped numbers make the very same PDF."""
    assert briefing("build", "-a", "readers", "-o", "plain.pdf").code == 0
    facts = FILES[FACTS].replace("36200000", "36.200.000").replace(",", ";") + ";;;\n"
    whole_publication.write(
        publication,
        **{
            FACTS: b"\xef\xbb\xbf" + facts.replace("\n", "\r\n").encode(),
            "data/series/reports.csv": FILES["data/series/reports.csv"].replace(",", "\t"),
            "data/places.csv": FILES["data/places.csv"].replace(",", " ,\u00a0"),
            AUDIENCE: FILES[AUDIENCE].replace("\n", "\r"),
        },
    )
    outcome = briefing("build", "-a", "readers", "-o", "tolerated.pdf")
    assert (outcome.code, outcome.err) == (0, "")
    assert (publication / "plain.pdf").read_bytes() == (publication / "tolerated.pdf").read_bytes()
