"""What a chart shows, formatted for its language and ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

ChartKind: TypeAlias = Literal[
    "columns", "bars", "line", "pairs", "slope", "waffle", "panels", "chronology", "dots"
]


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One mark of a chart.

    ``x`` is the position on the axis: years as decimal years, categories as 0, 1, 2 ...
    ``label`` stands at the axis, ``text`` at the mark. ``value`` is None where there is no
    figure: a line breaks there and a bar is left out. ``apart``: it counts something else than the
    points before it, or a shorter time, and is drawn so that nobody compares the two in passing.
    """

    x: float
    label: str
    value: int | float | None
    text: str
    highlight: bool = False
    doubtful: bool = False
    apart: bool = False
    type: Literal["point"] = field(default="point", kw_only=True)


@dataclass(frozen=True, slots=True)
class AxisLabel:
    """Words at a place on the axis that belong to no single point."""

    x: float
    text: str
    type: Literal["axis_label"] = field(default="axis_label", kw_only=True)


@dataclass(frozen=True, slots=True)
class ChartLine:
    """The points of one group; ``name`` labels it directly and is empty where there is one.

    ``median`` is the middle of its values, in a chart of dots.
    """

    name: str
    points: tuple[ChartPoint, ...]
    highlight: bool = False
    median: AxisLabel | None = None
    type: Literal["line"] = field(default="line", kw_only=True)


@dataclass(frozen=True, slots=True)
class ChartData:
    """All that a drawing needs, without a word left to choose.

    ``kind`` says how the lines are drawn:

    - ``columns``: upright bars on a baseline at zero, for time; one line.
    - ``bars``: lying bars from zero, for categories; one line.
    - ``line``: lines over time, from zero.
    - ``pairs``: two dots on a rule for each line, from zero; all lines have the same two x.
    - ``slope``: two moments, a line between them for each line; all have the same two x.
    - ``waffle``: a square of 100 for each point, ``value`` of them filled; one line.
    - ``panels``: a small column chart for each line, all on one scale and with the same x.
    - ``chronology``: a lane for each line; a point is an event, at ``x`` in decimal years, with its
      date as ``label`` and its words as ``text``; it has no value. ``axis`` labels the years.
    - ``dots``: a strip of dots for each line, a period; a point is a place, at ``x`` on the scale
      (the value, or its logarithm to base 10). One that is highlighted has its name as ``label``
      and is joined from strip to strip; the others have no words. ``axis`` labels the ends of the
      scale and its steps, from low to high, and ``axis_words`` say how to read it.

    ``whole`` is the total that a share is of (100 for percent), else None; bars then stand on a
    track of that length.
    """

    kind: ChartKind
    lines: tuple[ChartLine, ...]
    whole: int | float | None = None
    axis: tuple[AxisLabel, ...] = ()
    axis_words: str = ""
    type: Literal["chart"] = field(default="chart", kw_only=True)
