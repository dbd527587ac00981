"""Strips to pages: nothing lost, nothing parted that belongs together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.diagnostics import RenderError
from briefing.document import Heading, Where
from briefing.pdf.paginate import Page, paginate
from briefing.pdf.strips import Strip
from tests import samples
from tests.pdf.making import rendered

WHERE = Where("data/sections/en/first.md", 7, 1)


def _strips(*heights: float, **look: float) -> list[Strip]:
    return [Strip(height, **look) for height in heights]  # type: ignore[arg-type]


def _drops(page: Page) -> list[float]:
    return [placement.drop for placement in page.placements]


def _counts(pages: list[Page]) -> list[int]:
    return [len(page.placements) for page in pages]


def test_a_page_is_filled_before_the_next_begins() -> None:
    """The first page may be lower than the others."""
    pages = paginate(_strips(10, 10, 10, 10, 10), first=20, height=30)
    assert _counts(pages) == [2, 3]
    assert [_drops(page) for page in pages] == [[0, 10], [0, 10, 20]]


def test_between_strips_the_larger_space_counts() -> None:
    """Space after one and before the next do not add up, and none stands at a page's top."""
    one, two, three = Strip(10, after=6), Strip(10, before=4, after=2), Strip(10, before=9)
    pages = paginate([one, two, three], first=50, height=50)
    assert [_drops(page) for page in pages] == [[0, 16, 35]]
    pages = paginate([one, two, three], first=26, height=30)
    assert [_drops(page) for page in pages] == [[0, 16], [0]]


def test_blocks_move_apart_to_fill_a_page() -> None:
    """Room at the foot of a page goes between its blocks in proportion, and not within them."""
    strips = _strips(10, 10, 10, 30)
    strips[0].after, strips[1].after = 4, 8
    for strip, block in zip(strips, (0, 1, 1, 2), strict=True):
        strip.block = block
    pages = paginate(strips, first=44, height=44)
    assert [_drops(page) for page in pages] == [[0, 16, 34], [0]]


def test_blocks_move_apart_within_reason() -> None:
    """A page that is far from full keeps room at its foot, and so does the last page."""
    strips = [Strip(10, after=4, block=0), Strip(10, block=1), Strip(90, block=2)]
    pages = paginate(strips, first=100, height=100)
    assert [_drops(page) for page in pages] == [[0, 17], [0]]
    assert [_drops(page) for page in paginate(strips[:2], first=100, height=100)] == [[0, 14]]


def test_a_strip_that_keeps_goes_with_the_next() -> None:
    """A heading at the foot of a page moves to where its text begins."""
    strips = _strips(10, 10, 10, 10)
    strips[2].keep = True
    assert _counts(paginate(strips, first=30, height=30)) == [2, 2]


def test_a_chain_longer_than_a_page_is_cut_where_it_must() -> None:
    """Where all strips of a page keep, it ends when it is full."""
    strips = _strips(*[10] * 5, keep=True)
    assert _counts(paginate(strips, first=30, height=30)) == [3, 2]


def test_a_repeated_strip_heads_the_next_page() -> None:
    """It takes room there, is marked as repeated, and is not repeated where it came just before."""
    header = Strip(5, keep=True)
    rows = [Strip(10, repeat=(header,)) for _ in range(5)]
    pages = paginate([header, *rows], first=25, height=25)
    assert _counts(pages) == [3, 3, 2]
    repeated = [[placement.repeated for placement in page.placements] for page in pages]
    assert repeated == [[False] * 3, [True, False, False], [True, False]]
    assert _drops(pages[1]) == [0, 5, 15]


def test_what_is_taller_than_a_page_is_an_error() -> None:
    """The message has both heights, the author's place and the block."""
    strip = Strip(700, where=WHERE, name="table 3")
    with pytest.raises(RenderError) as caught:
        paginate([Strip(10), strip], first=600, height=650)
    (problem,) = caught.value.problems
    assert problem.message == "a piece 700 points high does not fit a page of 650 points"
    assert (problem.where, problem.block, problem.code) == (WHERE, "table 3", "too-tall")
    assert problem.hint


@given(
    strips=st.lists(
        st.builds(
            Strip,
            st.floats(1, 40),
            before=st.floats(0, 9),
            after=st.floats(0, 9),
            keep=st.booleans(),
        ),
        min_size=1,
        max_size=30,
    ),
    first=st.floats(41, 120),
)
@settings(max_examples=150, deadline=None, derandomize=True, database=None)
def test_every_strip_stands_once_in_order(strips: list[Strip], first: float) -> None:
    """No page is overfull, and none ends at a strip that keeps unless all of its strips do."""
    pages = paginate(strips, first, 120.0)
    placed = [placement.strip for page in pages for placement in page.placements]
    assert [id(strip) for strip in placed] == [id(strip) for strip in strips]
    for number, page in enumerate(pages):
        bottoms = [placement.drop + placement.strip.height for placement in page.placements]
        assert bottoms[-1] <= (120.0 if number else first) + 0.02
        for placement, bottom in zip(page.placements[1:], bottoms, strict=False):
            assert placement.drop >= bottom
        if number < len(pages) - 1 and page.placements[-1].strip.keep:
            assert all(placement.strip.keep for placement in page.placements)


def test_no_line_of_a_paragraph_stands_alone() -> None:
    """Wherever the page ends, two lines at least stay above and two go below."""
    seen = set()
    for before in range(36, 46):
        fill = [samples.paragraph("one line") for _ in range(before - 13)]
        text = samples.paragraph(samples.lorem(80))
        rest = samples.paragraph(samples.lorem(200))  # a short last page would be saved
        report = rendered(samples.briefing(*fill, text, rest)).report
        lines = [0] * (report.pages + 1)
        for placed in report.placed:
            lines[placed.page] += placed.block == len(fill)
        seen.add(tuple(lines[1:]))
        assert 1 not in lines
    assert any(len([count for count in lines if count]) == 2 for lines in seen)


def test_a_heading_stays_with_its_text() -> None:
    """Wherever the page ends, the first two lines after a heading stand on its page."""
    for before in range(26, 34):
        fill = [samples.paragraph("one line") for _ in range(before)]
        heading = Heading(2, samples.text("Heading"))
        text = samples.paragraph(samples.lorem(60))
        report = rendered(samples.briefing(*fill, heading, text)).report
        (own,) = [placed.page for placed in report.placed if placed.block == before]
        after = [placed.page for placed in report.placed if placed.block == before + 1]
        assert after[:2] == [own, own]


def _cut(height: float) -> Strip:
    """A strip that is cut wherever it is asked to, and moves whole up to half a page."""
    strip = Strip(height, whole_to=0.5)
    strip.split = lambda room: (Strip(room), _cut(height - room))
    return strip


def _heights(pages: list[Page]) -> list[list[float]]:
    return [[placement.strip.height for placement in page.placements] for page in pages]


def test_a_tall_strip_is_cut_where_the_page_ends() -> None:
    """It begins under what stands before it and fills as many pages as it needs."""
    pages = paginate([Strip(10), _cut(75), Strip(10)], first=20, height=30)
    assert _heights(pages) == [[10, 10], [30], [30], [5, 10]]


def test_a_strip_that_is_not_tall_moves_whole() -> None:
    """It could be cut, and the page before it is not full."""
    assert _heights(paginate([Strip(20), _cut(15)], first=30, height=30)) == [[20], [15]]


def test_parts_know_what_the_whole_knew() -> None:
    """Block, place, name, spaces at its ends, what is repeated, and what it keeps to."""
    header = Strip(5, keep=True, block=4)
    row = _cut(60)
    row.block, row.where, row.name, row.repeat, row.keep = 4, WHERE, "table 5", (header,), True
    row.before, row.after = 2, 3
    pages = paginate([header, row, Strip(1)], first=30, height=30)
    parts = [place.strip for page in pages for place in page.placements if not place.repeated][1:-1]
    assert [part.height for part in parts] == [23, 25, 12]
    assert {(part.block, part.where, part.name) for part in parts} == {(4, WHERE, "table 5")}
    assert [part.keep for part in parts] == [False, False, True]
    assert (parts[0].before, parts[-1].after) == (2, 3)
    assert [page.placements[0].repeated for page in pages] == [False, True, True]


def test_what_is_repeated_belongs_to_its_block() -> None:
    """The page report and the checks know the block of a repeated caption."""
    again = Strip(5)
    rows = [Strip(10, repeat=(again,), block=3) for _ in range(4)]
    pages = paginate([Strip(5, block=3), *rows], first=25, height=25)
    assert all(place.block == 3 for page in pages for place in page.placements)


def test_a_foot_closes_a_block_that_goes_on() -> None:
    """It has its room on the page, and stands there only where its block is continued."""
    foot = Strip(4)
    lines = [Strip(10, foot=(foot,), block=1) for _ in range(3)]
    pages = paginate([*lines, Strip(10, block=2)], first=32, height=32)
    assert _heights(pages) == [[10, 10, 4], [10, 10]]
    pages = paginate([*lines[:2], *_strips(10, 10, block=2)], first=24, height=24)
    assert _heights(pages) == [[10, 10], [10, 10]]


def test_a_chain_taller_than_a_page_begins_where_it_stands() -> None:
    """Many headings in a row: cut between two of them, and not before what the last one heads."""
    text = [Strip(10, block=0), Strip(10, block=0)]
    headings = [Strip(10, keep=True, block=block) for block in range(1, 6)]
    pages = paginate([*text, *headings, Strip(10, block=6)], first=40, height=40)
    assert _counts(pages) == [4, 3, 1] or _counts(pages) == [4, 4]
    last = pages[-1].placements
    assert {placement.strip.block for placement in last} >= {5, 6}


def test_a_chain_is_not_cut_within_its_first_heading() -> None:
    """The lines of a heading stay together even where it heads more than a page can hold."""
    heading = [Strip(10, keep=True, block=1), Strip(10, keep=True, block=1)]
    strips = [
        *_strips(10, 10),
        *heading,
        *_strips(*[10] * 3, keep=True, block=2),
        Strip(1, block=2),
    ]
    assert _counts(paginate(strips, first=30, height=30)) == [2, 3, 3]


def test_a_last_page_of_hardly_anything_is_saved() -> None:
    """Blocks stand a little closer, all alike; not where even that does not do."""
    strips = [Strip(30, after=10, block=block) for block in range(5)]
    pages = paginate([*strips, Strip(8, block=5)], first=198, height=100)
    assert _counts(pages) == [6]
    assert _drops(pages[0]) == pytest.approx([0, 38, 76, 114, 152, 190])
    pages = paginate([*strips, Strip(14, block=5)], first=193, height=100)
    assert _counts(pages) == [5, 1]


def test_lines_of_one_block_never_stand_closer() -> None:
    """Only the space between two blocks gives way."""
    strips = [Strip(30, after=10, block=0) for _ in range(5)]
    assert _counts(paginate([*strips, Strip(8, block=0)], first=198, height=100)) == [5, 1]
