"""Settings, charts, audiences and sections: what is wrong, and what is read."""

from __future__ import annotations

from pathlib import Path

from briefing.publication import Publication
from tests.publication.faults import message
from tests.small_publication import FILES, changed

CHART = "data/charts/reports-by-year.toml"
LINES = "data/charts/reports-by-place.toml"
AUDIENCE = "data/audiences/readers.toml"


def test_there_is_an_audience(tmp_path: Path) -> None:
    """A publication for nobody is reported, and what names its audiences is not."""
    overrides = {AUDIENCE: None}
    assert message(tmp_path, overrides) == (
        "data/audiences: error: there is no audience\n"
        "  hint: write data/audiences/<id>.toml for each kind of reader"
    )


def test_there_are_three_key_figures_at_least(tmp_path: Path) -> None:
    """Fewer than three key figures are reported."""
    overrides = {AUDIENCE: FILES[AUDIENCE].rpartition("[[key_figures]]")[0]}
    assert message(tmp_path, overrides) == (
        "data/audiences/readers.toml:8:3: error: there are 2 key figures\n"
        "    [[key_figures]]\n"
        "      ^\n"
        "  hint: write 3 to 5 of them"
    )


def test_there_are_five_key_figures_at_most(tmp_path: Path) -> None:
    """More than five key figures are reported."""
    overrides = {
        AUDIENCE: FILES[AUDIENCE]
        + '[[key_figures]]\nfact = "reports-2022"\nlabel = "Reports"\n' * 3
    }
    assert message(tmp_path, overrides) == (
        "data/audiences/readers.toml:8:3: error: there are 6 key figures\n"
        "    [[key_figures]]\n"
        "      ^\n"
        "  hint: write 3 to 5 of them"
    )


def test_a_chart_is_no_wider_than_the_text(tmp_path: Path) -> None:
    """A span that is no share is reported."""
    overrides = changed(LINES, "0.5", "5")
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-place.toml:5:8: error: "span" must be above 0 and at most 1\n'
        "    span = 5\n"
        "           ^\n"
        "  hint: it is a share of the text width, such as 0.5"
    )


def test_a_computed_headline_has_all_it_needs(tmp_path: Path) -> None:
    """A computed headline is told what it lacks."""
    overrides = changed(CHART, 'subject = "Reports"\n', "")
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-year.toml:11:2: error: missing key "subject"\n'
        "    [headline]\n"
        "     ^\n"
        "  hint: a computed headline needs say, subject, start, end; one in your own words, "
        "text"
    )


def test_a_file_name_is_an_id(tmp_path: Path) -> None:
    """A file whose name is no id is reported."""
    overrides = {"data/charts/By Year.toml": FILES[CHART]}
    assert message(tmp_path, overrides) == (
        'data/charts/By Year.toml: error: illegal id "By Year" in the name of this file\n'
        "  hint: an id is lower-case letters and digits, with single hyphens between them"
    )


def test_settings_have_their_defaults(publication: Publication) -> None:
    """What briefing.toml leaves out reads as the documented default."""
    settings = publication.settings
    assert (settings.as_of, settings.state) == ("2026-11-24", "draft")
    assert (settings.place, settings.language, settings.paper) == ("world", "en", "a4")


def test_a_chart_says_what_it_keeps(publication: Publication) -> None:
    """A chart holds only the columns by which it selects."""
    chart = publication.charts["reports-by-year"]
    assert dict(chart.rows) == {"place": ("world",)}
    assert (chart.split, chart.span, chart.highlight) == ("", 1.0, ("2021", "2023"))


def test_texts_of_an_audience_know_their_places(publication: Publication) -> None:
    """The place of a text is its first character inside the quotes."""
    audience = publication.audiences["readers"]
    for key, text in (
        ("title", audience.title),
        ("message", audience.message),
        ("asks_heading", audience.asks_heading),
        ("key_figures.0.label", audience.key_figures[0].label),
        ("key_figures.0.note", audience.key_figures[0].note),
    ):
        where = audience.places[key]
        line = FILES[where.path].split("\n")[(where.line or 0) - 1]
        assert line[(where.column or 0) - 1 :].startswith(text)


def test_a_headline_in_words_knows_its_place(publication: Publication) -> None:
    """A headline's place is its text, a computed one's is its table."""
    words = publication.charts["reports-by-place"]
    computed = publication.charts["reports-by-year"]
    assert str(words.headline.where) == f"{LINES}:11:9"
    assert words.places["headline.text"] == words.headline.where
    assert str(computed.headline.where) == f"{CHART}:11:2"
    assert str(computed.places["note"]) == f"{CHART}:5:9"


def test_a_section_knows_where_its_body_begins(publication: Publication) -> None:
    """The first line of a section's body is the one after its front matter."""
    section = publication.sections[1]
    assert (section.id, section.language, section.places) == ("kenya", "en", ("ken",))
    assert FILES[section.where.path].split("\n")[section.body_line - 1] == "## Kenya"
    assert section.body.startswith("## Kenya\n")


def test_a_headline_of_two_kinds(tmp_path: Path) -> None:
    """Words of the author's beside a computed headline, or ends that it has not, are reported."""
    overrides = changed(CHART, 'say = "change"', 'say = "change"\ntext = "Reports"')
    assert '"say" does not go with text' in message(tmp_path / "1", overrides)
    overrides = changed(CHART, 'say = "change"', 'say = "largest"')
    assert '"start" does not go with say = "largest"' in message(tmp_path / "2", overrides)


def test_a_change_of_groups(tmp_path: Path) -> None:
    """A change is of two periods: for groups there is another headline, which is named."""
    overrides = changed(CHART, 'x = "period"', 'x = "group"')
    assert 'hint: for two groups or places use say = "compare"' in message(tmp_path, overrides)
