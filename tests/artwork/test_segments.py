"""matplotlib's paths become segments, in points."""

from __future__ import annotations

import pytest

from briefing.artwork.start import start_matplotlib

start_matplotlib()

from matplotlib.path import Path  # noqa: E402  only once it will not scan for fonts
from matplotlib.transforms import Affine2D  # noqa: E402  as above

from briefing.artwork.segments import rounded, segments_of  # noqa: E402


def test_a_closed_path_is_transformed() -> None:
    """Moves, lines and the end, in the place that the transform gives."""
    path = Path([(0, 0), (1, 0), (1, 1), (0, 0)], [1, 2, 2, 79])
    assert segments_of(path, Affine2D().scale(10).translate(5, 6)) == (
        ("m", (5.0, 6.0)),
        ("l", (15.0, 6.0)),
        ("l", (15.0, 16.0)),
        ("h", ()),
    )


def test_curves_are_cubic() -> None:
    """Those of second order are the same curve in other numbers; the next begins at their end."""
    path = Path([(0, 0), (30, 60), (60, 0), (70, 10), (80, 10), (90, 0)], [1, 3, 3, 4, 4, 4])
    assert segments_of(path, Affine2D()) == (
        ("m", (0.0, 0.0)),
        ("c", (20.0, 40.0, 40.0, 40.0, 60.0, 0.0)),
        ("c", (70.0, 10.0, 80.0, 10.0, 90.0, 0.0)),
    )


@pytest.mark.parametrize(("value", "shown"), [(1.23456, "1.235"), (-0.0001, "0.0"), (2, "2.0")])
def test_lengths_are_rounded(value: float, shown: str) -> None:
    """To three decimals, without a minus zero."""
    assert str(rounded(value)) == shown
