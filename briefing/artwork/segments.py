"""matplotlib's paths as the segments of a drawing."""

from __future__ import annotations

from typing import Any

from matplotlib.path import Path

from briefing.document.drawing import Segment


def segments_of(path: Path, transform: Any) -> tuple[Segment, ...]:
    """The segments of a matplotlib path, in points; curves of second order become of third."""
    segments: list[Segment] = []
    last = (0.0, 0.0)
    for points, code in path.iter_segments(transform, simplify=False, curves=True):
        at = tuple(rounded(value) for value in points)
        if code == Path.MOVETO:
            segments.append(("m", at))
        elif code == Path.LINETO:
            segments.append(("l", at))
        elif code == Path.CURVE3:
            segments.append(("c", _cubic(last, at)))
        elif code == Path.CURVE4:
            segments.append(("c", at))
        else:  # CLOSEPOLY
            segments.append(("h", ()))
            continue
        last = (at[-2], at[-1])
    return tuple(segments)


def _cubic(start: tuple[float, float], quadratic: tuple[float, ...]) -> tuple[float, ...]:
    """A quadratic Bezier curve as the cubic that PDF has."""
    cx, cy, x, y = quadratic
    return (
        rounded(start[0] + 2 / 3 * (cx - start[0])),
        rounded(start[1] + 2 / 3 * (cy - start[1])),
        rounded(x + 2 / 3 * (cx - x)),
        rounded(y + 2 / 3 * (cy - y)),
        x,
        y,
    )


def rounded(value: float) -> float:
    """A length in points to three decimals, which is what a PDF holds."""
    return round(float(value), 3) + 0.0  # no minus zero
