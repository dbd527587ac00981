"""The words of a strip of dots: headline, subtitle, alternative text, medians."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from briefing.figures.selection import Selection
from briefing.figures.strips import Strips, is_known
from briefing.locale import Locale, direction
from briefing.publication.records import Number


def headline(selection: Selection, strips: Strips) -> str:
    """The place beside the median of its region, in the latest period; or the median alone.

    Never where in a row the place stands.
    """
    locale, last = selection.locale, strips.last
    words = {
        "subject": selection.spec.headline.subject,
        "region": _region(selection, strips),
        "median": _value(selection, last.median),
        "period": locale.period_within(last.period),
    }
    if not selection.lines:
        return locale.say("dots.headline_all", **words)
    (line,) = selection.lines
    point = line.at(last.period)
    assert point is not None  # strips are drawn only where it has a number
    assert point.value is not None
    side = direction(last.median, point.value)
    key = ("dots.headline_same", "dots.headline_above", "dots.headline_below")[side]
    return locale.say(key, place=line.name, value=selection.printed(point, "short"), **words)


def subtitle(selection: Selection, strips: Strips) -> str:
    """Measure, unit, the place among the countries of its region, and the time."""
    spec, locale = selection.spec, selection.locale
    parts = [spec.measure_words or locale.join([each.name for each in selection.measures])]
    if unit := locale.unit_name(selection.unit):
        parts.append(unit)
    region = _region(selection, strips)
    if strips.own:
        place = selection.place_names.get(strips.own, strips.own)
        parts.append(locale.say("dots.among", place=place, region=region))
    else:
        parts.append(locale.say("dots.all", region=region))
    parts.append(locale.span(strips.strips[0].period, strips.last.period))
    return reduce(lambda first, last: locale.say("subtitle.join", first=first, last=last), parts)


def median_words(selection: Selection, strips: Strips) -> list[str]:
    """The label of each strip's median; what it says of the countries is true for all strips."""
    even = all(strip.even for strip in strips.strips)
    key = "dots.median_even" if even else "dots.median"
    values = [_value(selection, strip.median) for strip in strips.strips]
    return [selection.locale.say(key, value=value) for value in values]


def left_out(selection: Selection, strips: Strips) -> str:
    """How many countries are not drawn, by period where there are several; empty where none."""
    locale = selection.locale
    counts = [
        (strip.period, _countries(locale, strip.left_out))
        for strip in strips.strips
        if strip.left_out
    ]
    if not counts:
        return ""
    said = [locale.say("alt.point", label=locale.period(at), value=count) for at, count in counts]
    text = _list(locale, said) if len(strips.strips) > 1 else counts[0][1]
    return locale.say("dots.left_out", counts=text)


def alt_text(selection: Selection, strips: Strips, subtitle_text: str, head: str) -> str:
    """What a reader who does not see the dots must know: the place's values and the medians."""
    locale = selection.locale
    parts = [
        locale.say("alt.opening", kind=locale.say("chart.dots"), subtitle=subtitle_text),
        locale.say("alt.headline", headline=head),
    ]
    for line in selection.lines:
        said = [point for point in line.points if point.row.value is not None]
        values = [(point.label, selection.printed(point, "short")) for point in said]
        parts.append(locale.say("alt.values_of", line=line.name, points=_points(locale, values)))
        known = {point.x for point in said}
        missing = [strip.period for strip in strips.strips if strip.period not in known]
        if missing:
            labels = locale.join([locale.period(period) for period in missing])
            parts.append(locale.say("alt.holes_of", line=line.name, labels=labels))
    medians = [
        (locale.capital(locale.period(strip.period)), _value(selection, strip.median))
        for strip in strips.strips
    ]
    parts.append(locale.say("dots.medians", points=_points(locale, medians)))
    if text := left_out(selection, strips):
        parts.append(text)
    if any(
        point.doubtful and is_known(point.row) for line in selection.lines for point in line.points
    ):
        parts.append(locale.say("alt.doubtful"))
    return " ".join(parts)


def _region(selection: Selection, strips: Strips) -> str:
    return selection.place_names.get(strips.region, strips.region)


def _value(selection: Selection, value: Number) -> str:
    locale, unit = selection.locale, selection.unit
    return locale.with_unit(locale.value(value, unit, "short"), value, unit)


def _countries(locale: Locale, count: int) -> str:
    return locale.say("dots.countries", n=count, count=locale.number_word(count))


def _points(locale: Locale, values: Iterable[tuple[str, str]]) -> str:
    return _list(
        locale, [locale.say("alt.point", label=label, value=value) for label, value in values]
    )


def _list(locale: Locale, said: list[str]) -> str:
    return reduce(lambda first, last: locale.say("alt.next", first=first, last=last), said)
