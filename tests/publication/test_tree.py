"""TOML and front matter that cannot be parsed are reported with their place."""

from __future__ import annotations

from pathlib import Path

from tests.publication.faults import message
from tests.small_publication import changed

SETTINGS = "briefing.toml"
CHART = "data/charts/reports-by-year.toml"
SECTION = "data/sections/en/first.md"
KENYA = "data/sections/en/kenya.md"


def test_broken_toml_is_placed(tmp_path: Path) -> None:
    """TOML that cannot be parsed is reported where the parser stopped."""
    overrides = changed(CHART, 'x = "period"', "x = period")
    assert message(tmp_path, overrides) == (
        "data/charts/reports-by-year.toml:3:5: error: broken TOML: invalid value\n"
        "    x = period\n"
        "        ^\n"
        "  hint: write each key on a line of its own, as key = value, and text in quotes: "
        'key = "text"'
    )


def test_an_open_quote_in_toml_is_placed(tmp_path: Path) -> None:
    """A text without its closing quote is reported at the end of its line."""
    overrides = changed(CHART, 'end = "2023"', 'end = "2023')
    assert message(tmp_path, overrides) == (
        "data/charts/reports-by-year.toml:15:12: error: broken TOML: this quote is not "
        "closed on its line\n"
        '    end = "2023\n'
        "               ^\n"
        "  hint: write each key on a line of its own, as key = value, and text in quotes: "
        'key = "text"'
    )


def test_toml_that_ends_early_is_placed(tmp_path: Path) -> None:
    """TOML that ends inside a value is reported at the end of the file."""
    overrides = changed(SETTINGS, '"draft"', '"""draft')
    assert message(tmp_path, overrides) == (
        "briefing.toml:12:17: error: broken TOML: unterminated string\n"
        '    state = """draft\n'
        "                    ^\n"
        "  hint: write each key on a line of its own, as key = value, and text in quotes: "
        'key = "text"'
    )


def test_a_file_without_front_matter_is_told_how(tmp_path: Path) -> None:
    """A section without front matter is told how to begin."""
    overrides = {SECTION: "## Reports\n"}
    assert message(tmp_path, overrides) == (
        "data/sections/en/first.md:1:1: error: there is no front matter\n"
        "    ## Reports\n"
        "    ^\n"
        "  hint: begin the file with a line ---, the keys, and another line ---"
    )


def test_front_matter_without_end_is_reported(tmp_path: Path) -> None:
    """Front matter without its closing line is reported at its beginning."""
    overrides = changed(SECTION, "---\n## Reports", "## Reports")
    assert message(tmp_path, overrides) == (
        "data/sections/en/first.md:1:1: error: the front matter has no end\n"
        "    ---\n"
        "    ^\n"
        "  hint: write a line --- after the keys, below line 3"
    )


def test_broken_yaml_is_placed(tmp_path: Path) -> None:
    """Front matter that is no YAML is reported at the file's own line."""
    overrides = changed(SECTION, "order: 10", "order: 10\n  more: 1")
    assert message(tmp_path, overrides) == (
        "data/sections/en/first.md:4:7: error: broken front matter: mapping values are not "
        "allowed here\n"
        "      more: 1\n"
        "          ^\n"
        "  hint: write each key on a line of its own, as key: value, and a list as [one, two]"
    )


def test_a_control_character_is_placed(tmp_path: Path) -> None:
    """A character that nothing can print is reported where it stands."""
    overrides = changed(SECTION, "order: 10", "order: \x07")
    assert message(tmp_path, overrides) == (
        "data/sections/en/first.md:3:8: error: a character that cannot be printed (U+0007)\n"
        "    order: \ufffd\n"
        "           ^\n"
        "  hint: remove it: it was copied along from another program"
    )


def test_front_matter_is_keys_and_values(tmp_path: Path) -> None:
    """Front matter that is a list is reported."""
    overrides = changed(SECTION, "audiences: [readers]\norder: 10", "- readers")
    assert message(tmp_path, overrides) == (
        "data/sections/en/first.md:2:1: error: the front matter must be keys and values\n"
        "    - readers\n"
        "    ^\n"
        "  hint: write each key on a line of its own, as key: value, and a list as [one, two]"
    )


def test_a_duplicate_key_in_front_matter_is_reported(tmp_path: Path) -> None:
    """YAML would take the second of two like keys in silence; the author is told."""
    overrides = changed(SECTION, "order: 10", "order: 10\norder: 20")
    assert message(tmp_path, overrides) == (
        'data/sections/en/first.md:4:1: error: duplicate key "order"\n'
        "    order: 20\n"
        "    ^\n"
        "  hint: remove one of the two"
    )


def test_an_alias_in_front_matter_is_refused(tmp_path: Path) -> None:
    """A value that refers to itself is refused instead of read for ever."""
    overrides = changed(KENYA, "[ken]", "&all [*all]")
    assert message(tmp_path, overrides) == (
        "data/sections/en/kenya.md:4:9: error: an alias is not for front matter\n"
        "    places: &all [*all]\n"
        "            ^\n"
        "  hint: write the value again\n"
        'data/sections/en/kenya.md:4:9: error: each of "places" must be text\n'
        "    places: &all [*all]\n"
        "            ^\n"
        '  hint: write "text"'
    )
