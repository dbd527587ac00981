"""Words and blocks under a condition."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.document import Heading, plain_text
from tests.compose.files import composed, paragraph, section_blocks


@pytest.mark.parametrize(
    ("condition", "stands"),
    [
        ('change("total-2019", "total-2023") > 100', True),
        ('change("total-2019", "total-2023") < 100', False),
        ('change("total-2023", "total-2019") < 0', True),
        ('change("boys", "girls") == 9', True),
        ('ratio("total-2019", "total-2023") >= 2', True),
        ('share("total-2019", "total-2023") < 50', True),
        ('compare("girls", "boys") == 1', True),
        ('compare("girls", "girls") == 0', True),
        ('fact("girls") > 50 and fact("boys") < 50', True),
        ('not fact("girls") > 50 or fact("boys") == 48', True),
        ('period("girls") == "2021"', True),
        ('place == "world"', True),
        ('place != "world"', False),
        ('"a" == 1', False),
        ("1 < 2 < 3", True),
        ("1 < 3 < 2", False),
        ("-1 < 0", True),
    ],
)
def test_condition(tmp_path: Path, condition: str, stands: bool) -> None:
    """In a condition helpers give numbers, and names of the edition ids."""
    block = paragraph(tmp_path, f"A{{% if {condition} %}} b{{% endif %}}.\n")
    assert plain_text(block.children) == ("A b." if stands else "A.")


def test_nested_conditions(tmp_path: Path) -> None:
    """A condition inside another one counts only where the outer one holds."""
    text = "A{% if 1 %} b{% if 0 %} c{% endif %} d{% endif %}{% if 0 %}{% if 1 %} e{% endif %}"
    block = paragraph(tmp_path, text + "{% endif %}.\n")
    assert plain_text(block.children) == "A b d."


def test_left_out_values_are_not_cited(tmp_path: Path) -> None:
    """A value that is left out is neither printed nor cited."""
    block = paragraph(tmp_path, 'A{% if 0 %} {{ fact("girls") }}{% endif %}.\n')
    assert plain_text(block.children) == "A."


def test_around_blocks(tmp_path: Path) -> None:
    """A condition alone on its line encloses blocks, also without empty lines around it."""
    text = "One.\n{% if 1 %}\n## Two\n\nThree.\n{% endif %}\n"
    text += "{% if 0 %}\n\n## Four\n\n{% endif %}\nFive.\n"
    blocks = section_blocks(composed(tmp_path, text))
    said = [plain_text(block.children) for block in blocks]  # type: ignore[attr-defined]
    assert said == ["One.", "Two", "Three.", "Five."]
    assert isinstance(blocks[1], Heading)


def test_nested_around_blocks(tmp_path: Path) -> None:
    """Conditions around blocks nest."""
    text = "{% if 0 %}\n\n{% if 1 %}\n\nOne.\n\n{% endif %}\n\n{% endif %}\n\nTwo.\n"
    (block,) = section_blocks(composed(tmp_path, text))
    assert plain_text(block.children) == "Two."  # type: ignore[attr-defined]


def test_left_out_paragraph(tmp_path: Path) -> None:
    """A paragraph of which nothing is left is no block."""
    assert len(section_blocks(composed(tmp_path, "{% if 0 %}One.{% endif %}\n\nTwo.\n"))) == 1


def test_left_out_item(tmp_path: Path) -> None:
    """An item of which nothing is left is no item."""
    (block,) = section_blocks(composed(tmp_path, "- {% if 0 %}One.{% endif %}\n- Two.\n"))
    assert len(block.items) == 1  # type: ignore[attr-defined]


def test_tab_in_text(tmp_path: Path) -> None:
    """A tab in running text is a space: no font has a glyph for it."""
    assert plain_text(paragraph(tmp_path, "One\tword.\n").children) == "One word."
