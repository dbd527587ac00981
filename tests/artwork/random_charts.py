"""Random charts of each kind, with long words, holes, daggers, and values of all sizes."""

from __future__ import annotations

from hypothesis import strategies as st

from briefing.document import ChartData, ChartLine, ChartPoint
from briefing.document.charts import AxisLabel

WIDTHS = st.floats(150, 520)
WORDS = (
    "police Kenya Australia and of the helpline Netherlands enticement Niederlande exploitation "
    "Gleichaltrige Geschlechtszugehörigkeit Ermittlungsbehörden Meldestellen United Kingdom"
).split()

values = st.one_of(
    st.none(), st.just(0), st.integers(0, 99), st.floats(0.1, 99), st.integers(0, 40_000_000)
)


@st.composite
def phrases(draw: st.DrawFn, most: int = 5) -> str:
    """Some words, often long ones."""
    return " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=most)))


@st.composite
def points(draw: st.DrawFn, x: float, label: str, share: bool = False) -> ChartPoint:
    """A point; a hole may have words, as a count too small to be told."""
    value = draw(st.one_of(st.none(), st.floats(0, 100)) if share else values)
    if value is None:
        text = draw(st.sampled_from(("", "†", "fewer than 10")))
    else:
        text = f"{value:,.1f}%" if share else f"{value:,.4g}" if value < 100 else f"{value:,}"
        text += draw(st.sampled_from(("", "", "†")))
    marked = draw(st.integers(0, 5)) == 0
    return ChartPoint(x, label, value, text, highlight=marked)


@st.composite
def pairs_of_values(draw: st.DrawFn, kind: str, most: int = 7) -> ChartData:
    """A chart of pairs or slopes."""
    labels = draw(
        st.sampled_from(
            (("2020", "2024"), ("First half of 2024", "First half of 2025"), ("Mädchen", "Jungen"))
        )
    )
    lines = [
        ChartLine(
            draw(phrases()),
            tuple(draw(points(float(x), label)) for x, label in enumerate(labels)),
            highlight=draw(st.integers(0, 3)) == 0,
        )
        for _ in range(draw(st.integers(1, most)))
    ]
    return ChartData(kind, tuple(lines))  # type: ignore[arg-type]  # the kind is drawn as text


@st.composite
def waffles(draw: st.DrawFn) -> ChartData:
    """One to four squares of a hundred."""
    count = draw(st.integers(1, 4))
    shares = [draw(points(float(x), draw(phrases()), share=True)) for x in range(count)]
    return ChartData("waffle", (ChartLine("", tuple(shares)),), 100)


@st.composite
def panels(draw: st.DrawFn) -> ChartData:
    """Two to nine panels of the same x."""
    count = draw(st.integers(1, 14))
    half = draw(st.booleans())
    labels = [f"First half of {2011 + x}" if half else str(2011 + x) for x in range(count)]
    lines = [
        ChartLine(
            draw(phrases()),
            tuple(draw(points(float(x), label)) for x, label in enumerate(labels)),
            highlight=draw(st.integers(0, 3)) == 0,
        )
        for _ in range(draw(st.integers(2, 9)))
    ]
    return ChartData("panels", tuple(lines))


@st.composite
def chronologies(draw: st.DrawFn) -> ChartData:
    """One to four lanes of events, some of them on one day."""
    lines = []
    for _ in range(draw(st.integers(1, 4))):
        times = draw(st.lists(st.floats(2015, 2026), max_size=6))
        times += times[:1] * draw(st.integers(0, 1))
        events = [
            ChartPoint(
                time,
                draw(st.sampled_from(("2021", "14 July 2021", "", "September 2024"))),
                None,
                draw(phrases(20)),
                highlight=draw(st.integers(0, 5)) == 0,
            )
            for time in sorted(times)
        ]
        lines.append(ChartLine(draw(st.one_of(st.just(""), phrases(4))), tuple(events)))
    years = draw(st.sampled_from((range(0), range(2015, 2027), range(2016, 2028, 4))))
    axis = tuple(AxisLabel(float(year), str(year)) for year in years)
    return ChartData("chronology", tuple(lines), axis=axis)


@st.composite
def dots(draw: st.DrawFn) -> ChartData:
    """One to four strips, of few values or many, some of them equal; marked or not."""
    last = draw(st.integers(3, 7))
    position = st.one_of(st.floats(1, last), st.sampled_from((1.0, 2.5, float(last))))
    name = draw(phrases())
    strips = []
    for number in range(draw(st.integers(1, 4))):
        points = [
            ChartPoint(x, "", 10**x, "") for x in draw(st.lists(position, min_size=5, max_size=60))
        ]
        if draw(st.integers(0, 3)):
            x = draw(position)
            text = draw(st.sampled_from(("12", "1,234,567†", "over 3.19 million")))
            points.append(ChartPoint(x, name, 10**x, text, highlight=True))
        label = draw(st.sampled_from(("", f"{2019 + number}", f"First half of {2019 + number}")))
        words = draw(st.sampled_from(("", "median 4,194: as many countries lie below as above")))
        median = AxisLabel(draw(position), words) if draw(st.booleans()) else None
        strips.append(ChartLine(label, tuple(points), median=median))
    axis = tuple(AxisLabel(float(power), f"{10**power:,}") for power in range(1, last + 1))
    reading = draw(st.sampled_from(("", "Each dot is a country; each step is ten times as much.")))
    return ChartData("dots", tuple(strips), axis=axis, axis_words=reading)
