"""Drawing time of each kind of chart, as ratios to matplotlib's own Axes, paired in one process.

    python benchmarks/charts.py [--runs 40]

Ours is ``draw_chart`` (the recorded drawing), then the same and its form XObject as it goes into a
page. Theirs is the same chart as one would write it with an Axes and its ticks, labels and spines,
saved by the PDF backend to memory. Both warm, in turn (A B A B ...); printed are the medians and
the median of the ratios pair by pair, which holds when the machine's speed drifts.
"""

from __future__ import annotations

import argparse
import io
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from reportlab.pdfbase.pdfdoc import PDFDocument

from briefing import api
from briefing.artwork import draw_chart
from briefing.document import ChartData, ChartKind, ChartLine, ChartPoint, Theme
from briefing.document.charts import AxisLabel
from briefing.pdf.fonts import FontBook
from briefing.pdf.forms import FormWriter
from briefing.typeset import typesetter_of

GOAL = 0.2
WIDTH, HEIGHT = 493.0, 136.0
BLUE, STEEL, TRACK = "#12436d", "#9db1c7", "#e4e9ee"
PLACES = ("Australia", "Kenya", "Netherlands", "Philippines", "Thailand", "United Kingdom")
EVENTS = (
    (2021.5, "1 July 2021", "Interim rules let companies detect and report"),
    (2022.4, "11 May 2022", "New rules proposed"),
    (2022.7, "29 August 2022", "First transparency notices"),
    (2023.8, "26 October 2023", "Online safety act in force"),
    (2024.3, "7 May 2024", "Duty to report extended"),
    (2024.9, "24 December 2024", "Convention against cybercrime"),
    (2025.4, "19 May 2025", "Removal duty signed"),
    (2026.3, "3 April 2026", "Interim rules expire"),
)


def line(name: str, labels: Sequence[str], values: Sequence[float], first: float = 0) -> ChartLine:
    """A line with a point for each value; the largest are marked by nothing."""
    points = [
        ChartPoint(first + number, label, value, f"{value:,}")
        for number, (label, value) in enumerate(zip(labels, values, strict=True))
    ]
    return ChartLine(name, tuple(points))


def values(count: int, step: int = 7) -> list[float]:
    """Values that rise and fall, from 5 to 99."""
    return [5 + (number + 1) * step * 5 % 95 for number in range(count)]


def years(count: int, first: int = 2015) -> list[str]:
    """Consecutive years."""
    return [str(first + number) for number in range(count)]


def charts() -> dict[ChartKind, ChartData]:
    """A usual chart of each kind."""
    halves = ("First half of 2024", "First half of 2025")
    events = tuple(ChartPoint(x, date, None, words) for x, date, words in EVENTS)
    lanes = (ChartLine("Law", events[::2]), ChartLine("Companies", events[1::2]))
    axis = tuple(AxisLabel(float(year), str(year)) for year in range(2021, 2027))
    return {
        "bars": ChartData("bars", (line("", PLACES, values(6)),)),
        "columns": ChartData("columns", (line("", years(10), values(10), 2015),)),
        "line": ChartData(
            "line",
            (
                line("Kenya", years(8), values(8, 3), 2015),
                line("Africa", years(8), values(8, 4), 2015),
            ),
        ),
        "pairs": ChartData(
            "pairs",
            tuple(line(name, halves, values(2, 3 + n)) for n, name in enumerate(PLACES[:5])),
        ),
        "slope": ChartData(
            "slope",
            tuple(line(name, halves, values(2, 3 + n)) for n, name in enumerate(PLACES[:4])),
        ),
        "waffle": ChartData(
            "waffle", (line("", ("match known images", "detect grooming"), (87, 37)),), 100
        ),
        "panels": ChartData(
            "panels",
            tuple(line(name, years(4), values(4, 3 + n), 2015) for n, name in enumerate(PLACES)),
        ),
        "chronology": ChartData("chronology", lanes, axis=axis),
        "dots": ChartData(
            "dots",
            tuple(strip(year, number) for number, year in enumerate(years(4, 2019))),
            axis=tuple(AxisLabel(float(power), f"{10**power:,}") for power in range(1, 7)),
            axis_words="Each dot is a country; each step is ten times the one before.",
        ),
    }


def strip(name: str, number: int) -> ChartLine:
    """Twenty dots on a scale of tenfold steps, one of them marked."""
    places = [1.2 + (7 * at + 3 * number) % 41 / 9 for at in range(20)]
    points = [ChartPoint(x, "", 10**x, "") for x in places]
    points[4] = ChartPoint(places[4], "Kenya", 10 ** places[4], "21,745", highlight=True)
    median = AxisLabel(3.4, "median 2,512: as many countries lie below as above")
    return ChartLine(name, tuple(points), median=median)


def usual(figure: Any) -> Any:
    """An Axes as most charts have it: without the upper and the right spine."""
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    return axes


def bars(figure: Any, data: ChartData) -> None:
    """Lying bars, the first on top."""
    points = data.lines[0].points
    axes = usual(figure)
    drawn = axes.barh([it.label for it in points], [it.value for it in points], color=BLUE)
    axes.bar_label(drawn, [it.text for it in points], padding=3)
    axes.invert_yaxis()


def columns(figure: Any, data: ChartData) -> None:
    """Upright bars with their values."""
    points = data.lines[0].points
    axes = usual(figure)
    drawn = axes.bar([it.label for it in points], [it.value for it in points], color=STEEL)
    axes.bar_label(drawn, [it.text for it in points], padding=3)


def lines(figure: Any, data: ChartData) -> None:
    """Lines with dots, values and names at their ends."""
    axes = usual(figure)
    for number, one in enumerate(data.lines):
        xs, ys = [it.x for it in one.points], [it.value for it in one.points]
        axes.plot(xs, ys, marker="o", color=(BLUE, STEEL)[number % 2])
        for point in one.points:
            place = (point.x, point.value)
            axes.annotate(point.text, place, (0, 5), textcoords="offset points", ha="center")
        axes.annotate(one.name, (xs[-1], ys[-1]), (12, 0), textcoords="offset points")
    axes.set_ylim(bottom=0)


def pairs(figure: Any, data: ChartData) -> None:
    """Two dots on a rule for each line."""
    axes = usual(figure)
    for number, one in enumerate(data.lines):
        first, second = one.points
        axes.hlines(number, first.value, second.value, color=STEEL)
        for point, side in ((first, -6), (second, 6)):
            place, align = (point.value, number), "right" if side < 0 else "left"
            axes.annotate(point.text, place, (side, 0), textcoords="offset points", ha=align)
    for turn, face in ((0, "white"), (1, BLUE)):
        xs = [one.points[turn].value for one in data.lines]
        label = data.lines[0].points[turn].label
        axes.scatter(xs, range(len(xs)), fc=face, ec=BLUE, label=label, zorder=3)
    axes.set_yticks(range(len(data.lines)), [one.name for one in data.lines])
    axes.legend()


def slope(figure: Any, data: ChartData) -> None:
    """A line between two moments for each line."""
    axes = usual(figure)
    for one in data.lines:
        first, second = one.points
        axes.plot([0, 1], [first.value, second.value], marker="o", color=BLUE)
        axes.annotate(first.text, (0, first.value), (-20, 0), textcoords="offset points")
        words = f"{second.text} {one.name}"
        axes.annotate(words, (1, second.value), (8, 0), textcoords="offset points")
    axes.set_xticks([0, 1], [point.label for point in data.lines[0].points])


def waffle(figure: Any, data: ChartData) -> None:
    """A hundred rectangles for each point."""
    from matplotlib.patches import Rectangle

    points = data.lines[0].points
    for number, (axes, point) in enumerate(
        zip(figure.subplots(1, len(points)), points, strict=True)
    ):
        for square in range(100):
            colour = (BLUE, STEEL)[number % 2] if square < (point.value or 0) else TRACK
            place = (square % 10, square // 10)
            axes.add_patch(Rectangle(place, 0.86, 0.86, fc=colour, ec="none"))
        axes.set(xlim=(0, 10), ylim=(0, 10), aspect="equal")
        axes.set_axis_off()
        axes.set_title(f"{point.text} {point.label}")


def panels(figure: Any, data: ChartData) -> None:
    """A small Axes for each line, with one scale."""
    for axes, one in zip(figure.subplots(1, len(data.lines), sharey=True), data.lines, strict=True):
        axes.spines[["top", "right"]].set_visible(False)
        labels = [point.label for point in one.points]
        drawn = axes.bar(labels, [point.value for point in one.points], color=STEEL)
        axes.bar_label(drawn, [point.text for point in one.points])
        axes.set_title(one.name)


def chronology(figure: Any, data: ChartData) -> None:
    """Dots on lanes with words beside them."""
    axes = usual(figure)
    for number, one in enumerate(data.lines):
        axes.axhline(number, color=STEEL, lw=0.8)
        axes.scatter([point.x for point in one.points], [number] * len(one.points), color=BLUE)
        for point in one.points:
            words = f"{point.label}\n{point.text}"
            axes.annotate(words, (point.x, number), (5, -20), textcoords="offset points")
    axes.set_yticks(range(len(data.lines)), [one.name for one in data.lines])
    axes.set_xticks([label.x for label in data.axis], [label.text for label in data.axis])


def dots(figure: Any, data: ChartData) -> None:
    """A row of rings for each line, the marked ones joined and labelled."""
    axes = usual(figure)
    marked = []
    for number, one in enumerate(data.lines):
        xs = [point.value for point in one.points]
        axes.scatter(xs, [number] * len(xs), fc="white", ec=STEEL, s=16, zorder=3)
        own = next(point for point in one.points if point.highlight)
        marked.append(own.value)
        axes.annotate(own.text, (own.value, number), (0, 6), textcoords="offset points")
        if one.median:
            axes.vlines(10**one.median.x, number - 0.3, number + 0.3, color=STEEL)
    axes.plot(marked, range(len(marked)), "o-", color=BLUE, zorder=4)
    axes.set_xscale("log")
    axes.set_xticks([10**label.x for label in data.axis], [label.text for label in data.axis])
    axes.set_yticks(range(len(data.lines)), [one.name for one in data.lines])
    axes.set_xlabel(data.axis_words)
    axes.invert_yaxis()


THEIRS: dict[ChartKind, Callable[[Any, ChartData], None]] = {
    "bars": bars,
    "columns": columns,
    "line": lines,
    "pairs": pairs,
    "slope": slope,
    "waffle": waffle,
    "panels": panels,
    "chronology": chronology,
    "dots": dots,
}


def axes_chart(kind: ChartKind, data: ChartData) -> None:
    """The chart by matplotlib alone, as a PDF in memory."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72))
    THEIRS[kind](figure, data)
    figure.savefig(io.BytesIO(), format="pdf")


def form(data: ChartData, theme: Theme) -> None:
    """Our chart, and its form XObject in a document of its own."""
    drawing = draw_chart(data, theme, WIDTH, "en")
    typesetter = typesetter_of(theme.fonts)
    FormWriter(PDFDocument(), FontBook(typesetter.faces), typesetter, "en").write(drawing)


def seconds(work: Callable[[], None]) -> float:
    """How long ``work`` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def compare(kind: ChartKind, data: ChartData, theme: Theme, runs: int) -> None:
    """Time the three ways in turn and print their medians and ratios."""
    ways: tuple[Callable[[], None], ...] = (
        lambda: draw_chart(data, theme, WIDTH, "en") and None,
        lambda: form(data, theme),
        lambda: axes_chart(kind, data),
    )
    for way in ways * 3:
        way()  # not counted: warms fonts and caches
    rounds = [tuple(map(seconds, ways)) for _ in range(runs)]
    own, placed, theirs = (statistics.median(times) * 1000 for times in zip(*rounds, strict=True))
    ratios = [statistics.median(one[way] / one[2] for one in rounds) for way in (0, 1)]
    verdict = "" if ratios[0] <= GOAL else f"   {ratios[0] / GOAL:.2f} times the goal"
    times = f"{own:7.2f} ms {placed:7.2f} ms {theirs:8.2f} ms"
    print(f"{kind:12} {times}   {ratios[0]:6.3f}   {ratios[1]:6.3f}   {GOAL:5.2f}{verdict}")


def main() -> None:
    """Print one line for each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=40)
    runs = parser.parse_args().runs
    theme = api.load_theme(Path(__file__).parents[1])
    head = f"{'draw':>10} {'and form':>10} {'Axes, PDF':>11}"
    print(f"{'':12} {head}   {'ratio':>6}   {'form':>6}   {'goal':>5}")
    for kind, data in charts().items():
        compare(kind, data, theme, runs)


if __name__ == "__main__":
    main()
