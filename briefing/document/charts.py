"""What a chart shows, formatted for its language and ready to be drawn."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

ChartKind: TypeAlias = Literal["columns", "bars", "line"]


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One mark of a chart.

    ``x`` is the position on the axis: years as decimal years, categories as 0, 1, 2 ...
    ``label`` stands at the axis, ``text`` at the mark. ``value`` is None where there is no
    figure: a line breaks there and a bar is left out.
    """

    x: float
    label: str
    value: int | float | None
    text: str
    highlight: bool = False
    doubtful: bool = False
    type: Literal["point"] = field(default="point", kw_only=True)


@dataclass(frozen=True, slots=True)
class ChartLine:
    """The points of one group; ``name`` labels it directly and is empty where there is one."""

    name: str
    points: tuple[ChartPoint, ...]
    highlight: bool = False
    type: Literal["line"] = field(default="line", kw_only=True)


@dataclass(frozen=True, slots=True)
class ChartData:
    """All that a drawing needs, without a word left to choose.

    ``kind``: ``columns`` (upright bars, for time), ``bars`` (lying bars, for categories) or
    ``line``. ``whole`` is the total that a share is of (100 for percent), else None; bars then
    stand on a track of that length. The value axis starts at zero.
    """

    kind: ChartKind
    lines: tuple[ChartLine, ...]
    whole: int | float | None = None
    type: Literal["chart"] = field(default="chart", kw_only=True)
