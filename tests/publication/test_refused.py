"""Names that must never be printed are refused wherever they stand, and never told."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.diagnostics import PublicationError
from briefing.publication import load
from briefing.publication.refused import Refused, digest, holds, names_in
from tests.small_publication import FILES, changed, write
from tests.whole_publication import REFUSED, THEME

LIST = "data/refused.csv"
SOURCES = "data/sources.csv"
SECTION = "data/sections/en/first.md"
NAMES = (Refused(*digest("Examplesite"), "first"), Refused(*digest("Some Site 8"), "second"))
ROOT = Path(__file__).parents[2]

FOUND = {
    "a word": ("An Examplesite.", 3),
    "capitals": ("EXAMPLESITE", 0),
    "a hyphen": ("the Example-Site", 4),
    "an underscore": ("x_example_site_y", 0),
    "an address": ("https://examplesite.example/a", 8),
    "a subdomain": ("https://www.example.site/a", 8),
    "an encoded address": ("https://a.org/Example%2Dsite", 14),
    "an encoded letter": ("https://a.org/%45xamplesite", 14),
    "markup": ("an Example**site**", 3),
    "three parts": ("on Some-Site-8.", 3),
    "three parts of which two are one": ("some_site8", 0),
    "a soft hyphen": ("Exam\u00adplesite", 0),
    "a space of no width": ("Exam\u200bplesite", 0),
    "full-width letters": ("Ｅxamplesite", 0),
    "beside an accent": ("é Examplesite", 2),
    "beside a dash": ("– Examplesite –", 2),
    "after a very long word": ("x" * 300 + " Examplesite", 301),
    "possessive": ("Examplesite’s", 0),
}


@pytest.mark.parametrize("case", FOUND)
def test_found(case: str) -> None:
    """A name is found where its words begin, however it is written."""
    text, start = FOUND[case]
    assert [at for at, _ in names_in(text, NAMES)] == [start]
    assert holds(["other text", text], NAMES)


PASSED = {
    "nothing": "",
    "other words": "A site, for example.",
    "two words": "an example site",
    "a line's end": "an example\nsite",
    "part of a word": "examplesites myexamplesite",
    "the parts in another order": "site example",
    "one letter more between": "example a site",
    "a percent sign": "50% of 100%",
}


@pytest.mark.parametrize("case", PASSED)
def test_passed(case: str) -> None:
    """What only resembles a name is no name."""
    assert names_in(PASSED[case], NAMES) == []
    assert not holds([PASSED[case]], NAMES)


def test_every_place_is_told() -> None:
    """A text is searched to its end, for each name."""
    text = "examplesite, Some-Site-8 and Example-Site"
    assert [(at, name.reason) for at, name in names_in(text, NAMES)] == [
        (0, "first"),
        (13, "second"),
        (29, "first"),
    ]


def test_texts_are_no_neighbours() -> None:
    """What ends one text and begins another is not joined; without names nothing is held."""
    assert not holds(["an example", "site of it"], NAMES)
    assert not holds(["é an example", "site of it", "é site"], NAMES)
    assert not holds(["examplesite"], ())


def _told(folder: Path, **overrides: str | None) -> list[str]:
    """Each problem of the small publication with the list, which is told without the name."""
    with pytest.raises(PublicationError) as caught:
        load(write(folder, **{**REFUSED, **overrides}))
    squeezed = re.sub(r"[\W_]+", "", str(caught.value).lower())
    assert "examplesite" not in squeezed
    for problem in caught.value.problems:
        assert (problem.line, problem.code) == ("", "refused-name")
        assert problem.hint
    return [f"{problem.where} {problem.message}" for problem in caught.value.problems]


SAID = "a name that must not be printed: an invented name"

PLACES = {
    "a cell": (changed(SOURCES, "Annual report, 2023", "About Examplesite"), f"{SOURCES}:2:28"),
    "a second line of a cell": (
        changed(SOURCES, "Annual report, 2023", "About\nExamplesite"),
        f"{SOURCES}:3:1",
    ),
    "an address": (
        changed(SOURCES, "https://example.org/report", "https://example.org/example-site"),
        f"{SOURCES}:2:74",
    ),
    "a column": (changed(SOURCES, "confidence,basis", "confidence,examplesite"), f"{SOURCES}:1:51"),
    "an id": (
        {"data/measures.csv": FILES["data/measures.csv"] + "example-site,A,count,B,,\n"},
        "data/measures.csv:4:1",
    ),
    "a key": (
        changed("data/charts/reports-by-year.toml", "scale =", "examplesite ="),
        "data/charts/reports-by-year.toml:6:1",
    ),
    "the settings": (
        changed("briefing.toml", "Small publication", "Examplesite"),
        "briefing.toml:2:10",
    ),
    "front matter": (
        changed(SECTION, "audiences: [readers]", "title: Examplesite"),
        f"{SECTION}:2:8",
    ),
    "a section": (changed(SECTION, "The Hotline", "The Example-site"), f"{SECTION}:7:5"),
    "a comment": (
        changed(
            "data/audiences/readers.toml", 'name = "readers"', 'name = "readers"  # examplesite'
        ),
        "data/audiences/readers.toml:1:21",
    ),
    "the theme": ({"assets/theme.toml": f"{THEME}\n# Examplesite\n"}, "assets/theme.toml:"),
}


@pytest.mark.parametrize("case", PLACES)
def test_refused_anywhere(tmp_path: Path, case: str) -> None:
    """Each place of a name is told with line and column, and neither the name nor the line."""
    files, place = PLACES[case]
    (told,) = _told(tmp_path, **files)
    assert told.startswith(place)
    assert told.endswith(f" {SAID}")


def test_refused_with_other_faults(tmp_path: Path) -> None:
    """A fault on the same line is not told yet: its message would show the name."""
    files = changed("data/facts.csv", "2023-H1,world", "2023-H9,Examplesite")
    assert _told(tmp_path, **files) == [f"data/facts.csv:6:35 {SAID}"]


def test_refused_in_what_is_no_utf_8(tmp_path: Path) -> None:
    """A file that cannot be read otherwise is looked at as far as it was read."""
    write(tmp_path, **REFUSED)
    (tmp_path / "data" / "example-site.csv").write_bytes(b"\xff")
    assert _told(tmp_path) == [
        "data the name of a file or folder here is one that must not be printed: an invented name"
    ]


def test_refused_names_of_files(tmp_path: Path) -> None:
    """Of a file that is named so the folder is told, and no line of it."""
    text = FILES[SECTION].replace("Reports", "Examplesite")
    assert _told(tmp_path, **{"data/sections/en/examplesite.md": text}) == [
        "data/sections/en the name of a file or folder here is one that must not be printed:"
        " an invented name",
        f"data/sections/en {SAID}",
    ]
    assert _told(tmp_path / "2", **{"data/example-site/a.csv": "id\n"}) == [
        "data the name of a file or folder here is one that must not be printed: an invented name"
    ]


def _messages(folder: Path, files: dict[str, str | None]) -> list[str]:
    with pytest.raises(PublicationError) as caught:
        load(write(folder, **files))
    return [f"{each.where} {each.message} ({each.hint})" for each in caught.value.problems]


WRONG_LISTS = {
    "no hash": (
        "sha256,letters,reason\nexamplesite,11,it\n",
        f"{LIST}:2:1 this is no SHA-256, which has 64 digits from 0 to f"
        " (docs/authoring.md has the command that makes one)",
    ),
    "no letters": (
        f"sha256,letters,reason\n{'0' * 64},0,it\n",
        f"{LIST}:2:66 a name of 0 letters cannot be looked for"
        " (write how many characters were hashed, 3 to 64)",
    ),
    "a reason that tells": (
        REFUSED[LIST].replace("an invented name", "Example-Site"),
        f"{LIST}:2:69 this reason holds a name of the list (leave it out)",
    ),
    "no reason": (
        f"sha256,letters,reason\n{'0' * 64},9,\n",
        f'{LIST}:2:68 the cell "reason" is empty',
    ),
}


@pytest.mark.parametrize("case", WRONG_LISTS)
def test_a_wrong_list(tmp_path: Path, case: str) -> None:
    """A row that would guard nothing is told, before any other fault of the publication."""
    text, expected = WRONG_LISTS[case]
    files = {LIST: text, **changed("data/facts.csv", "2023-H1", "2023-H9")}
    (message,) = _messages(tmp_path, files)
    assert message.startswith(expected)


def test_a_misspelt_list(tmp_path: Path) -> None:
    """A list under nearly its name would guard nothing, and is told."""
    (message,) = _messages(tmp_path, {"data/refusd.csv": REFUSED[LIST]})
    assert message == f'data/refusd.csv unknown file (did you mean "{LIST}"?)'


def test_without_a_list(tmp_path: Path) -> None:
    """The list may be missing: nothing is refused."""
    files = changed(SOURCES, "Annual report, 2023", "About Examplesite")
    assert load(write(tmp_path, **files)).refused == ()


def test_the_shipped_list() -> None:
    """The publication that comes with the program refuses names, and gives a reason for each."""
    publication = load(ROOT)
    assert len(publication.refused) >= 2
    assert all(name.reason for name in publication.refused)


def test_the_command_in_the_documentation() -> None:
    """The line in docs/authoring.md makes the hash and the length that the program looks for."""
    text = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
    (code,) = re.findall(r'^ *python -c "(.*)"$', text, re.MULTILINE)
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        input="Some-Site É8\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    hashed, letters = digest("some_site é 8")
    assert done.stdout.removeprefix("name: ") == f"{hashed},{letters}\n"
