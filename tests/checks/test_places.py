"""Words found again in the authors' files."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.checks.places import line_at, place_in
from briefing.checks.walk import inlines_of
from briefing.document import Text, Where
from briefing.publication import Publication, load
from tests import small_publication
from tests.checks.briefings import composed
from tests.small_publication import FILES
from tests.whole_publication import section

SECTION = "data/sections/en/first.md"


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """A publication whose first section has two lines, the second with an expression."""
    body = 'One 1 and\ntwo {{ period("reports-2023") }} and 1 of 2.\n'
    return load(small_publication.write(tmp_path, **section(body)))


def found(publication: Publication, text: str, where: Where | None, words: str) -> str:
    """The place of the last ``words`` in ``text``, as it is shown."""
    start = text.rindex(words)
    return str(place_in(publication, text, where, start, start + len(words)))


def test_same_line(publication: Publication) -> None:
    """On the line of its text a word stands so many columns further on."""
    assert found(publication, "One 1 and", Where(SECTION, 5, 1), "1") == f"{SECTION}:5:5"


def test_next_line(publication: Publication) -> None:
    """A word is found on a later line, behind an expression longer than its value."""
    text = "One 1 and two 2023 and 1 of 2."
    where = Where(SECTION, 5, 1)
    assert found(publication, text, where, "1") == f"{SECTION}:6:38"
    assert found(publication, text, where, "2") == f"{SECTION}:6:43"
    assert found(publication, text, where, "two") == f"{SECTION}:6:1"


def test_over_the_end_of_a_line(publication: Publication) -> None:
    """Words that go over a line's end stand where the first begins."""
    assert found(publication, "One 1 and two", Where(SECTION, 5, 1), "and two") == f"{SECTION}:5:7"


def test_row(publication: Publication) -> None:
    """A text that knows its row only is found in the cell that is printed."""
    path = "data/recommendations.csv"
    assert found(publication, "Listen.", Where(path, 2, 1), "Listen") == f"{path}:2:18"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('They had {{ fact("reports-2023") }} reports, more than ever.', "more than ever"),
        ("One {% if 1 > 2 %}or {% endif %} *two* three.", "three"),
        ("{% if 1 > 2 %}One{% endif %} two.", "two."),
    ],
)
def test_text_knows_where_it_begins(tmp_path: Path, line: str, words: str) -> None:
    """A text after a citation, a mark or a condition knows where its first character stands."""
    _, briefing = composed(tmp_path, **section(line + "\n"))
    texts = [
        inline
        for block in briefing.blocks
        for inline in inlines_of(block)
        if isinstance(inline, Text) and inline.where and inline.where.path == SECTION
    ]
    (text,) = [each for each in texts if words in each.text]
    assert text.where is not None
    assert text.where.column == line.index(words) + 1 - text.text.index(words)


def test_same_words_in_an_expression(tmp_path: Path) -> None:
    """Words in an expression are not those in print, however like their surroundings are."""
    body = "Some {% if 12 < 13 %}12{% endif %} reports.\n"
    publication = load(small_publication.write(tmp_path, **section(body)))
    assert found(publication, "Some 12 reports.", Where(SECTION, 5, 1), "12") == f"{SECTION}:5:22"


def test_same_words_all_over(tmp_path: Path) -> None:
    """Among many like words in like surroundings it is the one that is meant."""
    body = "1 " * 200
    publication = load(small_publication.write(tmp_path, **section(body + "\n")))
    for start in (0, 6, 150, 200, 396):
        place = place_in(publication, body, Where(SECTION, 5, 1), start, start + 1)
        assert place == Where(SECTION, 5, start + 1)


def test_several_lines_of_toml(tmp_path: Path) -> None:
    """A text of several lines in an audience's file has places on each."""
    path = "data/audiences/readers.toml"
    text = FILES[path].replace(
        '"More people report what they find."', '"""\nMore people\nreport 12."""'
    )
    publication = load(small_publication.write(tmp_path, **{path: text}))
    where = Where(path, 5, 1)
    assert found(publication, "More people report 12.", where, "12") == f"{path}:6:8"


def test_unknown_file(publication: Publication) -> None:
    """In a file that is not at hand it is so many columns from the beginning."""
    assert found(publication, "a 12", Where("x.md", 2, 3), "12") == "x.md:2:5"


def test_no_column(publication: Publication) -> None:
    """A place without a column, or none at all, stays as it is."""
    assert found(publication, "a 12", Where("x.md", 2), "12") == "x.md:2"
    assert found(publication, "a 12", None, "12") == "None"


def test_words_of_the_program(publication: Publication) -> None:
    """The program's own words stand in no file."""
    where = publication.settings.where
    assert found(publication, "a draft", where, "draft") == str(where)


def test_line(publication: Publication) -> None:
    """The author's line of a section and of a table is at hand; of other files it is not."""
    assert line_at(publication, Where(SECTION, 5, 3)) == "One 1 and"
    assert line_at(publication, Where("data/places.csv", 2, 1)) == "world,World,,yes"
    assert line_at(publication, Where(SECTION, 1, 1)) == ""
    assert line_at(publication, Where("briefing.toml", 1, 1)) == ""
    assert line_at(publication, None) == ""
