"""Whatever is hard to set is set, page after page, or is an error with the author's line."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from briefing.artwork import draw
from briefing.diagnostics import RenderError
from briefing.document import Block, Briefing, Callout, Column, Figure, Table
from briefing.pdf import Rendered
from briefing.pdf.canvas import TaggedCanvas
from tests import samples, shipped
from tests.pdf.extract import differences
from tests.pdf.hard_cases import HARD, briefing_of, lines, table
from tests.pdf.making import as_composed, failures, find, read_back, rendered
from tests.pdf.places import overlaps, watch
from tests.pdf.tree import Content, open_pdf, page_marks, read_tree
from tests.samples import lorem, text

CASES = [(case, paper) for case in HARD for paper in shipped.PAPERS]


@cache
def _made(case: str, paper: str = "a4") -> Rendered:
    return rendered(briefing_of(case, paper))


def _holes(report: Rendered, paper: str) -> list[float]:
    """The share of each page but the last that is empty at its foot."""
    sheet = shipped.theme().papers[paper]
    room = sheet.height - sheet.top - sheet.bottom
    lowest = dict.fromkeys(range(1, report.report.pages), sheet.height)
    for placed in report.report.placed:
        if placed.page in lowest:
            lowest[placed.page] = min(lowest[placed.page], placed.bottom)
    return [(bottom - sheet.bottom) / room for bottom in lowest.values()]


@pytest.mark.parametrize(("case", "paper"), CASES)
def test_it_reads_as_itself(case: str, paper: str) -> None:
    """Through the tree, and page by page by an extractor: no word is lost, doubled or moved."""
    briefing = briefing_of(case, paper)
    data = _made(case, paper).data
    assert read_back(data) == as_composed(briefing)
    assert differences(data, briefing, draw(briefing, shipped.theme())) == []


@pytest.mark.parametrize("case", HARD)
def test_it_is_valid(case: str) -> None:
    """PDF/UA-1 and PDF/A-3a."""
    assert failures(_made(case).data) == []


@pytest.mark.parametrize(("case", "paper"), CASES)
def test_no_page_has_a_hole(case: str, paper: str) -> None:
    """What follows begins on the page where it stands, unless it is short and stays whole."""
    made = _made(case, paper)
    sheet = shipped.theme().papers[paper]
    assert max(_holes(made, paper), default=0.0) < 0.38
    for placed in made.report.placed:
        assert sheet.bottom - 0.1 <= placed.bottom <= placed.top <= sheet.height - sheet.top + 0.1


@pytest.mark.parametrize("case", HARD)
def test_nothing_stands_on_anything(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither over other words nor in the margins."""
    shown = watch(monkeypatch)
    rendered(briefing_of(case))
    pages = {one.page for one in shown}
    for page in pages:
        assert overlaps([one for one in shown if one.page == page]) == []
    sheet = shipped.theme().papers["a4"]
    assert max(one.right for one in shown) <= sheet.width - sheet.right + 0.6
    assert min(one.left for one in shown) >= sheet.left - 0.6


def _parts(data: bytes, tag: str) -> list[list[int]]:
    """The pages of each element of a kind that has content of its own."""
    found = []
    for node in find(read_tree(open_pdf(data)), tag):
        pages = [child.page for child in node.children if isinstance(child, Content)]
        if pages:
            found.append(pages)
    return found


def test_a_tall_row_goes_on_overleaf() -> None:
    """One TR, each cell one element with content on each of its pages."""
    tree = read_tree(open_pdf(_made("cells of 3,000 words").data))
    assert len(find(tree, "TR")) == 4
    pages = _parts(_made("cells of 3,000 words").data, "TD")
    assert len(pages) == 3
    assert pages[0][0] == 1  # it begins under the lines of the first page
    for own in pages:
        assert own == list(range(own[0], own[-1] + 1))
        assert len(own) >= 3


def test_a_row_that_goes_on_has_no_rule_at_the_break(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule below a row stands where the row ends."""
    rules: list[int] = []
    box = TaggedCanvas.box
    colour = shipped.theme().colours["rule"]

    def noting(canvas: TaggedCanvas, *place: object) -> None:
        if place[4] == colour and place[3] == 0.6:
            rules.append(canvas.page)
        box(canvas, *place)  # type: ignore[arg-type]

    monkeypatch.setattr(TaggedCanvas, "box", noting)
    made = rendered(samples.briefing(table(1, 1800, 2)))
    assert made.report.pages > 1
    assert rules == [made.report.pages - 1]


def test_a_short_row_stays_whole() -> None:
    """A row of less than a third of a page is not cut, wherever the page ends."""
    pages = _parts(rendered(samples.briefing(*lines(17), table(9, 90, 2))).data, "TD")
    assert all(len(own) == 1 for own in pages)
    assert len({own[0] for own in pages}) > 1


@pytest.mark.parametrize(
    ("caption", "shown"),
    [("A table", "A table continued"), ("", "continued"), (lorem(60), "continued")],
)
def test_a_table_says_that_it_is_continued(caption: str, shown: str) -> None:
    """Over the repeated header, as an artifact; a long caption is not said again."""
    pdf = open_pdf(rendered(samples.briefing(table(80, 6, caption=caption))).data)
    for number, sheet in enumerate(pdf.pages):
        marks, artifacts = page_marks(sheet)
        assert (shown in artifacts) == (number > 0)
        assert ("Column 1" in artifacts) == (number > 0)
        assert all("continued" not in words for _, words in marks.values())


def test_a_long_note_keeps_its_ground(monkeypatch: pytest.MonkeyPatch) -> None:
    """On each page the tint reaches past the first and the last line."""
    boxes: dict[int, list[tuple[float, float]]] = {}
    box = TaggedCanvas.box
    tint = shipped.theme().colours["tint"]

    def noting(canvas: TaggedCanvas, *place: object) -> None:
        if place[4] == tint:
            boxes.setdefault(canvas.page, []).append((place[1], place[1] + place[3]))  # type: ignore[operator, arg-type]
        box(canvas, *place)  # type: ignore[arg-type]

    monkeypatch.setattr(TaggedCanvas, "box", noting)
    shown = watch(monkeypatch)
    note = Callout("reading", "How to read", (text(lorem(1500)),))
    made = rendered(samples.briefing(*lines(9), note))
    assert made.report.pages > 1
    assert set(boxes) == set(range(made.report.pages))
    for page, grounds in boxes.items():
        size = shipped.theme().styles["callout"].size
        words = [
            one
            for one in shown
            if one.page == page and abs(one.top - one.bottom - 0.67 * size) < 0.01
        ]
        assert max(top for _, top in grounds) > max(one.top for one in words) + 6
        assert min(bottom for bottom, _ in grounds) < min(one.bottom for one in words) - 6


def test_forty_headings_do_not_leave_their_text() -> None:
    """The last of them stands on the page of the paragraph after it, and none is cut."""
    report = _made("forty headings").report
    pages = {}
    for placed in report.placed:
        pages.setdefault(placed.block, placed.page)
    last = len(briefing_of("forty headings").blocks) - 1
    assert pages[last - 1] == pages[last]
    assert pages[21] == 1  # the headings begin under the lines before them


@pytest.mark.parametrize("filler", range(26, 33))
def test_few_sources_do_not_stand_alone(filler: int) -> None:
    """Wherever the page ends, three entries at least stand above, or none."""
    entries = samples.sources(*[()] * 12)
    numbers = [f"{number}." for number in range(1, 13)]
    pdf = open_pdf(rendered(samples.briefing(*lines(filler), entries)).data)
    marks, _ = page_marks(pdf.pages[0])
    above = [words for _, words in marks.values() if words in numbers]
    assert len(above) == 0 or len(above) >= 3


def _refused(*blocks: Block) -> tuple[str, str, str]:
    with pytest.raises(RenderError) as caught:
        rendered(samples.briefing(samples.paragraph("before"), *blocks))
    (problem,) = caught.value.problems
    assert problem.hint
    return problem.message, problem.block, str(problem.where)


def _figure(line: int, id: str, note: str) -> Figure:
    where = replace(samples.WHERE, line=line)
    return replace(samples.figure(id, span=0.5), note=text(note), where=where)


def test_a_figure_that_fits_no_page_names_its_line() -> None:
    """Of two in a row it is the line of the tall one."""
    message, _, where = _refused(_figure(3, "a", "x"), _figure(9, "b", lorem(2500)))
    assert "points high does not fit a page" in message
    assert where == "data/sections/en/first.md:9:1"


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (table(3, 2, 30), "a table of 30 columns does not fit a page"),
        (
            Table((Column("A"), Column("B")), ((text("x"),),), where=samples.WHERE),
            "row 1 of a table has 1 cells, its header 2",
        ),
    ],
)
def test_a_table_that_cannot_be_set_names_its_line(block: Table, message: str) -> None:
    """Too many columns for any word, or rows that do not match the header."""
    assert _refused(block) == (message, "table 2", "data/sections/en/first.md:7:1")


def test_a_numeral_is_never_too_small_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where long words leave a numeral no room it is wrapped, and nothing is below 8 points."""
    sizes: list[float] = []
    show = TaggedCanvas.show

    def noting(canvas: TaggedCanvas, slot: object, part: object, x: float, y: float) -> None:
        sizes.append(part.style.size)  # type: ignore[attr-defined]
        show(canvas, slot, part, x, y)  # type: ignore[arg-type]

    monkeypatch.setattr(TaggedCanvas, "show", noting)
    rendered(briefing_of("key figures of long words"))
    assert min(sizes) >= 8


def _briefings() -> list[Briefing]:
    return [briefing_of(case) for case in ("cells of 3,000 words", "callouts of two pages")]


def test_the_order_of_documents_does_not_matter() -> None:
    """Tall rows and grounds give the same bytes whichever was rendered before."""
    one, two = (rendered(briefing).data for briefing in _briefings())
    again = [rendered(briefing).data for briefing in reversed(_briefings())]
    assert again == [two, one]
