"""Columns side by side are cut between their lines, and nothing of them is lost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.columns import Frame, Piece, fitting, height_of, pieces_of, side_by_side
from briefing.pdf.strips import Item, Strip, TextLine
from briefing.pdf.text import Prose
from briefing.typeset import Line
from tests import shipped


@dataclass(frozen=True)
class Mark:
    """Stands for a line: which one it is, and how far below the strip's top."""

    name: str
    top: float

    def draw(self, canvas: TaggedCanvas, left: float, top: float, repeated: bool) -> None:
        """Never drawn."""


def _column(name: str, *heights: float, keeps: tuple[int, ...] = ()) -> list[Piece]:
    def items_at(line: str, top: float) -> list[Item]:
        return [Mark(line, top)]

    return [
        Piece(height, partial(items_at, f"{name}{index}"), keep=index in keeps)
        for index, height in enumerate(heights)
    ]


def _marks(strip: Strip) -> dict[str, float]:
    return {item.name: item.top for item in strip.items if isinstance(item, Mark)}


def _split(strip: Strip, room: float) -> tuple[Strip, Strip] | None:
    assert strip.split is not None
    return strip.split(room)


def test_columns_begin_level() -> None:
    """The tallest gives the height, with the frame's room above and below."""
    strip = side_by_side([_column("a", 10, 10), _column("b", 7), []], Frame(3, 4))
    assert strip.height == 27
    assert _marks(strip) == {"a0": 3, "a1": 13, "b0": 3}


def test_each_column_is_cut_where_its_own_lines_end() -> None:
    """What is left of each begins level again on the next page."""
    strip = side_by_side([_column("a", 10, 10, 10), _column("b", 7, 7, 7, 7)], Frame(1, 1))
    above, below = _split(strip, 24) or (Strip(0), Strip(0))
    assert _marks(above) == {"a0": 1, "a1": 11, "b0": 1, "b1": 8, "b2": 15}
    assert _marks(below) == {"a2": 1, "b3": 1}
    assert above.height <= 24
    assert below.height == 12
    assert _split(below, 11) is None


def test_no_column_begins_overleaf() -> None:
    """Where one finds no room for its first lines the strip is not cut."""
    strip = side_by_side([_column("a", 5, 5, 5), _column("b", 10, 10, keeps=(0,))])
    assert _split(strip, 12) is None
    assert _split(strip, 19.9) is None
    assert _split(side_by_side([_column("a", 5, 5, 5), []]), 12) is not None


def test_the_frame_knows_where_the_columns_end() -> None:
    """A rule below is asked for once, with the height of the last part."""
    asked: list[tuple[float, bool]] = []

    def drawn(height: float, last: bool) -> list[Item]:
        asked.append((height, last))
        return []

    strip = side_by_side([_column("a", 10, 10, 10)], Frame(0, 0, drawn))
    _split(strip, 25)
    assert asked == [(30, True), (20, False), (10, True)]


def test_kept_lines_are_not_parted() -> None:
    """A cut goes back to where one is allowed; the end of the column always is."""
    pieces = _column("a", 10, 10, 10, 10, keeps=(0, 2, 3))
    assert [fitting(pieces, room) for room in (9, 19, 20, 30, 39, 40)] == [0, 0, 2, 2, 2, 4]


@pytest.mark.parametrize(
    ("count", "keeps"),
    [
        (0, []),
        (1, [False]),
        (2, [True, False]),
        (3, [True, True, False]),
        (5, [True, False, False, True, False]),
    ],
)
def test_a_cut_leaves_two_lines_of_a_paragraph(count: int, keeps: list[bool]) -> None:
    """On each side; the space below stands under its last line."""
    style = shipped.theme().styles["table"]
    prose = Prose((Line((), 10.0),) * count, [], style, 9.0, (0.0, 0.0, 0.0))
    pieces = pieces_of(prose, 5, after=4)
    assert [piece.keep for piece in pieces] == keeps
    assert height_of(pieces) == pytest.approx(count * style.leading + (4 if count else 0))


def test_numbers_stand_flush_right() -> None:
    """Each line ends where its column does."""
    prose = Prose(
        (Line((), 10.0), Line((), 30.0)),
        [],
        shipped.theme().styles["table"],
        9.0,
        (0.0, 0.0, 0.0),
    )
    items = [item for piece in pieces_of(prose, 5, flush=40) for item in piece.items_at(0.0)]
    assert [item.x for item in items if isinstance(item, TextLine)] == [35, 15]


@given(
    st.lists(st.lists(st.floats(1, 30), max_size=12), min_size=1, max_size=4),
    st.floats(31, 90),
)
@settings(max_examples=100, deadline=None, derandomize=True, database=None)
def test_every_line_stands_once(heights: list[list[float]], room: float) -> None:
    """However often the strip is cut, in order and within the room."""
    columns = [_column(chr(97 + index), *own) for index, own in enumerate(heights)]
    rest = side_by_side(columns)
    parts = []
    while rest.height > room:
        cut = _split(rest, room)
        assert cut is not None
        assert cut[0].height <= room + 0.01
        parts.append(cut[0])
        rest = cut[1]
    shown = [name for part in [*parts, rest] for name in _marks(part)]
    for index, own in enumerate(heights):
        letter = chr(97 + index)
        mine = [name for name in shown if name.startswith(letter)]
        assert mine == [f"{letter}{number}" for number in range(len(own))]
