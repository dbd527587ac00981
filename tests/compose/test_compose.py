"""The whole briefing: its parts in order, its metadata, its boxes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.compose import compose
from briefing.document import (
    Callout,
    Citation,
    Edition,
    Fact,
    Figure,
    Foreign,
    KeyFigures,
    Link,
    NumberedList,
    Paragraph,
    Strong,
    Table,
    Text,
    plain_text,
)
from briefing.publication import Trace
from tests.compose.files import FILES, body, composed, only_figure, publication, section_blocks

SETTINGS = FILES["briefing.toml"]


def test_block_order(tmp_path: Path) -> None:
    """The blocks stand in the order in which they are read."""
    briefing = composed(tmp_path)
    assert [getattr(block, "role", block.type) for block in briefing.blocks] == [
        "heading",
        "deck",
        "content_note",
        "key_figures",
        "figure",
        "heading",
        "asks",
        "reading",
        "heading",
        "body",
        "heading",
        "source_list",
        "note",
        "note",
        "about",
    ]


def test_sure_and_uncalculated_edition_has_no_notes(tmp_path: Path) -> None:
    """The notes on daggers and calculations stand only where there is one."""
    audience = FILES["data/audiences/government.toml"].replace('"disabled"', '"boys"')
    audience = audience.replace("{{ change('total-2019', 'total-2023', style='words') }}", "rose")
    briefing = composed(tmp_path, **{"data/audiences/government.toml": audience})
    assert not [block for block in briefing.blocks if getattr(block, "role", "") == "note"]


def test_meta_and_furniture(tmp_path: Path) -> None:
    """Title, state, dates and edition are said in words."""
    briefing = composed(tmp_path)
    assert briefing.meta.title == "Draft: Reports more than doubled by 2023"
    assert (briefing.meta.as_of, briefing.meta.state) == ("2026-11-24", "draft")
    furniture = briefing.furniture
    assert furniture.header == "Briefing for governments"
    assert furniture.header_place == "World edition"
    assert furniture.header_title == "Child safety online"
    assert furniture.state == "Draft"
    assert furniture.footer == (
        "Published aggregate figures as of 24\N{NO-BREAK SPACE}November 2026"
        " · Edition government--world--en--a4--office"
    )
    assert furniture.page.format(page=1, pages=4) == "1 of 4"
    assert furniture.to_source.format(number=3) == "Source 3"


def test_released_title(tmp_path: Path) -> None:
    """A released edition's title stands alone."""
    settings = SETTINGS + '[release]\nstate = "released"\n'
    briefing = composed(tmp_path, **{"briefing.toml": settings})
    assert briefing.meta.title == "Reports more than doubled by 2023"


@pytest.mark.parametrize("state", ["draft", "review", "embargoed", "corrected", "withdrawn"])
def test_state_in_words(tmp_path: Path, state: str) -> None:
    """What is not released says so in its title and in its last box."""
    settings = SETTINGS + f'[release]\nstate = "{state}"\n'
    briefing = composed(tmp_path, **{"briefing.toml": settings})
    assert briefing.meta.title.startswith(f"{briefing.furniture.state}: ")
    assert isinstance(briefing.blocks[-1], Callout)


def test_key_figures(tmp_path: Path) -> None:
    """A key figure's citation ends its label, and its value opens with a capital."""
    briefing = composed(tmp_path)
    figures = next(block for block in briefing.blocks if isinstance(block, KeyFigures))
    said = [(i.value.text, plain_text(i.label), plain_text(i.note)) for i in figures.items]
    nbsp = "\N{NO-BREAK SPACE}"
    assert said == [
        (f"36.2{nbsp}million", f"reports in 2023{nbsp}[1]", "Reports, not children"),
        ("Over 200", "members[2]", ""),
        ("Over 57%", "of disabled respondents[3†]", ""),
    ]


def test_asks(tmp_path: Path) -> None:
    """A recommendation has a bold lead and its source; what is our inference says so."""
    briefing = composed(tmp_path)
    asks = next(block for block in briefing.blocks if isinstance(block, NumberedList))
    assert [plain_text(item.children) for item in asks.items] == [
        "Fund the response. Budgets should grow with reports.[4]",
        "Close gaps. Check law in 57% of cases.[1][4] (our\N{NO-BREAK SPACE}inference)",
    ]
    assert asks.items[0].children[0] == Strong((Text("Fund the response."),))
    assert "emphasis" in [child.type for child in asks.items[1].children]


def test_callout_titles(tmp_path: Path) -> None:
    """A box has its author's title, else the catalogue's."""
    boxes = [block for block in composed(tmp_path).blocks if isinstance(block, Callout)]
    assert [box.title for box in boxes] == ["Before you read", "How to read", "About this briefing"]


def test_about(tmp_path: Path) -> None:
    """The last box says who publishes, the state, and that it is nobody else's publication."""
    about = composed(tmp_path).blocks[-1]
    assert isinstance(about, Callout)
    own, publisher, rest = (plain_text(paragraph) for paragraph in about.paragraphs)
    assert own == "Made for a test, after.[2]"
    assert publisher.endswith("briefing@example.org.")
    assert about.paragraphs[1][1] == Link(
        "mailto:briefing@example.org", (Text("briefing@example.org"),)
    )
    for words in (
        "24\N{NO-BREAK SPACE}November 2026",
        "CC BY 4.0",
        "a draft",
        "no publication of the organ",
    ):
        assert words in rest


def test_box_of_paragraphs(tmp_path: Path) -> None:
    """A box holds paragraphs only."""
    note = FILES["data/sections/en/note.md"] + "\n## Heading\n"
    with pytest.raises(Exception, match="role content_note holds paragraphs only"):
        composed(tmp_path, **{"data/sections/en/note.md": note})


def test_sections_of_the_place(tmp_path: Path) -> None:
    """A section for a place stands in that place's edition only."""
    kenya = "---\naudiences: [government]\norder: 20\nplaces: [ken]\n---\nIn {{ place }}.\n"
    made = publication(tmp_path, **{"data/sections/en/kenya.md": kenya})
    texts = {}
    for place in ("world", "ken"):
        briefing = compose(made, Edition("government", place))
        paragraphs = [block for block in briefing.blocks if isinstance(block, Paragraph)]
        texts[place] = [plain_text(block.children) for block in paragraphs]
    assert "In Kenya." in texts["ken"]
    assert "In Kenya." not in texts["world"]


def test_value_is_not_read_as_markdown(tmp_path: Path) -> None:
    """What an expression prints is text, whatever signs stand in it."""
    places = FILES["data/places.csv"].replace("World", "*Wo_r_ld* `x` [y](z) {{ oops }}")
    blocks = section_blocks(
        composed(tmp_path, "The {{ place }} edition.\n", **{"data/places.csv": places})
    )
    assert isinstance(block := blocks[0], Paragraph)
    assert block.children == (Text("The *Wo_r_ld* `x` [y](z) {{ oops }} edition."),)


def test_sources_are_not_read_as_markdown(tmp_path: Path) -> None:
    """A source's title is text."""
    sources = FILES["data/sources.csv"].replace("Annual report", "*Annual* {{ report }}")
    briefing = composed(tmp_path, **{"data/sources.csv": sources})
    assert "*Annual* {{ report }}" in repr(briefing)


def test_words_of_another_language(tmp_path: Path) -> None:
    """They hold what running text holds, a link too; other brackets stay as they are."""
    body = (
        "The [Bundes*kriminalamt* {{ fact('girls') }}]{lang=de}, "
        "[[le rapport](https://example.org)]{lang=fr}, [so]{lang} [it]{.is}.\n"
    )
    (block,) = section_blocks(composed(tmp_path, body))
    assert isinstance(block, Paragraph)
    german = block.children[1]
    assert isinstance(german, Foreign)
    assert german.language == "de"
    assert [child.type for child in german.children][:4] == ["text", "emphasis", "text", "fact"]
    link = Link("https://example.org", (Text("le rapport"),))
    assert Foreign("fr", (link,)) in block.children
    assert plain_text(block.children).endswith("le rapport, [so]{lang} [it]{.is}.")


def test_table(tmp_path: Path) -> None:
    """A table's cells hold values with citations; right-aligned columns are numeric."""
    text = '| Who | Share in {{ period("girls") }} |\n|---|--:|\n| Girls | {{ fact("girls") }} |\n'
    (table,) = section_blocks(composed(tmp_path, text))
    assert isinstance(table, Table)
    assert [(column.header, column.numeric) for column in table.columns] == [
        ("Who", False),
        ("Share in 2021", True),
    ]
    assert [plain_text(cell) for cell in table.rows[0]] == ["Girls", "57%[4]"]


def test_number_in_a_cell(tmp_path: Path) -> None:
    """In a cell with nothing but a number, a space keeps the citation from its digit."""
    text = '| A |\n|---|\n| {{ fact("total-2023") }} |\n'
    (table,) = section_blocks(composed(tmp_path, text))
    assert plain_text(table.rows[0][0]) == "36,210,368\N{NO-BREAK SPACE}[1]"  # type: ignore[attr-defined]


def test_lists_and_quotes(tmp_path: Path) -> None:
    """Lists, quotes and links become blocks and inlines of their own."""
    text = "- a\n- *b*\n\n1. c\n2. d\n\n> Words.\n>\n> Somebody\n\n[e](https://example.org)\n"
    blocks = section_blocks(composed(tmp_path, text))
    kinds = [block.type for block in blocks]  # type: ignore[attr-defined]
    assert kinds == ["bullet_list", "numbered_list", "quote", "paragraph"]
    assert plain_text(blocks[2].attribution) == "Somebody"  # type: ignore[attr-defined]


def test_a_chart_is_drawn_once(tmp_path: Path) -> None:
    """A chart that leads an edition does not stand in it again."""
    briefing = composed(tmp_path, 'A.\n\n{{ chart("years") }}\n\n{{ chart("tools") }}\n')
    figures = [block.id for block in briefing.blocks if isinstance(block, Figure)]
    assert figures == ["years", "tools"]


def test_chart_note_is_cited_in_reading_order(tmp_path: Path) -> None:
    """Its source line comes before the author's words."""
    note = only_figure(composed(tmp_path), "years").note
    anchors = [it.anchor for it in note if isinstance(it, Citation)]
    assert len(anchors) == 2
    assert anchors == sorted(anchors)


def test_chart_note(tmp_path: Path) -> None:
    """A chart's note follows its source line and the measure's caveat, and may cite."""
    figure = only_figure(composed(tmp_path), "years")
    assert plain_text(figure.note) == (
        "Source: NCMEC.[1] Reports are not children. "
        "Totals of 2023 were 36.2\N{NO-BREAK SPACE}million.[1]"
    )


def test_moving_a_text_changes_nothing(tmp_path: Path) -> None:
    """Where a text stands takes no part in the briefing."""
    first = composed(tmp_path / "a", "One two\nthree.\n")
    second = composed(tmp_path / "b", "\n\nOne\ntwo three.\n")
    assert first == second


def test_every_block_and_text_has_its_place(tmp_path: Path) -> None:
    """Each block and each text, value and link knows where it comes from."""
    from dataclasses import fields, is_dataclass

    def check(value: object) -> None:
        if isinstance(value, tuple):
            for item in value:
                check(item)
        elif is_dataclass(value) and not isinstance(value, type):
            if isinstance(value, (Text, Fact, Link)) or hasattr(value, "language"):
                assert getattr(value, "where", None), value
            for each in fields(value):
                check(getattr(value, each.name))

    text = 'A *b* {{ fact("girls") }} in {{ period("girls") }} 3 {{ fact("total-2023") }}\n'
    check(composed(tmp_path, text).blocks)


def test_trace(tmp_path: Path) -> None:
    """Composing notes its questions, and only those whose answers changed are found changed."""
    made = publication(tmp_path / "a")
    trace = Trace()
    compose(made, Edition("government"), trace)
    assert 'fact("total-2023")' in trace
    assert trace.changed(made) == ()
    other = publication(tmp_path / "b", **body("Other text.\n"))
    assert [question.partition("(")[0] for question in trace.changed(other)] == ["sections"]


def test_composing_twice_gives_the_same(tmp_path: Path) -> None:
    """Composing leaves nothing behind that changes the next briefing."""
    made = publication(tmp_path)
    first = compose(made, Edition("government"))
    compose(made, Edition("government", "ken"))
    assert compose(made, Edition("government")) == first


def test_light_import() -> None:
    """Composing needs neither the page nor the chart libraries, and babel and ICU only in use."""
    heavy = "('reportlab', 'matplotlib', 'uharfbuzz', 'babel', 'icu4py', 'briefing.typeset')"
    code = f"import sys, briefing.compose; print([m for m in {heavy} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
