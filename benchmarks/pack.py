"""A pack of country editions: against Typst and emboss-pdf, by processes, again, and its memory.

    python benchmarks/pack.py [--places 220] [--rounds 3] [--only NAME ...]

Ours is the whole command ``briefing pack``: reading, composing, checking, drawing, reading back,
noting. Both sides are whole processes, in turn; printed are the medians and the median of the
ratios pair by pair. Needs ``pip install typst emboss-pdf``, which the program itself never uses.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.remove(str(Path(__file__).parent))  # here "import typst" would find another file
sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.emboss_pack import written
from benchmarks.environment import environment
from benchmarks.typst_fonts import static_fonts
from benchmarks.typst_markup import Markup, quoted
from benchmarks.typst_pictures import svg_of
from briefing import api
from briefing.document import Briefing, Edition, Figure
from briefing.pack import Wanted, planned
from briefing.pdf.attachments import data_of

ROOT = Path(__file__).parents[1]
JOBS = 2


@dataclass
class Bench:
    """Folders of one run: ``cache`` has every chart drawn."""

    folder: Path
    editions: list[Edition]

    @property
    def cache(self) -> Path:
        """Our cache, charts drawn."""
        return self.folder / "cache"

    @property
    def listed(self) -> Path:
        """The ids of the editions, one a line."""
        return self.folder / "editions.txt"

    @property
    def empty(self) -> Path:
        """Our cache with nothing in it."""
        return self.folder / "empty"

    def clear(self) -> None:
        """Remove what any run has made, so that each begins with a folder of its own.

        Of our cache the drawn charts stay, and nothing else.
        """
        others = [each for each in self.cache.glob("*") if each.name != "drawings"]
        for made in (self.folder / "ours", self.empty, *others):
            shutil.rmtree(made, ignore_errors=True)
        for other in ("typst", "emboss"):
            for file in (self.folder / other).glob("*.pdf"):
                file.unlink()

    def ours(self, jobs: int = JOBS, cache: Path | None = None) -> None:
        """The pack."""
        command = [sys.executable, "-m", "briefing", "pack", "-q"]
        command += ["--editions", str(self.listed), "--jobs", str(jobs)]
        run([*command, "--out-dir", str(self.folder / "ours")], cache or self.cache)

    def from_nothing(self) -> None:
        """The pack with every cache empty."""
        self.ours(cache=self.empty)

    def typst(self) -> None:
        """The same editions by Typst."""
        run([sys.executable, "-m", "benchmarks.typst_pack", str(self.folder / "typst"), str(JOBS)])

    def emboss(self) -> None:
        """As many documents by emboss-pdf, which draws its own charts."""
        run(
            [sys.executable, "-m", "benchmarks.emboss_pack", str(self.folder / "emboss"), str(JOBS)]
        )


def run(command: list[str], cache: Path | None = None) -> None:
    """Run a command of this tree; what it says is not shown."""
    own = {"BRIEFING_CACHE": str(cache)} if cache else {}
    given = environment(**own)
    subprocess.run(command, check=True, cwd=ROOT, env=given, stdout=subprocess.DEVNULL)


def prepared(folder: Path, places: int) -> Bench:
    """The editions, and all that Typst needs of them."""
    os.environ["BRIEFING_CACHE"] = str(folder / "cache")
    publication, theme = api.load(ROOT), api.load_theme(ROOT)
    every = planned(publication, theme, Wanted())
    kept = {edition.place for edition in every[:places]}
    editions = [edition for edition in every if edition.place in kept]
    bench = Bench(folder, editions)
    bench.listed.write_text("\n".join(edition.id for edition in editions), encoding="utf-8")
    typst, emboss = folder / "typst", folder / "emboss"
    typst.mkdir()
    emboss.mkdir()
    families = static_fonts(theme.fonts, typst)
    shutil.copy(ROOT / "assets" / "logo.png", typst / "logo.png")
    for edition in editions:
        briefing = api.compose(publication, edition)
        (emboss / f"{edition.id}.json").write_text(written(briefing), encoding="utf-8")
        text = attached(briefing, typst) + Markup(briefing, theme, families).text()
        for key, drawing in api.draw(briefing, theme).items():
            own = f"{edition.id}--{key}.svg"
            (typst / own).write_text(svg_of(drawing, theme.fonts, families), encoding="utf-8")
            text = text.replace(f'"{key}.svg"', f'"{own}"')
        (typst / f"{edition.id}.typ").write_text(text, encoding="utf-8")
    bench.ours()  # draws every chart into the cache
    return bench


def attached(briefing: Briefing, folder: Path) -> str:
    """Markup that attaches the data of each chart, which is written to ``folder``."""
    lines = []
    for figure in (block for block in briefing.blocks if isinstance(block, Figure)):
        data = data_of(figure)
        file = f"{briefing.edition.id}--{data.name}"
        (folder / file).write_bytes(data.data)
        about = {
            "relationship": data.relationship.lower(),
            "mime-type": data.media_type,
            "description": data.description,
        }
        named = ", ".join(f"{key}: {quoted(text)}" for key, text in about.items())
        lines.append(f"#pdf.attach({quoted(file)}, {named})\n")
    return "".join(lines)


def seconds(work: Callable[[], None]) -> float:
    """How long ``work`` takes. What others have written is on the disk by then."""
    os.sync()
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def compared(
    bench: Bench,
    name: str,
    sides: tuple[Callable[[], None], Callable[[], None]],
    rounds: int,
    goal: str,
) -> None:
    """Print the medians of both sides in seconds, and of the other's time by the one's."""
    pairs = []
    for _ in range(rounds):
        times = []
        for side in sides:
            bench.clear()
            times.append(seconds(side))
        pairs.append(times)
    own, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(b / a for a, b in pairs)
    print(f"{name:56} {own:7.2f} {theirs:7.2f}   {ratio:5.2f}   {goal}", flush=True)


def rows(bench: Bench, rounds: int) -> dict[str, Callable[[], None]]:
    """What can be measured, by name."""
    count = len(bench.editions)

    def one_process() -> None:
        bench.ours(jobs=1)

    return {
        "typst": lambda: compared(
            bench,
            f"{count} editions, charts drawn / Typst",
            (bench.ours, bench.typst),
            rounds,
            "3",
        ),
        "emboss": lambda: compared(
            bench,
            f"{count} editions, from nothing / emboss-pdf",
            (bench.from_nothing, bench.emboss),
            rounds,
            "1.43 (ours at most 0.7)",
        ),
        "jobs": lambda: compared(
            bench, "2 processes / 1 process", (bench.ours, one_process), rounds, "1.8"
        ),
        "again": lambda: print(
            f"{'nothing changed':56} {statistics.median(again(bench, rounds)):7.2f}"
            "                   at most 2 s",
            flush=True,
        ),
    }


def again(bench: Bench, rounds: int) -> list[float]:
    """Seconds of a second run."""
    bench.clear()
    bench.ours()
    return [seconds(bench.ours) for _ in range(max(rounds, 3))]


def main() -> None:
    """Print a line for each row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=220)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=[])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = prepared(Path(folder), arguments.places)
        print(f"{'seconds':56} {'ours':>7} {'other':>7}   ratio   goal")
        for name, measure in rows(bench, arguments.rounds).items():
            if not arguments.only or name in arguments.only:
                measure()


if __name__ == "__main__":
    main()
