"""Keys and values that are wrong are reported with their place."""

from __future__ import annotations

from pathlib import Path

from tests.publication.faults import message
from tests.small_publication import changed

SETTINGS = "briefing.toml"
CHART = "data/charts/reports-by-year.toml"
AUDIENCE = "data/audiences/readers.toml"
SECTION = "data/sections/en/first.md"
KENYA = "data/sections/en/kenya.md"


def test_an_unknown_key_is_placed_with_the_nearest(tmp_path: Path) -> None:
    """An unknown key is reported at the key, with the nearest legal one."""
    overrides = changed(CHART, "highlight =", "hilight =")
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-year.toml:4:1: error: unknown key "hilight"\n'
        '    hilight = ["2021", "2023"]\n'
        "    ^\n"
        '  hint: did you mean "highlight"? known: events, headline, highlight, kind, labels, '
        "measure_words, note, rows, scale, series, span, split, x"
    )


def test_an_unknown_key_in_front_matter_is_placed(tmp_path: Path) -> None:
    """An unknown key of front matter is reported like one of TOML."""
    overrides = changed(KENYA, "role: body", "rolle: body")
    assert message(tmp_path, overrides) == (
        'data/sections/en/kenya.md:5:1: error: unknown key "rolle"\n'
        "    rolle: body\n"
        "    ^\n"
        '  hint: did you mean "role"? known: audiences, order, places, role, title'
    )


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    """A key that is required and not there is named, with all keys."""
    overrides = changed(AUDIENCE, 'message = "More people report what they find."\n', "")
    assert message(tmp_path, overrides) == (
        'data/audiences/readers.toml:1:1: error: missing key "message"\n'
        "  hint: its keys: name, label, title, message, lead_charts, asks_heading, "
        "key_figures, country, region"
    )


def test_a_missing_key_of_a_list_entry_is_placed(tmp_path: Path) -> None:
    """A key that one entry of a list lacks is reported at that entry."""
    overrides = changed(AUDIENCE, 'label = "Told somebody"\n', "")
    assert message(tmp_path, overrides) == (
        'data/audiences/readers.toml:14:3: error: missing key "label"\n'
        "    [[key_figures]]\n"
        "      ^\n"
        "  hint: its keys: fact, style, label, note"
    )


def test_a_value_of_the_wrong_type_is_placed(tmp_path: Path) -> None:
    """A value of the wrong type is reported at the value, with the right type."""
    overrides = changed(CHART, '["2021", "2023"]', '"2021"')
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-year.toml:4:14: error: "highlight" must be a list of texts '
        "in quotes\n"
        '    highlight = "2021"\n'
        "                 ^\n"
        '  hint: write highlight = ["2021"]'
    )


def test_a_list_element_of_the_wrong_type_is_placed(tmp_path: Path) -> None:
    """One wrong element of a list is reported at that element."""
    overrides = changed(CHART, '["2021", "2023"]', '["2021", 2023]')
    assert message(tmp_path, overrides) == (
        'data/charts/reports-by-year.toml:4:22: error: each of "highlight" must be text in '
        "quotes\n"
        '    highlight = ["2021", 2023]\n'
        "                         ^\n"
        '  hint: write "2023"'
    )


def test_a_date_in_quotes_is_refused(tmp_path: Path) -> None:
    """A date written as text is told to drop its quotes."""
    overrides = changed(SETTINGS, "2026-11-24", '"2026-11-24"')
    assert message(tmp_path, overrides) == (
        'briefing.toml:5:10: error: "as_of" must be a date such as 2026-11-24, without '
        "quotes\n"
        '    as_of = "2026-11-24"\n'
        "             ^\n"
        "  hint: write as_of = 2026-11-24"
    )


def test_an_order_in_words_is_refused(tmp_path: Path) -> None:
    """An order in front matter that is no number is reported."""
    overrides = changed(SECTION, "order: 10", "order: ten")
    assert message(tmp_path, overrides) == (
        'data/sections/en/first.md:3:8: error: "order" must be a whole number\n'
        "    order: ten\n"
        "           ^\n"
        "  hint: write order: 10"
    )


def test_an_empty_text_is_refused(tmp_path: Path) -> None:
    """A text of nothing but spaces counts as empty."""
    overrides = changed(AUDIENCE, '"Told somebody"', '" "')
    assert message(tmp_path, overrides) == (
        'data/audiences/readers.toml:16:10: error: "label" is empty\n'
        '    label = " "\n'
        "             ^\n"
        "  hint: write something"
    )


def test_an_empty_list_of_audiences_is_refused(tmp_path: Path) -> None:
    """A section for nobody is refused."""
    overrides = changed(SECTION, "[readers]", "[]")
    assert message(tmp_path, overrides) == (
        'data/sections/en/first.md:2:12: error: "audiences" is empty\n'
        "    audiences: []\n"
        "               ^\n"
        "  hint: name one at least"
    )


def test_an_illegal_word_is_placed(tmp_path: Path) -> None:
    """A word outside a key's legal set is reported with the nearest and the set."""
    overrides = changed(SETTINGS, '"draft"', '"drafty"')
    assert message(tmp_path, overrides) == (
        'briefing.toml:12:10: error: unknown state "drafty"\n'
        '    state = "drafty"\n'
        "             ^\n"
        '  hint: did you mean "draft"? known: corrected, draft, embargoed, released, review, '
        "withdrawn"
    )


def test_an_illegal_default_id_is_explained(tmp_path: Path) -> None:
    """An id with other characters is reported with the rule."""
    overrides = changed(SETTINGS, 'id = "small"', 'id = "Small one"')
    assert message(tmp_path, overrides) == (
        'briefing.toml:1:7: error: illegal id "Small one"\n'
        '    id = "Small one"\n'
        "          ^\n"
        "  hint: an id is lower-case letters and digits, with single hyphens between them, "
        "such as small-one"
    )
