"""Time and size of a finished briefing against Typst, as paired ratios from one process.

    python benchmarks/typst.py [--rounds 40] [--only NAME ...]

Ours is ``render(briefing, theme, drawings)``. Theirs is one kept ``Compiler`` on the same words in
the same fonts and sizes (``typst_markup.py``), the charts being SVG files made beforehand, for
PDF/UA-1. Both work in turn (A B A B ...) on the same text; printed are the medians and the median
of the ratios pair by pair (Typst's time by ours), which holds when the machine's speed drifts.
Needs ``pip install typst``, which the program itself never uses.
"""

from __future__ import annotations

import argparse
import functools
import io
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.remove(str(Path(__file__).parent))  # here "import typst" would find this file
sys.path.insert(0, str(Path(__file__).parents[1]))

import pikepdf
import typst

from benchmarks.environment import environment
from benchmarks.exchange import exchanged
from benchmarks.stored import write_stored
from benchmarks.typst_fonts import static_fonts
from benchmarks.typst_markup import Markup
from benchmarks.typst_pictures import svg_of
from briefing import api
from briefing.checks import check_pages
from briefing.document import Briefing, Drawing, Edition, Paragraph, Theme
from briefing.make import compose_checked
from briefing.pdf import render, render_pages
from briefing.publication import Publication
from briefing.recurring import Recurring

ROOT = Path(__file__).parents[1]
STANDARDS = ["ua-1"]
WARM_UP = 6
COLD_ROUNDS = 15
MATPLOTLIB = "import matplotlib.figure"


@dataclass
class Bench:
    """One edition, and all that either side needs of it."""

    publication: Publication
    briefing: Briefing
    theme: Theme
    drawings: dict[str, Drawing]
    folder: Path
    families: dict[str, str]
    fonts: typst.Fonts

    def markup(self, briefing: Briefing) -> bytes:
        """The briefing as Typst's input."""
        return Markup(briefing, self.theme, self.families).text().encode("utf-8")

    def compiler(self) -> typst.Compiler:
        """A compiler that has compiled nothing yet; its fonts are found already."""
        return typst.Compiler(
            root=str(self.folder), font_paths=self.fonts, ignore_system_fonts=True
        )

    def ours(self, briefing: Briefing) -> bytes:
        """Our file."""
        return render(briefing, self.theme, self.drawings)

    def whole(self, briefing: Briefing) -> bytes:
        """Our file, with composing and all checks before it and after it."""
        compose_checked(self.publication, self.briefing.edition)
        rendered = render_pages(briefing, self.theme, self.drawings)
        check_pages(briefing, rendered.report)
        return rendered.data


def prepared(folder: Path) -> Bench:
    """The briefing for governments on A4, with fonts and charts as files for Typst."""
    theme = api.load_theme(ROOT)
    publication = api.load(ROOT)
    briefing = api.compose(publication, Edition("government", paper="a4"))
    drawings = api.draw(briefing, theme)
    families = static_fonts(theme.fonts, folder)
    for key, drawing in drawings.items():
        (folder / f"{key}.svg").write_text(svg_of(drawing, theme.fonts, families))
    shutil.copy(ROOT / "assets" / "logo.png", folder / "logo.png")
    write_stored(folder, briefing, drawings, theme)
    fonts = typst.Fonts(False, False, [str(folder)])
    bench = Bench(publication, briefing, theme, drawings, folder, families, fonts)
    (folder / "main.typ").write_bytes(bench.markup(briefing))
    return bench


def compiled(compiler: typst.Compiler, markup: bytes) -> bytes:
    """Typst's file."""
    return bytes(compiler.compile(input=markup, format="pdf", pdf_standards=STANDARDS))


def seconds(work: Callable[[], object]) -> float:
    """How long ``work`` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def line(name: str, pairs: list[tuple[float, float]], goal: float | None) -> None:
    """Print the medians in milliseconds, and the median of Typst's time by ours."""
    own, other = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    ratio = statistics.median(theirs / ours for ours, theirs in pairs)
    wanted = f"{goal:5.2f}" if goal else "    -"
    print(f"{name:48} {own:7.1f} {other:7.1f}   {ratio:5.2f}   {wanted}", flush=True)


# Warm --------------------------------------------------------------------------------------


def warm(
    bench: Bench,
    rounds: int,
    new: Callable[[int], Briefing],
    ours: Callable[[Briefing], bytes],
) -> list[tuple[float, float]]:
    """Pairs of times on one text after the other; the first few are not counted."""
    kept = bench.compiler()
    pairs = []
    for number in range(WARM_UP + rounds):
        briefing = new(number)
        markup = bench.markup(briefing)
        own = seconds(lambda briefing=briefing: ours(briefing))
        theirs = seconds(lambda markup=markup: compiled(kept, markup))
        pairs.append((own, theirs))
    return pairs[WARM_UP:]


def empty(bench: Bench, rounds: int) -> list[tuple[float, float]]:
    """Nothing remembered: our caches cleared, the faces' too; a new compiler, new text for it."""
    pairs = []
    for number in range(2 + rounds):
        briefing = exchanged(bench.briefing, number)
        markup = bench.markup(briefing)
        forget()
        own = seconds(lambda briefing=briefing: bench.ours(briefing))
        theirs = seconds(lambda markup=markup: compiled(bench.compiler(), markup))
        pairs.append((own, theirs))
    return pairs[2:]


def forget() -> None:
    """Empty every cache that our typesetter and our pages keep for a process."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("briefing.typeset", "briefing.pdf")):
            for value in vars(module).values():
                if isinstance(value, functools._lru_cache_wrapper):
                    value.cache_clear()
                elif isinstance(value, Recurring):
                    value.clear()


# Cold, and size ----------------------------------------------------------------------------


def cold(bench: Bench, rounds: int) -> list[tuple[float, float]]:
    """Whole processes: stored briefing and drawings to file, and Typst from Python to file."""
    folder = str(bench.folder)
    own = [sys.executable, "-m", "benchmarks.stored", folder, f"{folder}/own.pdf"]
    code = (
        f"import typst; typst.Compiler(root={folder!r}, font_paths=[{folder!r}],"
        f" ignore_system_fonts=True).compile(input={folder + '/main.typ'!r},"
        f" output={folder + '/theirs.pdf'!r}, format='pdf', pdf_standards={STANDARDS})"
    )
    theirs = [sys.executable, "-c", code]
    return processes(own, theirs, rounds)


def processes(own: list[str], theirs: list[str], rounds: int) -> list[tuple[float, float]]:
    """Pairs of times of two commands, of programs that are compiled as an installed one is."""

    def run(command: list[str]) -> None:
        subprocess.run(command, check=True, cwd=ROOT, env=environment())

    run(own), run(theirs)  # not counted: warms the disk cache
    return [(seconds(lambda: run(own)), seconds(lambda: run(theirs))) for _ in range(rounds)]


def sizes(bench: Bench) -> None:
    """Print the bytes of both files, attachments apart."""
    data = bench.ours(bench.briefing)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        attached = sum(
            len(item.read_raw_bytes())
            for item in pdf.objects
            if isinstance(item, pikepdf.Stream) and item.get("/Type") == "/EmbeddedFile"
        )
    own, theirs = (
        len(data) - attached,
        len(compiled(bench.compiler(), bench.markup(bench.briefing))),
    )
    print(f"{'bytes, attachments apart':48} {own:7} {theirs:7}   {theirs / own:5.2f}    1.00")


# All ---------------------------------------------------------------------------------------


def rows(bench: Bench, rounds: int) -> dict[str, Callable[[], None]]:
    """What can be measured, by name."""
    blocks = bench.briefing.blocks
    bodies = [n for n, it in enumerate(blocks) if isinstance(it, Paragraph) and it.role == "body"]
    longest = max(bodies, key=lambda index: len(str(blocks[index])))

    def new(number: int) -> Briefing:
        return exchanged(bench.briefing, number)

    def one(number: int) -> Briefing:
        return exchanged(bench.briefing, number, longest)

    def same(number: int) -> Briefing:
        return bench.briefing

    own, whole = bench.ours, bench.whole
    again = "nothing changed"
    return {
        "new": lambda: line("all text new, words known", warm(bench, rounds, new, own), 2),
        "one": lambda: line("one paragraph changed", warm(bench, rounds, one, own), 3),
        "same": lambda: line(again, warm(bench, rounds, same, own), None),
        "whole": lambda: line(
            "all text new, with composing and checks", warm(bench, rounds, new, whole), None
        ),
        "empty": lambda: line("all caches empty", empty(bench, rounds), 1),
        "cold": lambda: line("cold process", cold(bench, COLD_ROUNDS), 1 / 3),
        "matplotlib": lambda: line(
            "import matplotlib.figure / import typst",
            processes(
                [sys.executable, "-c", MATPLOTLIB], [sys.executable, "-c", "import typst"], 7
            ),
            None,
        ),
        "bytes": lambda: sizes(bench),
    }


def main() -> None:
    """Print a line for each row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--only", nargs="*", default=[])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = prepared(Path(folder))
        print(f"{'':48} {'ours':>7} {'Typst':>7}   ratio    goal")
        for name, measure in rows(bench, arguments.rounds).items():
            if not arguments.only or name in arguments.only:
                measure()


if __name__ == "__main__":
    main()
