"""matplotlib starts without a scan for fonts, and without settings of the user's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from briefing.artwork.start import default_settings, start_matplotlib
from tests import shipped

DRAW = """
import hashlib
from briefing.artwork import draw
from tests import samples, shipped

drawings = draw(samples.everything(), shipped.theme())
print(hashlib.sha256(repr(sorted(drawings.items())).encode()).hexdigest())
"""

WATCH = """
import sys

called = set()
sys.setprofile(lambda frame, event, arg: called.add(frame.f_code.co_name))
from briefing.artwork.start import start_matplotlib

start_matplotlib()
sys.setprofile(None)
assert "matplotlib.font_manager" in sys.modules
assert "start_matplotlib" in called
print(*sorted(called & {"findSystemFonts", "_get_fontconfig_fonts", "addfont"}))
"""

RC = """
lines.marker: o
lines.dash_capstyle: round
lines.scale_dashes: False
lines.antialiased: False
text.usetex: True
figure.autolayout: True
figure.facecolor: red
font.size: 40
patch.force_edgecolor: True
patch.linewidth: 5
path.sketch: 1, 100, 2
hatch.linewidth: 5
"""


def _run(code: str, folder: Path, **variables: str) -> str:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("MPL", "XDG"))}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(shipped.ROOT), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_fresh_home_costs_no_font_scan(tmp_path: Path) -> None:
    """With nothing in home or cache no font of the system is looked for, and home stays empty."""
    home, cache = tmp_path / "home", tmp_path / "cache"
    home.mkdir()
    called = _run(WATCH, tmp_path, HOME=str(home), BRIEFING_CACHE=str(cache))
    assert called == ""
    (ready,) = cache.rglob("fontlist-v*.json")
    fonts = json.loads(ready.read_text(encoding="ascii"))["ttflist"]
    assert [font["name"] for font in fonts] == ["DejaVu Sans"]
    assert list(home.rglob("*")) == []


def test_settings_of_the_user_change_nothing(tmp_path: Path) -> None:
    """A matplotlibrc in the folder where the program runs leaves every chart as it is."""
    plain, changed = tmp_path / "plain", tmp_path / "changed"
    plain.mkdir()
    changed.mkdir()
    (changed / "matplotlibrc").write_text(RC, encoding="ascii")
    expected = _run(DRAW, plain, HOME=str(tmp_path))
    assert len(expected) == 64
    assert _run(DRAW, changed, HOME=str(tmp_path)) == expected


def test_changed_settings_come_back() -> None:
    """A program that draws with settings of its own finds them as it left them."""
    start_matplotlib()
    import matplotlib

    with matplotlib.rc_context({"lines.marker": "o"}):
        with default_settings():
            assert matplotlib.rcParams["lines.marker"] == "None"
        assert matplotlib.rcParams["lines.marker"] == "o"
    with default_settings():
        assert matplotlib.rcParams["lines.marker"] == "None"
